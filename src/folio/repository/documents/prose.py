"""Measures of running text: words, numbers, and a digest by which the same text is known again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from folio.markdown import words
from folio.repository.documents.headings import unspaced_letters
from folio.repository.documents.page import Page, Section
from folio.repository.model import Passage

DAY = re.compile(r"\b\d{4}-\d\d(?:-\d\d)?\b")
NUMBER = re.compile(r"(?<![A-Za-z0-9_.,])\d+(?:[.,]\d+)*(?![0-9])")
"""A number that stands for itself: not part of a name or a version."""
CODE_HOST = re.compile(
    r"https?://(?:[\w-]+\.)*(?:github|gitlab|bitbucket|codeberg|gitee|sr|huggingface)\.\w+/[^/]+/.", re.I
)


def numbers(text: str) -> int:
    """How many numbers a text holds; days are none."""
    return len(NUMBER.findall(DAY.sub(" ", text)))


def letters(text: str) -> int:
    """How long a text is in Latin letters.

    A letter of a script without spaces counts two and a half: `folio.markdown.words` takes two of them for a word,
    and English words have five letters.
    """
    return len("".join(text.split())) + unspaced_letters(text) * 3 // 2


def digest(text: str) -> str:
    """The first 16 hexadecimal digits of the hash of the text's words in small letters; empty when it has none."""
    said = " ".join(word.casefold() for word in words(text))
    return hashlib.sha256(said.encode("utf-8", "replace")).hexdigest()[:16] if said else ""


def measured(path: str, line: int, text: str, links: int = 0) -> Passage:
    """A stretch of text as its measures."""
    return Passage(
        path=path, line=line, words=len(words(text)), numbers=numbers(text), links=links, digest=digest(text)
    )


def passage(path: str, page: Page, heading: Section) -> Passage:
    """What stands below a heading, deeper sections among it; their headings are not counted."""
    below = page.below(heading)
    text = "\n".join(one.prose for one in below)
    return measured(path, heading.line, text, links_to_work(below))


def links_to_work(sections: Iterable[Section]) -> int:
    """How many links lead to something that was made: a file beside the text, or a page of a code host."""
    return sum(1 for section in sections for link in section.links if _is_work(link))


def _is_work(link: str) -> bool:
    if not link or link.startswith(("#", "mailto:")):
        return False
    return "://" not in link or CODE_HOST.match(link[:300]) is not None


def outermost(page: Page, headings: tuple[Section, ...]) -> tuple[Section, ...]:
    """Those headings that are not inside the section of another one of them; they come in the page's order."""
    kept: list[Section] = []
    end = 0
    for one in headings:
        if one.number >= end:
            kept.append(one)
            end = one.number + len(page.below(one))
    return tuple(kept)
