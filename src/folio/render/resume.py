"""The résumé as a document: HTML in one of the themes, and how it is printed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from folio.portfolio.parts import Picture
from folio.portfolio.resume.model import Entry, Resume
from folio.portfolio.wording import capitals
from folio.render.artifact import Artifact
from folio.render.paper import Printing, fill, printing

PAGES = 2
THEME = "classic"
PHOTO = "photo.jpg"
OWN_CAPITALS = ("tr", "el")
"""Locales whose capitals are not those of Unicode's plain rule, by which WeasyPrint forms them."""


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
    resume = _with_capitals(resume)
    values = {"resume": resume, "words": resume.words, "photo": f"asset:/{PHOTO}" if resume.photo else None}
    return fill("resume", resume.look.theme or THEME, values, look=resume.look, overrides=overrides)


def _with_capitals(resume: Resume) -> Resume:
    """Headings in capitals where style sheets, which set them so, form wrong ones: `EĞİTİM`, `ΕΡΓΑ`."""
    if resume.words.locale not in OWN_CAPITALS:
        return resume
    sections = (replace(one, title=capitals(one.title, resume.language)) for one in resume.sections)
    return replace(resume, sections=tuple(sections))


def _assets(photo: Picture | None) -> dict[str, bytes]:
    return {PHOTO: photo.content} if photo else {}


def _length(entry: Entry) -> int:
    return sum(
        map(len, (*(bullet.text for bullet in entry.bullets), entry.summary.striptags() if entry.summary else ""))
    )
