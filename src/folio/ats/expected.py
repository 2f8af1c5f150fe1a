"""Every string that a résumé shows, in the order of reading: what a reader has to find in its PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from folio.portfolio.model import Html
from folio.portfolio.resume.model import Entry, Resume, Section

HEADER = "header"
BLOCK_ENDS = re.compile(r"</(?:p|li|h\d|pre|blockquote|td|th|tr|dt|dd)>|<br\s*/?>|<hr\s*/?>", re.IGNORECASE)
"""Where running text goes on in a line of its own."""


@dataclass(frozen=True, slots=True)
class Block:
    """The header or a section: a reader has to get its strings together and in this order.

    Which section comes first is the theme's choice.
    """

    name: str
    strings: tuple[str, ...]
    """The heading first, where it has one; a theme may write that in capitals."""


def blocks(resume: Resume, left_out: int = 0) -> tuple[Block, ...]:
    """The blocks of a résumé of which the first `left_out` ranks were left out to save room."""
    header = (resume.name, resume.headline, *(line.text for line in resume.contact))
    sections = (Block(one.name, tuple(_section(one, left_out))) for one in resume.sections)
    return (Block(HEADER, tuple(filter(None, header))), *sections)


def paragraphs(html: Html) -> tuple[str, ...]:
    """The text of each paragraph and list item, without markup."""
    parts = (Markup(part).striptags() for part in BLOCK_ENDS.split(html))
    return tuple(text for part in parts if (text := " ".join(part.split())))


def stays(rank: int | None, left_out: int) -> bool:
    """Whether what has this rank is in a document of which the first `left_out` were left out."""
    return rank is None or rank >= left_out


def _section(section: Section, left_out: int) -> Iterator[str]:
    yield section.title
    if section.prose:
        yield from paragraphs(section.prose)
    for entry in section.entries:
        if stays(entry.rank, left_out):
            yield from _entry(entry, left_out)
    for group in section.groups:
        yield group.label
        yield from (item.text for item in group.items)
    if section.note:
        yield section.note


def _entry(entry: Entry, left_out: int) -> Iterator[str]:
    yield from filter(None, (entry.title, entry.organisation, entry.note, entry.period, entry.location))
    if entry.summary:
        yield from paragraphs(entry.summary)
    yield from (" ".join(one.text.split()) for one in entry.bullets if stays(one.rank, left_out))
    yield from (link.text for link in entry.links)
