"""Articles as pages of the site, and the pictures they show."""

from __future__ import annotations

from pathlib import PurePosixPath

from folio.facts import ArticleFacts, Facts
from folio.portfolio.parts import Reference
from folio.portfolio.prose import plain, prose
from folio.portfolio.site.model import Essay
from folio.portfolio.wording import day
from folio.profile.enclosed import Enclosures

WORDS_A_MINUTE = 220
DESCRIPTION = 160
"""Characters that search engines show of a description."""


def essay(article: ArticleFacts, facts: Facts, enclosed: Enclosures) -> Essay:
    """One article: a page of the site when its text is in the profile's folder, a link otherwise."""
    claim, text = article.claim, enclosed.manuscripts.get(article.claim.id)
    summary = claim.summary or (text.summary if text else None)
    body = _without_title(text.body, article.title) if text else None

    def locate(address: str) -> str | None:
        return _asset(claim.id, address) if (claim.id, address) in enclosed.pictures else None

    return Essay(
        id=claim.id,
        title=article.title,
        summary=summary,
        day=article.day,
        day_text=day(article.day, facts.profile.language) if article.day else None,
        minutes=max(1, round(article.seen.words / WORDS_A_MINUTE)) if article.seen else None,
        publication=claim.publication,
        url=claim.url,
        canonical=claim.url or (text.canonical if text else None),
        body=prose(body, pictures=locate) if body is not None else None,
        description=summary or (plain(body, DESCRIPTION) if body else article.title),
        work=tuple(
            Reference(project.claim.title, f"work/{project.claim.id}/", None)
            for project in facts.projects
            if project.claim.id in (*article.projects_linked, *article.projects_linking)
        ),
    )


def assets(enclosed: Enclosures) -> tuple[tuple[str, bytes], ...]:
    """The pictures of the articles by their site paths, each beside the page that shows it."""
    found = {_asset(name, address): content for (name, address), content in enclosed.pictures.items()}
    return tuple(sorted(found.items()))


def _asset(article: str, address: str) -> str:
    """The site path of a picture; pages make it relative to themselves."""
    return f"articles/{article}/{PurePosixPath(address).name}"


def _without_title(body: str, title: str) -> str:
    """The text without a first heading that only repeats the page's title."""
    first, _, rest = body.lstrip().partition("\n")
    return rest if first.startswith("# ") and first[2:].strip() == title else body
