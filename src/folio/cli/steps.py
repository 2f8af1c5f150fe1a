"""What to do and what to find out, on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from folio.cli.terminal import bold, faint, wrapped
from folio.readiness.figures import BECAUSE, capital, gained, hours, tenths

if TYPE_CHECKING:
    from folio.readiness.report import ActionSeen, Report

STEPS, QUESTIONS = 3, 3


def asks_first(report: Report) -> bool:
    """Whether finding out comes before doing: what is not known could bring more than the steps that are shown."""
    return report.totals.unknown > sum(one.gain for one in report.actions[:STEPS])


def steps(report: Report, most: int = STEPS) -> Iterator[str]:
    """The best next steps, with what each brings."""
    if not report.actions:
        return
    yield ""
    yield bold("Best next steps") + faint(" ('folio plan' shows more)" if len(report.actions) > most else "")
    for number, action in enumerate(report.actions[:most], start=1):
        yield f"  {number}. {wrapped(action.todo, indent=5)}"
        yield f"     {faint(wrapped(gain(action), indent=5))}"


def gain(action: ActionSeen) -> str:
    """What a step brings, how long it takes, where it is and why it comes first."""
    said = [gained(action.gain), hours(action.minutes)]
    said += [f"in '{action.name}'"] if ":" in action.subject else []
    return " · ".join((*said, BECAUSE[action.because], action.check))


def questions(report: Report, most: int = QUESTIONS, rest: str = "--format markdown") -> Iterator[str]:
    """What to find out, with what it could bring; `rest` shows those that are not among the first."""
    asked = [one for one in report.questions if one.todo]
    if not asked:
        return
    yield ""
    yield bold("To find out") + faint(" (what it brings is known once it is)")
    for one in asked[:most]:
        yield f"  - {wrapped(capital(one.todo), indent=4)}"
        yield f"    {faint(wrapped(f'up to {tenths(one.up_to)} points; {one.why}', indent=4))}"
    if (more := len(asked) - most) > 0:
        yield faint(f"  and {more} more, for fewer points: see {rest}")
