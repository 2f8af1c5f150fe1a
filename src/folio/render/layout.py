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
        """How high each part with a rank is, over all its pages."""
        found: dict[int, float] = {}
        for page in self.document.pages:
            for box, rank in _ranks(page._page_box):
                found[rank] = found.get(rank, 0.0) + box.margin_height()
        return found

    def over(self, pages: int) -> float:
        return sum(map(_used, self.document.pages[pages:]))

    def room(self) -> float:
        page = self.document.pages[-1]._page_box
        free: float = page.height - _used(self.document.pages[-1])
        return max(0.0, free)


def _ranks(box: Any) -> Iterator[tuple[Any, int]]:
    """The outermost boxes that have a rank."""
    rank = box.element.get("data-rank") if getattr(box, "element", None) is not None else None
    if rank is not None and box.element_tag in ("li", "article", "div", "p"):
        yield box, int(rank)
        return
    for child in getattr(box, "children", ()):
        yield from _ranks(child)


def _used(page: Any) -> float:
    """How far down the page there is anything, its margins and running footer left aside."""
    box = page._page_box
    ends = [
        leaf.position_y + leaf.margin_height()
        for root in box.children
        if root.element_tag == "html"
        for leaf in _leaves(root)
    ]
    used: float = max(ends, default=0.0) - (box.position_y + box.margin_top)
    return max(0.0, used)


def _leaves(box: Any) -> Iterator[Any]:
    """Words and pictures; the boxes around them may reach to the page's end for nothing."""
    children = getattr(box, "children", None)
    if children is None:
        yield box
        return
    for child in children:
        yield from _leaves(child)
