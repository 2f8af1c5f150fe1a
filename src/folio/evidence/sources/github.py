"""What GitHub says of a project's repository and no clone does: what became of it, where it runs, whether CI passes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence

from folio.evidence.access import Access, Subject, Task
from folio.evidence.github.address import names_a_repository, repository
from folio.evidence.model import Observation
from folio.profile.model import Profile
from folio.profile.record import Project

NAME = "github"


def subjects(profile: Profile) -> tuple[Subject, ...]:
    """Every project with the address of a hosted repository; which of them are GitHub's, `observe` knows."""
    found = ((one, _location(one)) for one in profile.projects or ())
    return tuple(Subject(f"project:{one.id}", location) for one, location in found if location is not None)


def observe(
    tasks: Sequence[Task], access: Access, sleep: Callable[[float], None] = time.sleep
) -> Iterator[Observation]:
    """GitHub's answers, or why there are none; nothing of a repository that is not on the GitHub `access` names."""
    from folio.evidence.github.look import unasked

    asked = []
    for task in tasks:
        name = repository(task.subject.location, access.github_api)
        alone = name is not None and name.partition("/")[0].lower() not in access.accounts
        if access.offline and alone and (told := unasked(NAME, task, access)):
            yield told
        elif name is not None:
            asked.append(task)
    if not asked:
        return
    from folio.evidence.github.hosted import observed
    from folio.evidence.github.session import Session

    with Session(access, sleep=sleep) as session:
        yield from observed(NAME, asked, session, access)


def _location(project: Project) -> str | None:
    """The repository that is read, if it lies on a host; else what is said to be its page there."""
    said = (project.repository, project.code_url)
    return next((one for one in said if one and names_a_repository(one)), None)
