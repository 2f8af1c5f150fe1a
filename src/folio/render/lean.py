"""What a PDF has to hold, in fewer bytes: fonts without tables that no viewer looks at, and a small colour profile."""

from __future__ import annotations

import struct
from functools import lru_cache

NEEDED = {b"cvt ", b"fpgm", b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp", b"prep"}
"""The tables that PDF asks of an embedded TrueType font whose glyphs are named by number (ISO 32000-1, 9.9)."""


def lean_font(font: bytes) -> bytes:
    """A TrueType font with the tables that a PDF needs; any other font as it is."""
    if font[:4] not in (b"\0\1\0\0", b"true"):
        return font
    number = int.from_bytes(font[4:6], "big")
    tables = [struct.unpack_from(">4s3L", font, 12 + 16 * at) for at in range(number)]
    kept = [one for one in tables if one[0] in NEEDED]
    entries, contents, start = b"", b"", 12 + 16 * len(kept)
    for tag, checksum, offset, length in kept:
        entries += struct.pack(">4s3L", tag, checksum, start + len(contents), length)
        contents += font[offset : offset + length] + b"\0" * (-length % 4)
    power = len(kept).bit_length() - 1
    return (
        struct.pack(">4s4H", font[:4], len(kept), 16 << power, power, 16 * len(kept) - (16 << power))
        + entries
        + contents
    )


@lru_cache(maxsize=1)
def srgb() -> bytes:
    """sRGB (IEC 61966-2-1) as an ICC profile of version 4: its primaries as seen under D50, its curve as a formula."""
    curve = b"para" + struct.pack(">LHH5l", 0, 3, 0, *map(_fixed, (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)))
    to_d50 = (1.047882, 0.022919, -0.050217, 0.029587, 0.990479, -0.017059, -0.009232, 0.015076, 0.751678)
    tags = {
        b"desc": _text("sRGB"),
        b"cprt": _text("CC0"),
        b"wtpt": _numbers(b"XYZ ", D50),
        b"chad": _numbers(b"sf32", to_d50),
        b"rXYZ": _numbers(b"XYZ ", (0.436066, 0.222488, 0.013916)),
        b"gXYZ": _numbers(b"XYZ ", (0.385147, 0.716873, 0.097076)),
        b"bXYZ": _numbers(b"XYZ ", (0.143066, 0.060608, 0.714096)),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    index, contents, places = b"", b"", dict[bytes, int]()
    for tag, content in tags.items():
        if content not in places:
            places[content] = HEADER + 4 + 12 * len(tags) + len(contents)
            contents += content + b"\0" * (-len(content) % 4)
        index += struct.pack(">4s2L", tag, places[content], len(content))
    body = struct.pack(">L", len(tags)) + index + contents
    made = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
    about = b"\0\0\0\0\x04\x30\0\0mntrRGB XYZ " + made + b"acsp"
    return (
        struct.pack(">L", HEADER + len(body)) + about.ljust(64, b"\0") + struct.pack(">3l", *map(_fixed, D50))
    ).ljust(HEADER, b"\0") + body


HEADER = 128
D50 = (0.964203, 1.0, 0.824905)


def _numbers(kind: bytes, values: tuple[float, ...]) -> bytes:
    return kind + b"\0" * 4 + struct.pack(f">{len(values)}l", *map(_fixed, values))


def _text(text: str) -> bytes:
    encoded = text.encode("utf-16-be")
    return b"mluc" + struct.pack(">3L4s2L", 0, 1, 12, b"enUS", len(encoded), 28) + encoded


def _fixed(value: float) -> int:
    return round(value * 65536)
