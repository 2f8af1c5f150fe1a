"""What an SVG holds that a document must not show: anything that acts, or that comes from outside the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree

FOREIGN = frozenset({"a", "animate", "animateMotion", "animateTransform", "audio", "foreignObject", "handler", "iframe",
                     "image", "feImage", "script", "set", "video"})  # fmt: skip
OUTSIDE = re.compile(r"url\(\s*+['\"]?+\s*+(?!#)|@import|javascript:|expression\(", re.IGNORECASE)
MOST = 20_000
"""Elements; a drawing with more of them takes longer to set than the rest of the document."""


def reaches_out(content: bytes) -> str | None:
    """Why an SVG can't be shown ("with a script"), or None where it is a plain drawing."""
    if re.search(rb"<!(DOCTYPE|ENTITY)[^>]*\[|<!ENTITY", content, re.IGNORECASE):
        return "that declares entities"
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError:
        return "that can't be read"
    if _name(root) != "svg":
        return "that does not begin with <svg>"
    elements = list(root.iter())
    if len(elements) > MOST:
        return f"of {len(elements):,} elements, more than {MOST:,}"
    return next((what for one in elements for what in _faults(one)), None) or _repeated(elements)


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
    for one in elements:
        if "id" in one.attrib and _name(one) in ("symbol", "g", "use", "svg", "pattern", "marker", "mask", "clipPath"):
            inner = (each for each in one.iter() if each is not one or _name(one) == "use")
            if any(_name(each) == "use" for each in inner) and one.attrib["id"] in _used(elements):
                return "that repeats what repeats itself"
    return None


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
