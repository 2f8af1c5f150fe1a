"""How the points moved from run to run, as a drawing in whole numbers and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from folio.readiness.arithmetic import POINT
from folio.readiness.history import Past, past, series
from folio.readiness.present import whole_points
from folio.readiness.report import Report
from folio.render.report_view.figures import signed
from folio.version import VERSION

WIDTH, HEIGHT = 640, 250
LEFT, RIGHT, TOP, BOTTOM = 52, 628, 14, 214
DOTS = 40
"""So many runs can be told apart as dots."""
ROWS = 60


@dataclass(frozen=True, slots=True)
class Mark:
    """A place along one axis, and what is written there."""

    at: int
    says: str


@dataclass(frozen=True, slots=True)
class Dot:
    """One run."""

    x: int
    y: int
    says: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Runs by one rubric: the line of what is earned, and above it the band of what is not known."""

    line: str
    band: str
    dots: tuple[Dot, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One run in the table."""

    day: str
    level: str
    earned: int
    unknown: int
    missing: int
    change: str
    """Against the run before; empty where the two can't be compared."""
    other_rubric: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """Two days or more."""

    width: int
    height: int
    left: int
    right: int
    top: int
    bottom: int
    stretches: tuple[Stretch, ...]
    levels: tuple[Mark, ...]
    breaks: tuple[int, ...]
    """Where the rubric changed."""
    first: str
    last: str
    rows: tuple[Row, ...]
    """Latest first."""
    earlier: int
    """Runs that the table leaves out."""
    label: str


def runs(report: Report, history: Sequence[Past]) -> tuple[Past, ...]:
    """The runs that led to this report, itself the last: one a day, oldest first."""
    return series((*history, past(report, VERSION)), report)


def timeline(report: Report, history: Sequence[Past]) -> Timeline | None:
    """The course of this platform and track; None before there are two days to compare."""
    course = runs(report, history)
    if len(course) < 2:
        return None
    table = _rows(report, course)
    start, span = course[0].today, (course[-1].today - course[0].today).days
    xs = {one.today: LEFT + (RIGHT - LEFT) * (one.today - start).days // span for one in course}
    return Timeline(
        width=WIDTH,
        height=HEIGHT,
        left=LEFT,
        right=RIGHT,
        top=TOP,
        bottom=BOTTOM,
        stretches=tuple(_stretch(some, [xs[one.today] for one in some], len(course)) for some in _by_rubric(course)),
        levels=tuple(Mark(_y(one.points * POINT), one.title) for one in report.rules.levels if one.points),
        breaks=tuple((xs[a.today] + xs[b.today]) // 2 for a, b in pairwise(course) if a.rubric != b.rubric),
        first=course[0].today.isoformat(),
        last=course[-1].today.isoformat(),
        rows=tuple(reversed(table))[:ROWS],
        earlier=max(len(table) - ROWS, 0),
        label=f"Points earned went from {table[0].earned} on {table[0].day} to {table[-1].earned} on {table[-1].day};"
        f" {table[-1].unknown} are not known. The table below has every run.",
    )


def _by_rubric(course: Sequence[Past]) -> list[list[Past]]:
    stretches: list[list[Past]] = []
    for one in course:
        if stretches and stretches[-1][-1].rubric == one.rubric:
            stretches[-1].append(one)
        else:
            stretches.append([one])
    return stretches


def _stretch(some: Sequence[Past], xs: Sequence[int], whole: int) -> Stretch:
    earned = [(x, _y(one.totals.earned)) for x, one in zip(xs, some, strict=True)]
    best = [(x, _y(one.totals.earned + one.totals.unknown)) for x, one in zip(xs, some, strict=True)]
    few = whole <= DOTS or len(some) == 1
    return Stretch(
        line=_points(earned),
        band=_points([*best, *reversed(earned)]),
        dots=tuple(
            Dot(x, y, f"{one.today}: {one.totals.earned // POINT} earned")
            for (x, y), one in zip(earned, some, strict=True)
        )
        if few
        else (),
    )


def _rows(report: Report, course: Sequence[Past]) -> list[Row]:
    titles = {one.id: one.title for one in report.rules.levels}
    rows = []
    for before, one in zip((None, *course), course, strict=False):
        points = whole_points(one.totals.earned, one.totals.unknown, one.totals.missing)
        other = before is not None and before.rubric != one.rubric
        change = signed(points.earned - before.totals.earned // POINT) if before and not other else ""
        rows.append(
            Row(
                day=one.today.isoformat(),
                level=titles.get(one.level, one.level),
                earned=points.earned,
                unknown=points.unknown,
                missing=points.missing,
                change=change,
                other_rubric=other,
            )
        )
    return rows


def _y(millionths: int) -> int:
    return BOTTOM - (BOTTOM - TOP) * millionths // 1_000_000


def _points(pairs: Sequence[tuple[int, int]]) -> str:
    return " ".join(f"{x},{y}" for x, y in pairs)
