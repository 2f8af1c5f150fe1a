"""A plan on a terminal: week by week, with what each step brings and what all of them come to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from folio.cli.terminal import bold, faint, wrapped
from folio.readiness.figures import capital, hours, tenths
from folio.readiness.outlook import about, aim, asks_first, brings, ending, what, why

if TYPE_CHECKING:
    from folio.readiness.planning import PlanSeen
    from folio.readiness.schedule import Stint, Week

QUESTIONS, STEPS = 5, 12


def lines(plan: PlanSeen) -> Iterator[str]:
    """The plan in a terminal's width."""
    yield bold(f"Plan for {plan.person}")
    for sentence in aim(plan):
        yield f"  {wrapped(sentence, indent=2)}"
    if asks_first(plan):
        yield from _questions(plan)
    for week in plan.weeks:
        stints = [stint for stint in week.stints if stint.step < STEPS]
        if stints:
            yield ""
            yield bold(f"Week of {week.monday}") + faint(f" ({about(week.minutes)})")
        for stint in stints:
            yield from _stint(plan, week, stint)
    yield ""
    if rest := plan.steps[STEPS:]:
        more = f"and {len(rest)} more, for {tenths(sum(one.step.gain for one in rest))} points: --format markdown"
        yield faint(f"     {more}")
        yield ""
    for sentence in ending(plan):
        yield wrapped(sentence)
    if not asks_first(plan):
        yield from _questions(plan)


def _stint(plan: PlanSeen, week: Week, stint: Stint) -> Iterator[str]:
    step = plan.steps[stint.step]
    number = f"{stint.step + 1:>3}."
    if not stint.begins:
        rest = f"{about(stint.minutes)}, then it is done" if stint.finishes else about(stint.minutes)
        yield f"{number} {faint(f'goes on, {rest}')}"
        return
    yield f"{number} {wrapped(what(step), indent=5)}"
    then = f", then {tenths(step.earned)}" if step.step.gain else ""
    said = [brings(step) + then, hours(step.step.minutes), why(step)]
    said += [f"leads to {step.level.title}"] if step.step.leads_to else []
    yield f"     {faint(wrapped(' · '.join((*said, step.step.check)), indent=5))}"


def _questions(plan: PlanSeen) -> Iterator[str]:
    if not plan.questions:
        return
    yield ""
    yield bold("Find out") + faint(" (what it brings is known once it is)")
    for one in plan.questions[:QUESTIONS]:
        yield f"  - {wrapped(capital(one.todo), indent=4)}"
        yield f"    {faint(wrapped(f'up to {tenths(one.up_to)} points; {one.why}', indent=4))}"
    if (more := len(plan.questions) - QUESTIONS) > 0:
        yield faint(f"  and {more} more, for fewer points: see --format markdown")
