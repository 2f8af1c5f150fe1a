"""The letter as a document, in the look of the résumé that it goes with."""

from __future__ import annotations

from pathlib import Path

from folio.portfolio.pitch.model import LetterPage
from folio.render.artifact import Artifact
from folio.render.paper import Printing, fill, printing
from folio.render.resume import THEME

PAGES = 1


def render_letter(letter: LetterPage, *, overrides: Path | None = None) -> Artifact:
    """`letter-<target>.html`: a complete document, in its roomiest setting."""
    return Artifact.of(f"letter-{letter.target}.html", _html(letter, overrides))


def print_letter(letter: LetterPage, *, path: str | None = None, overrides: Path | None = None) -> Printing:
    """`letter-<target>.pdf`, to be printed: set more closely when it would take more than one page."""
    return printing(
        path or f"letter-{letter.target}.pdf",
        _html(letter, overrides),
        overrides=overrides,
        most_pages=PAGES,
        too_long=f"shorten its body ({len(letter.body.striptags())} characters)",
        source=letter.source,
    )


def _html(letter: LetterPage, overrides: Path | None) -> str:
    # The résumé's parts, name and contact, are set by its own templates, which know the document as "resume".
    values = {"letter": letter, "resume": letter, "words": letter.words, "photo": None}
    theme = letter.look.theme or THEME
    return fill("resume", theme, values, look=letter.look, template="letter", overrides=overrides)
