"""Where a finding was looked up, so that every number can be traced to what it was read from."""

from __future__ import annotations

from collections.abc import Sequence

from folio.evidence.level import Level
from folio.facts import Facts
from folio.readiness.check import Item
from folio.readiness.rubric import Reads

PROFILE = "the profile"


class Sources:
    """Where each subject of one person was looked at."""

    def __init__(self, facts: Facts) -> None:
        self._articles = {one.subject: one.claim.file or one.claim.url or PROFILE for one in facts.articles}
        self._projects = {one.subject: one for one in facts.projects if not one.same_as}
        self._pages = facts.pages

    def of(self, item: Item, reads: Sequence[Reads]) -> str:
        """A repository's commit, an article's file or address, a page; the profile for what is only said there."""
        if item.level < Level.OBSERVED:
            return PROFILE
        if article := self._articles.get(item.subject):
            return article
        if project := self._projects.get(item.subject):
            if "repository" in reads and project.repository is not None:
                return f"commit {project.repository.commit[:12]}"
            if "link" in reads and project.live is not None and project.live.seen is not None:
                return project.live.seen.final_url
        if (page := self._pages.get(item.subject)) and page.seen is not None:
            return page.seen.final_url
        return PROFILE
