"""A plan's steps as issues for a code host: a title, and a body that carries the step's mark."""

from __future__ import annotations

from folio.evidence.github.issues import Issue
from folio.readiness.figures import hours
from folio.readiness.outlook import brings, what, why
from folio.readiness.planning import PlanSeen, StepSeen
from folio.render.inert import inert, quiet

LONGEST_TITLE = 200


def issues(plan: PlanSeen) -> tuple[Issue, ...]:
    """One issue for each step, in the plan's order. Nothing in them mentions anybody or links anywhere."""
    return tuple(Issue(step.key, _title(step), _body(plan, step)) for step in plan.steps)


def _title(step: StepSeen) -> str:
    title = quiet(what(step))
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1].rstrip()}…"


def _body(plan: PlanSeen, step: StepSeen) -> str:
    action = step.step
    lines = [
        f"- [ ] {inert(what(step))}",
        "",
        inert(f"{brings(step)}, {hours(action.minutes)}; {why(step)}."),
        "",
        inert(f"Check: {action.title} ({action.check}), for {plan.platform.title}, planned on {plan.today}."),
    ]
    return "\n".join(lines)
