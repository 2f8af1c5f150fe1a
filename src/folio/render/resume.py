"""The résumé as a document: HTML in one of the themes, and how it is printed."""

from __future__ import annotations

from pathlib import Path

from folio.portfolio.model import Picture
from folio.portfolio.resume.model import Entry, Resume
from folio.render.artifact import Artifact
from folio.render.paper import Printing, fill, printing

PAGES = 2
THEME = "classic"
PHOTO = "photo.jpg"


def render_resume(resume: Resume, *, overrides: Path | None = None) -> Artifact:
    """`resume.html`: a complete document, with everything that the résumé says."""
    return Artifact.of("resume.html", _html(resume, overrides))


def print_resume(resume: Resume, *, path: str = "resume.pdf", overrides: Path | None = None) -> Printing:
    """`resume.pdf`, to be printed with its source attached; made to fit when it would take more than its pages."""
    longest = sorted((one for part in resume.sections for one in part.entries), key=_length, reverse=True)[:3]
    names = "; ".join(f"'{entry.title}' ({_length(entry)} characters)" for entry in longest)
    return printing(
        path,
        _html(resume, overrides),
        assets=_assets(resume.photo),
        overrides=overrides,
        most_pages=resume.look.pages or PAGES,
        droppable=resume.droppable,
        spare=resume.spare,
        too_long=f"shorten the longest entries or leave some out: {names}" if names else "shorten the summary",
        source=resume.source,
    )


def _html(resume: Resume, overrides: Path | None) -> str:
    values = {"resume": resume, "words": resume.words, "photo": f"asset:/{PHOTO}" if resume.photo else None}
    return fill("resume", resume.look.theme or THEME, values, look=resume.look, overrides=overrides)


def _assets(photo: Picture | None) -> dict[str, bytes]:
    return {PHOTO: photo.content} if photo else {}


def _length(entry: Entry) -> int:
    return sum(
        map(len, (*(bullet.text for bullet in entry.bullets), entry.summary.striptags() if entry.summary else ""))
    )
