"""The profile as its résumé shows it: what may go to a client as data, and nothing else.

It names what is taken, one by one; what it does not name stays at home, and so does whatever is added to the profile.
All of it was validated with the profile, so it is not again: building validators for nine records takes 20 ms.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from folio.profile.appearance import Appearance, SectionName
from folio.profile.exchange.slugs import Ids
from folio.profile.model import Privacy, Profile, Publishing
from folio.profile.more import MoreEntry, MoreSection
from folio.profile.offer import Availability, Rates
from folio.profile.person import Contact, Education, Language, Skill
from folio.profile.record import (
    Article,
    Client,
    Contract,
    Highlight,
    Live,
    Outcome,
    Project,
    Proof,
    Reference,
    Talk,
    Work,
)

Said = TypeVar("Said")
Made = TypeVar("Made")
Kept = tuple[Made, ...] | None

MOST_PROJECTS = 3
"""How many projects a résumé shows where none is featured."""


def shown_projects(profile: Profile) -> tuple[Project, ...]:
    """Those that a résumé shows: the ones marked as featured, or else the first three."""
    projects = profile.projects or ()
    return tuple(one for one in projects if one.featured) or projects[:MOST_PROJECTS]


def disclosed(profile: Profile) -> Profile:
    """A profile that holds what the résumé of a tailored profile shows, hidden sections left out.

    Clients are there by the names that may be shown, and are under no NDA in it. Its ids are those of pages, or made
    from what is shown.
    """
    hidden = frozenset(profile.resume.hide or ())

    def kept(section: SectionName, entries: Iterable[Said] | None, make: Callable[[Said], Made]) -> Kept[Made]:
        return None if entries is None or section in hidden else tuple(map(make, entries))

    contracts = kept("contracts", profile.contracts, lambda one: one) or ()
    projects = kept("projects", shown_projects(profile), lambda one: one) or ()
    clients = _clients(profile, (*contracts, *projects))
    references = _references(profile, contracts)
    terms = "availability" not in hidden
    return Profile.model_construct(
        name=profile.name,
        headline=profile.headline,
        summary=profile.summary if "summary" not in hidden else "",
        language=profile.language,
        contact=_contact(profile),
        links=profile.links,
        skills=kept("skills", profile.skills, lambda one: Skill.model_construct(name=one.name, group=one.group)),
        languages=kept("languages", profile.languages, _language),
        education=kept("education", profile.education, _education),
        clients=tuple({one.id: one for one in clients.values()}.values()),
        work=kept("experience", profile.work, _work),
        contracts=tuple(_contract(one, clients, {one.id for one in references}) for one in contracts) or None,
        projects=tuple(_project(one, clients) for one in projects) or None,
        articles=kept("publications", profile.articles, _article),
        talks=kept("talks", profile.talks, _talk),
        references=references or None,
        more=kept("more", profile.more, _own_section),
        rates=Rates.model_construct(price=profile.rates.price)
        if profile.rates and profile.rates.public and terms
        else None,
        availability=_availability(profile.availability) if profile.availability and terms else None,
        resume=_appearance(profile.resume),
        privacy=Privacy.model_construct(phone=profile.privacy.phone),
        publishing=Publishing.model_construct(site_url=profile.publishing.site_url),
    )


def _contact(profile: Profile) -> Contact:
    contact, privacy = profile.contact, profile.privacy
    return Contact.model_construct(
        email=contact.email if privacy.email else None,
        phone=contact.phone if privacy.phone else None,
        calendar=contact.calendar,
        location=contact.location if privacy.location else None,
    )


def _appearance(look: Appearance) -> Appearance:
    """Without the photo, which stays at home, and without what hides sections that are not there anyway."""
    hide: tuple[SectionName, ...] | None = ("summary",) if "summary" in (look.hide or ()) else None
    return look.model_copy(update={"photo": None, "hide": hide})


def _clients(profile: Profile, entries: Iterable[Contract | Project]) -> dict[str, Client]:
    """By the ids they have at home, under their public names alone: an id may be made from the other one."""
    ids, made, found = Ids(), dict[str, Client](), dict[str, Client]()
    for entry in entries:
        if entry.client and (client := profile.client(entry.client)):
            name = client.public_name
            if name not in made:
                made[name] = Client.model_construct(id=ids.new(name, "client"), name=name)
            found[client.id] = made[name]
    return found


def _references(profile: Profile, contracts: Iterable[Contract]) -> tuple[Reference, ...]:
    """Those that contracts name and who agreed to be named; how to reach them is theirs."""
    named = {one.proof.reference for one in contracts if one.proof and one.proof.reference}
    return tuple(
        Reference.model_construct(
            id=one.id,
            name=one.name,
            role=one.role,
            organisation=one.organisation,
            date=one.date,
            text=one.text,
            consent="public",
        )
        for one in profile.references or ()
        if one.id in named and one.consent == "public"
    )


def _outcomes(outcomes: Iterable[Outcome] | None) -> tuple[Outcome, ...]:
    return tuple(
        Outcome.model_construct(what=one.what, value=one.value, unit=one.unit, baseline=one.baseline)
        for one in outcomes or ()
    )


def _work(work: Work) -> Work:
    return Work.model_construct(
        id=work.id,
        organisation=work.organisation,
        role=work.role,
        start=work.start,
        end=work.end,
        location=work.location,
        url=work.url,
        summary=work.summary,
        highlights=tuple(Highlight.model_construct(text=one.text, priority=one.priority) for one in work.highlights),
        outcomes=_outcomes(work.outcomes),
    )


def _contract(contract: Contract, clients: dict[str, Client], references: set[str]) -> Contract:
    client = clients.get(contract.client)
    named = contract.proof.reference if contract.proof else None
    return Contract.model_construct(
        id=contract.id,
        client=client.id if client else contract.client,
        role=contract.role,
        deliverable=contract.deliverable,
        start=contract.start,
        end=contract.end,
        completed=contract.completed,
        result=contract.result,
        proof=Proof.model_construct(reference=named) if named in references else None,
    )


def _project(project: Project, clients: dict[str, Client]) -> Project:
    client = clients.get(project.client or "")
    live = project.live.url if project.live else None
    return Project.model_construct(
        id=project.id,
        title=project.title,
        summary=project.summary,
        role=project.role,
        code_url=project.code_url,
        client=client.id if client else None,
        start=project.start,
        end=project.end,
        featured=project.featured,
        outcome=None if project.outcomes or not project.results else project.outcome,
        outcomes=_outcomes(project.outcomes) or None,
        skills=project.skills,
        live=Live.model_construct(url=live) if live else None,
    )


def _education(education: Education) -> Education:
    return Education.model_construct(
        title=education.title,
        kind=education.kind,
        institution=education.institution,
        start=education.start,
        end=education.end,
        summary=education.summary,
    )


def _article(article: Article) -> Article:
    return Article.model_construct(
        id=article.id,
        file=article.file,
        url=article.url,
        title=article.title,
        date=article.date,
        publication=article.publication,
    )


def _talk(talk: Talk) -> Talk:
    return Talk.model_construct(
        id=talk.id, title=talk.title, event=talk.event, date=talk.date, kind=talk.kind, url=talk.url
    )


def _language(language: Language) -> Language:
    return Language.model_construct(
        name=language.name, code=language.code, level=language.level, fluency=language.fluency
    )


def _own_section(section: MoreSection) -> MoreSection:
    return MoreSection.model_construct(title=section.title, entries=tuple(map(_own_entry, section.entries)))


def _own_entry(entry: MoreEntry) -> MoreEntry:
    return MoreEntry.model_construct(
        title=entry.title,
        organisation=entry.organisation,
        start=entry.start,
        end=entry.end,
        url=entry.url,
        summary=entry.summary,
        highlights=tuple(Highlight.model_construct(text=one.text, priority=one.priority) for one in entry.highlights),
    )


def _availability(availability: Availability) -> Availability:
    return Availability.model_construct(
        hours_per_week=availability.hours_per_week,
        start=availability.start,
        time_zone=availability.time_zone,
        overlap=availability.overlap,
        as_of=availability.as_of,
    )
