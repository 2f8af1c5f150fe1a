"""The typefaces of folio's own, and those for Chinese, Japanese and Korean where the profile is in such a language."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from folio.health.finding import Finding, Surroundings, note, ok, trouble
from folio.resources import cjk_fonts, root

EAST = ("zh", "yue", "ja", "ko")
HOW = "pip install 'folio-ready[cjk]' (pipx inject folio-ready folio-ready-cjk-fonts)"


def look(around: Surroundings) -> Iterator[Finding]:
    yield own(root("templates") / "fonts")
    yield east(cjk_fonts(), languages_of(around))


def own(folder: Path) -> Finding:
    """Whether all that is said to be in a folder of typefaces can be read."""
    files = sorted(folder.glob("*/*.ttf"))
    unreadable = [one.name for one in files if not os.access(one, os.R_OK) or one.stat().st_size == 0]
    if not files:
        return trouble("fonts", f"folio's own are missing from {folder}", "install folio again")
    if unreadable:
        what = f"{len(unreadable)} of folio's own can't be read: {', '.join(unreadable[:3])}"
        return trouble("fonts", what, f"make {folder} readable, or install folio again")
    return ok("fonts", f"{len(files)} files of folio's own")


def east(there: Path | None, languages: tuple[str, ...]) -> Finding:
    """Whether typefaces are there that the languages need."""
    about = "fonts (CJK)"
    wanted = [one for one in languages if one.casefold().split("-")[0] in EAST]
    if there is not None:
        return ok(about, "there, for Chinese, Japanese and Korean")
    if wanted:
        return trouble(about, f"missing, and the profile is in {', '.join(wanted)}", HOW)
    return note(about, "not installed; only texts in Chinese, Japanese or Korean need them")


def languages_of(around: Surroundings) -> tuple[str, ...]:
    """The languages that the profile's texts may be in; none where there is no profile that can be read."""
    from folio.errors import FolioError
    from folio.profile.languages import languages
    from folio.profile.load import document

    try:
        return languages(document(around.profile, around.overrides))
    except FolioError:
        return ()
