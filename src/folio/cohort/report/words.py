"""What ids are called: in the words of the rubrics that ship with folio, else the ids themselves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from folio.readiness.rubric import Entry, catalogue, platforms, rubric


@dataclass(frozen=True, slots=True)
class Words:
    """The words for one platform's ids."""

    platform: str
    categories: Mapping[str, str]
    checks: Mapping[str, Entry]
    levels: Mapping[str, str]
    """The lowest first."""
    tracks: Mapping[str, str]
    guards: Mapping[str, str]

    def category(self, identifier: str) -> str:
        """What a category is called."""
        return self.categories.get(identifier, identifier)

    def guard(self, identifier: str) -> str:
        """What a guard leaves out, as a rule."""
        return self.guards.get(identifier, identifier)

    def check(self, identifier: str) -> str:
        """What a check is called."""
        return self.checks[identifier].title if identifier in self.checks else identifier

    def todo(self, identifier: str) -> str:
        """What its next step is, in general."""
        return self.checks[identifier].next if identifier in self.checks else identifier


def words(platform: str) -> Words:
    """The words for a platform; a rubric of somebody's own has the catalogue's."""
    from folio.readiness.rubric.guards import guards

    known = rubric(platform) if platform in platforms() else None
    common = catalogue()
    return Words(
        platform=known.platform.title if known else platform,
        categories={one.id: one.title for one in common.categories},
        checks={one.id: one for one in (known.checks if known else common.checks)},
        levels={one.id: one.title for one in common.levels},
        tracks={name: one.title for name, one in common.tracks.items()},
        guards={name: one.rule for name, one in guards().guards.items()},
    )
