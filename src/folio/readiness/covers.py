"""The checks that a project's proof is said to cover, held against those that there are."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from folio.document import Document
from folio.errors import Problem
from folio.readiness.check import CHECKS


def beyond_covers(document: Document) -> Iterator[Problem]:
    """What a proof is said to cover and no proof can: no check, or one that is about no code. Each at its place."""
    whole = document.data
    given = whole.get("projects") if isinstance(whole, dict) else None
    for number, project in enumerate(given if isinstance(given, list) else ()):
        proof = project.get("proof") if isinstance(project, dict) else None
        covers = proof.get("covers") if isinstance(proof, dict) else None
        for place, check in enumerate(covers if isinstance(covers, list) else ()):
            if isinstance(check, str) and (fault := _fault(check)):
                yield document.problem(("projects", number, "proof", "covers", place), *fault)


def _fault(check: str) -> tuple[str, str] | None:
    import folio.readiness.checks  # noqa: F401  # enters the checks, which few profiles that are validated need

    known = [one.id for one in CHECKS.values() if one.confirmable]
    if check in known:
        return None
    if check in CHECKS and CHECKS[check].hygiene:
        return f"'{check}' looks for what must not be there; nobody's word can hide it", "leave it out of 'covers'"
    if check in CHECKS:
        return f"'{check}' is about no code that somebody could vouch for", "leave it out of 'covers'"
    near = get_close_matches(check, sorted(known), n=1)
    listed = "docs/reference/catalogue.md lists them"
    return f"there is no check '{check}'", f"did you mean '{near[0]}'? {listed}" if near else listed
