"""Looking at everything the profile names, in parallel, and not twice at what has not changed."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType

from folio.evidence.access import Access, Subject
from folio.evidence.model import Evidence, Observation
from folio.evidence.store import Stored
from folio.profile.model import Profile

Watch = Callable[[str, bool], None]
"""Called for each subject when it is done, with its name and whether it was looked at again."""

WORKERS = 4


def sources() -> tuple[ModuleType, ...]:
    """Every source: a module with NAME, `subjects(profile)`, `fingerprint(...)` and `observe(...)`.

    `observe` gives None for a subject that turns out to be none of its own.
    """
    from folio.evidence.sources import articles, git, github

    return (articles, git, github)


def collect(profile: Profile, access: Access, *, stored: Stored | None = None, watch: Watch | None = None) -> Evidence:
    """One observation of each subject of each source, sorted.

    A stored observation stands for a new look when its fingerprint is that of the thing today. One that failed, or
    that was made after `access.today`, is always made again. Outside trouble is in the observations, never raised.
    """
    known = stored or {}
    tasks = [(source, subject) for source in sources() for subject in source.subjects(profile)]

    def look(task: tuple[ModuleType, Subject]) -> Observation | None:
        source, subject = task
        before = known.get((source.NAME, subject.name))
        fresh = False
        if before is not None and before.problem is None and before.observed_on <= access.today:
            fresh = bool(before.fingerprint) and before.fingerprint == source.fingerprint(subject, access)
        observation: Observation | None = before if fresh and before else source.observe(subject, access)
        if watch and observation:
            watch(subject.name, not fresh)
        return observation

    with ThreadPoolExecutor(WORKERS) as pool:
        seen = [one for one in pool.map(look, tasks) if one is not None]
    return Evidence(observations=tuple(sorted(seen, key=lambda one: (one.source, one.subject))))
