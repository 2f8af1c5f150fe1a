"""The libraries that PDFs are laid out with; they are asked themselves, as commands of the same name may be others."""

from __future__ import annotations

from collections.abc import Iterator

from folio.health.finding import Finding, Surroundings, note, ok, trouble

PANGO, FULL_PANGO = (1, 44, 0), (1, 48, 2)
"""The oldest that WeasyPrint works with, and the oldest with which it draws all that it can."""
HARFBUZZ = (4, 1, 0)
"""The oldest whose fonts in PDFs are made smaller by it."""
NEWER = "install a newer one: a newer release of your system, or 'brew upgrade pango' on macOS"


def look(around: Surroundings) -> Iterator[Finding]:
    from folio.render.pdf import libraries

    found = libraries()  # raises FolioError that says what to install
    yield judged_pango(found.pango)
    yield judged_harfbuzz(found.harfbuzz, found.subsets)


def judged_pango(found: tuple[int, ...]) -> Finding:
    said = _said(found)
    if found < PANGO:
        return trouble("Pango", f"{said} is too old for PDFs; they need {_said(PANGO)}", NEWER)
    if found < FULL_PANGO:
        return note("Pango", f"{said} is old: coloured signs may be missing from PDFs", NEWER)
    return ok("Pango", said)


def judged_harfbuzz(found: tuple[int, ...], subsets: bool) -> Finding:
    said = _said(found)
    if not subsets:
        todo = "install it: 'apt install libharfbuzz-subset0' on Debian and Ubuntu, 'brew install harfbuzz' on macOS"
        return note("HarfBuzz", f"{said}, without its part for smaller fonts", todo)
    if found < HARFBUZZ:
        return note("HarfBuzz", f"{said} is old: PDFs may be larger", NEWER)
    return ok("HarfBuzz", said)


def _said(version: tuple[int, ...]) -> str:
    return ".".join(map(str, version))
