"""What every check finds in the facts of one person, found once for however many platforms."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property

import folio.readiness.checks  # noqa: F401  # importing it enters the checks
from folio.facts import Facts
from folio.readiness.check import CHECKS, Item
from folio.readiness.score import Sorted, sort


class Findings:
    """The findings of each check, made when they are first asked for."""

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self._found: dict[tuple[str, str], Sorted] = {}
        self._hidden: dict[str, frozenset[str]] = {}

    def of(self, check: str, category: str) -> Sorted:
        """What a check finds as a part of a category."""
        key = check, category
        if key not in self._found:
            self._found[key] = sort(CHECKS[check].function(self.facts.within(category)))
        return self._found[key]

    def hidden(self, check: str) -> frozenset[str]:
        """What exclusions are about and a check would find something on, if nothing had been left out whole."""
        if self._everything is self.facts:
            return frozenset()
        if check not in self._hidden:
            every = self._excluded if CHECKS[check].alone else self._everything
            found = {one.subject for one in CHECKS[check].function(every) if isinstance(one, Item)}
            self._hidden[check] = self._subjects & found
        return self._hidden[check]

    @cached_property
    def _subjects(self) -> frozenset[str]:
        return frozenset(one.subject for one in self.facts.exclusions)

    @cached_property
    def _everything(self) -> Facts:
        return self.facts.with_all()

    @cached_property
    def _excluded(self) -> Facts:
        """The projects alone that exclusions are about: enough for a check that looks at each by itself."""
        projects = (one for one in self._everything.projects if one.subject in self._subjects)
        return replace(self._everything, projects=tuple(projects))
