"""Why the report says what it says: a check, a category or the levels, line by line, from the report alone."""

from __future__ import annotations

from collections.abc import Sequence

from folio.errors import FolioError
from folio.readiness.explain.category import category_sections
from folio.readiness.explain.check import check_sections, left_out
from folio.readiness.explain.level import level_sections
from folio.readiness.explain.reckoning import arithmetic, best_values
from folio.readiness.explain.section import Section, as_lines
from folio.readiness.report import Report

LEVEL = "level"

__all__ = ["LEVEL", "Section", "arithmetic", "best_values", "explain", "explained", "left_out", "unknown"]


def explained(report: Report, identifier: str, whole: str = "folio explain") -> tuple[Section, ...]:
    """The explanation of a check, a category, or `level`.

    Raises FolioError when the report has nothing of that name; `whole` is the command that lists what it has.
    """
    if identifier == LEVEL:
        return tuple(level_sections(report))
    if (check := report.check(identifier)) is not None:
        return tuple(check_sections(report, check))
    for category in report.categories:
        if category.id == identifier:
            return tuple(category_sections(report, category))
    known = [LEVEL, *(one.id for one in report.categories), *(one.id for one in report.checks)]
    raise unknown(identifier, known, whole)


def unknown(identifier: str, known: Sequence[str], whole: str) -> FolioError:
    """That nothing is called so, with the nearest name among those that are `known`."""
    from difflib import get_close_matches

    near = get_close_matches(identifier, known, n=1, cutoff=0.7) or [one for one in known if identifier in one][:3]
    todo = f"did you mean {' or '.join(map(repr, near))}" if near else f"'{whole}' lists them all"
    return FolioError(f"there is no check '{identifier}' in this checklist; {todo}")


def explain(report: Report, identifier: str) -> tuple[str, ...]:
    """The same as lines of text."""
    return as_lines(explained(report, identifier))
