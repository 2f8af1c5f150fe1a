"""The head of a report on a terminal: who, where, how far, and the whole as one bar."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from folio.cli.terminal import EARNED, MISSING, UNKNOWN, bold, drawn, faint, flowing, width, wrapped
from folio.readiness.check import NAMED
from folio.readiness.figures import capital

if TYPE_CHECKING:
    from folio.readiness.report import Report

LEVELS = {"verified": "bright_green", "observed": "green", "attested": "cyan", "claimed": "blue"}


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
    parts = [click.style(f"{one.points} {one.level}", fg=LEVELS[one.level]) for one in report.parts if one.points]
    if parts:
        yield f"  earned: {', '.join(parts)}"
    shares = (
        f"confidence {report.confidence.word}: {report.confidence.coverage} % looked at",
        f"{report.confidence.beyond_claims} % of what is earned is more than claims",
    )
    yield from (faint(line) for line in flowing(shares, ", ", 2))


def unclaimed(report: Report) -> Iterator[str]:
    """That commits are by addresses which the profile does not name: a minute's work, and often half of the points."""
    for one in report.questions:
        if one.todo == NAMED:
            yield click.style(wrapped(f"! {capital(one.todo)}: {one.why}", indent=2), fg="yellow")


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
    yield f"{click.style(EARNED, fg='green')} {report.points.earned} earned"
    yield f"{click.style(UNKNOWN, fg='yellow')} {report.points.unknown} not known"
    yield f"{faint(MISSING)} {report.points.missing} not there"
