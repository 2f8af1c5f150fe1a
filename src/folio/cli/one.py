"""`folio score` for one platform: the whole report in a terminal's width."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from folio.cli.aside import annotated, claims, not_counted
from folio.cli.headline import headline, unclaimed
from folio.cli.steps import asks_first, questions, steps
from folio.cli.terminal import FLOOR, bar, bold, faint, width, wrapped
from folio.cli.text import columns, fitted
from folio.readiness.check import plural

if TYPE_CHECKING:
    from folio.readiness.report import ConditionSeen, Report

OPEN = 3
STATES = {"met": "green", "open": "yellow", "not met": "red"}


def lines(report: Report) -> Iterator[str]:
    """The report, line by line, for somebody who wants to know where they stand and what to do."""
    yield from headline(report)
    yield from unclaimed(report)
    yield from _categories(report)
    yield from _target(report)
    for part in (questions, steps) if asks_first(report) else (steps, questions):
        yield from part(report)
    yield from not_counted(report)
    yield from annotated(report)
    yield from claims(report)
    yield from _checklist(report)


def _categories(report: Report) -> Iterator[str]:
    yield ""
    title = min(max(columns(one.title) for one in report.categories), width() - 39)
    asks = any(one.unknown for one in (each.points for each in report.categories))
    room = min(max(width() - title - 19 - (14 if asks else 0), 6), 50)
    for one in report.categories:
        whole = one.points.earned + one.points.unknown + one.points.missing
        shown = bar(one.points, room, whole, one.floor)
        unknown = click.style(f"  {one.points.unknown:>2} not known", fg="yellow") if one.points.unknown else ""
        mark = "*" if one.pillar else " "
        yield f"  {fitted(one.title, title)} {mark} {shown}  {one.points.earned:>2} of {whole:>2}{unknown}"
    if any(one.pillar for one in report.categories):
        tick = f"; {FLOOR} marks the floor that {report.target.title} asks for"
        yield faint(f"  * a pillar{tick if any(one.floor for one in report.categories) else ''}")


def _target(report: Report) -> Iterator[str]:
    """What the level takes: in full words what is not met, and what is open where that is little; the rest by name."""
    by_state = {state: [one for one in report.conditions if one.state == state] for state in STATES}
    met, opened = len(by_state["met"]), by_state["open"]
    full = [*by_state["not met"], *(opened if len(opened) <= OPEN else ())]
    yield ""
    yield bold(f"{report.target.title} takes {plural(len(report.conditions), 'thing')}, {met} of them met")
    for one in full:
        yield _state(one.state, _condition(one))
    for state in ("open", "met"):
        if named := [one.title for one in by_state[state] if one not in full]:
            yield _state(state, "; ".join(named))
    if len(opened) > OPEN:
        yield f"           {faint(wrapped('open is what is not known yet; see folio explain level', indent=11))}"


def _state(state: str, text: str) -> str:
    return f"  {click.style(f'{state:<7}', fg=STATES[state])}  {wrapped(text, indent=11)}"


def _condition(one: ConditionSeen) -> str:
    check = f" ({one.about})" if one.kind in ("gate", "hygiene") else ""
    return f"{one.title}: {one.says}{check}"


def _checklist(report: Report) -> Iterator[str]:
    yield ""
    if report.not_observable:
        yield wrapped(f"Can't be observed here, so rehearse it: {'; '.join(report.not_observable)}.")
    platform = report.platform
    yield faint(wrapped(f"How old the checklist is: {platform.as_of}."))
    yield faint(wrapped(f"What it rests on: {platform.basis}."))
    if platform.uncertain:
        yield faint(wrapped(f"What is uncertain in it: {'; '.join(platform.uncertain)}."))
    yield ""
    yield faint(wrapped(report.note))
