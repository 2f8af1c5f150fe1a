"""Which characters a font draws, by folio's own reading and by fontTools'."""

from __future__ import annotations

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folio.render.fonts import with_fonttools
from folio.render.glyphs import drawn
from folio.resources import root

FONTS = sorted((root("templates") / "fonts").rglob("*.ttf"))


@pytest.mark.parametrize("font", FONTS, ids=lambda font: str(font.stem))
def test_it_reads_what_fonttools_reads(font: object) -> None:
    content = font.read_bytes()  # type: ignore[attr-defined]
    assert drawn(content) == set(with_fonttools(content))


def _font(form: int, body: bytes) -> bytes:
    table = struct.pack(">HHHHI", 0, 1, 3, 10 if form == 12 else 1, 12) + body
    return b"\0\1\0\0" + struct.pack(">HHHH", 1, 0, 0, 0) + struct.pack(">4sIII", b"cmap", 0, 28, len(table)) + table


def test_groups_of_codes_beyond_the_first_plane_are_read() -> None:
    body = struct.pack(">HHIII", 12, 0, 28, 0, 1) + struct.pack(">III", 0x20000, 0x20002, 5)
    assert drawn(_font(12, body)) == {0x20000, 0x20001, 0x20002}


def test_a_group_that_no_text_can_have_is_left_to_fonttools() -> None:
    body = struct.pack(">HHIII", 12, 0, 28, 0, 1) + struct.pack(">III", 0, 0xFFFFFFFF, 5)
    assert drawn(_font(12, body)) is None


@given(st.binary(max_size=60) | st.binary(max_size=60).map(lambda rest: _font(4, b"\0\4" + rest)))
def test_a_damaged_font_is_left_to_fonttools(content: bytes) -> None:
    found = drawn(content)
    assert found is None or all(code < 0x110000 for code in found)
