"""Git repositories that the profile's projects name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import TYPE_CHECKING

from folio.evidence.access import Access, Subject, Task
from folio.evidence.looked import looked
from folio.evidence.model import Observation, RepositoryObserved
from folio.profile.model import Profile
from folio.repository.git.bounds import RepositoryUnreadable
from folio.repository.git.confined import refuse_outside
from folio.repository.git.location import located
from folio.repository.model import RepositorySeen
from folio.repository.state import fingerprint as fingerprint_of

if TYPE_CHECKING:
    from folio.repository.git.network import Network

NAME = "git"

WORKERS = 10
"""Parsing keeps one processor busy whatever their number is; what more of them save is waiting for hosts."""


def subjects(profile: Profile) -> tuple[Subject, ...]:
    """One subject for each project with a repository."""
    return tuple(
        Subject(f"project:{project.id}", project.repository) for project in profile.projects or () if project.repository
    )


def observe(tasks: Sequence[Task], access: Access) -> Iterator[Observation]:
    """What each repository holds, or why it could not be read."""
    pool = ThreadPoolExecutor(WORKERS)
    try:
        yield from (one.result() for one in as_completed(pool.submit(_looked, task, access) for task in tasks))
    finally:
        pool.shutdown(cancel_futures=True)


def fingerprint(subject: Subject, access: Access) -> str:
    """Changes when the repository or the person's addresses do; empty when only looking can tell."""
    return _fingerprint(Task(subject), access, _network(access))


def _network(access: Access) -> Network | None:
    """What of the network may be used; None of it offline."""
    if access.offline:
        return None
    from folio.repository.git.network import Network

    return Network(allow_private=access.allow_private, authority=access.authority)


def _looked(task: Task, access: Access) -> Observation:
    if access.confined:
        try:
            refuse_outside(task.subject.location, access.base)
        except RepositoryUnreadable as error:
            return looked(NAME, task, access, problem=str(error))
    network = _network(access)
    mark = _fingerprint(task, access, network)
    before = task.before
    if before and mark and before.fingerprint == mark and not access.refresh and _stands(before, access):
        return before if before.missed is None else before.model_copy(update={"missed": None})
    seen, problem = None, None
    try:
        located(task.subject.location, base=access.base).reachable(offline=access.offline)
        seen = RepositoryObserved(repository=_read(task.subject, access, network))
    except RepositoryUnreadable as error:
        problem = str(error)
    return looked(NAME, task, access, fingerprint=mark, seen=seen, problem=problem)


def _stands(before: Observation, access: Access) -> bool:
    """Whether looking on this day would give the same: what is dated after the day of a look is left out of it."""
    if not isinstance(before.seen, RepositoryObserved):
        return False
    history = before.seen.repository.history
    if history.future:
        return before.observed_on == access.today
    return history.last_day is None or history.last_day <= access.today


def _read(subject: Subject, access: Access, network: Network | None) -> RepositorySeen:
    from folio.repository.read import read  # every detector; loading them takes longer than scoring

    return read(
        subject.location,
        base=access.base,
        own=access.own,
        today=access.today,
        scratch=access.scratch,
        cache=access.cache,
        offline=access.offline,
        network=network,
        sources=access.fingerprints,
        timeout=access.timeout,
    )


def _fingerprint(task: Task, access: Access, network: Network | None) -> str:
    ending = f"-{access.redact}" if access.redact else ""
    mark = fingerprint_of(
        task.subject.location,
        base=access.base,
        own=access.own,
        today=access.today,
        before=task.before.fingerprint.removesuffix(ending) if task.before else "",
        offline=access.offline,
        network=network,
        sources=access.fingerprints,
    )
    return mark and f"{mark}{ending}"
