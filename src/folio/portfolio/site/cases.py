"""Projects as case studies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from folio.facts import ArticleFacts, Facts, ProjectFacts
from folio.facts.quantities import Sight, articles_of, sight_of_outcome
from folio.portfolio.badges import badges, source
from folio.portfolio.figures import figure
from folio.portfolio.parts import Figure, Reference
from folio.portfolio.pictures import as_given
from folio.portfolio.prose import prose
from folio.portfolio.site.model import CaseStudy, Passage
from folio.portfolio.site.words import site_words
from folio.portfolio.wording import day, period
from folio.profile.enclosed import Enclosures
from folio.profile.record import Outcome, Project

PASSAGES = ("problem", "constraints", "approach", "outcome", "my_part")
"""The parts of a case study, in order; their headings are in the words of the site."""
MIN_SHARE = 5
"""Percent of the code from which a language is worth naming."""


def pictured(project: ProjectFacts, facts: Facts, enclosed: Enclosures) -> CaseStudy:
    """The case study with the project's picture."""
    claim = project.claim
    caption = claim.picture.caption if claim.picture else None
    return replace(case_study(project, facts), picture=as_given(claim, enclosed), caption=caption)


def case_study(project: ProjectFacts, facts: Facts) -> CaseStudy:
    """The case study of one project. A client under NDA appears by the name that may be shown."""
    claim, language = project.claim, facts.profile.language
    said = site_words(language)
    client = facts.profile.client(claim.client) if claim.client else None
    return CaseStudy(
        id=claim.id,
        title=claim.title,
        summary=claim.summary,
        role=claim.role,
        client=client.public_name if client else None,
        period=period(claim.start, claim.end, language) or None,
        featured=claim.featured,
        passages=tuple(
            Passage(key.replace("_", "-"), said[key], prose(text))
            for key in PASSAGES
            if (text := getattr(claim, key)) is not None
        ),
        figures=tuple(seen_figure(one, sight_of_outcome(one, project, facts)) for one in claim.outcomes or ()),
        skills=claim.skills,
        badges=tuple(replace(one, observed_text=day(one.observed_on, language)) for one in badges(project, language)),
        code_url=claim.code_url,
        live_url=claim.live.url if claim.live else None,
        articles=tuple(
            Reference(article.title, f"articles/{article.claim.id}/", None)
            if article.claim.file
            else Reference(article.title, None, article.claim.url)
            for article in articles_of(project, facts)
        ),
        languages=_languages(project),
        sector=client.sector if client else None,
        years=_years(claim, facts.today),
        caption=claim.picture.caption if claim.picture else None,
    )


def _years(claim: Project, today: date) -> tuple[int, ...]:
    """Every year the work touched, newest first; what has begun and not ended goes on."""
    if claim.start is None:
        return (claim.end.year,) if claim.end else ()
    last = claim.end.year if claim.end else today.year
    return tuple(range(last, claim.start.year - 1, -1))


def seen_figure(outcome: Outcome, sight: Sight | None) -> Figure:
    """A result, and where folio saw its number."""
    return replace(figure(outcome), proven=sight is not None, source=_page(sight) if sight else None)


def _page(sight: Sight) -> Reference | None:
    """The page that shows the line: of the code host, or of the site itself for an article."""
    if isinstance(sight.source, ArticleFacts):
        claim = sight.source.claim
        here = f"articles/{claim.id}/" if claim.file else None
        return Reference(sight.source.title, here, None if here else claim.url)
    href = source(sight.source, f"{sight.place.path}#L{sight.place.line}")
    return Reference(sight.place.path.rsplit("/", 1)[-1], None, href) if href else None


def _languages(project: ProjectFacts) -> tuple[str, ...]:
    if project.repository is None or not project.counts:
        return ()
    lines = project.repository.code.languages
    total = sum(lines.values())
    ranked = sorted(lines, key=lambda name: (-lines[name], name))
    return tuple(name for name in ranked if lines[name] * 100 >= MIN_SHARE * total)
