"""How large a drawing is, from its first tag: browsers keep its room free when a page says so."""

from __future__ import annotations

import re

_SVG = re.compile(rb"<svg\b[^>]*>", re.IGNORECASE)
_BOX = re.compile(rb"""\bviewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)""")
_SIDE = rb"""\s%s\s*=\s*["']\s*([\d.]+)(?:px)?\s*["']"""


def drawing_size(content: bytes) -> tuple[int, int] | None:
    """Width and height of an SVG in pixels; None where it doesn't say, or for anything else."""
    tag = _SVG.search(content[:4096])
    if not tag:
        return None
    width, height = (re.search(_SIDE % side, tag[0]) for side in (b"width", b"height"))
    box = _BOX.search(tag[0])
    found = (width[1], height[1]) if width and height else box.groups() if box else None
    try:
        size = tuple(round(float(one)) for one in found) if found else (0, 0)
    except ValueError:
        return None
    return (size[0], size[1]) if min(size) > 0 else None
