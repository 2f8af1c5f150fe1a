"""What to do next: declared changes to the evidence, each with the gain that scoring it again gives."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from folio.evidence.level import Level
from folio.readiness.changes import (
    NEW,
    Change,
    Minutes,
    Projects,
    Worth,
    can_rise,
    changes,
    one_part,
    score_with,
    worth_of,
)
from folio.readiness.check import Finding, Item
from folio.readiness.questions import Question, questions
from folio.readiness.rubric import Entry, Rung
from folio.readiness.score import Scored, quality
from folio.readiness.standing import Condition, Standing

__all__ = ["NEW", "ORDER", "Action", "Question", "actions", "plan", "questions"]

Because = Literal["gate", "floor", "points"]
ORDER: tuple[Because, ...] = ("gate", "floor", "points")
WORTH_SAYING = 1000
"""In millionths: a gain below a tenth of a point is no step worth a person's time."""
GETTING_INTO_IT = 30
"""Minutes that every step takes beside its own. Without them, a fifth of a point in ten minutes would come before work
that a client sees."""
FIRST_OF_ALL = 10**9


@dataclass(frozen=True, slots=True)
class Action:
    """A step that raises what is earned: a change to one check's evidence, and what that brings."""

    entry: Entry
    because: Because
    change: Change
    items: tuple[Item, ...]
    """The check's evidence once it is done."""
    before: int
    """The check's score before it."""
    score: int
    gain: int
    """In millionths, by scoring again."""
    level: str
    """The level that it leads to on its own."""
    after: tuple[str, ...] = ()
    """Checks that come first."""

    @property
    def subject(self) -> str:
        return self.change.subject

    @property
    def minutes(self) -> int:
        """The middle of the effort."""
        return _middle(self.change.effort)

    @property
    def rate(self) -> int:
        """The gain per hour, getting into it counted too; a fault that blocks every level has no rate."""
        return FIRST_OF_ALL if self.entry.hygiene else _rate(self.gain, self.minutes)

    @property
    def rank(self) -> tuple[int, int, str]:
        """What must not be there, then gates, then pillars below their floor, then gain per hour."""
        return ORDER.index(self.because), -self.rate, self.entry.id


def actions(standing: Standing, *, target: Rung | None = None) -> tuple[Action, ...]:
    """Every check's next step towards a level, in the order of scoring specification 5.5, requirements first."""
    return _Next(standing, target or standing.target).ordered()


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


class _Next:
    """The next step of every check. What holds for all of them is worked out once."""

    def __init__(self, standing: Standing, target: Rung) -> None:
        self.standing = standing
        unmet = standing.unmet(target)
        gates = {gate.check: gate.minimum for gate in standing.rubric.platform.gates}
        self.blocked = {one.about: gates[one.about] for one in unmet if one.kind == "gate"}
        self.low = {one.about for one in unmet if one.kind == "floor"}
        self.above = standing.unmet(standing.above[0]) if standing.above else ()
        self.projects = _projects(standing)
        self.worths: dict[str, Worth] = {}

    def ordered(self) -> tuple[Action, ...]:
        steps = (self._step(scored) for scored in self.standing.checks)
        found = {step.entry.id: step for step in steps if step}
        for name, step in found.items():
            if step.entry.requires and (first := self._first(step.entry, found)):
                found[name] = replace(step, after=first)
        ordered: dict[str, Action] = {}
        for action in sorted(found.values(), key=lambda one: one.rank):
            _place(action, found, ordered)
        return tuple(ordered.values())

    def _first(self, entry: Entry, found: Mapping[str, Action]) -> tuple[str, ...]:
        """The checks that come before one: those it builds upon that are known to have nothing."""
        return tuple(name for name in entry.requires if name in found and _nothing(self.standing.by_id[name]))

    def _step(self, scored: Scored) -> Action | None:
        if scored.entry.hygiene:
            return self._clean(scored)
        if not can_rise(scored):
            return None
        worth, minimum = self._worth(scored), self.blocked.get(scored.entry.id)
        gains = []
        for change in changes(scored, worth, self.projects):
            gain = self._gain(scored, change)
            opens = minimum is not None and self._after(scored, change).score_from(minimum) > scored.score_from(minimum)
            if gain >= WORTH_SAYING or (opens and gain >= 0):
                gains.append((change, gain, opens))
        if any(opens for _, _, opens in gains):
            gains = [one for one in gains if one[2]]
        if not gains:
            return None
        chosen = self._chosen(scored, [(change, gain) for change, gain, _ in gains])
        return self._action(scored, chosen, opens=gains[0][2])

    def _gain(self, scored: Scored, change: Change) -> int:
        return scored.weight * (score_with(scored, self._worth(scored), change.adds) - scored.score)

    def _chosen(self, scored: Scored, gains: list[tuple[Change, int]]) -> Change:
        """What is there already is finished before something new is begun, and the person's best work first: a step on
        it that brings half of what another would is the better advice."""
        known = [one for one in gains if one[0].subject != NEW]
        most = max((self._good(scored, *one) for one in known), default=0)
        worthy = [one for one in known if self._good(scored, *one) * 2 >= most]
        best, _ = max(worthy or gains, key=lambda one: (self.merit.get(one[0].subject, 0), one[1], one[0].subject))
        part = one_part(scored, best)
        return part if self._gain(scored, part) >= WORTH_SAYING else best

    def _good(self, scored: Scored, change: Change, gain: int) -> int:
        """What tells the better of two steps: what it brings, where one thing is counted beside another, per hour."""
        return _rate(gain, _middle(change.effort)) if scored.entry.aggregate == "count" else gain

    def _action(self, scored: Scored, change: Change, *, opens: bool) -> Action:
        entry = scored.entry
        score = score_with(scored, self._worth(scored), change.adds)
        return Action(
            entry=entry,
            because="gate" if opens else "floor" if entry.category in self.low else "points",
            change=change,
            items=(*scored.items, *change.adds),
            before=scored.score,
            score=score,
            gain=scored.weight * (score - scored.score),
            level=self._level(scored, change, scored.weight * (score - scored.score)),
        )

    def _clean(self, scored: Scored) -> Action | None:
        """The step that takes away what must not be there."""
        bad = {item.subject for item in scored.items if quality(scored.entry, item.found) == 0}
        if not bad:
            return None
        subject = max(bad, key=lambda one: (self.merit.get(one, 0), one))
        items = tuple(item for item in scored.items if item.subject != subject)
        after = scored.with_findings((*items, *scored.unread))
        standing = self.standing.with_findings(scored.entry.id, (*items, *scored.unread))
        change = Change(subject, (), scored.entry.next, scored.entry.minutes)
        gain = after.earned - scored.earned
        return Action(scored.entry, "gate", change, items, scored.score, after.score, gain, standing.level().id)

    def _level(self, scored: Scored, change: Change, gain: int) -> str:
        """The level once a change is made: the same, where the next one lacks something else."""
        entry = scored.entry
        for one in self.above:
            elsewhere = one.about not in ("", entry.id, entry.category)
            if elsewhere or (one.kind in ("points", "floor") and one.has + gain < one.needs):
                return self.standing.level().id
        if not self.above:
            return self.standing.level().id
        findings: tuple[Finding, ...] = (*scored.items, *change.adds, *scored.unread)
        return self.standing.with_findings(entry.id, findings).level().id

    def _after(self, scored: Scored, change: Change) -> Scored:
        return scored.with_findings((*scored.items, *change.adds, *scored.unread))

    def _worth(self, scored: Scored) -> Worth:
        found = self.worths.get(scored.entry.id)
        if found is None:
            found = self.worths[scored.entry.id] = worth_of(scored)
        return found

    @cached_property
    def merit(self) -> Mapping[str, int]:
        """How much each subject shows over all checks: among equal steps, the one on the best work comes first."""
        merit: Counter[str] = Counter()
        for scored in self.standing.checks:
            if scored.entry.aggregate != "union":
                for subject, worth in self._worth(scored).items():
                    merit[subject] += scored.weight * worth
        return merit


def _middle(effort: Minutes) -> int:
    return sum(effort) // 2


def _rate(gain: int, minutes: int) -> int:
    return gain * 60 // (minutes + GETTING_INTO_IT)


def _projects(standing: Standing) -> Projects:
    read: dict[str, set[str]] = defaultdict(set)
    named: dict[str, set[str]] = defaultdict(set)
    every: set[str] = set()
    for scored in standing.checks:
        items = {item.subject for item in scored.items if item.subject.startswith("project:")}
        both = items.union(one.subject for one in scored.unread if one.subject.startswith("project:"))
        every |= both
        if scored.entry.reads == ("repository",):
            for subject in both:
                named[subject].add(scored.entry.category)
            for subject in items:
                read[subject].add(scored.entry.category)
    idle = {subject for subject in every if len(named[subject.partition("#")[0]]) < 2}
    return Projects(tuple(sorted(subject for subject, where in read.items() if len(where) > 1)), idle)


def _nothing(scored: Scored) -> bool:
    """Whether a check that should come first has nothing at all, and is known to have nothing."""
    return scored.score == 0 and scored.ceiling < 1000


def _place(action: Action, found: Mapping[str, Action], ordered: dict[str, Action]) -> None:
    for name in action.after:
        if name not in ordered:
            _place(found[name], found, ordered)
    ordered.setdefault(action.entry.id, action)
