"""What moved since the run before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from folio.readiness.arithmetic import POINT
from folio.readiness.figures import tenths
from folio.readiness.history import Past
from folio.readiness.report import Report
from folio.render.report_view.figures import signed
from folio.render.timeline import runs

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Moved:
    """A check whose points changed."""

    check: str
    title: str
    points: str
    up: bool


@dataclass(frozen=True, slots=True)
class Since:
    """The difference to the last run before today's."""

    day: str
    says: str
    """`+3 points earned, 2 fewer not known`, or why they can't be compared."""
    moved: tuple[Moved, ...]
    more: int


def since(report: Report, history: Sequence[Past]) -> Since | None:
    """What changed; None on the first day."""
    course = runs(report, history)
    if len(course) < 2:
        return None
    before = course[-2]
    day = before.today.isoformat()
    if before.rubric != report.rubric.digest:
        return Since(day, "by another rubric, so that its figures can't be compared with these", (), 0)
    moved = _moved(report, before)
    return Since(day, _says(report, before), moved[:SHOWN], max(len(moved) - SHOWN, 0))


def _says(report: Report, before: Past) -> str:
    titles = {one.id: one.title for one in report.rules.levels}
    earned = report.points.earned - before.totals.earned // POINT
    points = "point" if abs(earned) == 1 else "points"
    words = [f"{signed(earned)} {points} earned" if earned else "as many points earned as before"]
    unknown = (report.totals.unknown - before.totals.unknown) // POINT
    if unknown:
        words.append(f"{abs(unknown)} {'more' if unknown > 0 else 'fewer'} not known")
    if before.level != report.level.id:
        words.append(f"{report.level.title} instead of {titles.get(before.level, before.level)}")
    return ", ".join(words)


def _moved(report: Report, before: Past) -> tuple[Moved, ...]:
    """The checks whose points moved by a tenth or more, most first."""
    changes = []
    for check in report.checks:
        score, _ = before.checks.get(check.id, (check.score, check.ceiling))
        change = check.weight * (check.score - score)
        if abs(change) >= POINT // 10:
            changes.append((change, check))
    ranked = sorted(changes, key=lambda one: (-abs(one[0]), one[1].id))
    return tuple(
        Moved(check.id, check.title, f"{'+' if change > 0 else '-'}{tenths(abs(change))}", change > 0)
        for change, check in ranked
    )
