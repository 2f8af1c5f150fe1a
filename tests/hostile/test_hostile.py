"""Hostile input of every kind through every door: a clear error or a harmless output, in bounded time and memory."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from folio.errors import FolioError, InputError
from folio.profile.load import load_each
from folio.render.own import own_templates
from hostile import judges
from hostile.registered import KINDS, kinds, tried
from torture.kinds import Count


@cache
def outcome() -> dict[str, Count]:
    return tried(KINDS, every=False)


@pytest.mark.parametrize("kind", KINDS)
def test_hostile_input_ends_in_a_clear_error_or_a_harmless_output(kind: str) -> None:
    found = outcome()[kind]
    assert found.failures == ()
    assert found.tried > 5


def test_every_kind_is_counted_by_make_torture() -> None:
    assert len(list(kinds())) == len(KINDS)


BAD: list[tuple[Callable[[bytes], None], bytes]] = [
    (judges.html, b"<p onclick=x>"),
    (judges.html, b"<script>x</script>"),
    (judges.html, b'<script type="application/ld+json">{"a": "</script><script>x</script>'),
    (judges.html, b"<a href='java&#115;cript:x'>"),
    (judges.html, b"<img src=//evil.example/x>"),
    (judges.html, b"<iframe>"),
    (judges.html, b"<p style='position: fixed'>"),
    (judges.html, b"<svg><a xlink:href='javascript:x'>"),
    (judges.xml, b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"),
    (judges.xml, b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>"),
    (
        judges.calendar,
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nATTENDEE:mailto:x@y.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    ),
    (judges.plain_json, b"NaN"),
    (judges.pdf, b"%PDF-1.7 /JavaScript"),
    (lambda text: judges.terminal(text.decode()), b"\x1b[2J"),
    (lambda text: judges.terminal(text.decode()), b"a\n::error::b"),
]


@pytest.mark.parametrize("number", range(len(BAD)))
def test_the_judges_see_what_is_harmful(number: int) -> None:
    judge, content = BAD[number]
    with pytest.raises((AssertionError, ValueError)):
        judge(content)


def test_a_link_out_of_the_folder_of_templates_is_not_published(tmp_path: Path) -> None:
    (tmp_path / "templates" / "site" / "assets").mkdir(parents=True)
    (tmp_path / "templates" / "site" / "assets" / "x.txt").symlink_to("/etc/passwd")
    (tmp_path / "templates" / "site" / "assets" / "y.css").write_bytes(b"\xff")
    (tmp_path / "templates" / "site" / "z.md.j2").symlink_to("assets/x.txt")
    with pytest.raises(FolioError) as caught:
        own_templates(tmp_path)
    assert [line.rpartition("/")[2] for line in str(caught.value).splitlines()] == [
        "x.txt: a link that leads out of the folder; copy the file",
        "y.css: not UTF-8; save the file as UTF-8",
        "z.md.j2: a link that leads out of the folder; copy the file",
    ]


def test_more_problems_than_anybody_reads_are_told_in_part(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text(
        "name: A\nheadline: b\nsummary: c\n" + "".join(f"k{n}: x\n" for n in range(1500))
    )
    with pytest.raises(InputError) as caught:
        load_each(tmp_path)
    assert len(caught.value.problems) == 1001
    assert any("and 500 more problems" in one.what for one in caught.value.problems)
