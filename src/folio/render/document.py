"""Documents as they are handed over: files in memory, some of them still to be printed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from folio.errors import FolioError
from folio.render.artifact import Artifact
from folio.render.sheet import print_now

if TYPE_CHECKING:
    from folio.render.paper import Printing


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
    job: Printing | None = None
    """How it is to be printed; None when it is finished."""


def to_print(job: Printing) -> Document:
    """A document that is still to be printed."""
    return Document(Artifact(job.path, b""), job=job)


def printed(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents finished: what is still to be printed is, in this process; raises FolioError with every problem."""
    problems: list[str] = []
    finished = tuple(_printed(one, one.job, problems) if one.job else one for one in documents)
    if problems:
        raise FolioError("\n".join(problems))
    return finished


def _printed(document: Document, job: Printing, problems: list[str]) -> Document:
    sheet = print_now(job)
    if sheet.problem:
        problems.append(f"{job.path}: {sheet.problem}")
    warnings = (*document.warnings, *sheet.warnings)
    return Document(Artifact(job.path, sheet.content), sheet.pages, sheet.left_out, warnings)
