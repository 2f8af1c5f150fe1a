"""What the person says of results, beside the results. Nothing here changes a figure, a gate or a level.

That holds for `remediated` and `test-data` on a key that was found too: whoever could open a gate by saying so would
need no gate. The person takes the key out, or puts it where fixtures are, and looks again.
"""

from __future__ import annotations

from collections.abc import Iterator

from folio.document import Document
from folio.errors import FolioError, Problem
from folio.facts import Facts
from folio.profile.discretion import discreet
from folio.readiness.covers import beyond_covers
from folio.readiness.naming import name_of, subject_names
from folio.readiness.report import AnnotationSeen
from folio.readiness.rubric import rubric
from folio.schema import suggestion


def annotated(facts: Facts) -> tuple[AnnotationSeen, ...]:
    """Every annotation, in the profile's order; raises FolioError for one on a check that there is not."""
    if not facts.profile.annotations:
        return ()
    titles, names, clean = _titles(), subject_names(facts), discreet(facts.profile)
    for number, one in enumerate(facts.profile.annotations):
        if one.check not in titles:
            what, todo = _unknown(one.check, titles)
            raise FolioError(f"annotations[{number}].check: {what}; {todo}")
    return tuple(
        AnnotationSeen(
            check=one.check,
            title=titles[one.check],
            subject=clean(one.subject) if one.subject else None,
            name=clean(name_of(one.subject, names)) if one.subject else "",
            reason=one.reason,
            note=clean(one.note),
        )
        for one in facts.profile.annotations
    )


def unknown_checks(document: Document) -> Iterator[Problem]:
    """The annotations and proofs of a profile that name no check they could, each at its place.

    The profile is a layer below the checks and does not know them, so whoever loads it for scoring hands this to
    `folio.profile.load.load`.
    """
    whole = document.data
    given = whole.get("annotations") if isinstance(whole, dict) else None
    for number, one in enumerate(given if isinstance(given, list) else ()):
        check = one.get("check") if isinstance(one, dict) else None
        if isinstance(check, str) and check not in (titles := _titles()):
            yield document.problem(("annotations", number, "check"), *_unknown(check, titles))
    yield from beyond_covers(document)


def _titles() -> dict[str, str]:
    return {entry.id: entry.title for entry in rubric().catalogue.checks}


def _unknown(check: str, titles: dict[str, str]) -> tuple[str, str]:
    return f"there is no check '{check}'", suggestion(check, list(titles))
