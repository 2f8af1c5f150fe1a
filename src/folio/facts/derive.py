"""Joining what is said to what was seen; the only function that sees both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from folio.evidence.adopt import adopted
from folio.evidence.level import Level
from folio.evidence.model import Evidence
from folio.facts.articles import known_articles
from folio.facts.duplicates import without_duplicates
from folio.facts.links import link_guard, own_pages
from folio.facts.model import Exclusion, Facts, ProjectFacts
from folio.facts.projects import known_projects
from folio.profile.model import Profile


def derive(profile: Profile, evidence: Evidence, *, today: date) -> Facts:
    """Everything that is known of the person on `today`, with the projects and articles that folio found on lists."""
    profile = adopted(profile, evidence)
    exclusions: list[Exclusion] = []
    projects, twice = without_duplicates(known_projects(profile, evidence, today, exclusions))
    exclusions += twice
    articles = known_articles(profile, evidence, projects, today, exclusions)
    pages = own_pages(profile, evidence)
    exclusions += [Exclusion(name, *verdict) for name, page in pages.items() if (verdict := link_guard(page))]
    facts = Facts(
        profile=profile,
        today=today,
        projects=projects,
        articles=articles,
        exclusions=tuple(sorted(exclusions, key=lambda one: one.subject)),
        pages=pages,
        unlisted=_unlisted(evidence),
    )
    return _with_proofs(facts)


def _unlisted(evidence: Evidence) -> dict[str, str]:
    lists = (one for one in evidence.observations if one.source in ("accounts", "feeds"))
    return {one.subject: one.problem for one in lists if one.problem is not None}


def _with_proofs(facts: Facts) -> Facts:
    """The facts with the levels that proofs give; proofs name references, which only the whole knows."""

    def proven(project: ProjectFacts) -> ProjectFacts:
        live = project.claim.live
        return replace(
            project,
            proof=facts.proof_level(project.claim.proof),
            live_proof=facts.proof_level(live.proof) if live else Level.CLAIMED,
        )

    return replace(facts, projects=tuple(proven(one) for one in facts.projects))
