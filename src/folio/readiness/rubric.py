"""The rubric: what is checked and what each platform asks, as data read from YAML."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from folio.document import Document, read
from folio.errors import FolioError, InputError, Problem
from folio.evidence.level import Level
from folio.frozen import Frozen
from folio.options import DEFAULT_PLATFORM
from folio.readiness.arithmetic import deal
from folio.schema import suggestion, validate

FOLDER = Path(__file__).parent / "rubric"

Milli = Annotated[int, Field(ge=0, le=1000)]
Count = Annotated[int, Field(ge=0)]
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

    name: str
    url: str | None = None


class Part(Frozen):
    """One part of a subject's quality. With `instead_of`, it is only asked where that other part is missing."""

    id: str
    milli: Milli
    says: str
    instead_of: str | None = None
    next: str = ""
    """What adds this part to something that has others: a step of its own."""
    minutes: tuple[Count, Count] | None = None
    """How long that takes; None where it takes what the whole step takes."""


class Entry(Frozen):
    """A check as data."""

    id: str
    category: str
    weight: Count
    title: str
    reads: tuple[Reads, ...]
    aggregate: Aggregate
    caps: str
    curve: tuple[tuple[Count, Milli], ...] = ()
    parts: tuple[Part, ...] = ()
    measures: str
    next: str
    adds: Count = 1
    reaches: LevelName = "observed"
    """How well the next step's evidence is supported."""
    most: Count | None = None
    """How many facets there can be."""
    begins: bool = False
    """The next step begins something new, whatever there is already."""
    single: bool = False
    """There is one subject only, the profile."""
    minutes: tuple[Count, Count]
    requires: tuple[str, ...] = ()
    sources: tuple[str, ...]
    hygiene: bool = False


class Track(Frozen):
    """A role, and the checks that do not apply to it: the only source of "not applicable"."""

    title: str
    without: tuple[str, ...] = ()


class Rung(Frozen):
    """A level and what it takes."""

    id: str
    title: str
    points: Count
    floors_percent: Count = 0
    beyond_claims: Count = 0
    gates: bool = False


class Confidence(Frozen):
    """A word for how much was looked at and how little of it is only claimed."""

    id: str
    coverage: Count
    beyond_claims_percent: Count


class Catalogue(Frozen):
    """Every check, and how checks add up."""

    id: str
    version: str
    caps: dict[str, Caps]
    categories: tuple[Category, ...]
    sources: dict[str, Source]
    checks: tuple[Entry, ...]
    tracks: dict[str, Track]
    levels: tuple[Rung, ...]
    confidence: tuple[Confidence, ...]


class Gate(Frozen):
    """A check that a platform asks for before anything else, by evidence of at least `level`."""

    check: str
    at_least: Milli
    level: LevelName

    @property
    def minimum(self) -> Level:
        """The weakest evidence that counts."""
        return Level[self.level.upper()]


class Platform(Frozen):
    """What one platform asks: weights of categories, floors of pillars, gates."""

    id: str
    title: str
    as_of: str
    basis: str
    categories: dict[str, Count]
    emphasis: dict[str, Count] = {}
    floors: dict[str, Count] = {}
    subjects: dict[str, tuple[str, ...]] = {}
    """For a check named here, only these subjects count."""
    gates: tuple[Gate, ...] = ()
    not_observable: tuple[str, ...] = ()
    uncertain: tuple[str, ...] = ()


class Rubric(Frozen):
    """The catalogue as one platform weighs it."""

    catalogue: Catalogue
    platform: Platform

    @cached_property
    def digest(self) -> str:
        """Changes when any number or word of the rubric changes."""
        content = json.dumps(self.model_dump(mode="json"), sort_keys=True, ensure_ascii=True, separators=(",", ":"))
        return hashlib.sha256(content.encode()).hexdigest()

    def entries(self, track: str) -> tuple[Entry, ...]:
        """The checks that apply to a role track; raises FolioError when there is no such track."""
        tracks = self.catalogue.tracks
        if track not in tracks:
            raise FolioError(f"there is no track '{track}'; {suggestion(track, list(tracks))}")
        return tuple(entry for entry in self.catalogue.checks if entry.id not in tracks[track].without)

    def weights(self, track: str) -> dict[str, int]:
        """Each check's weight, 1000 in all: the platform's category weights, dealt by base weight and emphasis."""
        weights = {entry.id: 0 for entry in self.entries(track)}
        for category, whole in self.platform.categories.items():
            shares = {
                entry.id: entry.weight * self.platform.emphasis.get(entry.id, 1)
                for entry in self.entries(track)
                if entry.category == category
            }
            weights |= deal(whole, shares)
        return weights


def rubric(platform: str | Path = DEFAULT_PLATFORM) -> Rubric:
    """The rubric for a platform by its name, or by the path of a platform file of one's own.

    Raises FolioError when there is none of that name, InputError with every problem in the file.
    """
    return _rubric(str(platform))


def platforms() -> tuple[str, ...]:
    """The names of the platforms that ship with folio."""
    return tuple(sorted(path.stem for path in (FOLDER / "platforms").glob("*.yaml")))


@lru_cache(maxsize=16)
def _rubric(platform: str) -> Rubric:
    catalogue = _catalogue()
    if platform in platforms():
        document = read(FOLDER / "platforms" / f"{platform}.yaml", name=f"{platform}.yaml")
    elif platform.endswith((".yaml", ".yml")):
        document = read(Path(platform))
    else:
        raise FolioError(f"there is no platform '{platform}'; {suggestion(platform, list(platforms()))}")
    checked = validate(Platform, document)
    if problems := list(_problems(document, checked, catalogue)):
        raise InputError(problems)
    return Rubric(catalogue=catalogue, platform=checked)


@lru_cache(maxsize=1)
def _catalogue() -> Catalogue:
    document = read(FOLDER / "catalogue.yaml", name="catalogue.yaml")
    return validate(Catalogue, document)


def _problems(document: Document, platform: Platform, catalogue: Catalogue) -> Iterator[Problem]:
    checks = [entry.id for entry in catalogue.checks]
    categories = [category.id for category in catalogue.categories]
    named: tuple[tuple[str, Mapping[str, object], list[str]], ...] = (
        ("categories", platform.categories, categories),
        ("floors", platform.floors, categories),
        ("emphasis", platform.emphasis, checks),
        ("subjects", platform.subjects, checks),
    )
    for field, given, known in named:
        for name in given:
            if name not in known:
                yield document.problem((field, name), f"there is no '{name}'", suggestion(name, known), key=True)
    for index, gate in enumerate(platform.gates):
        if gate.check not in checks:
            what = f"there is no check '{gate.check}'"
            yield document.problem(("gates", index, "check"), what, suggestion(gate.check, checks))
    if (whole := sum(platform.categories.values())) != 1000:
        todo = f"{'add' if whole < 1000 else 'take away'} {abs(1000 - whole)}"
        yield document.problem(("categories",), f"the weights add up to {whole}, not to 1000", todo)
