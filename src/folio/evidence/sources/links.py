"""The addresses that a person gives: what runs, their own pages, their profiles on platforms, their talks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from folio.evidence.access import Access, Subject, Task
from folio.evidence.links.observed import SOURCE, observation
from folio.evidence.links.visit import visits
from folio.evidence.model import Observation
from folio.profile.model import Profile
from folio.profile.record import Project
from folio.web.client import Web

NAME = SOURCE


@dataclass(frozen=True, slots=True)
class Address(Subject):
    """An address to open, and the person's other ones that it may link back to."""

    own: tuple[str, ...] = ()


def subjects(profile: Profile) -> tuple[Subject, ...]:
    """Every live project, page of the person's, platform profile and talk that has an address."""
    pages = profile.pages
    mine = tuple(pages.values())
    found = [
        Address(f"project:{one.id}", one.live.url, (*mine, *_code(one)))
        for one in profile.projects or ()
        if one.live and one.live.url
    ]
    found += [Address(name, url, mine) for name, url in pages.items()]
    found += [Address(f"platform:{one.id}", one.url, mine) for one in profile.platforms or () if one.url]
    found += [Address(f"talk:{one.id}", one.url, mine) for one in profile.talks or () if one.url]
    return tuple(found)


def observe(tasks: Sequence[Task], access: Access) -> Iterator[Observation]:
    """What each address shows, as it answers; a host that says nothing holds up nobody but itself."""
    stale: dict[str, list[Task]] = {}
    for task in tasks:
        if access.fresh(task.before) and task.before is not None:
            yield task.before
        else:
            stale.setdefault(task.subject.location, []).append(task)
    if not stale:
        return
    if access.web is not None:
        yield from _visited(access.web, stale, access)
        return
    with Web(allow_private=access.allow_private, authority=access.authority, offline=access.offline) as web:
        yield from _visited(web, stale, access)


def _visited(web: Web, stale: dict[str, list[Task]], access: Access) -> Iterator[Observation]:
    for visit in visits(web, stale):
        for task in stale[visit.url]:
            own = task.subject.own if isinstance(task.subject, Address) else ()
            yield observation(task, visit, own=own, access=access)


def _code(project: Project) -> tuple[str, ...]:
    said = (project.code_url, project.repository)
    return tuple(one for one in said if one and one.startswith(("https://", "http://")))
