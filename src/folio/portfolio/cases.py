"""Projects as case studies."""

from __future__ import annotations

from folio.facts import Facts, ProjectFacts
from folio.portfolio.badges import badges
from folio.portfolio.model import CaseStudy, Figure, Passage, Reference
from folio.portfolio.prose import prose
from folio.portfolio.wording import period
from folio.profile.record import Outcome

PASSAGES = (
    ("problem", "The problem"),
    ("constraints", "Constraints"),
    ("approach", "Approach"),
    ("outcome", "Outcome"),
    ("my_part", "My part"),
)
MIN_SHARE = 5
"""Percent of the code from which a language is worth naming."""


def case_study(project: ProjectFacts, facts: Facts) -> CaseStudy:
    """The case study of one project. A client under NDA appears by the name that may be shown."""
    claim, language = project.claim, facts.profile.language
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
            Passage(key.replace("_", "-"), heading, prose(text))
            for key, heading in PASSAGES
            if (text := getattr(claim, key)) is not None
        ),
        figures=tuple(map(figure, claim.outcomes or ())),
        skills=claim.skills,
        badges=badges(project, language),
        code_url=claim.code_url,
        live_url=claim.live.url if claim.live else None,
        articles=tuple(
            Reference(article.title, f"articles/{article.claim.id}/", None)
            if article.claim.file
            else Reference(article.title, None, article.claim.url)
            for article in facts.articles
            if claim.id in (*article.projects_linked, *article.projects_linking)
        ),
        languages=_languages(project),
    )


def figure(outcome: Outcome) -> Figure:
    """A result, with its unit beside the number."""
    unit = outcome.unit or ""
    space = "" if unit in ("", "×") else "\N{NO-BREAK SPACE}"
    return Figure(
        what=outcome.what,
        value=f"{outcome.value}{space}{unit}",
        baseline=outcome.baseline,
        measured=outcome.measured,
        proven=False,
    )


def _languages(project: ProjectFacts) -> tuple[str, ...]:
    if project.repository is None or not project.counts:
        return ()
    lines = project.repository.code.languages
    total = sum(lines.values())
    ranked = sorted(lines, key=lambda name: (-lines[name], name))
    return tuple(name for name in ranked if lines[name] * 100 >= MIN_SHARE * total)
