"""A plan as a checklist in Markdown, to be pasted anywhere."""

from __future__ import annotations

from collections.abc import Iterator

from folio.readiness.figures import capital, hours, tenths
from folio.readiness.outlook import about, aim, brings, ending, what, why
from folio.readiness.planning import PlanSeen, StepSeen
from folio.readiness.report import QuestionSeen
from folio.readiness.schedule import Stint, Week
from folio.render.inert import inert


def checklist(plan: PlanSeen) -> str:
    """The plan week by week, each step with a box to tick."""
    return "\n".join(_lines(plan)) + "\n"


def _lines(plan: PlanSeen) -> Iterator[str]:
    yield f"# Plan for {inert(plan.person)}"
    yield ""
    yield inert(" ".join(aim(plan)))
    for week in plan.weeks:
        yield ""
        yield f"## Week of {week.monday} ({about(week.minutes)})"
        yield ""
        for stint in week.stints:
            yield from _stint(plan, week, stint)
    yield ""
    yield inert(" ".join(ending(plan)))
    if plan.questions:
        yield ""
        yield "## Find out"
        yield ""
        for question in plan.questions:
            yield f"- [ ] {inert(_asked(question))}"


def _stint(plan: PlanSeen, week: Week, stint: Stint) -> Iterator[str]:
    step = plan.steps[stint.step]
    if stint.begins:
        yield f"- [ ] **{stint.step + 1}. {inert(what(step))}**"
        yield f"  {inert(gain(step))}"
    else:
        yield f"- Step {stint.step + 1} goes on: {about(stint.minutes)}{', then it is done' if stint.finishes else ''}"


def gain(step: StepSeen) -> str:
    """What a step brings, how long it takes and why it stands here."""
    leads = f"; leads to {step.level.title}" if step.step.leads_to else ""
    return f"{brings(step)}, {hours(step.step.minutes)}; {why(step)}{leads} ({step.step.check})"


def _asked(question: QuestionSeen) -> str:
    return f"{capital(question.todo)}: up to {tenths(question.up_to)} points; {question.why}"
