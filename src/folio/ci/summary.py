"""The run in Markdown, for a job's summary, a comment on a pull request, or a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from folio.ci.compared import Change, what_is
from folio.ci.run import Result
from folio.ci.shown import Shown
from folio.errors import FolioError, InputError, Position, Problem
from folio.render.comparison import compared
from folio.render.github import summary as readiness
from folio.render.plain import plainly
from folio.render.report import as_markdown

if TYPE_CHECKING:
    from folio.readiness.history import Past

MOST = 12
"""Lines of each list."""
LIMIT = 60_000
"""Characters below what GitHub takes for a comment."""


def summary(result: Result, names: Sequence[str], past: Sequence[Past] = ()) -> str:
    """What became of the run, with as much of the readiness as it may tell."""
    report = result.built.assembly.report
    head = readiness([report], past=past) if result.shown == Shown.ALL else ""
    for most in (MOST, 3, 0):
        values = {
            "person": result.built.assembly.profile.name,
            "shown": result.shown.name.lower(),
            "level": report.level.title,
            "points": report.points.earned,
            "change": _change(result.change, names, result.shown, most),
            **_problems(result.problems.problems, most),
        }
        text = as_markdown("ci/summary.md.j2", plainly(values))
        if len(head) + len(text) <= LIMIT:
            break
    return f"{head}\n{text}".lstrip("\n")


def failed(problems: Sequence[Problem]) -> str:
    """The summary of a run that made nothing."""
    return as_markdown("ci/failed.md.j2", plainly(_problems(problems, 3 * MOST)))


def listed(error: FolioError, profile: Path) -> tuple[Problem, ...]:
    """An error as problems, which are placed at the profile where it says no better."""
    if isinstance(error, InputError):
        return error.problems
    return (Problem(Position(str(profile), 0), "", str(error)),)


def _change(one: Change, names: Sequence[str], shown: Shown, most: int) -> dict[str, Any]:
    told = compared(one.score) if one.score else None
    pages = one.pages
    return {
        "since": what_is(one.commit, names) if one.commit else "",
        "figures": [row for row in told.figures if row[1] != row[2]] if told and shown == Shown.ALL else [],
        "checks": [_check(row) for row in islice(told.rows, most)] if told and shown == Shown.ALL else [],
        "more_checks": max(len(told.rows) - most, 0) if told and shown == Shown.ALL else 0,
        "unmoved": told is not None and shown == Shown.ALL and one.score is not None and one.score.same,
        "was": _was(one, shown),
        "pages": [_pages(*each, most) for each in _kinds(one)] if pages else [],
        "same": pages is not None and not pages,
        "documents": list(one.documents),
        "notes": list(one.notes) + (list(told.notes) if told and shown == Shown.ALL else []),
    }


def _was(one: Change, shown: Shown) -> str:
    """The result before, in public: only as much of it as is told of the result now."""
    if one.score is None or shown in (Shown.NOTHING, Shown.ALL):
        return ""
    before, points = one.score.before.level.title, one.score.before.totals.earned // 1_000_000
    return f"{before}, {points} points" if shown == Shown.POINTS else before


def _check(row: Any) -> dict[str, Any]:
    return {"change": row.change, "title": row.title, "id": row.id, "findings": list(row.findings[:3])}


def _kinds(one: Change) -> list[tuple[str, tuple[str, ...]]]:
    if one.pages is None:
        return []
    found = (("new", one.pages.added), ("changed", one.pages.changed), ("gone", one.pages.removed))
    return [each for each in found if each[1]]


def _pages(kind: str, paths: tuple[str, ...], most: int) -> dict[str, Any]:
    return {"kind": kind, "count": len(paths), "paths": list(paths[:most]), "more": max(len(paths) - most, 0)}


def _problems(problems: Sequence[Problem], most: int) -> dict[str, Any]:
    lines = [
        {"place": str(one.position), "says": f"{one.field}: {one.what}" if one.field else one.what, "todo": one.todo}
        for one in problems[:most]
    ]
    return {"problems": lines, "more_problems": max(len(problems) - most, 0), "count": len(problems)}
