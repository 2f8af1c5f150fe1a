"""Facts into what will be shown: the one place that decides what a client reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from folio.evidence.level import Level
from folio.facts import Facts
from folio.portfolio.badges import stats
from folio.portfolio.contact import call_to_action, contact_lines
from folio.portfolio.links import reference
from folio.portfolio.parts import ContactLine
from folio.portfolio.pictures import photo
from folio.portfolio.prose import plain, prose
from folio.portfolio.site.cases import pictured
from folio.portfolio.site.checked import readiness
from folio.portfolio.site.chosen import chosen
from folio.portfolio.site.essays import essay
from folio.portfolio.site.model import (
    Alternate,
    Offer,
    Portfolio,
    SkillGroup,
    SkillShown,
    Terms,
)
from folio.portfolio.site.record import contracts, education, experience, own, talks, testimonials
from folio.portfolio.site.texts import assets
from folio.portfolio.site.words import site_words
from folio.portfolio.told import latest_first
from folio.portfolio.wording import day, number, price, since, when
from folio.portfolio.words import words
from folio.profile.enclosed import Enclosures
from folio.readiness.report import Report

DESCRIPTION = 160


def compose(
    facts: Facts, report: Report | None, enclosed: Enclosures, alternates: tuple[Alternate, ...] = ()
) -> Portfolio:
    """The view model of everything a client may see.

    The report is asked for one thing only, and only when the profile publishes it, as `publishing.readiness` says: the
    level and what it rests on.
    """
    profile = facts.profile
    lines = _in_words(contact_lines(profile), profile.language)
    work = tuple(pictured(project, facts, enclosed) for project in facts.projects)
    ranked = sorted(facts.articles, key=lambda one: (str(one.day or ""), one.claim.id), reverse=True)
    essays = tuple(essay(article, facts, enclosed) for article in ranked)
    return Portfolio(
        name=profile.name,
        headline=profile.headline,
        audience=profile.focus.audience if profile.focus else None,
        result=profile.focus.result if profile.focus else None,
        summary=prose(profile.summary),
        summary_text=plain(profile.summary, DESCRIPTION),
        language=profile.language,
        today=facts.today,
        today_text=day(facts.today, profile.language),
        site_url=profile.publishing.site_url,
        photo=photo(profile, enclosed) if profile.privacy.photo else None,
        contact=lines,
        call_to_action=call_to_action(lines),
        reply_within=profile.contact.reply_within,
        specialisms=profile.focus.specialisms if profile.focus else (),
        stats=stats(facts),
        work=work,
        essays=essays,
        offers=_offers(facts),
        terms=_terms(facts),
        skills=_skills(facts),
        experience=experience(facts),
        contracts=contracts(facts),
        education=education(facts),
        talks=talks(facts),
        languages=tuple(_spoken(facts)),
        testimonials=testimonials(facts),
        more=own(facts),
        assets=assets(enclosed),
        readiness=readiness(facts, report) if report else None,
        show_resume=profile.publishing.resume,
        role=next((one.role for one in latest_first(profile.work) if one.end is None), None),
        prefix=next((one.prefix for one in alternates if one.locale == profile.language), ""),
        alternates=alternates,
        **chosen(profile, enclosed),
    )


def _skills(facts: Facts) -> tuple[SkillGroup, ...]:
    groups: dict[str, list[SkillShown]] = {}
    for skill in facts.profile.skills or ():
        seen = any((facts.support(link).level or 0) >= Level.OBSERVED for link in skill.evidence)
        links = tuple(reference(link, facts) for link in skill.evidence)
        groups.setdefault(skill.group, []).append(SkillShown(skill.name, seen, links))
    return tuple(SkillGroup(name, tuple(skills)) for name, skills in groups.items())


def _in_words(lines: tuple[ContactLine, ...], language: str) -> tuple[ContactLine, ...]:
    """Ways to get in touch, with their labels in a language; names of services are the same in all."""
    said = site_words(language)
    keys = {"calendar": "book_a_call"}
    return tuple(replace(one, label=said.get(keys.get(one.kind, one.kind), one.label)) for one in lines)


def _spoken(facts: Facts) -> Iterator[str]:
    said = words(facts.profile.language)
    for one in facts.profile.languages or ():
        level = said.native if one.level == "native" else one.how_well
        yield said.language_level.format(language=one.name, level=level)


def _offers(facts: Facts) -> tuple[Offer, ...]:
    language = facts.profile.language
    return tuple(
        Offer(
            id=one.id,
            title=one.title,
            for_whom=one.for_whom,
            summary=prose(one.summary) if one.summary else None,
            deliverables=one.deliverables,
            duration=one.duration,
            price=price(one.price, language) if one.price else None,
            price_note=one.price_note,
            exclusions=one.exclusions,
            proof=tuple(reference(link, facts) for link in one.evidence),
            asks=one.price,
        )
        for one in facts.profile.services or ()
    )


def _terms(facts: Facts) -> Terms | None:
    profile, language = facts.profile, facts.profile.language
    rates, available = profile.rates, profile.availability
    if available is None and (rates is None or not rates.public):
        return None
    said = words(language)
    notes = (rates.note if rates and rates.public else None, available.note if available else None)
    return Terms(
        rate=price(rates.price, language) if rates and rates.public else None,
        hours=said.hours_a_week.format(hours=number(available.hours_per_week, language)) if available else None,
        start=since(available.start, language) if available else None,
        time_zone=available.time_zone if available else None,
        overlap=available.overlap if available else None,
        note=" ".join(note for note in notes if note) or None,
        confirmed=when(available.as_of, language) if available else None,
    )
