"""Which projects a step may be on: those that count, and not those that were only learnt by."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from folio.readiness.standing import Standing

KIND = "project:"


@dataclass(frozen=True, slots=True)
class Projects:
    """The projects that a step may be on."""

    counted: tuple[str, ...]
    """Those whose code was read and counts."""
    open: frozenset[str]
    """Those that count, and those that nobody could look at."""

    def idle(self, subject: str) -> bool:
        """Whether it is a project on which no step is worth while."""
        return subject.startswith(KIND) and subject.partition("#")[0] not in self.open


def workplaces(standing: Standing) -> Projects:
    """The projects by where the checks of code found them: one that counts nowhere is in no category, and one to learn
    by in a single one."""
    read: dict[str, set[str]] = defaultdict(set)
    unread: dict[str, set[str]] = defaultdict(set)
    for scored in standing.checks:
        if scored.entry.reads == ("repository",):
            for item in scored.items:
                read[item.subject].add(scored.entry.category)
            for one in scored.unread:
                unread[one.subject].add(scored.entry.category)
    counted = [one for one in read if len(read[one]) > 1 and one.startswith(KIND)]
    named = [one for one in unread if len(unread[one] | read[one]) > 1]
    return Projects(tuple(sorted(counted)), frozenset((*counted, *named)))
