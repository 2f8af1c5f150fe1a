"""What a résumé shows, ready to be laid out; every form of it is made from this and nothing else.

`str` is plain text and `Html` is sanitised. What privacy, an NDA or the target hides is not in here at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from folio.portfolio.parts import ContactLine, Html, Picture
from folio.portfolio.words import Words

if TYPE_CHECKING:  # what lays it out has no use for pydantic
    from folio.profile.appearance import Appearance, SectionName


@dataclass(frozen=True, slots=True)
class Bullet:
    """A sentence of an entry. One with a `rank` may be left out to save room, the lowest rank first."""

    html: Html
    priority: int = 0
    """From -9 to 9; what is least important is left out first."""
    rank: int | None = None

    @property
    def text(self) -> str:
        """The sentence without markup."""
        return self.html.striptags()


@dataclass(frozen=True, slots=True)
class Link:
    """An address as it is printed ("github.com/x/y") and as it is followed."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A position, contract, project, degree, talk or publication, or what is in a section of the person's own."""

    title: str
    organisation: str | None = None
    location: str | None = None
    period: str | None = None
    href: str | None = None
    note: str | None = None
    summary: Html | None = None
    bullets: tuple[Bullet, ...] = ()
    links: tuple[Link, ...] = ()
    pinned: bool = False
    """Whether nothing of it may be left out."""
    rank: int | None = None
    """Set where the whole entry may be left out."""


@dataclass(frozen=True, slots=True)
class Named:
    """A skill, a language or a term; with the page that shows it, where there is one."""

    text: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """Things under a label: a group of skills, or one term such as the rate."""

    label: str
    items: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part under its heading. It has prose, entries or groups: one of the three."""

    name: SectionName
    """All sections of the person's own are `more`."""
    title: str
    prose: Html | None = None
    entries: tuple[Entry, ...] = ()
    groups: tuple[Group, ...] = ()
    note: str | None = None
    """A line of small print below it."""


@dataclass(frozen=True, slots=True)
class Resume:
    """A résumé in one language, for one target or for everybody. Sections without anything to say are not in it."""

    name: str
    headline: str
    description: str
    """The headline, or the summary's first words: what a list of files shows of it."""
    contact: tuple[ContactLine, ...]
    photo: Picture | None
    sections: tuple[Section, ...]
    """In the order of reading."""
    words: Words
    language: str
    """For `lang`: a BCP 47 tag."""
    direction: str
    """`ltr` or `rtl`."""
    look: Appearance
    ordered: bool = False
    """Whether the person asked for this order of sections; a theme then keeps to it."""
    droppable: tuple[str, ...] = ()
    """What may be left out, by rank: the least important first. Each as a person would recognise it."""
    spare: int = 0
    """How many of those are so little important that they go before anything is set more closely."""
    target: str | None = None
    """The target's id."""
    source: bytes = b""
    """What it shows as a JSON Resume document."""

    def section(self, name: SectionName) -> Section | None:
        """The section of this name; of the person's own, the first."""
        return next((one for one in self.sections if one.name == name), None)
