"""The level and what it rests on, for the site: composed only when the profile publishes it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from pydantic_core import PydanticCustomError

from folio.facts import Facts, ProjectFacts
from folio.options import DEFAULT_PLATFORM
from folio.portfolio.model import CheckedLine, CheckedPart, Readiness, Reference
from folio.portfolio.prose import plain
from folio.portfolio.wording import day, when
from folio.profile.discretion import discreet
from folio.profile.fields import parse_when
from folio.readiness.report import CheckSeen, LevelName, Report

HOW: dict[LevelName, str] = {
    "verified": "Confirmed twice",
    "observed": "Seen",
    "attested": "Vouched for",
}
"""Levels in a client's words, the strongest first. What is only claimed is what the rest of the site says."""
SHOWN = 6
"""Links beside a line; with more of them nobody opens one."""

MINE = (
    (re.compile(r"\byourself\b"), "myself"),
    (re.compile(r"\byours\b"), "mine"),
    (re.compile(r"\byour\b"), "my"),
    (re.compile(r"\byou$"), "me"),
    (re.compile(r"\byou\b"), "I"),
)
"""The report speaks to the person; on their site the person speaks."""


def readiness(facts: Facts, report: Report) -> Readiness | None:
    """What the site says of the level; None unless the profile publishes it.

    Private projects, clients under NDA, referees who are not to be named and paths are in none of it.
    """
    publishing = facts.profile.publishing
    if not publishing.readiness:
        return None
    return Readiness(
        level=report.level.title,
        checklist="direct clients" if report.platform.id == DEFAULT_PLATFORM else report.platform.title,
        as_of=_month(report.platform.as_of, facts.profile.language),
        day=report.today,
        day_text=day(report.today, facts.profile.language),
        parts=tuple(_parts(facts, report)),
        not_observable=tuple(in_first_person(one) for one in report.not_observable),
        points=report.points.earned if publishing.readiness_points else None,
    )


def in_first_person(text: str) -> str:
    """`how you lead the first call` as `how I lead the first call`."""
    for pattern, word in MINE:
        text = pattern.sub(word, text)
    return text


def _parts(facts: Facts, report: Report) -> Iterator[CheckedPart]:
    references = _references(facts)
    for category in report.categories:
        found: dict[LevelName, dict[str, list[Reference]]] = {level: {} for level in HOW}
        for check in report.checks:
            if check.category == category.id and not check.hygiene and (best := _best(check, references)):
                level, shown = best
                found[level][in_first_person(check.title)] = shown
        lines = tuple(
            CheckedLine(how, tuple(found[level]), _links(chain(*found[level].values())))
            for level, how in HOW.items()
            if found[level]
        )
        if lines:
            yield CheckedPart(category.title, lines)


def _best(check: CheckSeen, references: dict[str, Reference]) -> tuple[LevelName, list[Reference]] | None:
    """The strongest level at which something that may be shown counts, and what that is."""
    for level in HOW:
        subjects = dict.fromkeys(
            item.subject.partition("#")[0] for item in check.items if item.level == level and item.value
        )
        shown = [references[subject] for subject in subjects if subject in references]
        if shown:
            return level, shown
    return None


def _links(found: Iterable[Reference]) -> tuple[Reference, ...]:
    """What has a page, each once."""
    return tuple(dict.fromkeys(one for one in found if one.path or one.href))[:SHOWN]


def _references(facts: Facts) -> dict[str, Reference]:
    """Every subject that may be shown, with its page on the site or its public address."""
    profile = facts.profile
    clean = discreet(profile)
    shown = {"profile": Reference("", None, None)}
    shown |= {
        one.subject: Reference(clean(one.claim.title), f"work/{one.claim.id}/", None)
        for one in facts.projects
        if _is_public(one, facts) and not one.same_as
    }
    for article in facts.articles:
        here = f"articles/{article.claim.id}/" if article.claim.file else None
        shown[article.subject] = Reference(clean(plain(article.title)), here, None if here else article.claim.url)
    shown |= {f"talk:{one.id}": Reference(clean(one.title), None, one.url) for one in profile.talks or ()}
    shown |= {f"service:{one.id}": Reference(one.title, "services/", None) for one in profile.services or ()}
    shown |= {f"work:{one.id}": Reference(clean(one.role), "about/", None) for one in profile.work or ()}
    shown |= {f"language:{one.code}": Reference(one.name, None, one.evidence) for one in profile.languages or ()}
    shown |= {
        name: Reference(page.url, None, page.url) for name, page in facts.pages.items() if name.startswith("link:")
    }
    for contract in profile.contracts or ():
        client = profile.client(contract.client)
        if client is not None and not client.nda:
            shown[f"contract:{contract.id}"] = Reference(f"Contract with {client.public_name}", "about/", None)
    for reference in profile.references or ():
        if reference.consent == "public":
            shown[f"reference:{reference.id}"] = Reference(clean(reference.name), None, reference.link)
    return shown


def _is_public(project: ProjectFacts, facts: Facts) -> bool:
    """Whether nothing says that it is nobody's business: the profile, its client, or the code host."""
    claim = project.claim
    client = facts.profile.client(claim.client) if claim.client else None
    return not (claim.private or (client and client.nda) or (project.hosted and project.hosted.private))


def _month(said: str, language: str) -> str:
    try:
        return when(parse_when(said), language)
    except PydanticCustomError:
        return said
