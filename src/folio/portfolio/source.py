"""The source of a résumé: what it shows as a JSON Resume document, which every PDF carries."""

from __future__ import annotations

from folio.facts import ArticleFacts, Facts
from folio.facts.person import is_same_person
from folio.portfolio.resume.entries import article_page, article_title
from folio.profile.enclosed import Enclosures
from folio.profile.exchange.json_resume import to_json_resume
from folio.profile.fields import When
from folio.profile.record import Article


def source(facts: Facts, enclosed: Enclosures) -> bytes:
    """The JSON Resume document of who is in `facts`, whose profile is tailored already.

    Articles have the titles, months and addresses that are printed, wherever those were found.
    """
    profile = facts.profile
    site = (profile.publishing.site_url or "").rstrip("/")

    def shown(one: ArticleFacts) -> Article:
        found = {
            "title": article_title(one, enclosed),
            "date": When(one.day.year, one.day.month) if one.day else None,
            "url": article_page(one.claim, lambda path: f"{site}/{path}" if site else None),
        }
        return one.claim.model_copy(update=found)

    said = {
        "articles": tuple(map(shown, facts.articles)),
        "references": tuple(one for one in profile.references or () if not is_same_person(one, profile)),
    }
    return to_json_resume(profile.model_copy(update=said))
