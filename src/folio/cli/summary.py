"""Results on a terminal: the score as a bar, what it rests on, and what to do next."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from folio.cli.terminal import EARNED, MISSING, UNKNOWN, bar, hours, width, wrapped
from folio.evidence.model import AccountSeen, Evidence, FeedSeen, HostedSeen, Observation
from folio.render.report_view import tenths

if TYPE_CHECKING:
    from folio.build import Built
    from folio.readiness.report import ActionSeen, Report

STATES = {"met": "green", "open": "yellow", "not met": "red"}
QUESTIONS = 5


def show_built(built: Built) -> None:
    """The score in short, the three best next steps, and where the files are."""
    report = built.assembly.report
    _headline(report)
    _steps(report, most=3)
    click.echo()
    click.echo(f"written to {built.out}{'/' if sys.platform != 'win32' else ''}")
    for path, what in built.files:
        click.echo(f"  {path:<28} {what}")


def show_score(report: Report) -> None:
    """The whole report in a terminal's width."""
    _headline(report)
    click.echo()
    column = max(len(one.title) for one in report.categories)
    for category in report.categories:
        whole = category.points.earned + category.points.unknown + category.points.missing
        shown = bar(category.points, 30, whole)
        mark = "*" if category.pillar else " "
        click.echo(f"  {category.title:<{column}} {mark} {shown} {category.points.earned:>3} of {whole}")
    click.echo(click.style("  * a pillar: the level asks for a floor here", dim=True))
    click.echo()
    click.echo(f"For {click.style(report.target.title, bold=True)} on {report.platform.title}:")
    for condition in report.conditions:
        state = click.style(f"{condition.state:<7}", fg=STATES[condition.state])
        click.echo(f"  {state} {wrapped(f'{condition.title}: {condition.says}', indent=10)}")
    _steps(report, most=8)
    _questions(report)
    if report.exclusions:
        click.echo("\nSeen and not counted:")
        for exclusion in report.whole_exclusions:
            click.echo(f"  {exclusion.name}: {exclusion.reason}")
        if files := report.files_left_out:
            what = f"{files:,} {'file' if files == 1 else 'files'} that a tool or somebody else wrote"
            click.echo(f"  {wrapped(f'{what}: folio explain CHECK names them', indent=2)}")
    click.echo()
    click.echo(click.style(wrapped(report.note), dim=True))


def show_evidence(evidence: Evidence, looked: set[str]) -> None:
    """One line for each thing that was looked at."""
    for one in evidence.observations:
        state = "seen" if one.problem is None else "not seen"
        how = "now" if f"{one.source} {one.subject}" in looked else f"on {one.observed_on}"
        if one.missed:
            how += f"; not reached now: {one.missed}"
        how += _gaps(one)
        mark = click.style(f"{state:<8}", fg="yellow" if one.problem or one.missed else "green")
        click.echo(f"{mark} {one.source:<9} {one.subject}  {one.problem or how}")


def _gaps(observation: Observation) -> str:
    """The parts of what was seen that are not known, in words."""
    seen = observation.seen
    if isinstance(seen, HostedSeen | AccountSeen) and seen.unasked:
        reasons: dict[str, list[str]] = {}
        for part, why in seen.unasked.items():
            reasons.setdefault(why, []).append(part)
        return "".join(f"; {', '.join(parts)} not known: {why}" for why, parts in reasons.items())
    if isinstance(seen, FeedSeen):
        read = sum(1 for one in seen.entries if one.text)
        flaw = f"; not well-formed: {seen.flaw}" if seen.flaw else ""
        return f"; {read} of {len(seen.entries)} texts read{flaw}"
    return ""


def _headline(report: Report) -> None:
    points = report.points
    click.echo(
        f"{click.style(report.person, bold=True)} · {report.platform.title} · "
        f"{click.style(report.level.title, bold=True)}, {points.earned} of 100 points earned"
    )
    click.echo(f"  {bar(points, min(width() - 4, 60), 100)}")
    click.echo(
        f"  {click.style(EARNED, fg='green')} {points.earned} earned   "
        f"{click.style(UNKNOWN, fg='yellow')} {points.unknown} not known   "
        f"{click.style(MISSING, dim=True)} {points.missing} not there"
    )
    rest = ", ".join(f"{part.points} {part.level}" for part in report.parts if part.points)
    click.echo(f"  earned: {rest or 'nothing yet'}; confidence {report.confidence.word}")
    if report.up_to.id != report.level.id:
        click.echo(f"  up to {report.up_to.title} once what is not known is settled")


def _steps(report: Report, most: int) -> None:
    if not report.actions:
        return
    click.echo("\nBest next steps:")
    for number, action in enumerate(report.actions[:most], start=1):
        click.echo(f"  {number}. {wrapped(action.todo, indent=5)}")
        click.echo(click.style(f"     {wrapped(_gain(action), indent=5)}", dim=True))


def _gain(action: ActionSeen) -> str:
    because = {"gate": "opens a gate", "floor": "lifts a pillar below its floor", "points": "most points per hour"}
    gain = f"+{tenths(action.gain)} points"
    where = f" in '{action.name}'" if ":" in action.subject else ""
    return f"{gain}, about {hours(action.minutes)}{where}; {because[action.because]} ({action.check})"


def _questions(report: Report) -> None:
    asked = [one for one in report.questions if one.todo]
    if not asked:
        return
    click.echo("\nTo find out (what it brings is known once it is):")
    for question in asked[:QUESTIONS]:
        click.echo(f"  - {wrapped(question.todo[:1].upper() + question.todo[1:], indent=4)}")
        click.echo(click.style(f"    up to {tenths(question.up_to)} points; {question.why}", dim=True))
    if (more := len(asked) - QUESTIONS) > 0:
        click.echo(click.style(f"  and {more} more, with fewer points: --format markdown shows all", dim=True))
