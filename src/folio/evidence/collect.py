"""Looking at everything the profile names, in parallel, and not twice at what has not changed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Lock
from types import ModuleType

from folio.evidence.access import Access, Subject, Task
from folio.evidence.adopt import adopted
from folio.evidence.model import AccountSeen, Evidence, Observation
from folio.evidence.privacy import Scrub, scrubbing
from folio.evidence.store import Stored
from folio.profile.model import Profile
from folio.repository.git import location
from folio.web import offline as web

Watch = Callable[[str, bool], None]
"""Called for each thing when it is done, with its source and subject and whether it was looked at again."""
Expect = Callable[[int], None]
"""Called with the number of things to come, as soon as it is known; perhaps more than once."""
Keep = Callable[[Observation], None]
"""Called with each observation when it is made, so that an interrupted run keeps it."""


def listings() -> tuple[ModuleType, ...]:
    """The sources that say what else there is to look at."""
    from folio.evidence.sources import accounts

    return (accounts,)


def web_sources() -> tuple[ModuleType, ...]:
    """The other sources that ask somebody now; what they see is dated by the clock, whatever day is scored."""
    from folio.evidence.sources import feeds, github, links, pages

    return (feeds, github, links, pages)


def sources() -> tuple[ModuleType, ...]:
    """The sources that read what has a history of its own.

    A source is a module with NAME, `subjects(profile)` and `observe(tasks, access)`. `observe` gets all tasks of its
    kind at once and yields each observation when it is made: the very `before` of a task where nothing had to be asked,
    nothing for a subject that turns out to be none of its own.
    """
    from folio.evidence.sources import articles, git

    return (articles, git)


def collect(
    profile: Profile,
    access: Access,
    *,
    stored: Stored | None = None,
    watch: Watch | None = None,
    expect: Expect | None = None,
    keep: Keep | None = None,
) -> Evidence:
    """One observation of each subject of each source, sorted; what a list names is looked at as the profile's own.

    When a new look fails, what was seen at the same place before still stands, with its own day: an outage, or a
    private repository that only one machine has, takes nothing away. Outside trouble is in the observations, never
    raised.
    """
    if access.web is None and not access.offline:
        from folio.web.client import Web

        with Web(allow_private=access.allow_private, authority=access.authority) as opened:
            reach = replace(access, web=opened)
            return collect(profile, reach, stored=stored, watch=watch, expect=expect, keep=keep)
    looking = _Looking(scrubbing(profile), stored or {}, watch, expect, keep)
    now = replace(access, today=access.now.date())
    first = looking.through([(one, now) for one in listings()], profile)
    accounts = {one.seen.login.lower(): one.seen for one in first if isinstance(one.seen, AccountSeen)}
    whole = adopted(profile, Evidence(observations=tuple(first)))
    knowing = replace(access, accounts=accounts, own=access.own | whole.emails)
    modules = [(one, replace(knowing, today=now.today)) for one in web_sources()]
    modules += [(one, knowing) for one in sources()]
    rest = looking.through(modules, whole)
    return Evidence(observations=tuple(sorted((*first, *rest), key=lambda one: (one.source, one.subject))))


class _Looking:
    """One run through sources: each in a thread of its own, told and kept one observation at a time."""

    def __init__(
        self, scrub: Scrub, stored: Stored, watch: Watch | None, expect: Expect | None, keep: Keep | None
    ) -> None:
        self._scrub = scrub
        self._stored = stored
        self._watch = watch
        self._expect = expect
        self._keep = keep
        self._one_at_a_time = Lock()

    def through(self, modules: Iterable[tuple[ModuleType, Access]], profile: Profile) -> list[Observation]:
        work = [(module, access, tasks) for module, access in modules if (tasks := self._tasks(module, profile))]
        if not work:
            return []
        if self._expect:
            self._expect(sum(len(tasks) for _, _, tasks in work))
        with ThreadPoolExecutor(len(work)) as pool:
            try:
                return [one for found in pool.map(lambda one: self._with(*one), work) for one in found]
            except BaseException:
                for _, access, _ in work:
                    if access.web:
                        access.web.close()  # whoever waits for it would hold up the end of an interrupted run
                raise

    def _tasks(self, module: ModuleType, profile: Profile) -> tuple[Task, ...]:
        return tuple(Task(subject, self._before(module.NAME, subject)) for subject in module.subjects(profile))

    def _before(self, source: str, subject: Subject) -> Observation | None:
        """What is stored, if it was seen at the same place."""
        before = self._stored.get((source, subject.name))
        return before if before is not None and before.place == place_of(subject) else None

    def _with(self, module: ModuleType, access: Access, tasks: tuple[Task, ...]) -> list[Observation]:
        by_name = {task.subject.name: task for task in tasks}
        done: list[Observation] = []
        looks: Iterable[Observation] = module.observe(tasks, access)
        for seen in looks:
            task = by_name[seen.subject]
            result = self._scrub(seen if seen is task.before else settled(task, seen))
            again = result is not task.before
            with self._one_at_a_time:
                if self._keep and result != task.before:
                    self._keep(result)
                if self._watch:
                    self._watch(f"{result.source} {result.subject}", again)
            done.append(result)
        return done


def settled(task: Task, now: Observation) -> Observation:
    """What stands after a new look: the look, or what was seen before and why there is nothing newer.

    That nobody was asked offline is no news: what was seen before is given back itself.
    """
    before = task.before
    if now.seen is None and before is not None and before.seen is not None:
        if (now.problem or "").startswith((web.OFFLINE, location.OFFLINE)):
            return before
        later = {"missed": now.problem, "again_at": now.again_at, "probes": now.probes or before.probes}
        return before.model_copy(update=later)
    return now.model_copy(update={"place": place_of(task.subject)})


def place_of(subject: Subject) -> str:
    """A hash of where a subject is."""
    return hashlib.sha256(subject.location.encode()).hexdigest()[:16]
