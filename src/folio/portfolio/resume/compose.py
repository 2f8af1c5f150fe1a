"""Facts into a résumé: its sections, in order, in the words of its locale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import get_args

from folio.evidence.level import Level
from folio.facts import Facts
from folio.portfolio.contact import contact_lines
from folio.portfolio.links import home, reference
from folio.portfolio.own import in_lines, own_sections
from folio.portfolio.pictures import photo
from folio.portfolio.prose import on_paper, plain
from folio.portfolio.resume import entries
from folio.portfolio.resume.model import Entry, Group, Named, Resume, Section
from folio.portfolio.resume.ranks import ranked
from folio.portfolio.source import source
from folio.portfolio.wording import language_name, number, price, since
from folio.portfolio.words import Words, lang, words
from folio.profile.appearance import SectionName
from folio.profile.enclosed import Enclosures
from folio.profile.person import Language
from folio.profile.target import Target

ORDER: tuple[SectionName, ...] = get_args(SectionName)
"""The order of sections where neither the person nor the theme has one."""
DESCRIPTION = 160


def compose_resume(facts: Facts, enclosed: Enclosures, target: Target | None = None) -> Resume:
    """The résumé of the person in `facts`, whose profile is tailored to `target` already."""
    profile, look = facts.profile, facts.profile.resume
    locale = look.locale or profile.language
    said = words(locale)
    order = (*(look.order or ()), *(name for name in ORDER if name not in (look.order or ())))
    found = list(_sections(facts, enclosed, locale, said, target.pin if target else ()))
    hidden = look.hide or ()
    sections, droppable, spare = ranked(
        tuple(one for name in order if name not in hidden for one in found if one.name == name)
    )
    return Resume(
        name=profile.name,
        headline=profile.headline,
        description=profile.headline or plain(profile.summary, DESCRIPTION),
        contact=contact_lines(profile),
        photo=photo(profile, enclosed) if look.photo and profile.privacy.photo else None,
        sections=sections,
        words=said,
        language=lang(locale),
        direction=said.direction,
        look=look,
        ordered=look.order is not None,
        droppable=droppable,
        spare=spare,
        target=target.id if target else None,
        source=source(facts, enclosed),
    )


def _sections(facts: Facts, enclosed: Enclosures, locale: str, said: Words, pinned: entries.Pins) -> Iterator[Section]:
    """Those that have something to say."""
    yield Section("summary", said.summary, prose=on_paper(facts.profile.summary))
    skills, any_shown = _skills(facts)
    if skills:
        yield Section("skills", said.skills, groups=skills, note=said.skills_legend if any_shown else None)
    page = _page(facts)
    lists: Sequence[tuple[SectionName, str, tuple[Entry, ...]]] = (
        ("experience", said.experience, entries.experience(facts, locale, pinned)),
        ("projects", said.projects, entries.projects(facts, locale, page, pinned)),
        ("contracts", said.contracts, entries.contracts(facts, locale, pinned)),
        ("education", said.education, entries.education(facts, locale)),
        ("publications", said.publications, entries.publications(facts, enclosed, locale, page, pinned)),
        ("talks", said.talks, entries.talks(facts, locale, pinned)),
    )
    for name, title, found in lists:
        if found:
            yield Section(name, title, entries=found)
    if spoken := facts.profile.languages:
        levels = tuple(
            Group(_called(one, facts, locale), (Named(said.native if one.level == "native" else one.how_well),))
            for one in spoken
        )
        yield Section("languages", said.languages, groups=levels)
    for own, entered in own_sections(facts.profile):
        lines = in_lines(entered, locale)
        yield Section("more", own.title, prose=lines, entries=() if lines else entries.own(entered, locale))
    if terms := tuple(_terms(facts, locale, said)):
        yield Section("availability", said.availability, groups=terms)


def _called(language: Language, facts: Facts, locale: str) -> str:
    """A language by the name that the person gives it, or in the locale's words where that is another one."""
    own = lang(locale).partition("-")[0] == lang(facts.profile.language).partition("-")[0]
    return language.name if own else language_name(language.code, locale) or language.name


def _page(facts: Facts) -> entries.Page:
    site = home(facts.profile)
    return lambda path: f"{site}/{path}" if site else None


def _skills(facts: Facts) -> tuple[tuple[Group, ...], bool]:
    """Skills by group; one that folio saw shown links to the page that shows it."""
    page, groups, any_shown = _page(facts), dict[str, list[Named]](), False
    for skill in facts.profile.skills or ():
        seen = any((facts.support(link).level or 0) >= Level.OBSERVED for link in skill.evidence)
        links = [reference(link, facts) for link in skill.evidence] if seen else []
        href = next((found for one in links if (found := one.href or (page(one.path) if one.path else None))), None)
        any_shown = any_shown or href is not None
        groups.setdefault(skill.group, []).append(Named(skill.name, href))
    return tuple(Group(name, tuple(skills)) for name, skills in groups.items()), any_shown


def _terms(facts: Facts, locale: str, said: Words) -> Iterator[Group]:
    rates, available = facts.profile.rates, facts.profile.availability
    lines = (
        (said.rate, price(rates.price, locale) if rates and rates.public else None),
        (said.hours, said.hours_a_week.format(hours=number(available.hours_per_week, locale)) if available else None),
        (said.start, since(available.start, locale) if available else None),
        (said.time_zone, available.time_zone if available else None),
        (said.overlap, available.overlap if available else None),
    )
    return (Group(label, (Named(text),)) for label, text in lines if text)
