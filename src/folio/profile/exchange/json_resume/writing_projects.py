"""Projects, contracts and talks, which are all projects in JSON Resume."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from folio.profile.exchange.json_resume.own import day, said, sentence
from folio.profile.exchange.json_resume.told import as_line, is_code
from folio.profile.exchange.json_resume.writing_entries import outcomes
from folio.profile.exchange.matching import NAME
from folio.profile.exchange.slugs import slug
from folio.profile.model import Profile
from folio.profile.record import Contract, Project, Talk

if TYPE_CHECKING:
    from folio.profile.exchange.given import Json


def projects(profile: Profile) -> Iterator[Json]:
    """All three, each kind after the other."""
    clients = {one.id: one.name for one in profile.clients}
    for project in profile.projects or ():
        yield {NAME: project.id, **_project(project, clients)}
    for contract in profile.contracts or ():
        yield {NAME: f"contract:{contract.id}", **_contract(contract, clients)}
    for talk in profile.talks or ():
        yield {NAME: f"talk:{talk.id}", **_talk(talk)}


def described(one: Project) -> str:
    """The text of which the summary is the beginning, or the summary."""
    return one.approach if one.approach and as_line(one.approach) == one.summary else one.summary


def _project(one: Project, clients: dict[str, str]) -> Json:
    live, code = one.live.url if one.live else None, one.code_url
    only = live or code or ""
    told = not (live and code) and is_code(only) == (live is None)
    return said(
        name=one.title,
        description=described(one),
        entity=clients.get(one.client or ""),
        roles=one.role.split("; ") if one.role else None,
        startDate=day(one.start),
        endDate=day(one.end),
        url=only,
        highlights=[*one.results, *map(sentence, one.outcomes or ())],
        keywords=list(one.skills),
        own=said(
            id=one.id if one.id != slug(one.title, "project") else None,
            featured=one.featured or None,
            live=None if told else live,
            code=None if told else code,
            outcomes=outcomes(one.outcomes or ()),
        ),
    )


def _contract(one: Contract, clients: dict[str, str]) -> Json:
    return said(
        name=one.deliverable,
        entity=clients.get(one.client),
        roles=one.role.split("; "),
        startDate=str(one.start),
        endDate=day(one.end),
        highlights=[one.result] if one.result else None,
        type="contract",
        own=said(
            completed=None if one.completed else "no",
            engagement=None if one.engagement == "fixed-scope" else one.engagement,
            reference=one.proof.reference if one.proof else None,
        ),
    )


def _talk(one: Talk) -> Json:
    return said(
        name=one.title,
        entity=one.event,
        startDate=str(one.date),
        url=one.url,
        type="talk",
        own=said(kind=None if one.kind == "talk" else one.kind),
    )
