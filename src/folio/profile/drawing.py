"""What an SVG holds that a document must not show: anything that acts, or that comes from outside the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

FOREIGN = frozenset({"a", "animate", "animateMotion", "animateTransform", "audio", "foreignObject", "handler", "iframe",
                     "image", "feImage", "script", "set", "video"})  # fmt: skip
OUTSIDE = re.compile(r"url\(\s*+['\"]?+\s*+(?!#)|@import|javascript:|expression\(", re.IGNORECASE)
REPEATED = frozenset({"symbol", "g", "use", "svg", "pattern", "marker", "mask", "clipPath"})
MOST = 20_000
"""Elements; a drawing with more of them takes longer to set than the rest of the document."""


def reaches_out(content: bytes) -> str | None:
    """Why an SVG can't be shown ("with a script"), or None where it is a plain drawing."""
    if _declares(content):
        return "that declares entities"
    try:
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, LookupError, ValueError):  # an encoding that nobody knows
        return "that can't be read"
    if _name(root) != "svg":
        return "that does not begin with <svg>"
    elements = list(root.iter())
    if len(elements) > MOST:
        return f"of {len(elements):,} elements, more than {MOST:,}"
    return next((what for one in elements for what in _faults(one)), None) or _repeated(elements)


def _declares(content: bytes) -> bool:
    """Whether it has a document type with more than a name and an address, told without a search that could go on."""
    _, *types = content.split(b"<!DOCTYPE", 2)
    return b"<!ENTITY" in content or len(types) > 1 or any(b"[" in one.partition(b">")[0] for one in types)


def _faults(element: ElementTree.Element) -> Iterator[str]:
    name = _name(element)
    if name in FOREIGN:
        yield f"with <{name}>"
    if name == "style" and OUTSIDE.search("".join(element.itertext())):
        yield "whose style asks for a file"
    for key, value in element.attrib.items():
        local = key.rpartition("}")[2].lower()
        if local.startswith("on"):
            yield f"with {local}"
        if (local == "href" and not value.strip().startswith("#")) or OUTSIDE.search(value):
            yield "that refers to something outside"


def _repeated(elements: list[ElementTree.Element]) -> str | None:
    """Drawings that repeat what repeats others grow without bound."""
    used, repeating = _used(elements), _with_a_use(elements)
    if any(one.attrib.get("id") in used and _name(one) in REPEATED and one in repeating for one in elements):
        return "that repeats what repeats itself"
    return None


def _with_a_use(elements: list[ElementTree.Element]) -> set[ElementTree.Element]:
    """The elements that are a <use> or have one inside."""
    above = {inner: outer for outer in elements for inner in outer}
    found: set[ElementTree.Element] = set()
    for one in elements:
        if _name(one) == "use":
            at: ElementTree.Element | None = one
            while at is not None and at not in found:
                found.add(at)
                at = above.get(at)
    return found


def _used(elements: list[ElementTree.Element]) -> set[str]:
    return {
        value.strip().removeprefix("#")
        for one in elements
        if _name(one) == "use"
        for key, value in one.attrib.items()
        if key.rpartition("}")[2] == "href"
    }


def _name(element: ElementTree.Element) -> str:
    return str(element.tag).rpartition("}")[2]
