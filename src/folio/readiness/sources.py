"""Where a finding was looked up, so that every number can be traced to what it was read from."""

from __future__ import annotations

from collections.abc import Sequence

from folio.evidence.level import Level
from folio.facts import Facts
from folio.readiness.check import Item
from folio.readiness.rubric import Reads


def looked_up(facts: Facts, item: Item, reads: Sequence[Reads]) -> str:
    """A repository's commit, an article's file or address, a page; the profile for what is only said there."""
    if item.level < Level.OBSERVED:
        return "the profile"
    for article in facts.articles:
        if article.subject == item.subject:
            return article.claim.file or article.claim.url or "the profile"
    for project in facts.projects:
        if project.subject != item.subject or project.same_as:
            continue
        if "repository" in reads and project.repository is not None:
            return f"commit {project.repository.commit[:12]}"
        if "link" in reads and project.live is not None and project.live.seen is not None:
            return project.live.seen.final_url
    if (page := facts.pages.get(item.subject)) and page.seen is not None:
        return page.seen.final_url
    return "the profile"
