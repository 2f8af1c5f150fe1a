"""A profile that means harm, from its file to the PDF: nothing is read or fetched, and its texts are texts."""

from __future__ import annotations

import io
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pypdf
import pytest
import yaml

from folio.documents import pitches, resume
from folio.errors import FolioError
from folio.known import known
from folio.options import Options
from folio.profile.appearance import Appearance
from folio.render.document import Document, printed
from render.hostile import LINES, MARKDOWN, profile
from render.standards import findings

HANG = 300
"""Seconds after which it hangs; it takes three or four."""

opened: list[str] = []
watching = False


def _watch(event: str, values: tuple[Any, ...]) -> None:
    """An audit hook, which can't be taken away again: every file that is opened, by Python at least."""
    if watching and event in ("open", "socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system"):
        opened.append(f"{event} {values[0]!s}")


sys.addaudithook(_watch)


@contextmanager
def watched() -> Iterator[list[str]]:
    global watching  # noqa: PLW0603
    opened.clear()
    watching = True
    try:
        yield opened
    finally:
        watching = False


@pytest.fixture(autouse=True)
def _no_hang_and_no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)

    def hang(*_: object) -> None:
        raise TimeoutError(f"took over {HANG} seconds")

    before = signal.signal(signal.SIGALRM, hang)
    signal.alarm(HANG)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def made(folder: Path, said: dict[str, Any], theme: str) -> tuple[Document, ...]:
    """The documents of a profile: a résumé in a theme, or its pitches."""
    (folder / "profile.yaml").write_text(yaml.safe_dump(said, allow_unicode=True), encoding="utf-8")
    person = known(folder, Options(date(2026, 11, 22), offline=True), None)
    if theme == "pitch":
        return printed(pitches(person))
    return printed(resume(person, look=Appearance(theme=theme, pages=20)))


def squeezed(text: str) -> str:
    """Without spaces and in small letters: lines break anywhere, and capitals may be the style's."""
    return "".join(text.split()).casefold()


def text(content: bytes) -> str:
    return squeezed("".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages))


@pytest.mark.parametrize("theme", ["classic", "modern", "pitch"])
def test_a_hostile_profile_makes_a_faultless_document_and_reaches_nothing(theme: str, tmp_path: Path) -> None:
    with watched() as reached:
        (document,) = made(tmp_path, profile(), theme)
    assert not [one for one in reached if "passwd" in one or not one.startswith("open ")]
    content = document.artifact.content
    assert findings(content) == []
    assert b"/JavaScript" not in content
    assert b"/Launch" not in content
    said = text(content)
    assert "root:" not in said
    if theme == "pitch":
        shown = [LINES[number] for number in (1, 2, 4, 11, 12)]
    else:
        assert document.left_out == ()
        shown = [
            "<b>Mallory</b> {% x %}",
            *LINES,
            "before-md",
            "after-md",
            "after-img",
            "after-link",
            "after-math",
            "{{ 7*7 }}",
        ]
    assert [one for one in shown if squeezed(one) not in said] == []


def test_very_many_hostile_entries_end(tmp_path: Path) -> None:
    (document,) = made(tmp_path, profile(entries=12), "classic")
    assert document.pages is not None
    assert document.pages > 2


@pytest.mark.parametrize("harm", ["\u202e", "\u2066", "\u200b", "\ufeff", "\x1b", "\x07", "\u2028"])
def test_what_can_not_be_seen_is_refused(harm: str, tmp_path: Path) -> None:
    with pytest.raises(FolioError):
        made(tmp_path, {"name": f"Mal{harm}lory", "headline": "x", "summary": "y"}, "classic")


@pytest.mark.parametrize("field", ["name", "headline", "summary"])
def test_a_word_of_a_hundred_thousand_characters_is_refused(field: str, tmp_path: Path) -> None:
    with pytest.raises(FolioError, match=field):
        made(tmp_path, {"name": "a", "headline": "b", "summary": "c", field: "W" * 100_000}, "classic")


DRAWINGS = {
    "an external entity": b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&x;</text></svg>',
    "a bomb": b'<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg"><text>&b;</text></svg>',
    "a file": b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
    "a script": b'<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    "no picture": b"GIF89a or something",
}


@pytest.mark.parametrize("drawing", DRAWINGS)
def test_a_photo_that_means_harm_is_refused(drawing: str, tmp_path: Path) -> None:
    (tmp_path / "photo.svg").write_bytes(DRAWINGS[drawing])
    said = {"name": "a", "headline": "b", "summary": "c", "photo": {"file": "photo.svg", "alt": "d"}}
    with watched() as reached, pytest.raises(FolioError, match=r"photo\.svg"):
        made(tmp_path, {**said, "resume": {"photo": True}}, "classic")
    assert not [one for one in reached if "passwd" in one or not one.startswith("open ")]


def test_every_kind_of_harm_is_in_the_profile() -> None:
    """The profile goes through its texts in turn; none may drop out unseen."""
    used = list(_texts(profile()))
    assert [one for one in LINES if one not in used] == []
    assert [one for one in MARKDOWN if not any(one in text for text in used)] == []


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)
    elif isinstance(value, str):
        yield value
