"""Documents one at a time: a résumé in any of its forms, from the profile and from what was seen of it before.

Nothing is looked at for them, so they are made at once; `folio collect` looks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from folio.errors import FolioError
from folio.pipeline import Known
from folio.portfolio.resume.compose import compose_resume
from folio.portfolio.resume.model import Resume
from folio.profile.appearance import Appearance
from folio.profile.enclosed import EnclosedError, read_enclosed
from folio.readiness.brief.terms import LONGEST_BRIEF
from folio.render.artifact import Artifact
from folio.render.paper import Printing
from folio.render.press import Sheet, print_now
from folio.render.resume import print_resume, render_resume


@dataclass(frozen=True, slots=True)
class Document:
    """A document that was made, and what there is to say about it."""

    artifact: Artifact
    pages: int | None = None
    """None where it has none."""
    left_out: tuple[str, ...] = ()
    """What is not in it, to save room: the most important first."""
    warnings: tuple[str, ...] = ()


def resume(found: Known, *, look: Appearance | None = None, form: str = "pdf") -> tuple[Document, ...]:
    """The résumé in one of its forms (see FORMS), for the target of who is known; a picture a page for `png`.

    `look` goes before what the profile and the target say. Raises FolioError with what is wrong.
    """
    return FORMS[form](composed_resume(found, look), found)


def brief_of(found: Known, file: Path | None) -> tuple[str, str]:
    """A brief's name and text: the file given, or the one that the target names."""
    if file is not None:
        name, content = file.name, file.read_bytes()[:LONGEST_BRIEF]
    else:
        name = found.target.brief if found.target and found.target.brief else ""
        try:
            content = read_enclosed(found.folder, name)
        except EnclosedError as error:
            raise FolioError(f"{name}: {error}") from None
    return name, content.decode("utf-8", "replace")


def composed_resume(found: Known, look: Appearance | None = None) -> Resume:
    """The résumé of who is known, in the look asked for."""
    profile = found.facts.profile
    if look is not None:
        profile = profile.model_copy(update={"resume": look.over(profile.resume)})
    return compose_resume(replace(found.facts, profile=profile), found.enclosed, found.target)


def printed(jobs: Sequence[Printing]) -> tuple[Document, ...]:
    """PDFs, printed in this process; raises FolioError with every problem."""
    sheets = [print_now(job) for job in jobs]
    problems = [f"{job.path}: {sheet.problem}" for job, sheet in zip(jobs, sheets, strict=True) if sheet.problem]
    if problems:
        raise FolioError("\n".join(problems))
    return tuple(_document(job.path, sheet) for job, sheet in zip(jobs, sheets, strict=True))


def _document(path: str, sheet: Sheet) -> Document:
    return Document(Artifact(path, sheet.content), sheet.pages, sheet.left_out, sheet.warnings)


def _pdf(composed: Resume, found: Known) -> tuple[Document, ...]:
    return printed([print_resume(composed, path=f"{name(composed)}.pdf", overrides=found.templates)])


def _html(composed: Resume, found: Known) -> tuple[Document, ...]:
    artifact = render_resume(composed, overrides=found.templates)
    return (Document(Artifact(f"{name(composed)}.html", artifact.content)),)


def name(composed: Resume) -> str:
    """`resume`, or `resume-acme` for a target: the file's name without its ending."""
    return f"resume-{composed.target}" if composed.target else "resume"


Make = Callable[[Resume, Known], tuple[Document, ...]]

FORMS: dict[str, Make] = {"pdf": _pdf, "html": _html}
"""By name, which is the file's ending."""
