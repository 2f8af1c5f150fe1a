"""A document as its sections: headings, and what stands below each."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from folio.repository.documents.cells import Table


class PageUnreadable(Exception):
    """A document that would take too long to parse."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it, up to the next heading of any level."""

    level: int
    title: str
    line: int
    prose: str
    code: tuple[str, ...]
    images: tuple[str, ...]
    links: tuple[str, ...]
    labels: tuple[str, ...]
    """What each link says; empty where that is a picture or the address itself."""
    tables: tuple[Table, ...]
    number: int = 0
    """Its place among the page's sections."""


@dataclass(frozen=True, slots=True)
class Page:
    """The sections of a document; the first holds what stands above the first heading and has level 0."""

    sections: tuple[Section, ...]

    @property
    def headings(self) -> tuple[Section, ...]:
        return tuple(one for one in self.sections if one.level)

    def first(self) -> tuple[Section, ...]:
        """What stands above the second heading: the title and its introduction."""
        return self.sections[:2] if len(self.sections) > 1 and self.sections[1].level == 1 else self.sections[:1]

    def below(self, heading: Section) -> tuple[Section, ...]:
        """The section of `heading` with the deeper ones that follow it."""
        end = heading.number + 1
        while end < len(self.sections) and self.sections[end].level > heading.level:
            end += 1
        return self.sections[heading.number : end]


class OpenSection:
    """A section that is being put together."""

    def __init__(self, level: int, title: str, line: int) -> None:
        self.level, self.title, self.line = level, title, line
        self.prose: list[str] = []
        self.code: list[str] = []
        self.images: list[str] = []
        self.links: list[tuple[str, str]] = []
        """Addresses and what the links say."""
        self.tables: list[Table] = []

    def closed(self, number: int) -> Section:
        return Section(
            level=self.level,
            title=self.title,
            line=self.line,
            prose="\n".join(self.prose),
            code=tuple(self.code),
            images=tuple(self.images),
            links=tuple(address for address, _ in self.links),
            labels=tuple(label for _, label in self.links),
            tables=tuple(sorted(self.tables, key=lambda one: one.line)),
            number=number,
        )


def closed(sections: Sequence[OpenSection], tables: Iterable[Table]) -> Page:
    """The page of these sections, with the tables that were found apart from them, each where it stands."""
    for one in tables:
        next(section for section in reversed(sections) if section.line <= one.line).tables.append(one)
    return Page(tuple(one.closed(number) for number, one in enumerate(sections)))
