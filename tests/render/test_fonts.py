"""The typefaces that ship with folio: small, static, licensed, and enough for three alphabets."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from folio.errors import FolioError
from folio.render.fonts import used_fonts, without_glyph
from folio.resources import root

FOLDER = root("templates") / "fonts"
FILES = sorted(FOLDER.glob("*/*.ttf"))
LETTERS = "AZaz ÄÉñøłžčđß ΑΩαω АЯая €£§–—…’„“•·×→−≤½²µ"


def test_there_are_some_and_they_are_small() -> None:
    assert len(FILES) >= 4
    assert sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file()) < 1_500_000


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_typeface_is_static_free_and_complete(path: Path) -> None:
    font = TTFont(path)
    assert "fvar" not in font
    assert font["OS/2"].fsType == 0
    assert without_glyph(LETTERS, [path.read_bytes()]) == ""
    assert "SIL OPEN FONT LICENSE Version 1.1" in (path.parent / "OFL.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("theme", sorted(root("templates").glob("*/*/style.css")), ids=lambda path: path.parent.name)
def test_every_theme_asks_for_fonts_that_are_there(theme: Path) -> None:
    assert used_fonts(theme.read_text(encoding="utf-8"))


def test_own_fonts_come_first_and_none_is_taken_from_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "mine.ttf").write_bytes(b"mine")
    assert used_fonts("src: url(asset:/fonts/mine.ttf)", overrides=tmp_path) == {"fonts/mine.ttf": b"mine"}
    with pytest.raises(FolioError, match="no file name of a font"):
        used_fonts("src: url(asset:/fonts/../../secret)", overrides=tmp_path)


def test_only_what_no_typeface_has_is_missing() -> None:
    assert without_glyph("ascii, é and 日本日\u200b", [FILES[0].read_bytes()]) == "日本"
