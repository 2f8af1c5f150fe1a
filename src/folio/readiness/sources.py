"""Where a finding was looked up, so that every number can be traced to what it was read from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from folio.evidence.level import Level
from folio.facts import Facts
from folio.readiness.check import Item
from folio.readiness.rubric import Reads

PROFILE = "the profile"


class Sources:
    """Where each subject of one person was looked at."""

    def __init__(self, facts: Facts) -> None:
        self._articles = {one.subject: one.claim.file or one.claim.url or PROFILE for one in facts.articles}
        self._texts = frozenset(self._articles.values())
        self._projects = {one.subject: one for one in facts.projects if not one.same_as}
        self._pages = facts.pages

    def of(self, item: Item, reads: Sequence[Reads]) -> str:
        """A repository's commit, an article's file or address, a page; the profile for what is only said there."""
        if item.level < Level.OBSERVED:
            return PROFILE
        subject = item.subject.partition("#")[0]  # one of several findings on it
        if article := self._articles.get(subject):
            return article
        if project := self._projects.get(subject):
            if text := next((path for path in _paths(item) if path in self._texts), None):
                return text  # an article that goes with the project
            if ("repository" in reads or item.found.places) and project.repository is not None:
                return f"commit {project.repository.commit[:12]}"
            if "link" in reads and project.live is not None and project.live.seen is not None:
                return project.live.seen.final_url
        if (page := self._pages.get(subject)) and page.seen is not None:
            return page.seen.final_url
        return PROFILE


def _paths(item: Item) -> Iterator[str]:
    """The files or addresses of the places where something was found, without their lines."""
    return (place.rpartition(":")[0] for place in item.found.places)
