"""The source of a document: what it shows as a JSON Resume document, which every PDF carries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from folio.facts import ArticleFacts, Facts
from folio.facts.person import is_same_person
from folio.portfolio.links import home
from folio.portfolio.resume.entries import article_page, article_title
from folio.profile.enclosed import Enclosures
from folio.profile.exchange.json_resume.writing import to_json_resume
from folio.profile.fields import When
from folio.profile.offer import Pitch
from folio.profile.record import Article

RESUME_ONLY = (
    "work",
    "contracts",
    "education",
    "talks",
    "skills",
    "languages",
    "references",
    "rates",
    "availability",
    "more",
)


def source(facts: Facts, enclosed: Enclosures) -> bytes:
    """The JSON Resume document of who is in `facts`, whose profile is tailored already.

    Articles have the titles, days and addresses that go with what is printed, wherever those were found.
    """
    profile = facts.profile
    site = home(profile)

    def shown(one: ArticleFacts) -> Article:
        found = {
            "title": article_title(one, enclosed),
            "date": When(one.day.year, one.day.month, one.day.day) if one.day else None,
            "url": article_page(one.claim, lambda path: f"{site}/{path}" if site else None),
        }
        return one.claim.model_copy(update=found)

    said = {
        "articles": tuple(map(shown, facts.articles)),
        "references": tuple(one for one in profile.references or () if not is_same_person(one, profile)),
    }
    return to_json_resume(profile.model_copy(update=said))


def letter_source(facts: Facts) -> bytes:
    """Who writes, and nothing of what the résumé says beside the letter."""
    return _part(facts, Enclosures({}, {}), ())


def pitch_source(pitch: Pitch, facts: Facts, enclosed: Enclosures) -> bytes:
    """Who offers, and the projects and articles that the pitch puts forward."""
    return _part(facts, enclosed, pitch.proof)


def _part(facts: Facts, enclosed: Enclosures, proof: Sequence[str]) -> bytes:
    """The person's name and ways to be reached, and of all that they did only what is in `proof`."""
    profile = facts.profile
    shown = (one for one in profile.projects or () if f"project:{one.id}" in proof)
    part = dict.fromkeys(RESUME_ONLY) | {
        "projects": tuple(one.model_copy(update={"featured": True}) for one in shown),
    }
    articles = tuple(one for one in facts.articles if f"article:{one.claim.id}" in proof)
    return source(replace(facts, profile=profile.model_copy(update=part), articles=articles), enclosed)
