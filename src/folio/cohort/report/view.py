"""The page of a cohort as it is drawn: where each stretch of a chart lies, and the words for those who can't see it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from folio.cohort.report.model import CategoryFigures, CohortReport, Person, PlatformFigures, Share, Spread, StepFigures
from folio.readiness.figures import hours
from folio.render.chart import Bar, Segment, percent

KINDS = ("claimed", "attested", "observed", "verified")
"""The fills of levels, the lowest first: the higher the level, the stronger the colour."""
ROUNDED = 1000
"""Figures are drawn to so many parts of a point."""
TOP, BASE = 20, 190
"""Between these heights the columns of the histogram stand."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the histogram."""

    x: str
    middle: str
    y: int
    height: int
    people: str
    says: str


@dataclass(frozen=True, slots=True)
class Range:
    """The middle half of the people: where it begins and ends, and where the middle is, in percent of the width."""

    x: str
    end: str
    middle: str
    whole: str
    """How far the line goes: all that there could be."""
    label: str


def view(report: CohortReport) -> dict[str, Any]:
    """The values of the page's template."""
    return {
        "people": f"{report.people:,}",
        "days": " to ".join(dict.fromkeys(report.days)),
        "one": report.people == 1,
        "least": report.least,
        "ranked": report.ranked,
        "note": report.note,
        "platforms": [_platform(one) for one in report.platforms],
        "with_people": any(one.persons for one in report.platforms),
    }


def _platform(one: PlatformFigures) -> dict[str, Any]:
    widest = max((each.whole for each in one.categories), default=0.0)
    return asdict(one) | {
        "profiles": f"{one.profiles:,}",
        "scored": f"{one.scored:,}",
        "with_problems": f"{one.with_problems:,}" if one.with_problems else "",
        "columns": columns(one.histogram),
        "range": asdict(spanned(one.points, 100, "points")) if one.points else None,
        "histogram_label": _in_words(one),
        "level_bar": asdict(shares(one.levels, f"Levels on {one.title}")),
        "levels": [_share(each) | {"kind": KINDS[min(at, 3)]} for at, each in enumerate(one.levels)],
        "tracks": [_share(each) for each in one.tracks],
        "confidence": [_share(each) for each in one.confidence],
        "categories": [_category(each, widest) for each in one.categories],
        "steps": [_step(each) for each in one.steps],
        "guards": [_share(each) for each in one.guards],
        "missing": [_check(each) for each in one.missing],
        "unknown": [_check(each) for each in one.unknown],
        "problems": [asdict(each) | {"people": f"{each.people:,}"} for each in one.problems],
        "persons": [_person(each, one) for each in one.persons],
        "persons_more": f"{one.persons_more:,}" if one.persons_more else "",
    }


def columns(histogram: Sequence[int]) -> list[dict[str, Any]]:
    """The columns of a histogram by tens: the highest fills the height, and one person is always seen."""
    most = max(histogram, default=0) or 1
    found = []
    for at, many in enumerate(histogram):
        height = max(many * (BASE - TOP) // most, 2) if many else 0
        says = f"{at * 10} to {at * 10 + 9 + (at == 9)}"
        found.append(asdict(Column(f"{at * 10}.5", f"{at * 10 + 5}", BASE - height, height, f"{many:,}", says)))
    return found


def spanned(spread: Spread, whole: float, unit: str, *, across: float = 0) -> Range:
    """A spread on a line that is `whole` long; where `across` is given, the full width stands for that."""
    across = across or whole
    low, middle, high, end = (
        percent(round(each * ROUNDED), round(across * ROUNDED)) for each in (*_values(spread), whole)
    )
    label = f"{_number(spread.median)} {unit} in the middle, half of the people have {_number(spread.low)} to "
    return Range(low, high, middle, end, label + _number(spread.high))


def shares(of: Sequence[Share], name: str) -> Bar:
    """Everybody as one bar, dealt by what is true of them."""
    whole = sum(one.people for one in of)
    parts = [(KINDS[min(at, 3)], one.people) for at, one in enumerate(of)]
    says = ", ".join(f"{one.title} {one.people:,} ({one.percent} %)" for one in of)
    return _bar(parts, whole, f"{name}: {says}")


def _category(one: CategoryFigures, widest: float) -> dict[str, Any]:
    parts = [(kind, round(each * ROUNDED)) for kind, each in
             (("observed", one.mean_earned), ("unknown", one.mean_unknown), ("missing", one.mean_missing))]  # fmt: skip
    span = spanned(one.earned, one.whole, "points", across=widest)
    label = (
        f"{one.title}: on average {one.mean_earned:.1f} of {one.whole:.1f} points earned, {one.mean_unknown:.1f} not"
        f" known, {one.mean_missing:.1f} not there; earned: {span.label}"
    )
    return {
        "title": one.title, "id": one.id, "whole": f"{one.whole:.1f}", "earned": f"{one.mean_earned:.1f}",
        "low": f"{one.earned.low:.1f}", "median": f"{one.earned.median:.1f}", "high": f"{one.earned.high:.1f}",
        "unknown": f"{one.mean_unknown:.1f}", "missing": f"{one.mean_missing:.1f}",
        "bar": asdict(_bar(parts, round(widest * ROUNDED), label)), "range": asdict(span),
    }  # fmt: skip


def _bar(parts: Sequence[tuple[str, int]], whole: int, label: str) -> Bar:
    segments, at = [], 0
    for kind, width in parts:
        if width:
            segments.append(Segment(kind, width, percent(at, whole), percent(width, whole)))
        at += width
    return Bar(tuple(segments), label)


def _step(one: StepFigures) -> dict[str, Any]:
    return asdict(one) | {
        "people": f"{one.people:,}", "gain": f"+{one.gain:.1f}", "per_hour": f"{one.per_hour:.1f}",
        "time": hours((one.minutes_least, one.minutes_most)), "single": one.people == 1,
    }  # fmt: skip


def _check(one: Any) -> dict[str, Any]:
    return asdict(one) | {"people": f"{one.people:,}", "points": f"{one.points:.2f}"}


def _share(one: Share) -> dict[str, Any]:
    return asdict(one) | {"people": f"{one.people:,}", "single": one.people == 1}


def _person(one: Person, platform: PlatformFigures) -> dict[str, Any]:
    levels = {each.id: each.title for each in platform.levels}
    steps = {each.check: each.title for each in platform.steps}
    return asdict(one) | {
        "level": levels.get(one.level or "", one.level or "not scored"),
        "first_step": steps.get(one.first_step or "", one.first_step or ""),
    }


def _in_words(one: PlatformFigures) -> str:
    """The histogram for those who can't see it."""
    if one.points is None:
        return ""
    tens = ", ".join(f"{at * 10} to {at * 10 + 9 + (at == 9)}: {many:,}" for at, many in enumerate(one.histogram))
    return f"People by points on {one.title}: {tens}; {spanned(one.points, 100, 'points').label}"


def _values(spread: Spread) -> tuple[float, float, float]:
    return spread.low, spread.median, spread.high


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
