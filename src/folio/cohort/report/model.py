"""What a cohort comes to: figures of many people together, and single ones only where they were asked for."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

VERSION = 1
"""Of the report as JSON."""
NOTE = (
    "These are figures of a group. They say what evidence was found, not who is better, and they predict nobody's"
    " acceptance: interviews and tests can't be seen from here, and no platform publishes its thresholds."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """A quarter of the people have `low` or less, half have `median` or less, three quarters have `high` or less.

    Each is a value that somebody has.
    """

    low: float
    median: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many people something is true of."""

    id: str
    title: str
    people: int
    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryFigures:
    """One category, in points. The means add up to the whole; what lies in the middle does not."""

    id: str
    title: str
    whole: float
    mean_earned: float
    mean_unknown: float
    mean_missing: float
    earned: Spread
    unknown: Spread
    missing: Spread


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFigures:
    """One check: for how many it is so, and how many points of a person's that is on average."""

    id: str
    title: str
    category: str
    people: int
    percent: int
    """Of those whom the check applies to."""
    points: float
    """On average over everybody scored."""
    millionths: int
    """Of all people together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepFigures:
    """A step that is among the best ones of many people."""

    check: str
    title: str
    todo: str
    people: int
    percent: int
    gain: float
    """In points, in the middle."""
    minutes_least: int
    minutes_most: int
    """In the middle too."""
    per_hour: float
    """Points for an hour: all that it brings by all the time it takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemFigures:
    """One kind of problem; what differs from one profile to the other is left out."""

    field: str
    what: str
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One profile, where persons were asked for."""

    id: str
    status: str
    level: str | None
    points: int | None
    unknown: float | None
    first_step: str | None
    problems: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformFigures:
    """Everybody on one platform."""

    id: str
    title: str
    profiles: int
    scored: int
    """Profiles with a score; all figures below are of these."""
    with_problems: int
    """Profiles that could not be scored."""
    held_back: bool
    """Whether so few were scored that figures would be those of single persons; there are none then."""
    problems: tuple[ProblemFigures, ...] = ()
    """Why profiles were not scored, the most frequent first."""
    points: Spread | None = None
    """In whole points."""
    histogram: tuple[int, ...] = ()
    """People by tens of points: 0 to 9, 10 to 19, and so on; 100 is in the last one."""
    levels: tuple[Share, ...] = ()
    """The lowest first, those that nobody reached among them."""
    tracks: tuple[Share, ...] = ()
    """Roles."""
    confidence: tuple[Share, ...] = ()
    coverage: Spread | None = None
    """Percent of the whole that was looked at."""
    beyond_claims: Spread | None = None
    """Percent of what is earned that rests on more than claims."""
    seen: int = 0
    not_seen: int = 0
    """Things that were looked at, of all people together."""
    built: int = 0
    not_built: int = 0
    """Profiles whose site and documents were to be made."""
    categories: tuple[CategoryFigures, ...] = ()
    """In the rubric's order."""
    missing: tuple[CheckFigures, ...] = ()
    """Checks of which somebody lacks half or more, those that most people lack first."""
    unknown: tuple[CheckFigures, ...] = ()
    """Checks of which somebody has something that nobody could look at, likewise."""
    steps: tuple[StepFigures, ...] = ()
    """What is among the best next steps of most people first."""
    guards: tuple[Share, ...] = ()
    """By what something was seen and not counted."""
    left_out: int = 0
    """Lines that are held back, since they are about fewer people than a group has."""
    persons: tuple[Person, ...] = ()
    """Only where they were asked for."""
    persons_more: int = 0
    """Persons beyond those that are listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CohortReport:
    """The report, as it is printed in every form."""

    people: int
    """Profiles, each once."""
    days: tuple[str, ...]
    """The first and the last day that the rows are of, as ISO has them; none where the files do not say."""
    least: int
    """How many people make a group."""
    ranked: bool
    """Whether persons are in the order of their points."""
    platforms: tuple[PlatformFigures, ...]
    note: str = NOTE
    schema_version: int = VERSION

    def to_json(self) -> str:
        """Canonical JSON: sorted keys, two spaces, one newline at the end."""
        return json.dumps(asdict(self), sort_keys=True, ensure_ascii=False, indent=2) + "\n"
