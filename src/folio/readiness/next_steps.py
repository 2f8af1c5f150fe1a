"""The next step of every check: which change is the best advice, and what it brings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from folio.evidence.level import Level
from folio.readiness.action import WORTH_SAYING, Action, middle, rate
from folio.readiness.advice import how_far
from folio.readiness.arithmetic import FULL, aggregate
from folio.readiness.changes import NEW, SUBSTANCE, Change, Worth, can_rise, changes, one_part, score_with, worth_of
from folio.readiness.check import Finding
from folio.readiness.order import in_order
from folio.readiness.rubric import Entry, Rung
from folio.readiness.score import Scored, quality
from folio.readiness.sections import writable
from folio.readiness.standing import Standing
from folio.readiness.workplaces import workplaces

AT_ONCE = 60
"""Minutes: what takes no longer and may open a gate is done rather than waited for."""
LITTLE, LONG = 5000, 600
"""Millionths and minutes: what brings less and takes more is left out, unless a gate or a floor needs it."""
CRUMBS = 10
"""What brings less than this part of what a floor lacks is no way to reach it."""
MOST = 30
"""Steps of a kind that a gate is counted to."""


class Option(NamedTuple):
    """A change that the next step could be, and what it comes to."""

    change: Change
    score: int
    gain: int


class Next:
    """The next step of every check. What holds for all of them is worked out once."""

    def __init__(self, standing: Standing, target: Rung) -> None:
        self.standing = standing
        unmet = standing.unmet(target)
        gates = {gate.check: gate.minimum for gate in standing.rubric.platform.gates}
        self.asked = {gate.check: gate.at_least for gate in standing.rubric.platform.gates}
        self.blocked = {one.about: gates[one.about] for one in unmet if one.kind == "gate"}
        self.low = {one.about: one for one in unmet if one.kind == "floor"}
        self.above = standing.unmet(standing.above[0]) if standing.above else ()
        self.projects = workplaces(standing)
        self.worths: dict[str, Worth] = {}
        self.unseen = self._unseen()

    def ordered(self) -> tuple[Action, ...]:
        steps = (self._step(scored) for scored in self.standing.checks)
        found = {step.entry.id: step for step in steps if step}
        for name, step in found.items():
            if first := self._first(step, found):
                found[name] = replace(step, after=first)
        return in_order(found)

    def _unseen(self) -> bool:
        """Whether there is work, and none of it was read: then nobody knows what it lacks."""
        work = self.standing.by_id.get(SUBSTANCE)
        if work is None or self.projects.counted:
            return False
        new = any(item.subject.startswith(NEW) for item in work.items)
        return not new and not _nothing(work)

    def _needs_code(self, scored: Scored, change: Change) -> bool:
        """Whether a change is in a project, or links to one."""
        reads = scored.entry.reads
        linked = "article" in reads and "repository" in reads
        return linked or (change.subject == NEW and self.projects.in_code(scored.entry))

    def _first(self, step: Action, found: Mapping[str, Action]) -> tuple[str, ...]:
        """The checks that come before a step: those it builds upon that are known to have nothing, or nothing left.

        Where there is no project at all, there has to be one before anything can be done in it.
        """
        requires = step.entry.requires
        build = found.get(SUBSTANCE)
        in_code = step.subject == NEW and "repository" in step.entry.reads
        if in_code and not self.projects.counted and build and not build.entry.requires:
            requires = (*requires, SUBSTANCE)
        return tuple(
            name
            for name in dict.fromkeys(requires)
            if name in found
            and name != step.entry.id
            and (_nothing(self.standing.by_id[name]) or self._used_up(name, step))
        )

    def _used_up(self, name: str, step: Action) -> bool:
        """Whether a step is on an article more than there are: then that one has to be written."""
        written = self.standing.by_id[name]
        if step.subject != NEW or "article" not in step.entry.reads or written.entry.reads != ("article",):
            return False
        return len(self._worth(written)) <= len(self._worth(self.standing.by_id[step.entry.id]))

    def _step(self, scored: Scored) -> Action | None:
        if scored.entry.hygiene:
            return self._clean(scored)
        minimum = self.blocked.get(scored.entry.id)
        left = scored.weight * (FULL - scored.score)
        if not can_rise(scored) or (left < WORTH_SAYING and minimum is None):
            return None
        options = [
            self._option(scored, one)
            for one in changes(scored, self._worth(scored), self.projects)
            if not (self.unseen and self._needs_code(scored, one))
        ]
        if minimum is not None and (opening := self._opening(scored, options, minimum)):
            return self._action(scored, self._chosen(scored, opening), opens=True)
        needed = scored.entry.category in self.low
        options = [one for one in options if one.gain >= WORTH_SAYING and (needed or not _too_long(one))]
        return self._action(scored, self._chosen(scored, options), opens=False) if options else None

    def _opening(self, scored: Scored, options: list[Option], minimum: Level) -> list[Option]:
        """Those that raise the score that a gate asks for, from items of at least this level."""
        worth, before = worth_of(scored, minimum), scored.score_from(minimum)
        adds = (tuple(item for item in one.change.adds if item.level >= minimum) for one in options)
        return [one for one, more in zip(options, adds, strict=True) if score_with(scored, worth, more) > before]

    def _option(self, scored: Scored, change: Change) -> Option:
        score = score_with(scored, self._worth(scored), change.adds)
        return Option(change, score, scored.weight * (score - scored.score))

    def _chosen(self, scored: Scored, options: list[Option]) -> Option:
        """What is begun is finished before something new is, and nothing second is begun while the best one lacks two
        parts. Otherwise what brings most for the time, and of those that bring about as much the best work."""
        known = [one for one in options if one.change.subject != NEW]
        begun = [one for one in known if len(one.change.missing) > 1]
        if begun:
            worth = self._worth(scored)
            known = [max(begun, key=lambda one: (worth[one.change.subject], *self._preference(one)))]
        if len(known) > 1:
            rates = {one.change.subject: rate(one.gain, middle(one.change.effort)) for one in known}
            known = [one for one in known if rates[one.change.subject] * 2 >= max(rates.values())]
        best = max(known or options, key=self._preference)
        part = one_part(scored, best.change)
        smaller = best if part is best.change else self._option(scored, part)
        return smaller if smaller.gain >= WORTH_SAYING else best

    def _preference(self, option: Option) -> tuple[int, int, str]:
        subject = option.change.subject
        return self.merit[subject], option.gain, subject

    def _action(self, scored: Scored, option: Option, *, opens: bool) -> Action:
        entry = scored.entry
        low = self.low.get(entry.category)
        change = option.change
        if opens and (so_far := self._so_far(scored)):
            change = replace(change, so_far=so_far)
        return Action(
            entry=entry,
            because="gate" if opens else "floor" if low else "points",
            change=change,
            items=(*scored.items, *option.change.adds),
            before=scored.score,
            score=option.score,
            gain=option.gain,
            level=self._level(scored, option.change, option.gain),
            by_points=self._is_open(scored) and middle(change.effort) > AT_ONCE
            if opens
            else low is not None and (low.state == "open" or option.gain * CRUMBS < low.needs - low.has),
        )

    def _opened(self, entry: Entry, worth: list[int]) -> bool:
        """Whether so much opens a gate."""
        return aggregate(entry.aggregate, entry.curve, worth) >= self.asked[entry.id]

    def _is_open(self, scored: Scored) -> bool:
        """Whether reading what is there may open a gate, where more is unread than what a person can simply write."""
        least, minimum = self.asked[scored.entry.id], self.blocked[scored.entry.id]
        return scored.ceiling_from(minimum) >= least and not all(writable(one) for one in scored.unread)

    def _so_far(self, scored: Scored) -> str:
        """How far a gate is that takes several steps of a kind; empty for one that takes a single one."""
        entry = scored.entry
        if entry.aggregate != "count":
            return ""
        worth = [one for one in self._worth(scored).values() if one]
        each = scored.caps.of(Level[entry.reaches.upper()])
        more = (some for some in range(1, MOST) if self._opened(entry, [*worth, *[each] * some]))
        there, needed = len(worth), len(worth) + next(more, 0)
        return how_far(needed, there) if needed - there > entry.adds else ""

    def _clean(self, scored: Scored) -> Action | None:
        """The step that takes away what must not be there."""
        bad = {item.subject for item in scored.items if quality(scored.entry, item.found) == 0}
        if not bad:
            return None
        subject = max(bad, key=lambda one: (self.merit[one], one))
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

    def _worth(self, scored: Scored) -> Worth:
        found = self.worths.get(scored.entry.id)
        if found is None:
            found = self.worths[scored.entry.id] = worth_of(scored)
        return found

    @cached_property
    def merit(self) -> Counter[str]:
        """How much each subject shows over all checks: among equal steps, the one on the best work comes first."""
        merit: Counter[str] = Counter()
        for scored in self.standing.checks:
            if scored.entry.aggregate != "union":
                for subject, worth in self._worth(scored).items():
                    merit[subject] += scored.weight * worth
        return merit


def _too_long(option: Option) -> bool:
    """Whether it takes days and brings next to nothing."""
    return option.gain < LITTLE and middle(option.change.effort) > LONG


def _nothing(scored: Scored) -> bool:
    """Whether a check that should come first is known to have nothing at all."""
    return scored.ceiling == 0
