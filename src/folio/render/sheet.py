"""One document printed: the PDF, and what there is to say about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from folio.errors import FolioError

if TYPE_CHECKING:
    from folio.render.paper import Printing


@dataclass(frozen=True, slots=True)
class Sheet:
    """What came of one printing: the PDF and what was said about it, or why there is none."""

    content: bytes = b""
    pages: int = 0
    left_out: tuple[str, ...] = ()
    """What is not in it, to save room: the most important first."""
    warnings: tuple[str, ...] = ()
    problem: str | None = None


def print_now(job: Printing) -> Sheet:
    """Print `job` in this process; what the person can mend about it is the sheet's problem."""
    from folio.render.pdf import pdf

    try:
        printed = pdf(
            job.html,
            assets=job.assets,
            most_pages=job.most_pages,
            parts=len(job.droppable),
            spare=job.spare,
            steps=job.steps,
            source=job.source,
        )
    except FolioError as error:
        return Sheet(problem=str(error))
    warnings = printed.warnings
    if not printed.fits:
        allowed = "1 page" if job.most_pages == 1 else f"{job.most_pages} pages"
        warnings = (*warnings, f"takes {printed.pages} pages, more than {allowed}; {job.too_long}")
    return Sheet(printed.content, printed.pages, left_out(job, printed.left_out), warnings)


def left_out(job: Printing, number: int) -> tuple[str, ...]:
    """What so many ranks of `job` are, the most important first."""
    return tuple(reversed(job.droppable[:number]))
