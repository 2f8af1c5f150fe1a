"""The account that the profile names on GitHub: its public repositories, from which projects are chosen."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence

from folio.evidence.access import Access, Subject, Task
from folio.evidence.github.account import completed, looked, unfinished
from folio.evidence.github.look import failed, resumes, stands, usable
from folio.evidence.github.session import Session, Sleep
from folio.evidence.github.trouble import Trouble
from folio.evidence.model import AccountSeen, Observation
from folio.profile.model import Profile

NAME = "accounts"


def subjects(profile: Profile) -> tuple[Subject, ...]:
    """The account of `github:`, if there is one."""
    return (Subject(f"account:{profile.github.user}", profile.github.user),) if profile.github else ()


def observe(tasks: Sequence[Task], access: Access, sleep: Sleep = time.sleep) -> Iterator[Observation]:
    """Each account as GitHub shows it to anybody, or why it could not be seen."""
    with Session(access, sleep=sleep) as session:
        for task in tasks:
            yield _observed(task, session, access)


def _observed(task: Task, session: Session, access: Access) -> Observation:
    earlier = task.before
    before = earlier.seen if earlier and usable(earlier) and isinstance(earlier.seen, AccountSeen) else None
    parts = unfinished(before, access) if before else ()
    if earlier and stands(earlier, access, parts):
        return earlier
    try:
        if earlier and before and resumes(earlier, access, parts):
            return completed(before, session, access, parts).observation(NAME, task, access)
        return looked(task.subject.location, session, access, before).observation(NAME, task, access)
    except Trouble as trouble:
        return failed(NAME, task, access, trouble)
