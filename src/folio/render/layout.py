"""A document that WeasyPrint has laid out, as fitting it to its pages needs to see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any


@dataclass(frozen=True)
class Layout:
    """The document, and how its boxes lie; lengths are in CSS pixels."""

    document: Any

    @property
    def pages(self) -> int:
        return len(self.document.pages)

    @cached_property
    def heights(self) -> dict[int, float]:
        """How high each part with a rank is, over all its pages and without the parts with a rank inside it."""
        found: dict[int, float] = {}
        for page in self.document.pages:
            for rank, height in _ranked(page._page_box):
                found[rank] = found.get(rank, 0.0) + height
        return found

    def over(self, pages: int) -> float:
        return sum(_used(page._page_box) for page in self.document.pages[pages:])

    def room(self) -> float:
        page = self.document.pages[-1]._page_box
        return max(0.0, float(page.height) - _used(page))


def _ranked(box: Any) -> Iterator[tuple[int, float]]:
    """The ranks within a box, each with the height of what has it."""
    rank = _rank(box)
    if rank is None:
        for child in box.children:
            yield from _ranked(child)
        return
    inside = [each for child in box.children for each in _ranked(child) if each[0] != rank]
    yield rank, _height(box) - sum(height for _, height in inside)
    yield from inside


def _rank(box: Any) -> int | None:
    """The rank of what a box is of; boxes that layout puts between an element and its parts have it too."""
    rank = None if box.element is None or "::" in (box.element_tag or "") else box.element.get("data-rank")
    return None if rank is None else int(rank)


def _used(page: Any) -> float:
    """How far down the page there is anything; what stands in its margins is left aside."""
    top = page.position_y + page.margin_top
    ends = [end for box in page.children if box.element_tag == "html" for end in _ends(box)]
    return float(max(ends, default=top) - top)


def _ends(box: Any) -> Iterator[float]:
    """Where each line and picture ends; the boxes around them may reach to the page's end for nothing."""
    if type(box).__name__ == "LineBox" or hasattr(box, "replacement"):
        yield box.position_y + _height(box)
        return
    for child in box.children:
        yield from _ends(child)


def _height(box: Any) -> float:
    return float(box.margin_height())
