"""Fonts and colours in fewer bytes are the same fonts and colours."""

from __future__ import annotations

import io

import pytest
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont
from PIL import Image, ImageCms

from folio.render.lean import NEEDED, lean_font, srgb
from folio.resources import root

FONT = (root("templates") / "fonts/ibm-plex-sans/IBMPlexSans-Regular.ttf").read_bytes()


def test_a_lean_font_has_the_same_glyphs_and_only_what_it_needs() -> None:
    lean = lean_font(FONT)
    assert len(lean) < len(FONT)
    before, after = TTFont(io.BytesIO(FONT)), TTFont(io.BytesIO(lean), checkChecksums=2)
    tables = after.reader.tables if after.reader else {}
    assert {tag.encode() for tag in tables} <= NEEDED
    assert list(after["glyf"].glyphs) != []
    assert before["hmtx"].metrics[before.getGlyphName(40)] == after["hmtx"].metrics[after.getGlyphName(40)]
    for number in (40, 80, 200):
        drawn = []
        for font in (before, after):
            pen = DecomposingRecordingPen(font.getGlyphSet())
            font.getGlyphSet()[font.getGlyphName(number)].draw(pen)
            drawn.append(pen.value)
        assert drawn[0] == drawn[1] != []


@pytest.mark.parametrize("other", [b"OTTO rest", b"wOF2 rest", b"ttcf", b""])
def test_other_fonts_stay_as_they_are(other: bytes) -> None:
    assert lean_font(other) == other


def test_a_lean_font_stays_as_it_is() -> None:
    assert lean_font(lean_font(FONT)) == lean_font(FONT)


def test_the_profile_is_srgb() -> None:
    profile = ImageCms.ImageCmsProfile(io.BytesIO(srgb()))
    assert profile.profile.xcolor_space.strip() == "RGB"
    assert int.from_bytes(srgb()[:4], "big") == len(srgb()) < 500
    image = Image.new("RGB", (256, 3))
    for value in range(256):
        for row, colour in enumerate([(value,) * 3, (value, 255 - value, 7), (31, value, 95)]):
            image.putpixel((value, row), colour)
    transform = ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), "RGB", "RGB")
    same = ImageCms.applyTransform(image, transform)
    assert same is not None
    assert max(abs(a - b) for a, b in zip(image.tobytes(), same.tobytes(), strict=True)) <= 1
