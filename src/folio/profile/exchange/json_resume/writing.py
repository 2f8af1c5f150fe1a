"""A profile as a JSON Resume document, for other tools and for `folio import`.

    https://jsonresume.org/schema, version 1.0.0

Everything that JSON Resume has a place for is there, in the words of the résumé: contracts are projects of the type
"contract", talks those of the type "talk". What it has no place for is in `x-folio` of the entry and in `meta.folio`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from folio.profile.discretion import discreet
from folio.profile.exchange.disclosed import disclosed
from folio.profile.exchange.json_resume.own import CALENDAR, NATIVE, OWN, SCHEMA, VERSION, sentence
from folio.profile.exchange.taken import Written
from folio.profile.model import Profile
from folio.profile.person import Education, Language, Skill
from folio.profile.record import Article, Contract, Outcome, Project, Reference, Talk, Work

Json = dict[str, Any]


def to_json_resume(profile: Profile) -> bytes:
    """What the résumé of a tailored profile shows, as JSON: nothing that privacy, an NDA or the target hides.

    The same profile gives the same bytes.
    """
    document = _document(disclosed(profile))
    clean = discreet(profile)
    return json.dumps(_each_text(document, clean), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")


def write(profile: Profile) -> Written:
    """Everything of a profile that JSON Resume has a place for, for the person's own use."""
    return Written(_document(profile))


def _document(profile: Profile) -> Json:
    names = {one.id: one.name for one in profile.clients}
    projects = [
        *(_project(one, names) for one in profile.projects or ()),
        *(_contract(one, names) for one in profile.contracts or ()),
        *map(_talk, profile.talks or ()),
    ]
    return {
        "$schema": SCHEMA,
        **_present(
            basics=_basics(profile),
            work=[_work(one) for one in profile.work or ()],
            education=[_education(one) for one in profile.education or ()],
            publications=[_article(one) for one in profile.articles or ()],
            skills=_skills(profile.skills or ()),
            languages=[_language(one) for one in profile.languages or ()],
            references=[_reference(one) for one in profile.references or ()],
            projects=projects,
        ),
        "meta": {"version": "v1.0.0", "folio": _meta(profile)},
    }


def _basics(profile: Profile) -> Json:
    contact, links = profile.contact, profile.links
    pages = (
        {"network": "GitHub", "username": links.github, "url": f"https://github.com/{links.github}"}
        if links.github
        else None,
        {"network": "GitLab", "url": links.gitlab} if links.gitlab else None,
        {"network": "Code", "url": links.code} if links.code else None,
        {"network": "LinkedIn", "url": links.linkedin} if links.linkedin else None,
        {"network": CALENDAR, "url": contact.calendar} if contact.calendar else None,
        *({"network": one.label, "url": one.url, OWN: {"other": True}} for one in links.other),
    )
    hidden = "summary" in (profile.resume.hide or ())
    return _present(
        name=profile.name,
        label=profile.headline,
        email=contact.email,
        phone=contact.phone,
        url=links.website,
        summary=None if hidden else profile.summary,
        location={"city": contact.location} if contact.location else None,
        profiles=[page for page in pages if page],
    )


def _work(work: Work) -> Json:
    priorities = [one.priority for one in work.highlights]
    return _present(
        name=work.organisation,
        position=work.role,
        location=work.location,
        url=work.url,
        startDate=str(work.start),
        endDate=_day(work.end),
        summary=work.summary,
        highlights=[*(one.text for one in work.highlights), *map(sentence, work.outcomes)],
        own=_present(outcomes=_outcomes(work.outcomes), priorities=priorities if any(priorities) else None),
    )


def _education(education: Education) -> Json:
    return _present(
        institution=education.institution,
        studyType=education.title,
        startDate=_day(education.start),
        endDate=_day(education.end),
        own=_present(kind=education.kind, summary=education.summary),
    )


def _skills(skills: Iterable[Skill]) -> list[Json]:
    groups: dict[str, list[str]] = {}
    for skill in skills:
        groups.setdefault(skill.group, []).append(skill.name)
    return [{"name": group, "keywords": names} for group, names in groups.items()]


def _language(language: Language) -> Json:
    return {
        "language": language.name,
        "fluency": NATIVE if language.level == "native" else language.how_well,
        OWN: {"code": language.code},
    }


def _project(project: Project, clients: dict[str, str]) -> Json:
    live = project.live.url if project.live else None
    return _present(
        name=project.title,
        description=project.summary,
        entity=clients.get(project.client or ""),
        roles=[project.role] if project.role else None,
        startDate=_day(project.start),
        endDate=_day(project.end),
        url=live or project.code_url,
        highlights=list(map(sentence, project.outcomes or ())),
        keywords=list(project.skills),
        own=_present(
            id=project.id,
            featured=project.featured or None,
            live=live,
            code=project.code_url,
            outcomes=_outcomes(project.outcomes or ()),
        ),
    )


def _contract(contract: Contract, clients: dict[str, str]) -> Json:
    return _present(
        name=contract.deliverable,
        entity=clients.get(contract.client),
        roles=[contract.role],
        startDate=str(contract.start),
        endDate=_day(contract.end),
        highlights=[contract.result] if contract.result else None,
        type="contract",
        own=_present(
            completed=None if contract.completed else "no",
            reference=contract.proof.reference if contract.proof else None,
        ),
    )


def _talk(talk: Talk) -> Json:
    return _present(
        name=talk.title, entity=talk.event, startDate=str(talk.date), url=talk.url, type="talk", own={"kind": talk.kind}
    )


def _article(article: Article) -> Json:
    return _present(
        name=article.title or article.id,
        publisher=article.publication,
        releaseDate=_day(article.date),
        url=article.url,
        own={"id": article.id},
    )


def _reference(reference: Reference) -> Json:
    own = {"id": reference.id, "role": reference.role, "organisation": reference.organisation}
    return {"name": reference.name, "reference": reference.text, OWN: {**own, "date": str(reference.date)}}


def _meta(profile: Profile) -> Json:
    rates, available = profile.rates, profile.availability
    return {
        "version": VERSION,
        "language": profile.language,
        **_present(
            site=profile.publishing.site_url,
            rates=rates.model_dump(mode="json", exclude_none=True, exclude={"public", "note"}) if rates else None,
            availability=available.model_dump(mode="json", exclude_none=True) if available else None,
            resume=profile.resume.model_dump(mode="json", exclude_none=True),
        ),
    }


def _outcomes(outcomes: Iterable[Outcome]) -> list[Json]:
    return [one.model_dump(exclude_none=True, exclude={"measured"}) for one in outcomes]


def _day(value: object) -> str | None:
    return None if value is None else str(value)


def _present(own: Json | None = None, **values: Any) -> Json:
    """The values that say something; `own` is what JSON Resume has no place for."""
    return {name: value for name, value in {**values, OWN: own}.items() if value not in (None, [], {}, "")}


def _each_text(value: Any, clean: Any) -> Any:
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, list):
        return [_each_text(one, clean) for one in value]
    if isinstance(value, dict):
        return {name: _each_text(one, clean) for name, one in value.items()}
    return value
