"""What a reader makes of a résumé: fields, each as it stands in the document."""

from __future__ import annotations

from dataclasses import dataclass, field

ENTRIES = ("experience", "projects", "contracts", "education", "publications", "talks")
"""Sections that are read as entries, each with a title."""


@dataclass(frozen=True, slots=True)
class ParsedEntry:
    """A job, project, degree, article or talk."""

    title: str = ""
    organisation: str = ""
    period: str = ""
    location: str = ""
    summary: str = ""
    bullets: tuple[str, ...] = ()
    other: tuple[str, ...] = ()
    """What the reader could make nothing of."""

    @property
    def texts(self) -> tuple[str, ...]:
        """All that is in it."""
        named = (self.title, self.organisation, self.period, self.location, self.summary)
        return (*filter(None, named), *self.bullets, *self.other)


@dataclass(frozen=True, slots=True)
class ParsedGroup:
    """Things under a label; the label is empty where there is none."""

    label: str
    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parsed:
    """The whole document."""

    name: str = ""
    headline: str = ""
    email: str = ""
    phone: str = ""
    links: tuple[str, ...] = ()
    location: str = ""
    summary: str = ""
    entries: dict[str, tuple[ParsedEntry, ...]] = field(default_factory=dict)
    """By section."""
    groups: dict[str, tuple[ParsedGroup, ...]] = field(default_factory=dict)
    """Skills, languages and terms, by section."""
    texts: dict[str, str] = field(default_factory=dict)
    """All that stands in a section, by the reader's name for it, or by its heading (folded) where it has none,
    which is then a part of it: it may be no heading at all."""
