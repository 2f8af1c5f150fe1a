"""Which checks an exclusion touches: those that would have found something without it, or look where it left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from folio.facts import Exclusion
from folio.readiness.check import CHECKS
from folio.readiness.findings import Findings
from folio.readiness.score import Scored

Touched = dict[Exclusion, tuple[str, ...]]
"""By exclusion, the ids of the checks in the report's order."""

HISTORY = frozenset({"commit-hygiene", "active-weeks", "time-horizon"})
PARTLY: dict[str, frozenset[str]] = {
    "commit-stuffing": HISTORY,
    "backdated": HISTORY,
    "future-date": HISTORY,
    "same-commit-tags": frozenset({"release-history", "finished-things"}),
    "dead-link": frozenset({"live-url-responds", "finished-things", "talks-or-teaching"}),
    "parked-page": frozenset({"live-url-responds", "finished-things", "talks-or-teaching"}),
    "duplicate-text": frozenset({"limitations-stated", "negative-results-documented", "evaluation-report"}),
}
"""Guards that leave out a part of something that counts, and the checks that measure that part."""
WHOLE_LINES = frozenset({"project-substance"})
"""Checks that look into every file, and are no checks of each repository alone."""
FROM_ELSEWHERE = frozenset({"template", "tutorial-clone"})
"""Guards on files of any kind; the others leave out code."""


def touched(findings: Findings, checks: Iterable[Scored]) -> Touched:
    """Every exclusion, with the checks that it touches."""
    whole, parts = findings.facts.exclusions, findings.facts.left_out
    found: dict[Exclusion, list[str]] = defaultdict(list)
    for scored in checks:
        check = scored.entry.id
        here = {item.subject for item in scored.items}
        lost = findings.hidden(check) - here
        for one in whole:
            if one.subject in lost or (one.subject in here and check in PARTLY.get(one.guard, ())):
                found[one].append(check)
        if "repository" in scored.entry.reads:
            code = CHECKS[check].every_file or check in WHOLE_LINES
            for one in parts:
                if one.subject in here and _looks(one.guard, code, scored.entry.aggregate):
                    found[one].append(check)
    return {one: tuple(found[one]) for one in (*whole, *parts)}


def _looks(guard: str, code: bool, aggregate: str) -> bool:
    """Whether a check would look into files that a guard left out."""
    if guard == "collection":  # what is counted apart is found in all of its folders
        return code and aggregate in ("best", "top3")
    return code or guard in FROM_ELSEWHERE
