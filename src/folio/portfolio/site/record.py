"""Work, contracts, education, talks and sections of the person's own as entries, and what others say of them."""

from __future__ import annotations

from collections.abc import Iterable

from folio.facts import Facts
from folio.facts.person import is_same_person
from folio.portfolio.figures import figure
from folio.portfolio.own import in_lines, own_period, own_sections
from folio.portfolio.prose import phrase, prose
from folio.portfolio.site.model import Entry, OwnSection, Testimonial
from folio.portfolio.told import latest_first, who_can_be_asked
from folio.portfolio.wording import period, when
from folio.portfolio.words import words
from folio.profile.more import MoreEntry


def experience(facts: Facts) -> tuple[Entry, ...]:
    """Positions, the latest first."""
    language = facts.profile.language
    ranked = latest_first(facts.profile.work)
    return tuple(
        Entry(
            title=one.role,
            organisation=one.organisation,
            location=one.location,
            period=period(one.start, one.end, language),
            summary=prose(one.summary) if one.summary else None,
            bullets=tuple(phrase(each.text) for each in one.highlights),
            figures=tuple(map(figure, one.outcomes)),
            href=one.url,
        )
        for one in ranked
    )


def contracts(facts: Facts) -> tuple[Entry, ...]:
    """Engagements, the latest first; clients by the names that may be shown."""
    language = facts.profile.language
    ranked = latest_first(facts.profile.contracts)
    entries = []
    for one in ranked:
        client = facts.profile.client(one.client)
        entries.append(
            Entry(
                title=one.role,
                organisation=client.public_name if client else None,
                location=None,
                period=period(one.start, one.end, language, ongoing=not one.completed),
                summary=phrase(one.deliverable),
                bullets=(phrase(one.result),) if one.result else (),
                note=who_can_be_asked(one, facts, words(language)),
            )
        )
    return tuple(entries)


def education(facts: Facts) -> tuple[Entry, ...]:
    """Degrees, courses and self-taught paths, the latest first."""
    ranked = latest_first(facts.profile.education)
    return tuple(
        Entry(
            title=one.title,
            organisation=one.institution,
            location=None,
            period=period(one.start, one.end, facts.profile.language, ongoing=one.start is not None),
            summary=prose(one.summary) if one.summary else None,
        )
        for one in ranked
    )


def talks(facts: Facts) -> tuple[Entry, ...]:
    """Talks and teaching, the latest first."""
    said = words(facts.profile.language)
    ranked = sorted(facts.profile.talks or (), key=lambda one: str(one.date), reverse=True)
    return tuple(
        Entry(
            title=one.title,
            organisation=one.event,
            location=None,
            period=when(one.date, facts.profile.language),
            href=one.url,
            note=getattr(said, one.kind),
        )
        for one in ranked
    )


def own(facts: Facts) -> tuple[OwnSection, ...]:
    """Sections of the person's own, such as awards."""
    language = facts.profile.language
    return tuple(
        OwnSection(section.title, lines=lines) if lines else OwnSection(section.title, _own_entries(entries, language))
        for section, entries in own_sections(facts.profile)
        for lines in (in_lines(entries, language),)
    )


def _own_entries(entries: Iterable[MoreEntry], language: str) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            title=one.title,
            organisation=one.organisation,
            location=None,
            period=own_period(one, language),
            summary=prose(one.summary) if one.summary else None,
            bullets=tuple(phrase(each.text) for each in one.highlights),
            href=one.url,
        )
        for one in entries
    )


def testimonials(facts: Facts) -> tuple[Testimonial, ...]:
    """What others say, with their consent to print it; nobody speaks for themselves."""
    ranked = sorted(facts.profile.references or (), key=lambda one: str(one.date), reverse=True)
    return tuple(
        Testimonial(
            text=prose(one.text),
            name=one.name,
            role=one.role,
            organisation=one.organisation,
            day_text=when(one.date, facts.profile.language),
            href=one.link,
            day=str(one.date),
        )
        for one in ranked
        if one.consent == "public" and not is_same_person(one, facts.profile)
    )
