"""`folio score` for several platforms: a line for each, then what opens the next level and what helps on most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from folio.cli.one import gain
from folio.cli.terminal import EARNED, MISSING, UNKNOWN, bar, bold, faint, flowing, width, wrapped
from folio.cli.text import columns, cut, fitted
from folio.readiness.check import plural
from folio.readiness.explain.words import hours, tenths

if TYPE_CHECKING:
    from folio.readiness.report import ActionSeen, Report

HELP = 3


def table(reports: Sequence[Report]) -> Iterator[str]:
    """A row for each platform in the order asked for, and the steps that they have in common."""
    first = reports[0]
    yield wrapped(f"{bold(first.person)} · {first.role} · {first.today.isoformat()}")
    yield ""
    yield from _rows(reports)
    yield from _first_steps(reports)
    yield from _common_steps(reports)
    yield ""
    yield bold("How old the checklists are")
    title = max(columns(one.platform.title) for one in reports)
    for one in reports:
        yield faint(f"  {fitted(one.platform.title, title)}  {cut(one.platform.as_of, width() - title - 4)}")
    yield ""
    yield faint(wrapped(first.note))


def _rows(reports: Sequence[Report]) -> Iterator[str]:
    # 3 points, 7 not known, 6 gates, and two columns of space between all
    level = max(5, *(columns(one.level.title) for one in reports))
    nexts = [_next_level(one) for one in reports]
    ahead = max(10, *(columns(one) for one in nexts))
    fixed = 2 + level + 6 + 9 + 7 + ahead + 4 * 2
    title = min(max(8, *(columns(one.platform.title) for one in reports)), max(width() - fixed - 10, 8))
    room = min(max(width() - fixed - title - 2, 6), 30)
    heads = (fitted("platform", title), fitted("level", level), fitted("points", 6 + room + 1), "unknown", "gates ", "next level")
    yield faint("  " + "  ".join(heads))
    for one, ahead_of in zip(reports, nexts, strict=True):
        met = sum(gate.state == "met" for gate in one.gates)
        unknown = click.style(f"{one.points.unknown:>7}", fg="yellow" if one.points.unknown else None)
        cells = (
            fitted(one.platform.title, title),
            fitted(one.level.title, level),
            f"{one.points.earned:>3} {bar(one.points, room + 3, 100)}",
            unknown,
            fitted(f"{met} of {len(one.gates)}" if one.gates else "none", 6),
            ahead_of,
        )
        yield "  " + "  ".join(cells)
    legend = (f"{click.style(EARNED, fg='green')} earned", f"{click.style(UNKNOWN, fg='yellow')} not known", f"{faint(MISSING)} not there")
    yield from flowing(legend, "   ", 2)


def _next_level(report: Report) -> str:
    """The next level and what lacks: points first, then floors and gates."""
    ids = [one.id for one in report.rules.levels]
    above = report.rules.levels[ids.index(report.level.id) + 1 :]
    if not above:
        return "all reached"
    rung = above[0]
    lacks = [f"{lack} points"] if (lack := rung.points - report.points.earned) > 0 else []
    if rung.id == report.target.id and not lacks:
        kinds = {"floor": "floor", "gate": "gate", "hygiene": "gate", "beyond-claims": "better evidence"}
        unmet = [kinds.get(one.kind, "") for one in report.conditions if one.state != "met"]
        lacks = [plural(unmet.count(kind), kind) for kind in ("floor", "gate") if kind in unmet]
        lacks = lacks or ["evidence"]
    return f"{rung.title}: {', '.join(lacks)}" if lacks else rung.title


def _first_steps(reports: Sequence[Report]) -> Iterator[str]:
    """The step that comes first on each platform; platforms with the same one share its lines."""
    shared: dict[str, list[Report]] = {}
    for one in reports:
        if one.actions:
            shared.setdefault(one.actions[0].check, []).append(one)
    if not shared:
        return
    yield ""
    yield bold("The first step on each")
    for some in shared.values():
        action = some[0].actions[0]
        yield f"  {wrapped(', '.join(one.platform.title for one in some), indent=2)}"
        yield f"    {wrapped(action.todo, indent=4)}"
        yield f"    {faint(wrapped(gain(action), indent=4))}"


def _common_steps(reports: Sequence[Report]) -> Iterator[str]:
    """Steps that raise most platforms, beside those that come first somewhere."""
    said = {one.actions[0].check for one in reports if one.actions}
    found: dict[str, list[ActionSeen]] = {}
    for one in reports:
        for action in one.actions:
            if action.check not in said:
                found.setdefault(action.check, []).append(action)
    most = sorted(found.values(), key=lambda some: (-len(some), -sum(one.gain for one in some), some[0].check))
    common = [some for some in most if len(some) * 2 > len(reports)][:HELP]
    if not common:
        return
    yield ""
    yield bold("What helps on most of them")
    for some in common:
        low, high = (tenths(pick(one.gain for one in some)) for pick in (min, max))
        gained = f"+{low} points" if low == high else f"+{low} to {high} points"
        yield f"  - {wrapped(some[0].todo, indent=4)}"
        yield f"    {faint(wrapped(f'on {len(some)} of {len(reports)}: {gained} · {hours(some[0].minutes)} · {some[0].check}', indent=4))}"
