"""Typefaces inside a style sheet: only the glyphs that the text needs, as `data:` addresses."""

from __future__ import annotations

import base64
import io
from collections.abc import Mapping
from html import unescape

FEATURES = [
    "ccmp", "locl", "rlig", "liga", "clig", "calt", "kern", "mark", "mkmk", "curs", "isol", "init", "medi", "fina",
    "med2", "fin2", "fin3", "tnum", "lnum",
]  # fmt: skip
"""What browsers apply by themselves, and the figures that themes ask for."""


def with_typefaces(html: str, fonts: Mapping[str, bytes]) -> str:
    """`html` with its `asset:/fonts/...` in it, as far as its own characters, small and capital, need them."""
    text = unescape(html)
    needed = set(text) | set(text.upper())
    for name, content in fonts.items():
        kind, packed = _subset(content, needed)
        html = html.replace(f"asset:/{name}", f"data:font/{kind};base64,{base64.b64encode(packed).decode()}")
    return html


def _subset(content: bytes, needed: set[str]) -> tuple[str, bytes]:
    """Format and bytes: WOFF2 where it can be packed, which takes brotli, else WOFF."""
    from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    try:
        import brotli  # type: ignore[import-not-found,import-untyped,unused-ignore] # noqa: F401

        kind = "woff2"
    except ImportError:
        kind = "woff"
    font = TTFont(io.BytesIO(content), recalcTimestamp=False, lazy=True)  # lazily takes half the time
    options = Options(
        hinting=False, notdef_outline=True, layout_features=FEATURES, drop_tables=["DSIG", "FFTM", "STAT", "meta"]
    )
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[ord(one) for one in needed])
    subsetter.subset(font)
    font.flavor = kind
    out = io.BytesIO()
    font.save(out, reorderTables=True)
    return kind, out.getvalue()
