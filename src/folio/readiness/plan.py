"""What to do next: declared changes to the evidence, each with the gain that scoring it again gives."""

from __future__ import annotations

from folio.evidence.level import Level
from folio.readiness.action import ORDER, WORTH_SAYING, Action
from folio.readiness.changes import NEW
from folio.readiness.next_steps import Next
from folio.readiness.questions import Question, questions
from folio.readiness.rubric import Rung
from folio.readiness.standing import Condition, Standing

__all__ = ["NEW", "ORDER", "WORTH_SAYING", "Action", "Question", "actions", "done", "plan", "questions"]


def actions(standing: Standing, *, target: Rung | None = None) -> tuple[Action, ...]:
    """Every check's next step towards a level, in the order of scoring specification 5.5, requirements first."""
    return Next(standing, target or standing.target).ordered()


def plan(standing: Standing, hours: int | None = None, *, target: Rung | None = None) -> tuple[Action, ...]:
    """Steps one after the other, each chosen by what is best once those before it are done.

    With `hours`, as many as fit, towards the next level once the target is reached. Without, those that lead to the
    target and no others; as far towards it as steps lead, where something else is between.
    """
    target = target or standing.target
    left = None if hours is None else hours * 60
    chosen: list[Action] = []
    while best := _best(standing, target, left):
        chosen.append(best)
        left = None if left is None else left - max(best.minutes, 1)
        standing = done(standing, best)
    return tuple(chosen)


def done(standing: Standing, action: Action) -> Standing:
    """The standing once a step is done."""
    name = action.entry.id
    return standing.with_findings(name, (*action.items, *standing.by_id[name].unread))


def _best(standing: Standing, target: Rung, left: int | None) -> Action | None:
    if left is not None:
        aim = standing.target if standing.has_reached(target) else target
        return next((one for one in actions(standing, target=aim) if not one.after and one.minutes <= left), None)
    unmet = standing.unmet(target)
    if not unmet:
        return None
    steps = actions(standing, target=target)
    wanted = {one.entry.id for one in steps if _helps(one, unmet)}
    for step in reversed(steps):  # what a step requires stands before it
        if step.entry.id in wanted:
            wanted.update(step.after)
    return next((one for one in steps if one.entry.id in wanted and not one.after), None)


def _helps(step: Action, unmet: tuple[Condition, ...]) -> bool:
    """Whether a step brings a level nearer."""
    kinds = {one.kind for one in unmet}
    beyond = any(item.level >= Level.ATTESTED for item in step.change.adds)
    return step.because != "points" or "points" in kinds or ("beyond-claims" in kinds and beyond)
