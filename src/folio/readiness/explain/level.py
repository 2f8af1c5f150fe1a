"""The levels: what each takes, and where the person stands."""

from __future__ import annotations

from collections.abc import Iterator

from folio.readiness.arithmetic import POINT
from folio.readiness.check import plural
from folio.readiness.explain.section import Section
from folio.readiness.figures import tenths
from folio.readiness.report import Report, RungSeen


def level_sections(report: Report) -> Iterator[Section]:
    """Each level with what it takes, the lowest first."""
    ids = [one.id for one in report.rules.levels]
    reached, possible = ids.index(report.level.id), ids.index(report.up_to.id)
    here = f"{report.level.title} on {report.platform.title}: {report.points.earned} of 100 points"
    rule = "a level takes everything it lists, and every level below it; only what is earned counts"
    yield Section(here, (rule,))
    for number, rung in enumerate(report.rules.levels):
        further = "could be, once what is not known is settled" if number <= possible else "not reached"
        state = "reached" if number <= reached else further
        yield Section(f"{rung.title}: {state}", tuple(_takes(report, rung)))


def _takes(report: Report, rung: RungSeen) -> Iterator[str]:
    yield _line(f"{rung.points} points", tenths(report.totals.earned), report.totals.earned >= rung.points * POINT)
    if rung.floors_percent:
        yield from _floors(report, rung)
    if rung.beyond_claims:
        has = sum(one.millionths for one in report.parts if one.level != "claimed")
        needs = f"{rung.beyond_claims} points that rest on more than claims"
        yield _line(needs, tenths(has), has >= rung.beyond_claims * POINT)
    if rung.gates and report.gates:
        met = [one for one in report.gates if one.state == "met"]
        others = [f"{one.title} ({one.about}) is {one.state}" for one in report.gates if one.state != "met"]
        yield "; ".join((f"{plural(len(report.gates), 'gate')}: {len(met)} met", *others))


def _floors(report: Report, rung: RungSeen) -> Iterator[str]:
    for category in report.categories:
        # As the engine does it: the floor that Ready asks for, times what this level asks of it.
        percent = report.rules.floors.get(category.id, 0) * rung.floors_percent
        if percent:
            needs = category.weight * 1000 * percent // 10_000
            share = category.split.earned * 100 // (category.weight * 1000) if category.weight else 0
            yield _line(f"{category.title} at {percent / 100:g} %", f"{share} %", category.split.earned >= needs)


def _line(needs: str, has: str, enough: bool) -> str:
    return f"{needs}: {has} now, {'met' if enough else 'not yet'}"
