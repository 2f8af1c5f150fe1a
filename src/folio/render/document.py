"""Documents as they are handed over: files in memory, some of them still to be printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, Union

from folio.errors import FolioError
from folio.render.artifact import Artifact
from folio.render.sheet import print_now

if TYPE_CHECKING:
    from folio.portfolio.resume.model import Resume
    from folio.render.paper import Printing

Job = Union["Printing", "Callable[[], Printing]"]
"""What to print, or what makes it: that is left to the process that prints."""


@dataclass(frozen=True, slots=True)
class Document:
    """A document, and what there is to say about it."""

    artifact: Artifact
    """Empty while it is still to be printed."""
    pages: int | None = None
    """None where it has none."""
    left_out: tuple[str, ...] = ()
    """What is not in it, to save room: the most important first."""
    warnings: tuple[str, ...] = ()
    job: Job | None = None
    """How it is to be printed; None when it is finished."""


def to_print(path: str, job: Job) -> Document:
    """A document that is still to be printed."""
    return Document(Artifact(path, b""), job=job)


def resume_to_print(resume: Resume, path: str, overrides: Path | None) -> Document:
    """A résumé that is still to be put in HTML and printed, by a process that may know no pydantic."""
    look: Any = SimpleNamespace(**dict(resume.look))
    return to_print(path, partial(_resume, replace(resume, look=look), path, overrides))


def _resume(resume: Resume, path: str, overrides: Path | None) -> Printing:
    from folio.render.resume import print_resume

    return print_resume(resume, path=path, overrides=overrides)


def printed(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents finished: what is still to be printed is, in this process; raises FolioError with every problem."""
    problems: list[str] = []
    finished = tuple(_printed(one, one.job, problems) if one.job else one for one in documents)
    if problems:
        raise FolioError("\n".join(problems))
    return finished


def _printed(document: Document, job: Job, problems: list[str]) -> Document:
    path, sheet = document.artifact.path, print_now(job() if callable(job) else job)
    if sheet.problem:
        problems.append(f"{path}: {sheet.problem}")
    warnings = (*document.warnings, *sheet.warnings)
    return Document(Artifact(path, sheet.content), sheet.pages, sheet.left_out, warnings)
