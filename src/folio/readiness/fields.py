"""The fields that platforms ask for, as far as a profile holds them; the catalogue has their words."""

from __future__ import annotations

from collections.abc import Sized
from datetime import date
from typing import get_args

from folio.profile.model import Profile
from folio.profile.offer import OnlyThere
from folio.profile.record import Project

FRESH_DAYS = 90
"""For so long, availability that was confirmed counts as current."""
ONLY_THERE: tuple[str, ...] = get_args(OnlyThere)
"""The fields that only the platform's own form shows; everything else is a key of `fields_held`."""
LONGEST_LINE = 120
SHORTEST_OVERVIEW = 200
MANY_SKILLS = 7


def fields_held(profile: Profile, today: date) -> dict[str, bool | None]:
    """Each field that the profile can hold: there, not there, or None where it leaves the section out.

    That there is a photo is all that is read of it.
    """
    overview, skills, offer = profile.summary, profile.skills, profile.availability
    past = _any(profile.work, profile.contracts)
    return {
        "photo": True if profile.photo else None,
        "title": True,
        "overview": True,
        "overview-200": len(overview) >= SHORTEST_OVERVIEW,
        "employment": past,
        "skill": _any(skills),
        "seven-skills": None if skills is None else len(skills) >= MANY_SKILLS,
        "one-liner": len(profile.headline) <= LONGEST_LINE,
        "topics": None if profile.focus is None else bool(profile.focus.specialisms),
        "project": _any(profile.projects),
        "service": _priced(profile),
        "rate": True if profile.rates else None,
        "hours": True if offer else None,
        "availability": None if offer is None else 0 <= (today - offer.as_of.first_day).days <= FRESH_DAYS,
        "resume": _both(past, _any(skills)),
        "linkedin": profile.links.linkedin is not None if says(profile, "links") else None,
        "code-samples": _code(profile),
        "language": _any(profile.languages),
    }


TODO = {
    "photo": "name a photo under 'photo', with what it shows",
    "links": "name your pages under 'links'",
    "work": "list your positions under 'work'",
    "contracts": "list your contracts, or write 'contracts: []'",
    "skills": "list your skills under 'skills', each with what shows it",
    "focus": "write 'focus': one or two specialisms, whom they serve, and a goal with a date",
    "projects": "list your projects",
    "services": "describe a service and its price under 'services'",
    "rates": "state your price under 'rates'",
    "availability": "state hours, start and time zone under 'availability'",
    "languages": "add 'languages' with a CEFR level each",
    "platforms": "list under 'platforms' where you are, and under 'done' what you have filled in there",
}
"""What to do where a section is left out that holds a field."""
SECTIONS = tuple(section for section in TODO if section != "platforms")


def sections_missing(profile: Profile) -> tuple[str, ...]:
    """The sections that the profile leaves out and that could hold a field."""
    return tuple(section for section in SECTIONS if not says(profile, section))


def says(profile: Profile, section: str) -> bool:
    """Whether the profile has a section, were it empty; 'contact' and 'links' are empty too where it has none."""
    links = profile.links
    if section == "links" and links.model_fields_set == {"github"} and (profile.github or links.github is None):
        return False  # the account alone, as `adopted` fills it in from 'github'
    return section in profile.model_fields_set and getattr(profile, section) is not None


def _any(*sections: Sized | None) -> bool | None:
    """Whether one of the sections holds something; None when none does and one was left out."""
    if any(sections):
        return True
    return None if None in sections else False


def _both(one: bool | None, other: bool | None) -> bool | None:
    if one is False or other is False:
        return False
    return True if one and other else None


def _priced(profile: Profile) -> bool | None:
    if profile.services is None:
        return None
    return any(service.price or service.price_note for service in profile.services)


def _code(profile: Profile) -> bool | None:
    links = profile.links
    if links.github or links.gitlab or links.code or profile.github:
        return True
    if profile.projects is None or not says(profile, "links"):
        return True if any(map(_public, profile.projects or ())) else None
    return any(map(_public, profile.projects))


def _public(one: Project) -> bool:
    return bool(one.code_url or (one.repository or "").startswith("https://"))
