"""What is wrong with a profile, as rows: no path of this machine is in them, and no name under NDA."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from folio.cohort.row import ProblemRow
from folio.document import Document
from folio.errors import FolioError, InputError, Problem
from folio.profile.discretion import hiding

VALUE = re.compile(r"^'.*' (?=(?:is|names|has|can|does)\b)", re.S)
"""What a message begins with where it is about a value that was written."""
MAX_PROBLEMS = 20
MAX_TEXT = 300
NO = ("", "false", "no", "off")

Clean = Callable[[str], str]


def problem_rows(error: FolioError, folders: Iterable[str] = (), clean: Clean = str) -> tuple[ProblemRow, ...]:
    """Each of its problems, at most 20. `folders` are those whose names are nobody's business."""
    hidden = sorted((one.rstrip("/") for one in folders if one), key=len, reverse=True)

    def shown(text: str) -> str:
        for folder in hidden:
            text = text.replace(f"{folder}/", "").replace(folder, ".")
        return clean(text)[:MAX_TEXT]

    if isinstance(error, InputError):
        return tuple(_positioned(one, shown) for one in error.problems[:MAX_PROBLEMS])
    return tuple(_told(one, shown) for one in str(error).splitlines()[:MAX_PROBLEMS])


def under_nda(document: Document) -> Clean:
    """Hides the clients that a profile, which may not be sound, seems to keep to itself."""
    data = document.data if isinstance(document.data, dict) else {}
    clients = data.get("clients")
    return hiding((name, "a client") for name in _kept(clients if isinstance(clients, list) else []))


def _kept(clients: list[object]) -> Iterator[str]:
    for one in clients:
        if isinstance(one, dict) and str(one.get("nda") or "").lower() not in NO and isinstance(one.get("name"), str):
            yield one["name"]


def cannot(error: OSError) -> ProblemRow:
    """That this machine refused something: a full disk, a folder that can't be read."""
    what = f"this machine refused: {(error.strerror or 'no reason given').lower()}"
    return ProblemRow(file="", line=0, column=0, field="", what=what, todo="mend that and run again")


def a_bug(error: Exception) -> ProblemRow:
    """What is told of an error that folio should not make; its text could hold anything, and is left out."""
    what = f"folio stumbled over this profile ({type(error).__name__})"
    todo = "report it; 'folio score' of it alone says more"
    return ProblemRow(file="", line=0, column=0, field="", what=what, todo=todo)


def _positioned(one: Problem, shown: Clean) -> ProblemRow:
    position = one.position
    what = VALUE.sub("this ", one.what)
    return ProblemRow(
        file=shown(position.file),
        line=position.line,
        column=position.column,
        field=shown(one.field),
        what=shown(what),
        todo=shown(one.todo),
    )


def _told(text: str, shown: Clean) -> ProblemRow:
    what, _, todo = shown(text).partition("; ")
    return ProblemRow(file="", line=0, column=0, field="", what=what, todo=todo)
