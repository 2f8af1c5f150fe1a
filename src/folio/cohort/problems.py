"""What is wrong with a profile, as rows: no path of this machine is in them, and no value of the person's."""

from __future__ import annotations

import re
from collections.abc import Iterable

from folio.cohort.row import ProblemRow
from folio.errors import FolioError, InputError, Problem

VALUE = re.compile(r"^'.*' (?=(?:is|names|has|can|does)\b)", re.S)
"""What a message begins with where it is about a value that was written."""
MAX_PROBLEMS = 20
MAX_TEXT = 300


def problem_rows(error: FolioError, folders: Iterable[str] = ()) -> tuple[ProblemRow, ...]:
    """Each of its problems, at most 20. `folders` are those whose names are nobody's business."""
    hidden = sorted((one.rstrip("/") for one in folders), key=len, reverse=True)
    if isinstance(error, InputError):
        found = [_positioned(one, hidden) for one in error.problems]
    else:
        found = [_told(one, hidden) for one in str(error).splitlines()]
    return tuple(found[:MAX_PROBLEMS])


def a_bug(error: Exception) -> ProblemRow:
    """What is told of an error that folio should not make; its text could hold anything, and is left out."""
    what = f"folio stumbled over this profile ({type(error).__name__})"
    return ProblemRow(file="", line=0, column=0, field="", what=what, todo="report it with 'folio score --debug'")


def _positioned(one: Problem, hidden: list[str]) -> ProblemRow:
    return ProblemRow(
        file=_relative(one.position.file, hidden),
        line=one.position.line,
        column=one.position.column,
        field=one.field[:MAX_TEXT],
        what=VALUE.sub("this ", _relative(one.what, hidden))[:MAX_TEXT],
        todo=_relative(one.todo, hidden)[:MAX_TEXT],
    )


def _told(text: str, hidden: list[str]) -> ProblemRow:
    what, _, todo = _relative(text, hidden).partition("; ")
    return ProblemRow(file="", line=0, column=0, field="", what=what[:MAX_TEXT], todo=todo[:MAX_TEXT])


def _relative(text: str, hidden: list[str]) -> str:
    for folder in hidden:
        text = text.replace(f"{folder}/", "").replace(folder, ".")
    return text
