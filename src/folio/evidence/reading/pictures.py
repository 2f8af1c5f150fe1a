"""Which pictures on a page are figures of the text, and where they are."""

from __future__ import annotations

import re

from folio.evidence.reading.addresses import absolute
from folio.evidence.reading.html import Element, names

LATE = ("data-src", "data-lazy-src", "data-original", "data-lazy", "data-orig-file")
"""Where scripts find the address of a picture that they load when it is scrolled to."""
SMALL = 40
"""Pixels; icons, emoji and what counts readers are no larger."""
ORNAMENT = re.compile(
    r"(?i)(?:^|[\s_-])(?:emoji|avatar|icon|smiley|wp-smiley|badge|gravatar|spacer|pixel|logo)(?:$|[\s_-])"
)
FACE = re.compile(r"(?i)gravatar\.com/|/avatars?/|/_/stat\?|/pixel\.gif|pixel\.wp\.com|feedburner\.com/~")
EMBEDDED = "#embedded"
FILE = re.compile(r"(?i)\.(?:png|jpe?g|gif|webp|avif|svg)$")
NUMBER = re.compile(r"\s*(\d{1,6})(?:\.\d*)?(?:px)?\s*")


def picture(element: Element, base: str) -> str | None:
    """The address of a figure; `#embedded` where it is written into the page, and None where it is none."""
    if ORNAMENT.search(names(element)) or _is_small(element):
        return None
    if element.tag == "svg":
        return EMBEDDED if _is_drawing(element) else None
    source = element.get("src") or ""
    if not source or source.startswith("data:"):
        source = _late(element) or source
    if source.startswith("data:"):
        return EMBEDDED if len(source) > 500 else None  # shorter ones hold the place of one that comes later
    if FACE.search(source):
        return None
    return absolute(base, source)


def is_picture(address: str) -> bool:
    """Whether an address is that of a picture, by its end."""
    return FILE.search(address.partition("?")[0]) is not None


def _late(element: Element) -> str:
    found = next((said for name in LATE if (said := element.get(name))), "")
    many = element.get("srcset") or element.get("data-srcset") or ""
    return found or many.strip().partition(" ")[0].rstrip(",")


def _is_small(element: Element) -> bool:
    sizes = [NUMBER.fullmatch(element.get(name) or "") for name in ("width", "height")]
    return any(size is not None and int(size[1]) <= SMALL for size in sizes)


def _is_drawing(svg: Element) -> bool:
    if any(one.tag == "figure" for one in svg.iterancestors()):
        return True
    box = [NUMBER.fullmatch(one) for one in (svg.get("viewbox") or svg.get("viewBox") or "").split()]
    sizes = [NUMBER.fullmatch(svg.get(name) or "") for name in ("width", "height")]
    known = [int(one[1]) for one in (sizes if all(sizes) else box[2:]) if one]
    return len(known) == 2 and min(known) >= 2 * SMALL
