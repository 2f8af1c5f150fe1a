"""The typefaces that ship with folio: small, static, licensed, and enough for five alphabets."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from folio.errors import FolioError
from folio.render.fonts import used_fonts, without_glyph
from folio.resources import root

FOLDER = root("templates") / "fonts"
FILES = sorted(FOLDER.glob("*/*.ttf"))
LATIN = "AZaz ÄÉñøłžčđßğőș €£§–—…’„“•·×→−≤½²µ"
LETTERS = {
    "ibm-plex-sans": f"{LATIN} ΑΩαω АЯая ЂЉђљ ✓",
    "folio-arabic": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي ءآأؤإئةى پچژکگی ،؛؟ ٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ ٪",
    "ibm-plex-sans-hebrew": "אבגדהוזחטיךכלםמןנסעףפץצקרשת ־׳״ ₪ ִֵֶַָֹּ",
    "source-serif-4": f"{LATIN} ΑΩαω АЯая ЂЉђљ",
}


def test_there_are_some_and_they_are_small() -> None:
    assert len(FILES) >= 4
    assert sum(path.stat().st_size for path in FOLDER.rglob("*") if path.is_file()) < 2_700_000


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_typeface_is_static_free_and_complete(path: Path) -> None:
    font = TTFont(path)
    assert "fvar" not in font
    assert font["OS/2"].fsType == 0
    assert without_glyph(LETTERS.get(path.parent.name, LATIN), [path.read_bytes()]) == ""
    assert "SIL OPEN FONT LICENSE Version 1.1" in (path.parent / "OFL.txt").read_text(encoding="utf-8")
    assert ("bold" in font["name"].getDebugName(6).lower()) == (font["OS/2"].usWeightClass >= 600)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_letter_is_a_glyph_of_its_own(path: Path) -> None:
    """A face that puts letters together from skeletons and dots leaves a PDF no way to say which letter was meant."""
    rules = TTFont(path)["GSUB"].table
    lookups = {
        at
        for each in rules.FeatureList.FeatureRecord
        if each.FeatureTag == "ccmp"
        for at in each.Feature.LookupListIndex
    }
    for at in lookups:
        parts = [getattr(each, "ExtSubTable", each) for each in rules.LookupList.Lookup[at].SubTable]
        assert not [each for each in parts if each.LookupType == 2 and path.parent.name.endswith(("arabic", "hebrew"))]


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
    assert without_glyph("ascii, é and 日本日\u200b\ufe0f", [FILES[0].read_bytes()]) == "日本"
