"""Where a plan leads, in sentences: before its steps what they are for, after them what they come to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from folio.readiness.arithmetic import POINT
from folio.readiness.check import plural
from folio.readiness.figures import gained, hours
from folio.readiness.planning import Between, PlanSeen, StepSeen
from folio.readiness.steps import placed

BECAUSE = {
    "gate": "a gate asks for it",
    "floor": "lifts a pillar towards its floor",
    "points": "most points for the time",
}


def aim(plan: PlanSeen) -> Iterator[str]:
    """What the steps are for, and which levels they are not for."""
    yield f"{plan.level.title}, {plan.earned // POINT} of 100 points, on {plan.platform.title}."
    for (why, conditions), levels in _together(plan):
        titles = " and ".join(one.level.title for one in levels)
        if why == "reached":
            yield f"{titles} {'is' if len(levels) == 1 else 'are'} reached already."
        else:
            yield _not_led_to(titles, why, conditions)
    if plan.target is not None:
        yield f"The steps lead towards {plan.target.title}."
    elif plan.steps:
        yield "These are the steps that bring most."


def asks_first(plan: PlanSeen) -> bool:
    """Whether to find something out first: it decides a level, or could bring more than all steps."""
    most = max((one.up_to for one in plan.questions), default=0)
    return most > plan.earned_then - plan.earned or any(one.why == "unknown" for one in plan.between)


def ending(plan: PlanSeen) -> Iterator[str]:
    """What the plan comes to, and honestly what is still between."""
    if plan.steps:
        count = "this step" if len(plan.steps) == 1 else f"these {plural(len(plan.steps), 'step')}"
        time = f"about {about(plan.minutes)} ({hours(plan.effort)})"
        yield f"After {count}, {time}: {plan.reaches.title}, {plan.earned_then // POINT} points."
    elif plan.hours is not None:
        yield f"No step of a tenth of a point or more fits into {plural(plan.hours, 'hour')}."
    else:
        yield "No step is left that brings a tenth of a point or more."
    for one in plan.between:
        if plan.target is not None and one.level == plan.target:
            yield _after(one)


def what(step: StepSeen) -> str:
    """What to do, and on what: `Add a LICENSE file, in 'Shelfcast'`."""
    times = f" ({plural(step.times, 'time')})" if step.times > 1 else ""
    return f"{placed(step.step)}{times}"


def brings(step: StepSeen) -> str:
    """What a step brings; one that takes away what must not be there brings no points, and the level waits for it."""
    return gained(step.step.gain)


def why(step: StepSeen) -> str:
    """Why it stands where it does."""
    return BECAUSE[step.step.because]


def about(minutes: int) -> str:
    """Time in round figures: minutes below an hour, then half hours, whole ones from ten."""
    if minutes < 60:
        return f"{minutes} minutes"
    halves = round(minutes / 30) if minutes < 600 else round(minutes / 60) * 2
    return f"{halves // 2}{'.5' if halves % 2 else ''} {'hour' if halves == 2 else 'hours'}"


def _together(plan: PlanSeen) -> Iterator[tuple[tuple[str, tuple[str, ...]], list[Between]]]:
    """The levels that the steps are not for, those of which the same is true beside each other."""
    others = (one for one in plan.between if plan.target is None or one.level != plan.target)
    for same, levels in groupby(others, key=lambda one: (one.why, one.conditions)):
        yield same, list(levels)


def _after(one: Between) -> str:
    if one.why == "hours":
        return f"{one.level.title} takes about {about(one.minutes)} more."
    return _not_led_to(one.level.title, one.why, one.conditions)


def _not_led_to(titles: str, why: str, conditions: tuple[str, ...]) -> str:
    named = "; ".join(f"'{one}'" for one in conditions)
    if why == "unknown":
        return f"No step leads to {titles}: what is not known yet decides that ({named}). Find it out first."
    return f"Steps alone do not lead to {titles}: none here brings {named}."
