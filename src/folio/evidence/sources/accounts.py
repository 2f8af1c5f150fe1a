"""The account that the profile names on GitHub: its public repositories, from which projects are chosen."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from folio.evidence.access import Access, Subject, Task
from folio.evidence.model import AccountSeen, Observation
from folio.profile.model import Profile

if TYPE_CHECKING:
    from folio.evidence.github.session import Session

NAME = "accounts"


def subjects(profile: Profile) -> tuple[Subject, ...]:
    """The account of `github:`, if there is one."""
    return (Subject(f"account:{profile.github.user}", profile.github.user),) if profile.github else ()


def observe(
    tasks: Sequence[Task], access: Access, sleep: Callable[[float], None] = time.sleep
) -> Iterator[Observation]:
    """Each account as GitHub shows it to anybody, or why it could not be seen."""
    from folio.evidence.github.look import unasked

    asked = []
    for task in tasks:
        if access.offline and (told := unasked(NAME, task, access)):
            yield told
        else:
            asked.append(task)
    if not asked:
        return
    from folio.evidence.github.session import Session

    with Session(access, sleep=sleep) as session:
        for task in asked:
            yield _observed(task, session, access)


def _observed(task: Task, session: Session, access: Access) -> Observation:
    from folio.evidence.github.account import completed, looked, unfinished
    from folio.evidence.github.look import failed, resumes, stands, usable
    from folio.evidence.github.trouble import Trouble

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
