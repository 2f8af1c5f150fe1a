"""The addresses that a person gives: what runs, their own pages, their profiles on platforms, their talks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from folio.evidence.access import Access, Subject, Task
from folio.evidence.links.record import SOURCE, record
from folio.evidence.model import Observation
from folio.profile.model import Profile
from folio.profile.record import Project
from folio.web.offline import OFFLINE

if TYPE_CHECKING:
    from folio.web.client import Web

NAME = SOURCE


def subjects(profile: Profile) -> tuple[Subject, ...]:
    """Every live project, page, platform profile and talk with an address, and those that it may link back to."""
    pages = profile.pages
    mine = tuple(pages.values())
    found = [
        Subject(f"project:{one.id}", one.live.url, (*mine, *_code(one)))
        for one in profile.projects or ()
        if one.live and one.live.url
    ]
    found += [Subject(name, url, mine) for name, url in pages.items()]
    found += [Subject(f"platform:{one.id}", one.url, mine) for one in profile.platforms or () if one.url]
    found += [Subject(f"talk:{one.id}", one.url, mine) for one in profile.talks or () if one.url]
    return tuple(found)


def observe(tasks: Sequence[Task], access: Access) -> Iterator[Observation]:
    """What each address shows, as it answers; a host that says nothing holds up nobody but itself."""
    stale: dict[str, list[Task]] = {}
    for task in tasks:
        if access.fresh(task.before) and task.before is not None:
            yield task.before
        elif access.offline:
            yield record(task, access, problem=OFFLINE, probes=task.before.probes if task.before else ())
        else:
            stale.setdefault(task.subject.location, []).append(task)
    if not stale:
        return
    if access.web is not None:
        yield from _visited(access.web, stale, access)
        return
    from folio.web.client import Web

    with Web(allow_private=access.allow_private, authority=access.authority) as web:
        yield from _visited(web, stale, access)


def _visited(web: Web, stale: dict[str, list[Task]], access: Access) -> Iterator[Observation]:
    from folio.evidence.links.observed import observation
    from folio.evidence.links.visit import visits

    for visit in visits(web, stale):
        for task in stale[visit.url]:
            yield observation(task, visit, access=access)


def _code(project: Project) -> tuple[str, ...]:
    said = (project.code_url, project.repository)
    return tuple(one for one in said if one and one.startswith(("https://", "http://")))
