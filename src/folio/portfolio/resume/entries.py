"""The entries of a résumé, the latest first; clients by the names that may be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from markupsafe import Markup

from folio.facts import ArticleFacts, Facts, ProjectFacts
from folio.portfolio.figures import figure
from folio.portfolio.own import own_period
from folio.portfolio.parts import Figure, Html
from folio.portfolio.prose import on_paper, phrase
from folio.portfolio.resume.model import Bullet, Entry, Link
from folio.portfolio.told import latest_first, who_can_be_asked
from folio.portfolio.wording import period, when
from folio.portfolio.words import Words, words
from folio.profile.enclosed import Enclosures
from folio.profile.fields import When
from folio.profile.more import MoreEntry
from folio.profile.places import bare
from folio.profile.record import Article, Contract, Outcome, Talk, Work

Identified = TypeVar("Identified", Work, Contract, Article, Talk)

Page = Callable[[str], str | None]
"""From a path of the site to its full address; None while the site has none."""
Pins = tuple[str, ...]
"""Entries to put first in their sections, in this order: `work:loom`, `project:shelfcast`."""


def experience(facts: Facts, locale: str, pinned: Pins) -> tuple[Entry, ...]:
    """Positions."""
    return tuple(
        Entry(
            title=one.role,
            organisation=one.organisation,
            location=one.location,
            period=period(one.start, one.end, locale),
            href=one.url,
            summary=on_paper(one.summary) if one.summary else None,
            bullets=(
                *(Bullet(phrase(each.text), each.priority) for each in one.highlights),
                *_figures(one.outcomes, locale),
            ),
            pinned=f"work:{one.id}" in pinned,
        )
        for one in _pinned_first(latest_first(facts.profile.work), "work", pinned)
    )


def contracts(facts: Facts, locale: str, pinned: Pins) -> tuple[Entry, ...]:
    """Engagements."""
    return tuple(
        Entry(
            title=one.role,
            organisation=client.public_name if (client := facts.profile.client(one.client)) else None,
            period=period(one.start, one.end, locale, ongoing=not one.completed),
            note=who_can_be_asked(one, facts, words(locale)),
            summary=phrase(one.deliverable),
            bullets=(Bullet(phrase(one.result)),) if one.result else (),
            pinned=f"contract:{one.id}" in pinned,
        )
        for one in _pinned_first(latest_first(facts.profile.contracts), "contract", pinned)
    )


def projects(facts: Facts, locale: str, page: Page, pinned: Pins) -> tuple[Entry, ...]:
    """The projects to put first: those marked as featured, or else the first three."""
    shown = [one for one in facts.projects if one.claim.featured] or list(facts.projects[:3])
    return tuple(_project(one, facts, locale, page, pinned) for one in shown)


def _project(project: ProjectFacts, facts: Facts, locale: str, page: Page, pinned: Pins) -> Entry:
    claim = project.claim
    client = facts.profile.client(claim.client) if claim.client else None
    addresses = (claim.live.url if claim.live else None, claim.code_url)
    return Entry(
        title=claim.title,
        organisation=client.public_name if client else claim.role,
        period=period(claim.start, claim.end, locale) or None,
        href=page(f"work/{claim.id}/"),
        summary=Markup("<p>{}</p>").format(claim.summary),
        bullets=_figures(claim.outcomes or (), locale) or tuple(Bullet(phrase(one)) for one in claim.results),
        links=tuple(Link(bare(url), url) for url in addresses if url),
        pinned=f"project:{claim.id}" in pinned,
    )


def education(facts: Facts, locale: str) -> tuple[Entry, ...]:
    """Degrees, courses and self-taught paths."""
    return tuple(
        Entry(
            title=one.title,
            organisation=one.institution,
            period=period(one.start, one.end, locale, ongoing=one.start is not None) or None,
            summary=on_paper(one.summary) if one.summary else None,
        )
        for one in latest_first(facts.profile.education)
    )


def publications(facts: Facts, enclosed: Enclosures, locale: str, page: Page, pinned: Pins) -> tuple[Entry, ...]:
    """Articles, the newest first."""
    ranked = sorted(facts.articles, key=lambda one: (str(one.day or ""), one.claim.id), reverse=True)
    claims = {one.claim.id: one for one in ranked}
    ranked = [claims[one.id] for one in _pinned_first([one.claim for one in ranked], "article", pinned)]
    return tuple(
        Entry(
            title=article_title(one, enclosed),
            organisation=one.claim.publication,
            period=when(When(one.day.year, one.day.month), locale) if one.day else None,
            href=article_page(one.claim, page),
            pinned=f"article:{one.claim.id}" in pinned,
        )
        for one in ranked
    )


def article_title(article: ArticleFacts, enclosed: Enclosures) -> str:
    """As the profile says, else as the text does, else as it was seen."""
    text = enclosed.manuscripts.get(article.claim.id)
    return article.claim.title or (text.title if text else None) or article.title


def article_page(article: Article, page: Page) -> str | None:
    """Where it can be read: elsewhere, or on the person's own site."""
    return article.url or (page(f"articles/{article.id}/") if article.file else None)


def talks(facts: Facts, locale: str, pinned: Pins) -> tuple[Entry, ...]:
    """Talks and teaching, the newest first."""
    ranked = sorted(facts.profile.talks or (), key=lambda one: str(one.date), reverse=True)
    return tuple(
        Entry(
            title=one.title,
            organisation=one.event,
            period=when(one.date, locale),
            href=one.url,
            pinned=f"talk:{one.id}" in pinned,
        )
        for one in _pinned_first(ranked, "talk", pinned)
    )


def own(said: Iterable[MoreEntry], locale: str) -> tuple[Entry, ...]:
    """Awards, memberships and whatever else the person has a section of their own for."""
    return tuple(
        Entry(
            title=one.title,
            organisation=one.organisation,
            period=own_period(one, locale) or None,
            href=one.url,
            summary=on_paper(one.summary) if one.summary else None,
            bullets=tuple(Bullet(phrase(each.text), each.priority) for each in one.highlights),
        )
        for one in said
    )


def _pinned_first(entries: Iterable[Identified], kind: str, pinned: Pins) -> list[Identified]:
    """The same, with what the target pins before all else."""
    place = {name: number for number, name in enumerate(pinned)}
    return sorted(entries, key=lambda one: place.get(f"{kind}:{one.id}", len(place)))


def _figures(outcomes: Iterable[Outcome], locale: str) -> tuple[Bullet, ...]:
    return tuple(Bullet(_sentence(figure(one), words(locale))) for one in outcomes)


def _sentence(shown: Figure, said: Words) -> Html:
    value = Markup("<strong>{}</strong>").format(shown.value)
    baseline = Markup(" ({})").format(shown.baseline) if shown.baseline else ""
    return Markup(said.labelled).format(label=shown.what, text=value + baseline)
