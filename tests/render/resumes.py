"""The sample's résumé in every theme, printed once for all tests, and what readers get out of it."""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable, Iterator
from functools import cache

import pypdf

from folio.portfolio.resume.model import Entry, Resume, Section
from folio.render.resume import print_resume
from folio.render.sheet import Sheet, print_now
from render.printed import resume

THEMES = ("academic", "classic", "plain")
"""Those that the tests of themes hold to their rules."""

ENOUGH = 4
"""Pages for everything that the sample says, so that nothing is left out and nothing set more closely."""


@cache
def sheet(theme: str, **look: object) -> Sheet:
    """The sample's résumé in a theme; `look` are other fields of Appearance."""
    return print_now(print_resume(resume(theme=theme, **look)))


def in_full(theme: str) -> bytes:
    """With everything in it."""
    return sheet(theme, pages=ENOUGH).content


def by_pypdf(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def by_pdfminer(content: bytes) -> str:
    from pdfminer.high_level import extract_text

    return extract_text(io.BytesIO(content))


def by_pdftotext(content: bytes, *options: str) -> str:
    return subprocess.run(
        ["pdftotext", *options, "-", "-"], input=content, capture_output=True, check=True
    ).stdout.decode()


READERS: dict[str, Callable[[bytes], str]] = {"pypdf": by_pypdf, "pdfminer": by_pdfminer}
if shutil.which("pdftotext"):
    READERS |= {"pdftotext": by_pdftotext, "pdftotext -layout": lambda content: by_pdftotext(content, "-layout")}


@cache
def read(theme: str, reader: str) -> str:
    """What a reader gets out of the whole résumé, with single spaces."""
    return " ".join(READERS[reader](in_full(theme)).split())


def lost(shown: Resume, text: str) -> list[str]:
    """What is not in `text` as it was written, or not in its place. The sections may have any order."""
    whole = [
        text.find(word) < 0 and word for word in (shown.name, shown.headline, *(one.text for one in shown.contact))
    ]
    begins = {one.name: text.find(one.title.upper()) for one in shown.sections}
    ends = sorted(begins.values())
    found = [word for word in whole if word]
    for one in shown.sections:
        end = next((at for at in ends if at > begins[one.name]), len(text))
        found += [f"{one.name}: {word}" for word in _lost(one, text[begins[one.name] : end])]
    return found


def _lost(section: Section, text: str) -> Iterator[str]:
    """Of a section; a title comes first, then in any order what stands beside it, then the rest in its order."""
    at = 0
    for words, ordered in _words(section):
        furthest = at
        for word in words:
            found = text.find(word, at)
            if found < 0:
                yield word
            furthest = max(furthest, found + len(word))
            at = furthest if ordered else at
        at = furthest


def _words(section: Section) -> Iterator[tuple[list[str], bool]]:
    """Groups of words, and whether they come in this order."""
    yield [section.title.upper(), *([section.prose.striptags()] if section.prose else [])], True
    for entry in section.entries:
        yield [entry.title], True
        yield [word for word in (entry.organisation, entry.note, entry.period, entry.location) if word], False
        yield _body(entry), True
    for group in section.groups:
        yield [group.label, *(item.text for item in group.items)], True


def _body(entry: Entry) -> list[str]:
    summary = [entry.summary.striptags()] if entry.summary else []
    return [*summary, *(f"• {bullet.text}" for bullet in entry.bullets), *(link.text for link in entry.links)]
