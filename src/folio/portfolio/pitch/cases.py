"""Case studies as proof: what of each folio saw itself, and nothing that is only said."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby

from folio.facts import Facts, ProjectFacts
from folio.portfolio.badges import badges
from folio.portfolio.links import home
from folio.portfolio.parts import Figure, Reference
from folio.portfolio.pictures import of_project
from folio.portfolio.pitch.model import Case, Number, Reading, Seen, SeenOn
from folio.portfolio.site.cases import case_study
from folio.portfolio.site.model import Badge, CaseStudy
from folio.portfolio.wording import day, period
from folio.profile.enclosed import Enclosures
from folio.profile.offer import Pitch

TELLING = ("live", "tested", "reference", "released", "container", "sql")
"""The kinds of badges that prove something to a client, in the order of weight; a licence does not."""
SHOWN = 4
"""Badges of a case study; with more of them nobody reads one."""

Full = Callable[[Reference], str | None]
"""The full address of a link; None while the site has none."""


def cases(pitch: Pitch, facts: Facts, enclosed: Enclosures, locale: str) -> tuple[Case, ...]:
    """The projects that the pitch names, in its order."""
    named = [link.partition(":") for link in pitch.proof]
    projects = [facts.project(name) for kind, _, name in named if kind == "project"]
    return tuple(_case(one, facts, enclosed, locale) for one in projects if one is not None)


def readings(pitch: Pitch, facts: Facts, enclosed: Enclosures) -> tuple[Reading, ...]:
    """The articles that the pitch names and that folio read, in its order."""
    full, found = addresses(facts), []
    for link in pitch.proof:
        kind, _, name = link.partition(":")
        article = facts.article(name) if kind == "article" else None
        if article is not None and article.seen is not None and article.counts:
            text = enclosed.manuscripts.get(name)
            here = None if article.claim.url else full(Reference(article.title, f"articles/{name}/", None))
            summary = article.claim.summary or (text.summary if text else None)
            found.append(Reading(article.title, summary, article.claim.url or here))
    return tuple(found)


def addresses(facts: Facts) -> Full:
    """How a document on paper links to the site."""
    site = home(facts.profile)

    def full(reference: Reference) -> str | None:
        return reference.href or (f"{site}/{reference.path}" if site and reference.path is not None else None)

    return full


def _case(project: ProjectFacts, facts: Facts, enclosed: Enclosures, locale: str) -> Case:
    claim, full = project.claim, addresses(facts)
    shown = replace(case_study(project, facts), badges=badges(project, locale))
    return Case(
        id=claim.id,
        title=claim.title,
        summary=claim.summary,
        client=shown.client,
        period=period(claim.start, claim.end, locale) or None,
        picture=of_project(claim, enclosed),
        caption=claim.picture.caption if claim.picture else None,
        numbers=tuple(_number(one, full) for one in sorted(shown.figures, key=_strength) if one.proven),
        seen=tuple(_seen(shown.badges, locale)),
        page=_page(shown, full),
    )


def _strength(figure: Figure) -> tuple[bool, bool]:
    """A number says most beside what it was before, and with how it was measured."""
    return (not figure.baseline, not figure.measured)


def _number(figure: Figure, full: Full) -> Number:
    href = full(figure.source) if figure.source else None
    source = Seen(figure.source.text, href) if figure.source and href else None
    return Number(figure.value, figure.what, figure.baseline, figure.measured, source)


def _seen(found: tuple[Badge, ...], locale: str) -> Iterator[SeenOn]:
    telling = sorted((one for one in found if one.kind in TELLING), key=lambda one: TELLING.index(one.kind))[:SHOWN]
    for on, together in groupby(telling, key=lambda one: one.observed_on):
        yield SeenOn(day(on, locale), tuple(Seen(one.label, one.href) for one in together))


def _page(shown: CaseStudy, full: Full) -> Seen | None:
    href = full(Reference(shown.title, f"work/{shown.id}/", None)) or shown.live_url or shown.code_url
    return Seen(href.partition("://")[2].removeprefix("www.").rstrip("/"), href) if href else None
