"""The rows that a cohort's table is made of: its documented schema, as plain values. Names of people are not in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SCHEMA = 1
"""Of the rows; it grows with each change that a reader of tables could notice."""

Status = Literal["scored", "problem"]
State = Literal["met", "not met", "open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryRow:
    """How far one category is, in millionths of the whole score."""

    id: str
    earned: int
    unknown: int
    missing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRow:
    """How far one check is, in millionths of the whole score."""

    id: str
    category: str
    earned: int
    unknown: int
    missing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """A step to take, and what scoring again says that it brings."""

    check: str
    gain: int
    """In millionths of the whole score."""
    minutes_least: int
    minutes_most: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemRow:
    """One thing that is wrong with a profile: a compiler's line, in its parts."""

    file: str
    line: int
    column: int
    field: str
    what: str
    todo: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One profile on one platform; a profile that can't be scored has one row for each platform, with its problems."""

    id: str
    """What the profile is called in its sources; unique in a run."""
    platform: str
    """The rubric's id."""
    status: Status
    """`scored`, or `problem` where it could not be."""
    track: str | None = None
    """The role that it was scored for."""
    level: str | None = None
    """The level reached."""
    earned: int | None = None
    unknown: int | None = None
    missing: int | None = None
    """In millionths of the whole; the three add up to 1,000,000."""
    points: int | None = None
    """Earned, in whole points, as every report prints it."""
    confidence: str | None = None
    """In a word: how much was looked at, and how little of it is only claimed."""
    coverage: int | None = None
    """Percent of the whole that was looked at."""
    beyond_claims: int | None = None
    """Percent of what is earned that rests on more than claims."""
    categories: tuple[CategoryRow, ...] = ()
    """Of the rubric, in its order."""
    checks: tuple[CheckRow, ...] = ()
    """Those that apply to the role, in the rubric's order."""
    steps: tuple[StepRow, ...] = ()
    """The best next steps, the best first."""
    guards: tuple[str, ...] = ()
    """The guards by which something was left out, each once."""
    seen: int | None = None
    """Things that were looked at and seen."""
    not_seen: int | None = None
    """Things that could not be seen."""
    problems: tuple[ProblemRow, ...] = ()
    """What is wrong; of a row that is scored, why something could not be built."""
    built: bool | None = None
    """Whether site and documents were made; None where that was not asked for."""
