"""The typefaces that documents are set in: shipped with folio, so that every machine sets the same text alike."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

from folio.errors import FolioError
from folio.render import glyphs
from folio.resources import cjk_fonts, root

ALONE = "alone.conf"
"""A fontconfig file that knows no font at all: with it, the fonts of the machine play no part."""

BESIDE = "beside.conf"
"""One that knows the fonts of the machine, but puts folio's own before them."""

USED = re.compile(r"asset:/(fonts/[A-Za-z0-9._/-]+)")

CJK = "fonts/cjk/"
"""Where the typefaces of the second package are, among the assets of a document."""


def used_fonts(text: str, *, overrides: Path | None = None) -> dict[str, bytes]:
    """The font files that `text` asks for as `asset:/fonts/...`, by name; the person's own folder is searched first."""
    return {name: _read(name, overrides) for name in sorted(set(USED.findall(text)))}


def _read(name: str, overrides: Path | None) -> bytes:
    if ".." in name.split("/"):
        raise FolioError(f"'{name}' is no file name of a font; leave out the dots")
    folders = [*([overrides] if overrides else []), root("templates")]
    places = [folder / name for folder in folders]
    if name.startswith(CJK) and (further := cjk_fonts()):
        places.append(further / name.removeprefix(CJK))
    for place in places:
        if place.is_file():
            return place.read_bytes()
    looked = " or ".join(map(str, folders))
    raise FolioError(f"there is no font '{name}' in {looked}; put it there or correct the style sheet")


def without_glyph(text: str, fonts: Iterable[bytes]) -> str:
    """The characters of `text` that none of `fonts` can draw, once each, in order of appearance."""
    wanted = [c for c in dict.fromkeys(text) if not c.isascii() and _is_drawn(c)]
    for font in fonts:
        if wanted:
            drawn = characters(font)
            wanted = [c for c in wanted if ord(c) not in drawn]
    return "".join(wanted)


def _is_drawn(character: str) -> bool:
    return unicodedata.category(character) not in NOT_DRAWN and not VARIATION.match(character)


NOT_DRAWN = {"Cc", "Cf", "Zs", "Zl", "Zp", "Cs", "Cn"}
VARIATION = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")  # chooses a form of the character before it


@lru_cache(maxsize=32)
def characters(font: bytes) -> frozenset[int]:
    """The code points that a font has glyphs for."""
    found = glyphs.drawn(font)
    return frozenset(with_fonttools(font) if found is None else found)


def with_fonttools(font: bytes) -> Iterable[int]:
    """The same by fontTools, which reads every form of font and takes its time."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    opened = TTFont(io.BytesIO(font), lazy=True)
    opened.setGlyphOrder([str(glyph) for glyph in range(opened["maxp"].numGlyphs)])  # else it makes up names, slowly
    return opened.getBestCmap() or ()


def font_files(assets: Mapping[str, bytes]) -> tuple[bytes, ...]:
    """The fonts among the assets of a document."""
    return tuple(content for name, content in assets.items() if name.startswith("fonts/"))
