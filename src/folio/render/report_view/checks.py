"""Categories and their checks, each with everything behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from folio.readiness.explain import arithmetic, best_values, left_out
from folio.readiness.figures import hours, tenths
from folio.readiness.report import CategorySeen, CheckSeen, Report
from folio.render.chart import Bar, bar, by_level
from folio.render.report_view.claims import NoteShown, notes

SHOWN_ITEMS = 12
WEB = re.compile(r"https?://[^\s]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Find:
    """One piece of evidence."""

    name: str
    says: str
    level: str
    places: tuple[str, ...]
    none: bool


@dataclass(frozen=True, slots=True)
class CheckShown:
    """A check with everything behind it."""

    id: str
    title: str
    bar: Bar | None
    """None where a check gives no points."""
    points: str
    state: str
    why: str
    measures: str
    finds: tuple[Find, ...]
    more: int
    unread: tuple[tuple[str, str], ...]
    notes: tuple[NoteShown, ...]
    arithmetic: tuple[tuple[str, bool], ...]
    """Line by line, and whether a line explains the one before it."""
    next: str
    time: str
    sources: tuple[tuple[str, str], ...]
    """Names, with an address where there is one that a browser may open."""


@dataclass(frozen=True, slots=True)
class CategoryShown:
    """A category and its checks."""

    id: str
    title: str
    pillar: bool
    bar: Bar
    """As long as its weight against the heaviest category's."""
    points: str
    whole: str
    unknown: str
    missing: str
    floor: str
    checks: tuple[CheckShown, ...]


def categories(report: Report) -> tuple[CategoryShown, ...]:
    """Every category, pillars first as the rubric has them."""
    heaviest = max((one.weight for one in report.categories), default=0) * 1000
    return tuple(_category(report, one, heaviest) for one in report.categories)


def _category(report: Report, category: CategorySeen, heaviest: int) -> CategoryShown:
    points = category.points
    whole = points.earned + points.unknown + points.missing
    checks = tuple(check for check in report.checks if check.category == category.id)
    label = (
        f"{category.title}: of {whole} points {points.earned} earned, {points.unknown} not known,"
        f" {points.missing} not there"
    )
    if category.floor:
        label += f"; the floor is at {category.floor} %"
    return CategoryShown(
        id=category.id,
        title=category.title,
        pillar=category.pillar,
        bar=bar(by_level(checks), category.split, label, floor=category.floor or 0, across=heaviest),
        points=str(points.earned),
        whole=str(whole),
        unknown=str(points.unknown) if points.unknown else "",
        missing=str(points.missing) if points.missing else "",
        floor=str(category.floor) if category.floor else "",
        checks=tuple(_check(report, check) for check in checks),
    )


def _check(report: Report, check: CheckSeen) -> CheckShown:
    counted = best_values(check)
    label = f"{check.score // 10} % earned, {(check.ceiling - check.score) // 10} % not known"
    return CheckShown(
        id=check.id,
        title=check.title,
        bar=bar(check.parts, check.split, label) if check.weight else None,
        points=f"{tenths(check.split.earned)} of {tenths(check.weight * 1000)}" if check.weight else "gate",
        state=_state(check),
        why=check.why,
        measures=check.measures,
        finds=tuple(
            Find(item.name, item.says, item.level, item.places, not item.value) for item in counted[:SHOWN_ITEMS]
        ),
        more=max(len(counted) - SHOWN_ITEMS, 0),
        unread=tuple((one.name, one.why) for one in check.unread),
        notes=tuple(one for one in notes(report) if one.check == check.id),
        arithmetic=tuple((one, one.startswith(" ")) for one in (*arithmetic(check), *left_out(report, check))),
        next=check.next if check.score < 1000 else "",
        time=hours(check.minutes),
        sources=tuple((one.name, one.url if one.url and WEB.fullmatch(one.url) else "") for one in check.sources),
    )


def _state(check: CheckSeen) -> str:
    if check.hygiene:
        return "nothing found" if check.score else "found"
    if check.score == 1000:
        return "complete"
    return "" if check.score else "not there" if check.ceiling == 0 else "not known"
