"""A plan as a person reads it: steps with what they come to, weeks, and honestly where it leads and what is between."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from itertools import groupby
from typing import Literal

from folio.errors import FolioError
from folio.facts import Facts
from folio.profile.discretion import discreet
from folio.readiness.naming import name_of, subject_names
from folio.readiness.plan import Action, done, plan
from folio.readiness.questions import questions
from folio.readiness.report import ActionSeen, Named, QuestionSeen
from folio.readiness.rubric import Rung
from folio.readiness.schedule import Week, schedule
from folio.readiness.standing import Standing
from folio.readiness.steps import Text, action_seen, question_seen

WEEKS_AHEAD = 4
"""How far a plan goes where no level is left to lead to, and no hours are given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StepSeen:
    """One step of the plan, and where it leads together with those before it."""

    key: str
    """The same in every plan that holds this step."""
    step: ActionSeen
    times: int
    """How often it is done; its gain and minutes are of all together."""
    minutes: int
    """What the plan counts: the middle of least and most."""
    earned: int
    """In millionths, once it and all before it are done."""
    level: Named


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """A level that steps do not lead to, and why."""

    level: Named
    why: Literal["reached", "unknown", "hours", "elsewhere"]
    """It is reached already; what is not known is between; it takes more hours; or something that no step brings."""
    minutes: int = 0
    """How many more it takes, in the middle."""
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSeen:
    """What to do next, for one platform, from one day on."""

    person: str
    today: date
    platform: Named
    level: Named
    target: Named | None
    """The level that the steps lead towards; None where they only add points."""
    earned: int
    hours: int | None
    weekly: int
    steps: tuple[StepSeen, ...]
    weeks: tuple[Week, ...]
    reaches: Named
    minutes: int
    effort: tuple[int, int]
    between: tuple[Between, ...]
    questions: tuple[QuestionSeen, ...]
    schema_version: Literal[1] = 1

    @property
    def earned_then(self) -> int:
        """In millionths, once all of it is done."""
        return self.steps[-1].earned if self.steps else self.earned

    def to_json(self) -> str:
        """As canonical JSON: sorted keys, two spaces, one newline at the end."""
        return json.dumps(asdict(self), sort_keys=True, ensure_ascii=False, indent=2, default=date.isoformat) + "\n"


def planned(
    facts: Facts, standing: Standing, *, hours: int | None = None, weekly: int = 6, level: str | None = None
) -> PlanSeen:
    """The plan for a level, the next one with gates unless another is asked for; names under NDA are replaced.

    Raises FolioError when the rubric has no such level.
    """
    target, between = _target(standing, level)
    steps = _steps(standing, target, hours, weekly)
    names, clean = subject_names(facts), discreet(facts.profile)

    def name(subject: str) -> str:
        return clean(name_of(subject, names))

    seen, after = _followed(standing, steps, name, clean)
    if target is not None and not after.has_reached(target):
        between = (*between, *_left(after, target))
    platform = standing.rubric.platform
    done_by_steps = {one.step.check for one in seen}
    asked = (one for one in questions(standing) if one.todo and not done_by_steps.issuperset(one.checks))
    return PlanSeen(
        person=facts.profile.name,
        today=facts.today,
        platform=Named(id=platform.id, title=platform.title),
        level=_named(standing.level()),
        target=_named(target) if target else None,
        earned=standing.earned,
        hours=hours,
        weekly=weekly,
        steps=seen,
        weeks=schedule([one.minutes for one in seen], weekly * 60, facts.today),
        reaches=_named(after.level()),
        minutes=sum(one.minutes for one in seen),
        effort=(sum(one.step.minutes[0] for one in seen), sum(one.step.minutes[1] for one in seen)),
        between=between,
        questions=tuple(question_seen(one, name=name, clean=clean) for one in asked),
    )


def _target(standing: Standing, level: str | None) -> tuple[Rung | None, tuple[Between, ...]]:
    """The level that steps can lead towards, at or above the one asked for, and why not those below it."""
    levels = standing.rubric.catalogue.levels
    asked = next((one for one in levels if one.id == level), None)
    if level is not None and asked is None:
        raise FolioError(f"there is no level '{level}'; the levels are {', '.join(one.id for one in levels)}")
    first = asked or standing.target
    between: list[Between] = []
    for rung in levels[[one.id for one in levels].index(first.id) :]:
        if standing.has_reached(rung):
            between.append(Between(level=_named(rung), why="reached"))
        elif plan(standing, target=rung):
            return rung, tuple(between)
        else:
            between.append(_blocked(standing, rung))
    return None, tuple(between)


def _steps(standing: Standing, target: Rung | None, hours: int | None, weekly: int) -> tuple[Action, ...]:
    """What fits into the hours; without hours, what leads to the target, or some weeks of work where nothing does."""
    if hours is None and target is not None:
        steps = plan(standing, target=target)
        if steps and _after(standing, steps).has_reached(target):
            return steps
    return plan(standing, weekly * WEEKS_AHEAD if hours is None else hours, target=target)


def _after(standing: Standing, steps: tuple[Action, ...]) -> Standing:
    """Where the person stands once steps are done."""
    for step in steps:
        standing = done(standing, step)
    return standing


def _left(after: Standing, target: Rung) -> Iterator[Between]:
    """What is between the end of the plan and its target: hours, and what no step brings."""
    rest = plan(after, target=target)
    then = _after(after, rest)
    if then.has_reached(target):
        yield Between(level=_named(target), why="hours", minutes=sum(one.minutes for one in rest))
    else:
        yield _blocked(then, target)


def _blocked(standing: Standing, rung: Rung) -> Between:
    """Why no step leads to a level."""
    levels = standing.above[: [one.id for one in standing.above].index(rung.id) + 1]
    unmet = {one.about + one.kind: one for level in levels for one in standing.unmet(level)}.values()
    closed = [one for one in unmet if one.state == "not met"]
    titles = tuple(dict.fromkeys(standing.title(one) for one in closed or unmet))
    return Between(level=_named(rung), why="elsewhere" if closed else "unknown", conditions=titles)


def _followed(
    standing: Standing, steps: tuple[Action, ...], name: Text, clean: Text
) -> tuple[tuple[StepSeen, ...], Standing]:
    """The steps one after the other, the same one several times as one, and where the person stands then."""
    seen = []
    for run in _runs(steps):
        action = action_seen(_as_one(run), standing.level(), name=name, clean=clean)
        after = _after(standing, run)
        level = after.level()
        action = replace(
            action,
            score_after=run[-1].score,
            gain=sum(one.gain for one in run),
            minutes=(sum(one.change.effort[0] for one in run), sum(one.change.effort[1] for one in run)),
            leads_to=None if level.id == standing.level().id else level.id,
        )
        seen.append(
            StepSeen(
                key=_key(action.check, action.subject, run[-1].change.goal),
                step=action,
                times=len(run),
                minutes=sum(one.minutes for one in run),
                earned=after.earned,
                level=_named(level),
            )
        )
        standing = after
    return tuple(seen), standing


def _runs(steps: tuple[Action, ...]) -> Iterator[tuple[Action, ...]]:
    """The steps, with those that say the same as the one before them beside it."""
    for _, run in groupby(steps, key=lambda one: (one.entry.id, one.subject, one.change.todo)):
        yield tuple(run)


def _as_one(run: tuple[Action, ...]) -> Action:
    """The first of several steps that say the same; which of them it is says nothing of all."""
    first = run[0]
    alone = len(run) == 1 or first.because == "gate"
    return first if alone else replace(first, change=replace(first.change, so_far=""))


def _key(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:20]


def _named(rung: Rung) -> Named:
    return Named(id=rung.id, title=rung.title)
