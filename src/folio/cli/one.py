"""`folio score` for one platform: the whole report in a terminal's width."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from folio.cli.terminal import (
    EARNED, FLOOR, MISSING, UNKNOWN, bar, bold, drawn, faint, flowing, width, wrapped,
)  # fmt: skip
from folio.cli.text import columns, fitted
from folio.readiness.check import plural
from folio.readiness.explain.words import hours, tenths

if TYPE_CHECKING:
    from folio.readiness.report import ActionSeen, CategorySeen, ConditionSeen, Report

LEVELS = {"verified": "bright_green", "observed": "green", "attested": "cyan", "claimed": "blue"}
STATES = {"met": "green", "open": "yellow", "not met": "red"}
BECAUSE = {"gate": "opens a gate", "floor": "lifts a pillar to its floor", "points": "most points for the time"}
STEPS, QUESTIONS, EXCLUSIONS, CLAIMS = 3, 3, 6, 3


def lines(report: Report) -> Iterator[str]:
    """The report, line by line, for somebody who wants to know where they stand and what to do."""
    yield from headline(report)
    yield from _categories(report)
    yield from _target(report)
    yield from steps(report)
    yield from _questions(report)
    yield from _not_counted(report)
    yield from _annotations(report)
    yield from _claims(report)
    yield from _checklist(report)


def headline(report: Report) -> Iterator[str]:
    """Who, where, how far, and the whole as one bar."""
    points = report.points
    yield wrapped(f"{report.person} · {report.platform.title} · {report.role}")
    further = f", up to {report.up_to.title} once what is not known is settled" if _could_be_more(report) else ""
    level = f"{report.level.title}, {points.earned} of 100 points"
    yield bold(level) + wrapped(level + further).removeprefix(level)
    yield ""
    yield f"  {_levels_bar(report, width() - 4)}"
    yield from flowing(_legend(report), "   ", 2)
    shares = (
        f"confidence {report.confidence.word}: {report.confidence.coverage} % was looked at",
        f"{report.confidence.beyond_claims} % of what is earned rests on more than claims",
    )
    yield from (faint(line) for line in flowing(shares, ", ", 2))


def _could_be_more(report: Report) -> bool:
    return report.up_to.id != report.level.id


def _levels_bar(report: Report, columns: int) -> str:
    """The whole in one bar, what is earned in the colours of its evidence."""
    ends, done = [], 0
    for part in report.parts:
        done += part.millionths
        ends.append((EARNED, done, LEVELS[part.level]))
    ends += [(UNKNOWN, done + report.totals.unknown, "yellow"), (MISSING, 1_000_000, "")]
    stretches, before = [], 0
    for sign, end, colour in ends:
        here = end * columns // 1_000_000
        stretches.append((sign, here - before, colour))
        before = here
    return drawn(stretches)


def _legend(report: Report) -> Iterator[str]:
    """What the bar's stretches are; together they are its 100 points."""
    parts = [click.style(f"{one.points} {one.level}", fg=LEVELS[one.level]) for one in report.parts if one.points]
    yield f"{EARNED} {report.points.earned} earned" + (f" ({', '.join(parts)})" if parts else "")
    yield f"{click.style(UNKNOWN, fg='yellow')} {report.points.unknown} not known"
    yield f"{faint(MISSING)} {report.points.missing} not there"


def _categories(report: Report) -> Iterator[str]:
    yield ""
    title = max(columns(one.title) for one in report.categories)
    asks = any(one.unknown for one in (each.points for each in report.categories))
    room = min(max(width() - title - 19 - (14 if asks else 0), 10), 50)
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
        yield f"  {click.style('met    ', fg=STATES['met'])}  {wrapped(' · '.join(one.title for one in met), indent=11)}"


def _condition(one: ConditionSeen) -> str:
    check = f" ({one.about})" if one.kind in ("gate", "hygiene") else ""
    return f"{one.title}: {one.says}{check}"


def steps(report: Report, most: int = STEPS) -> Iterator[str]:
    """The best next steps, with what each brings."""
    if not report.actions:
        return
    yield ""
    more = f" of {len(report.actions)}; 'folio plan' shows them all" if len(report.actions) > most else ""
    yield bold("Best next steps") + faint(f" ({min(most, len(report.actions))}{more})" if more else "")
    for number, action in enumerate(report.actions[:most], start=1):
        yield f"  {number}. {wrapped(action.todo, indent=5)}"
        yield f"     {faint(wrapped(gain(action), indent=5))}"


def gain(action: ActionSeen) -> str:
    """What a step brings, how long it takes, where it is and why it comes first."""
    said = [f"+{tenths(action.gain)} points", hours(action.minutes)]
    said += [f"in '{action.name}'"] if ":" in action.subject else []
    return " · ".join((*said, BECAUSE[action.because], action.check))


def _questions(report: Report) -> Iterator[str]:
    asked = [one for one in report.questions if one.todo]
    if not asked:
        return
    yield ""
    yield bold("To find out") + faint(" (what it brings is known once it is)")
    for one in asked[:QUESTIONS]:
        yield f"  - {wrapped(one.todo[:1].upper() + one.todo[1:], indent=4)}"
        yield f"    {faint(wrapped(f'up to {tenths(one.up_to)} points; {one.why}', indent=4))}"
    if (more := len(asked) - QUESTIONS) > 0:
        yield faint(f"  and {more} more, for fewer points: see --format markdown")


def _not_counted(report: Report) -> Iterator[str]:
    if not report.exclusions:
        return
    yield ""
    yield bold("Seen and not counted")
    whole = report.whole_exclusions
    for one in whole[:EXCLUSIONS]:
        yield f"  {wrapped(f'{one.name}: {one.reason}', indent=4)}"
    if (more := len(whole) - EXCLUSIONS) > 0:
        yield f"  and {more} more: see --format markdown"
    if files := report.files_left_out:
        left = f"{plural(files, 'file')} that a tool or somebody else wrote: 'folio explain CHECK' names them"
        yield f"  {wrapped(left, indent=4)}"


def _annotations(report: Report) -> Iterator[str]:
    if not report.annotations:
        return
    yield ""
    yield bold("What you say of it") + faint(" (it changes no figure)")
    for one in report.annotations:
        about = f" in '{one.name}'" if one.subject else ""
        yield f"  {wrapped(f'{one.title}{about}: {one.reason}: {one.note}', indent=4)}"


def _claims(report: Report) -> Iterator[str]:
    bare = [one for one in report.claims if one.support in (None, "claimed")]
    if not bare:
        return
    yield ""
    yield bold(f"{len(bare)} of {plural(len(report.claims), 'claim')} in the profile rest on nothing folio could see")
    for one in bare[:CLAIMS]:
        yield f"  {wrapped(f'{one.where}: {one.says}', indent=4)}"
        if one.todo:
            yield f"    {faint(wrapped(one.todo, indent=4))}"
    if (more := len(bare) - CLAIMS) > 0:
        yield faint(f"  and {more} more: see --format markdown")


def _checklist(report: Report) -> Iterator[str]:
    yield ""
    if report.not_observable:
        yield wrapped(f"Can't be observed here, so rehearse it: {'; '.join(report.not_observable)}.")
    platform = report.platform
    for text in (f"The checklist: {platform.as_of}. {platform.basis}.", *platform.uncertain, report.note):
        yield faint(wrapped(text))


def below_floor(one: CategorySeen) -> bool:
    """Whether what is earned stays below the floor that the target asks for."""
    return one.floor is not None and one.split.earned * 100 < one.floor * one.weight * 1000
