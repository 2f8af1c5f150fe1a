"""Whatever stands in profile.yaml, folio says what is wrong and where, or makes the pages; it never breaks.

A slice of what `PYTHONPATH=tests python -m fuzz 100000` tries.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from folio.document import parse
from folio.errors import InputError
from folio.profile.load import load
from fuzz.documents import document
from fuzz.folder import furnished
from fuzz.outcome import outcome

COUNT = 60


def test_no_document_breaks_folio(tmp_path: Path) -> None:
    folder = furnished(tmp_path)
    found = Counter(outcome(document(one), folder, mend=one % 4 == 0) for one in range(COUNT))
    assert found["refused"] > COUNT // 3
    assert found["made"] > COUNT // 10


def test_a_document_is_the_same_each_time() -> None:
    assert [document(one) for one in range(8)] == [document(one) for one in range(8)]
    assert len({document(one) for one in range(30)}) > 27


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"a: b\rc: \xc3\xa9\xff", "2:5"),
        (b"\xef\xbb\xbfa: \xff", "1:4"),
        ("é" * 10 + "\x00", "1:11"),
        ("a: b\r\nb: c\rx\x07", "3:2"),
    ],
)
def test_a_byte_and_a_character_that_cannot_be_read_are_told_where_an_editor_finds_them(
    content: bytes | str, place: str
) -> None:
    with pytest.raises(InputError) as caught:
        parse(content.encode() if isinstance(content, str) else content, name="profile.yaml")
    assert str(caught.value).startswith(f"profile.yaml:{place}: ")


def test_a_record_in_one_language_is_no_text(tmp_path: Path) -> None:
    """Found by the fuzzer: it was taken for the record itself, which no editor's schema allows."""
    work = "work: [{id: a, organisation: O, role: R, start: 2024, highlights: [{en: {text: A, priority: 1}}]}]\n"
    (tmp_path / "profile.yaml").write_text(f"name: Ada\nheadline: x\nsummary: S\n{work}", encoding="utf-8")
    with pytest.raises(InputError, match=r"highlights\[0\]\.en: is not a text"):
        load(tmp_path)
