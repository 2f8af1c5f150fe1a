"""Looking at everything the profile names, in parallel, and not twice at what has not changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType

from folio.evidence.access import Access, Subject
from folio.evidence.model import Evidence, Observation
from folio.evidence.store import Stored
from folio.profile.model import Profile

Watch = Callable[[str, bool], None]
"""Called for each thing when it is done, with its source and subject and whether it was looked at again."""

WORKERS = 10
"""Parsing keeps one processor busy whatever their number is; what more of them save is waiting for hosts."""


def sources() -> tuple[ModuleType, ...]:
    """Every source: a module with NAME, `subjects(profile)`, `fingerprint(...)` and `observe(...)`.

    `observe` gives None for a subject that turns out to be none of its own.
    """
    from folio.evidence.sources import articles, git, github

    return (articles, git, github)


def collect(profile: Profile, access: Access, *, stored: Stored | None = None, watch: Watch | None = None) -> Evidence:
    """One observation of each subject of each source, sorted.

    A stored observation stands for a new look when its fingerprint is that of the thing today. When a new look fails,
    what was seen at the same place before still stands, with its own day: an outage, or a private repository that only
    one machine has, takes nothing away. Outside trouble is in the observations, never raised.
    """
    known = stored or {}
    tasks = [(source, subject) for source in sources() for subject in source.subjects(profile)]

    def look(task: tuple[ModuleType, Subject]) -> Observation | None:
        source, subject = task
        place = hashlib.sha256(subject.location.encode()).hexdigest()[:16]
        before = known.get((source.NAME, subject.name))
        if before and (before.seen is None or before.place != place or before.observed_on > access.today):
            before = None
        if before and before.fingerprint and before.fingerprint == source.fingerprint(subject, access):
            return _told(watch, before.model_copy(update={"missed": None}), again=False)
        now: Observation | None = source.observe(subject, access)
        if now is None:
            return None
        if now.seen is None and before:
            return _told(watch, before.model_copy(update={"missed": now.problem}), again=False)
        return _told(watch, now.model_copy(update={"place": place}), again=True)

    with ThreadPoolExecutor(WORKERS) as pool:
        seen = [one for one in pool.map(look, tasks) if one is not None]
    return Evidence(observations=tuple(sorted(seen, key=lambda one: (one.source, one.subject))))


def _told(watch: Watch | None, observation: Observation, *, again: bool) -> Observation:
    if watch:
        watch(f"{observation.source} {observation.subject}", again)
    return observation
