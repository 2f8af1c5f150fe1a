"""The level and what it rests on, for the site: composed only when the profile publishes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from pydantic_core import PydanticCustomError

from folio.facts import Facts, ProjectFacts
from folio.options import DEFAULT_PLATFORM
from folio.portfolio.parts import Reference
from folio.portfolio.prose import plain
from folio.portfolio.site.model import CheckedLine, CheckedPart, Readiness
from folio.portfolio.wording import day, when
from folio.profile.discretion import discreet
from folio.profile.fields import parse_when
from folio.readiness.arithmetic import FULL, aggregate
from folio.readiness.report import CheckSeen, ItemSeen, LevelName, Report

HOW: dict[LevelName, str] = {
    "verified": "Confirmed twice",
    "observed": "Seen",
    "attested": "Vouched for",
}
"""Levels in a client's words, the strongest first. What is only claimed is what the rest of the site says."""
WELL = 600
"""Thousandths of a check from which on the site names it."""
COUNTED: dict[str, Callable[[Sequence[ItemSeen]], str]] = {
    "time-horizon": lambda items: f"{max(one.amount or 0 for one in items)} months of dated work",
    "six-foundations-map": lambda items: f"{len({one.facet for one in items})} foundations, each with proof",
}
"""Checks whose titles promise a number, which is said as it was found."""
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
        badge=publishing.badge,
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
            if check.category == category.id and not check.hygiene and (well := _well_shown(check, references)):
                level, items = well
                found[level][in_first_person(_words(check, items))] = [references[_whole(one)] for one in items]
        lines = tuple(
            CheckedLine(how, tuple(found[level]), _links(chain(*found[level].values())))
            for level, how in HOW.items()
            if found[level]
        )
        if lines:
            yield CheckedPart(category.title, lines)


def _well_shown(check: CheckSeen, references: dict[str, Reference]) -> tuple[LevelName, list[ItemSeen]] | None:
    """The strongest level from which on what may be shown is enough to name a check, and what that is, best first."""
    items: list[ItemSeen] = []
    for level in HOW:
        items += (one for one in check.items if one.level == level and one.value and _whole(one) in references)
        best: dict[str, int] = {}
        for one in items:
            counts_as = one.facet or one.subject if check.aggregate == "union" else one.subject
            best[counts_as] = max(best.get(counts_as, 0), one.value)
        if items and aggregate(check.aggregate, check.curve, best.values()) >= WELL:
            return level, sorted(items, key=lambda one: -one.quality)
    return None


def _words(check: CheckSeen, items: Sequence[ItemSeen]) -> str:
    """A check's title, or what of it was found where that is less than the title says."""
    if say := COUNTED.get(check.id):
        return say(items)
    best = items[0]
    if best.parts and best.quality < FULL:
        return f"{check.title} (in part: {', '.join(says for says, _ in best.parts)})"
    return check.title


def _whole(item: ItemSeen) -> str:
    """The subject without the number of what was found on it."""
    return item.subject.partition("#")[0]


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
