"""A look under way: what was seen so far, what kept the rest from being seen, and what of an earlier look stands."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Generic, TypeVar

from folio.evidence.access import Access, Task
from folio.evidence.github.trouble import Trouble
from folio.evidence.model import AccountSeen, HostedSeen, Observation
from folio.web.offline import OFFLINE

VERSION = 1
"""Raised whenever what is seen of the same answer changes."""

S = TypeVar("S", AccountSeen, HostedSeen)


@dataclass(frozen=True, slots=True)
class Look(Generic[S]):
    """What is known by now. Where a part that was known before could not be had again, the earlier facts stand."""

    seen: S
    missed: tuple[str, ...] = ()
    """Why earlier facts stand, part by part."""
    again_at: datetime | None = None

    def knowing(self, part: str, marks: dict[str, str], **facts: object) -> Look[S]:
        """With a part that was answered, and the mark of each path that it was asked for at."""
        unasked = {name: why for name, why in self.seen.unasked.items() if name != part}
        update = {**facts, "unasked": unasked, "marks": self.seen.marks | marks}
        return replace(self, seen=self.seen.model_copy(update=update))

    def forgetting(self, paths: Iterable[str]) -> Look[S]:
        """Without the marks of these paths, so that they are asked for anew."""
        marks = {asked: mark for asked, mark in self.seen.marks.items() if asked not in set(paths)}
        return replace(self, seen=self.seen.model_copy(update={"marks": marks}))

    def lacking(self, part: str, why: Trouble, *, path: str, known: bool) -> Look[S]:
        """Without an answer for a part. A refusal of just this part is one too, and is not asked for again today."""
        again_at = max(filter(None, (self.again_at, why.again_at)), default=None)
        if known:
            return replace(self, missed=(*self.missed, f"{part}: {why}"), again_at=again_at)
        seen = self.forgetting([path]).seen
        marks = seen.marks | ({path: ""} if why.lasts else {})
        update = {"unasked": seen.unasked | {part: str(why)}, "marks": marks}
        return Look(seen.model_copy(update=update), self.missed, again_at)

    def observation(self, source: str, task: Task, access: Access, since: date | None = None) -> Observation:
        """For the store; `since` is the day of which its facts are when nothing had changed."""
        missed = "; ".join(dict.fromkeys(self.missed)) or None
        return _observation(source, task, access, since, seen=self.seen, missed=missed, again_at=self.again_at)


def failed(source: str, task: Task, access: Access, why: Trouble) -> Observation:
    """That nothing was seen. What was seen before stands then; `collect` sees to that."""
    return _observation(source, task, access, None, problem=str(why), again_at=why.again_at)


def unasked(source: str, task: Task, access: Access) -> Observation | None:
    """What a look comes to offline where only GitHub could tell more; None where something else has to be seen."""
    before = task.before
    if access.fresh(before):
        return before
    if before is not None and before.observed_on > access.today:
        return None  # by a clock that was wrong; what of it stands, is told part by part
    return failed(source, task, access, Trouble(OFFLINE))


def _observation(source: str, task: Task, access: Access, since: date | None, **rest: object) -> Observation:
    asked = "token" if access.token else "anonymous"
    given = {"source": source, "subject": task.subject.name, "observed_on": access.today}
    return Observation.model_validate(given | {"fingerprint": f"{VERSION}-{asked}-{since or access.today}"} | rest)


def stands(before: Observation, access: Access, unfinished: tuple[str, ...]) -> bool:
    """Whether nothing need be asked: the look is young and nothing of it unfinished, or GitHub wants to be left alone.

    With a token for the first time, what was not had without one is worth a try at once.
    """
    if access.offline or not access.fresh(before):
        return access.fresh(before)
    partial = before.seen is None or before.missed is not None or bool(unfinished)
    if partial and access.token and before.fingerprint.startswith(f"{VERSION}-anonymous-"):
        return False
    return not unfinished or (before.again_at is not None and before.again_at > access.now)


def resumes(before: Observation, access: Access, unfinished: tuple[str, ...]) -> bool:
    """Whether only what is unfinished need be asked for: the look is of today's, and all else of it stands."""
    young = (access.today - before.observed_on).days < access.max_age and not access.refresh
    return bool(unfinished) and young and before.missed is None and usable(before)


def since(before: Observation) -> date:
    """The day of which the facts are: an unchanged repository is seen today too, and was asked about before."""
    _, _, day = before.fingerprint.partition("-")[2].partition("-")
    try:
        return date.fromisoformat(day)
    except ValueError:
        return before.observed_on


def usable(before: Observation | None) -> bool:
    """Whether what was seen can be built upon: not what another version of folio saw in the same answers."""
    return before is not None and before.seen is not None and before.fingerprint.startswith(f"{VERSION}-")


def settled(before: Observation, pushed_on: date | None, was: date | None) -> bool:
    """Whether nothing can have been pushed since `before`: the days are the same, and the last one was over then.

    A day of slack, because GitHub's days are UTC's and the person's may begin or end half a day apart.
    """
    return pushed_on is not None and pushed_on == was and pushed_on + timedelta(days=1) < since(before)
