"""Articles as pages of the site."""

from __future__ import annotations

from folio.facts import ArticleFacts, Facts
from folio.portfolio.parts import Reference
from folio.portfolio.prose import plain, prose
from folio.portfolio.site.model import Essay
from folio.portfolio.site.texts import located, without_title
from folio.portfolio.wording import day
from folio.profile.enclosed import Enclosures
from folio.profile.record import Article

WORDS_A_MINUTE = 220
DESCRIPTION = 160
"""Characters that search engines show of a description."""


def essay(article: ArticleFacts, facts: Facts, enclosed: Enclosures) -> Essay:
    """One article: a page of the site when its text is in the profile's folder, a link otherwise."""
    claim, text = article.claim, enclosed.manuscripts.get(article.claim.id)
    other = enclosed.own if text and claim.id not in enclosed.translated else None
    title = claim.title or (text.title if text else None) or article.title
    summary = claim.summary or (text.summary if text else None)
    body = without_title(text.body, title) if text else None
    linked = {*article.projects_linked, *article.projects_linking}
    return Essay(
        id=claim.id,
        title=title,
        summary=summary,
        day=article.day,
        day_text=day(article.day, facts.profile.language) if article.day else None,
        minutes=max(1, round(article.seen.words / WORDS_A_MINUTE)) if article.seen else None,
        publication=claim.publication,
        url=claim.url,
        canonical=claim.url or (text.canonical if text else None) or (_original(claim, facts) if other else None),
        body=prose(body, pictures=located(claim.id, enclosed)) if body is not None else None,
        description=summary or (plain(body, DESCRIPTION) if body else title),
        work=tuple(
            Reference(project.claim.title, f"work/{project.claim.id}/", None)
            for project in facts.projects
            if project.claim.id in linked
        ),
        tags=text.tags if text and text.tags else claim.tags,
        language=other,
    )


def _original(claim: Article, facts: Facts) -> str | None:
    """The page in the profile's own language, of which one in another without a translation is a copy."""
    site = facts.profile.publishing.site_url
    return f"{site.rstrip('/')}/articles/{claim.id}/" if site else None
