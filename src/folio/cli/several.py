"""`folio score` for several platforms: a line for each, then what opens the next level and what helps on most."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from folio.cli.terminal import EARNED, MISSING, UNKNOWN, bar, bold, faint, flowing, width, wrapped
from folio.cli.text import columns, cut, fitted
from folio.readiness.check import plural
from folio.readiness.figures import BECAUSE, hours, tenths

if TYPE_CHECKING:
    from folio.readiness.report import ActionSeen, Report

COMMON = 3
TITLE, BAR, SHORTEST, GAP = 24, 30, 4, 2
KINDS = {"points": "total", "beyond-claims": "claims", "floor": "floor", "gate": "gate", "hygiene": "gate"}


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
    titles = _column("", [cut(one.platform.title, TITLE) for one in reports])[1:]
    for title, one in zip(titles, reports, strict=True):
        yield faint(f"  {title}  {cut(one.platform.as_of, width() - columns(title) - 4)}")
    yield ""
    yield faint(wrapped(first.note))


def _rows(reports: Sequence[Report]) -> Iterator[str]:
    """The table: its bars take the room that is left; where there is none, they go, and what is not known with them."""
    levels = _column("level", [one.level.title for one in reports])
    gates = _column("gates", [_gates(one) for one in reports])
    ahead = _column("next level", [next_level(one) for one in reports])
    earned = [f"{'points':<6}", *(f"{one.points.earned:>6}" for one in reports)]
    unknown = ["unknown", *(_unknown(one) for one in reports)]
    names = [cut(one.platform.title, TITLE) for one in reports]
    titles = _column("platform", names)
    taken = sum(columns(each[0]) + GAP for each in (titles, levels, earned, gates, ahead))
    room = min(width() - taken - columns("unknown") - 2 * GAP, BAR)
    middle = [[" " * room, *(bar(one.points, room, 100) for one in reports)]] if room >= SHORTEST else []
    middle += [unknown] if room >= -GAP else []
    if width() < taken:
        room_for_titles = max(columns(titles[0]) - (taken - width()), 8)
        titles = [fitted(one, room_for_titles) for one in ("platform", *names)]
    for number, cells in enumerate(zip(titles, levels, earned, *middle, gates, ahead, strict=True)):
        row = (" " * GAP).join(cells).rstrip()
        yield f"  {row if number else faint(row)}"
    if room >= SHORTEST:
        yield from flowing(
            (f"{click.style(EARNED, fg='green')} earned", f"{click.style(UNKNOWN, fg='yellow')} not known",
             f"{faint(MISSING)} not there"), "   ", 2,
        )  # fmt: skip


def _column(head: str, cells: Sequence[str]) -> list[str]:
    """A column's heading and cells, all of one width."""
    wide = max(columns(one) for one in (head, *cells))
    return [fitted(one, wide) for one in (head, *cells)]


def _gates(report: Report) -> str:
    met = sum(one.state == "met" for one in report.gates)
    return f"{met} of {len(report.gates)}" if report.gates else "none"


def _unknown(report: Report) -> str:
    shown = f"{report.points.unknown:>7}"
    return click.style(shown, fg="yellow") if report.points.unknown else shown


def next_level(report: Report) -> str:
    """The next level and what it lacks: points, then floors and gates, then what is only to be found out."""
    ids = [one.id for one in report.rules.levels]
    above = report.rules.levels[ids.index(report.level.id) + 1 :]
    if not above:
        return "none above"
    rung = above[0]
    if (lack := rung.points - report.points.earned) > 0:
        return f"{rung.title}: +{lack}"
    states = [(KINDS[one.kind], one.state) for one in report.conditions if one.state != "met"]
    lacks = [kind for kind, state in states if state == "not met"]
    words = [plural(lacks.count(kind), kind) for kind in ("floor", "gate") if kind in lacks]
    words += ["more than claims"] if "claims" in lacks else []
    return f"{rung.title}: {', '.join(words) or f'{len(states)} open'}"


def _first_steps(reports: Sequence[Report]) -> Iterator[str]:
    """The step that comes first on each platform; platforms with the same one share its lines."""
    shared: dict[tuple[str, str], list[tuple[str, ActionSeen]]] = {}
    for one in reports:
        for step in one.actions[:1]:
            shared.setdefault((step.check, step.todo), []).append((one.platform.title, step))
    if not shared:
        return
    yield ""
    yield bold("The first step on each")
    for some in shared.values():
        steps = [step for _, step in some]
        yield f"  {wrapped(', '.join(title for title, _ in some), indent=2)}"
        yield f"    {wrapped(steps[0].todo, indent=4, most=2)}"
        yield f"    {faint(wrapped(_brings(steps, BECAUSE[steps[0].because]), indent=4))}"


def _common_steps(reports: Sequence[Report]) -> Iterator[str]:
    """Steps that raise most platforms, beside those that come first somewhere."""
    said = {step.check for one in reports for step in one.actions[:1]}
    shared: dict[tuple[str, str], list[ActionSeen]] = {}
    for one in reports:
        for step in one.actions:
            if step.check not in said:
                shared.setdefault((step.check, step.todo), []).append(step)
    most = sorted(shared.values(), key=lambda steps: (-len(steps), -sum(one.gain for one in steps), steps[0].check))
    common = [steps for steps in most if len(steps) * 2 > len(reports)][:COMMON]
    if not common:
        return
    yield ""
    yield bold("What helps on most of them")
    for steps in common:
        yield f"  - {wrapped(steps[0].todo, indent=4, most=2)}"
        yield f"    {faint(wrapped(_brings(steps, f'on {len(steps)} of {len(reports)}'), indent=4))}"


def _brings(steps: Sequence[ActionSeen], where: str) -> str:
    """What one step brings on several platforms."""
    low, high = (tenths(pick(one.gain for one in steps)) for pick in (min, max))
    gained = f"+{low} points" if low == high else f"+{low} to {high} points"
    return " · ".join((gained, hours(steps[0].minutes), where, steps[0].check))
