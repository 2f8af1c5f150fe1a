"""The catalogue: every check as data, and how checks add up."""

from typing import Annotated, Literal

from pydantic import Field

from folio.evidence.level import Level
from folio.frozen import Frozen
from folio.profile.fields import Line, Url

Milli = Annotated[int, Field(ge=0, le=1000)]
Percent = Annotated[int, Field(ge=0, le=100)]
Count = Annotated[int, Field(ge=0, le=100_000)]
Curve = tuple[tuple[Count, Milli], ...]
Minutes = tuple[Count, Count]
LevelName = Literal["claimed", "attested", "observed", "verified"]
Reads = Literal["profile", "repository", "article", "link", "host"]
Aggregate = Literal["best", "top3", "count", "union", "all"]


class Caps(Frozen):
    """The most an item can be worth, by how well it is supported."""

    claimed: Milli
    attested: Milli
    observed: Milli
    verified: Milli

    def of(self, level: Level) -> int:
        """The cap at `level`."""
        return (self.claimed, self.attested, self.observed, self.verified)[level - 1]


class Category(Frozen):
    """A group of checks; a pillar can have a floor."""

    id: str
    title: str
    pillar: bool = False


class Source(Frozen):
    """Where a criterion comes from."""

    name: Line
    url: Url | None = None


class Part(Frozen):
    """One part of a subject's quality. With `instead_of`, it is only asked where that other part is missing."""

    id: str
    milli: Milli
    says: Line
    instead_of: str | None = None
    next: str = ""
    """What adds this part to something that has others: a step of its own."""
    minutes: Minutes | None = None
    """How long that takes; None where it takes what the whole step takes."""
    later: bool = False
    """It comes with time: no next step adds it while anything else is missing."""


class Asked(Frozen):
    """A field that a platform can ask for; the parts of the check on platforms' own fields are made of these."""

    id: str
    says: Line
    next: Line
    minutes: Minutes
    sources: tuple[str, ...]


class Entry(Frozen):
    """A check as data."""

    id: str
    category: str
    weight: Count
    title: Line
    reads: tuple[Reads, ...]
    aggregate: Aggregate
    caps: str
    curve: Curve = ()
    parts: tuple[Part, ...] = ()
    of_platform: bool = False
    """Its parts are the fields that the platform asks for; where a platform asks for none, it does not apply."""
    measures: Line
    next: Line
    adds: Count = 1
    reaches: LevelName = "observed"
    """How well the next step's evidence is supported."""
    most: Count | None = None
    """How many facets there can be."""
    begins: bool = False
    """The next step begins something new, whatever there is already."""
    single: bool = False
    """There is one subject only, the profile."""
    minutes: Minutes
    requires: tuple[str, ...] = ()
    sources: tuple[str, ...]
    hygiene: bool = False


class Words(Frozen):
    """What a check is called for one role, and its next step there. What is measured stays the same, but for parts that
    nobody asks of the role."""

    title: Line | None = None
    next: Line | None = None
    parts: dict[str, Line] = {}
    """By part, the step that adds it."""
    without: tuple[str, ...] = ()
    """Parts that are not asked of this role; the others share what they are worth."""


class Track(Frozen):
    """A role, and the checks that do not apply to it: the only source of "not applicable"."""

    title: Line
    without: tuple[str, ...] = ()
    words: dict[str, Words] = {}
    """By check, the words that fit this role better than the catalogue's."""


class Rung(Frozen):
    """A level and what it takes."""

    id: str
    title: Line
    points: Percent
    floors_percent: Count = 0
    beyond_claims: Percent = 0
    gates: bool = False


class Confidence(Frozen):
    """A word for how much was looked at and how little of it is only claimed."""

    id: str
    coverage: Percent
    beyond_claims_percent: Percent


class Catalogue(Frozen):
    """Every check, and how checks add up."""

    id: str
    version: str
    caps: dict[str, Caps]
    categories: tuple[Category, ...]
    sources: dict[str, Source]
    fields: tuple[Asked, ...]
    checks: tuple[Entry, ...]
    tracks: dict[str, Track]
    levels: tuple[Rung, ...]
    confidence: tuple[Confidence, ...]

    def field(self, identifier: str) -> Asked:
        """The field with this id, which must be one of `fields`."""
        return next(one for one in self.fields if one.id == identifier)
