"""Every string that a résumé shows, in the order of reading: what a reader has to find in its PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from folio.portfolio.parts import Html
from folio.portfolio.resume.model import Entry, Resume, Section

HEADER = "header"
BLOCK_ENDS = re.compile(r"</(?:p|li|h\d|pre|blockquote|td|th|tr|dt|dd)>|<br\s*/?>|<hr\s*/?>", re.IGNORECASE)
"""Where running text goes on in a line of its own."""


@dataclass(frozen=True, slots=True)
class Part:
    """An entry of a section, a group of skills, or what else it holds."""

    first: str | None
    """The title of an entry, or the label of a group: a reader meets it before the rest of it."""
    head: tuple[str, ...] = ()
    """What may come in any order, as long as it comes before the rest."""
    rest: tuple[str, ...] = ()
    """What a reader meets in this order."""

    @property
    def strings(self) -> tuple[str, ...]:
        """All of it, as it is printed."""
        return (*([self.first] if self.first is not None else []), *self.head, *self.rest)


@dataclass(frozen=True, slots=True)
class Block:
    """The header or a section: a reader has to get what it holds together, and its parts in this order.

    Which section comes first is the theme's choice.
    """

    name: str
    heading: str | None
    """A theme may write it in capitals."""
    parts: tuple[Part, ...]

    @property
    def strings(self) -> tuple[str, ...]:
        """All of it, the heading first."""
        heading = [self.heading] if self.heading else []
        return (*heading, *(text for part in self.parts for text in part.strings))


def blocks(resume: Resume, left_out: int = 0) -> tuple[Block, ...]:
    """The blocks of a résumé of which the first `left_out` ranks were left out to save room."""
    who = tuple(filter(None, (resume.name, resume.headline)))
    contact = tuple(line.text for line in resume.contact)
    header = Block(HEADER, None, (Part(None, rest=who), Part(None, head=contact)))
    return (header, *(Block(one.name, one.title, tuple(_parts(one, left_out))) for one in resume.sections))


def paragraphs(html: Html) -> tuple[str, ...]:
    """The text of each paragraph and list item, without markup."""
    parts = (Markup(part).striptags() for part in BLOCK_ENDS.split(html))
    return tuple(text for part in parts if (text := " ".join(part.split())))


def stays(rank: int | None, left_out: int) -> bool:
    """Whether what has this rank is in a document of which the first `left_out` were left out."""
    return rank is None or rank >= left_out


def _parts(section: Section, left_out: int) -> Iterator[Part]:
    if section.prose:
        yield Part(None, rest=paragraphs(section.prose))
    yield from (entry_part(one, left_out) for one in section.entries if stays(one.rank, left_out))
    for group in section.groups:
        yield Part(group.label, head=tuple(item.text for item in group.items))
    if section.note:
        yield Part(None, rest=(section.note,))


def entry_part(entry: Entry, left_out: int = 0) -> Part:
    """An entry, without those of its bullets that were left out."""
    summary = paragraphs(entry.summary) if entry.summary else ()
    head = tuple(filter(None, (entry.organisation, entry.note, entry.period, entry.location)))
    bullets = tuple(" ".join(one.text.split()) for one in entry.bullets if stays(one.rank, left_out))
    return Part(entry.title, (*head, *summary), (*bullets, *(link.text for link in entry.links)))
