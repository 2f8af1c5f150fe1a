"""The one ornament of a card, in its lower corner, faint: of its own for each of folio's looks."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image, ImageDraw

SIDE, FINE = 260, 4


@lru_cache(maxsize=4)
def motif(look: str) -> Image.Image:
    """A mask for the corner at the end of lines."""
    from PIL import Image, ImageDraw

    large = Image.new("L", (SIDE * FINE, SIDE * FINE))
    {"ledger": _rules, "signal": _bars}.get(look, _rings)(ImageDraw.Draw(large))
    return large.resize((SIDE, SIDE), Image.Resampling.LANCZOS)


def _rings(pen: ImageDraw.ImageDraw) -> None:
    """The rings of a tree, whose heart is the corner."""
    far = SIDE * FINE
    for radius, width in ((54, 4), (86, 8), (108, 3), (150, 10), (176, 4), (204, 6), (246, 9)):
        around = radius * FINE
        pen.ellipse((far - around, far - around, far + around, far + around), outline=255, width=width * FINE)


def _rules(pen: ImageDraw.ImageDraw) -> None:
    """The rules of an account book."""
    for row in range(4, SIDE, 32):
        pen.rectangle((0, row * FINE, SIDE * FINE, (row + 2) * FINE), fill=255)
    for column in (SIDE - 90, SIDE - 83):
        pen.rectangle((column * FINE, 0, (column + 2) * FINE, SIDE * FINE), fill=255)


def _bars(pen: ImageDraw.ImageDraw) -> None:
    """Bars of a measurement."""
    heights = (22, 40, 30, 68, 52, 104, 84, 146, 120, 190, 164)
    for number, height in enumerate(heights):
        left = (number * 24 + 4) * FINE
        pen.rounded_rectangle((left, (SIDE - height) * FINE, left + 12 * FINE, (SIDE + 40) * FINE), 6 * FINE, fill=255)
