"""The typefaces that documents are set in: shipped with folio, so that every machine sets the same text alike."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from folio.errors import FolioError
from folio.resources import root

ALONE = "alone.conf"
"""A fontconfig file that knows no font at all: with it, the fonts of the machine play no part."""

USED = re.compile(r"asset:/(fonts/[A-Za-z0-9._/-]+)")


def used_fonts(text: str, *, overrides: Path | None = None) -> dict[str, bytes]:
    """The font files that `text` asks for as `asset:/fonts/...`, by name; the person's own folder is searched first."""
    return {name: _read(name, overrides) for name in sorted(set(USED.findall(text)))}


def _read(name: str, overrides: Path | None) -> bytes:
    if ".." in name.split("/"):
        raise FolioError(f"'{name}' is no file name of a font; leave out the dots")
    folders = [*([overrides] if overrides else []), root("templates")]
    for folder in folders:
        if (folder / name).is_file():
            return (folder / name).read_bytes()
    places = " or ".join(map(str, folders))
    raise FolioError(f"there is no font '{name}' in {places}; put it there or correct the style sheet")


def without_glyph(text: str, fonts: Iterable[bytes]) -> str:
    """The characters of `text` that none of `fonts` can draw, once each, in order of appearance."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    wanted = dict.fromkeys(c for c in text if not c.isascii() and unicodedata.category(c) not in NOT_DRAWN)
    for font in fonts:
        if wanted:
            drawn = TTFont(io.BytesIO(font), lazy=True).getBestCmap() or {}
            wanted = {c: None for c in wanted if ord(c) not in drawn}
    return "".join(wanted)


NOT_DRAWN = {"Cc", "Cf", "Zs", "Zl", "Zp", "Cs", "Cn"}


def font_files(assets: Mapping[str, bytes]) -> tuple[bytes, ...]:
    """The fonts among the assets of a document."""
    return tuple(content for name, content in assets.items() if name.startswith("fonts/"))
