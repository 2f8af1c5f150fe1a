"""`folio score` for one platform: the whole report in a terminal's width."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from folio.cli.aside import annotated, claims, not_counted
from folio.cli.headline import headline
from folio.cli.steps import questions, steps
from folio.cli.terminal import FLOOR, bar, bold, faint, width, wrapped
from folio.cli.text import columns, fitted
from folio.readiness.check import plural

if TYPE_CHECKING:
    from folio.readiness.report import ConditionSeen, Report

STATES = {"met": "green", "open": "yellow", "not met": "red"}


def lines(report: Report) -> Iterator[str]:
    """The report, line by line, for somebody who wants to know where they stand and what to do."""
    yield from headline(report)
    yield from _categories(report)
    yield from _target(report)
    yield from steps(report)
    yield from questions(report)
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
    """What the level takes: in full words only what is not met."""
    met = [one for one in report.conditions if one.state == "met"]
    others = [one for one in report.conditions if one.state != "met"]
    yield ""
    yield bold(f"{report.target.title} takes {plural(len(report.conditions), 'thing')}, {len(met)} of them met")
    for one in sorted(others, key=lambda one: one.state == "open"):
        state = click.style(f"{one.state:<7}", fg=STATES[one.state])
        yield f"  {state}  {wrapped(_condition(one), indent=11)}"
    if met:
        titles = wrapped(" · ".join(one.title for one in met), indent=11)
        yield f"  {click.style('met    ', fg=STATES['met'])}  {titles}"


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
