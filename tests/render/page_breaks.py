"""Where the pages of a laid-out document break: `bad_breaks(job)` says what should not stand at a page's foot."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from folio.render.paper import Printing
from folio.render.pdf import _fetcher, _fonts_of, _layer, load_weasyprint

HEADINGS = {"h1", "h2", "h3", "h4"}


@dataclass(frozen=True)
class Line:
    """A line of text: where it ends, what it stands in from the outside in, and what it says."""

    end: float
    within: tuple[Any, ...]
    text: str

    @property
    def is_heading(self) -> bool:
        return any(element.tag in HEADINGS for element in self.within)

    @property
    def head(self) -> Any:
        """The head of the entry that it belongs to, when the entry goes on below its head."""
        for outer, inner in itertools.pairwise(self.within):
            if "head" in inner.get("class", "").split() and len(outer) > 1:
                return inner
        return None


def bad_breaks(job: Printing, style: str = "") -> list[str]:
    """What is wrong at the foot of a page but the last; the document is not fitted to its pages."""
    with _fonts_of(job.html, job.assets, []):
        parsed = load_weasyprint().HTML(string=job.html, base_url="asset:/", url_fetcher=_fetcher(job.assets))
        document = _layer(parsed)(style).document
    return [found for page in document.pages[:-1] for found in _wrong(list(_lines(page._page_box, ())))]


def _wrong(lines: list[Line]) -> Iterator[str]:
    last = max(lines, key=lambda line: line.end)
    foot = [line for line in lines if line.end > last.end - 2]
    for line in foot:
        if line.is_heading or line.head is not None:
            yield f"at the foot of a page: '{line.text}'"


def _lines(box: Any, within: tuple[Any, ...]) -> Iterator[Line]:
    if box.element is not None and (not within or box.element is not within[-1]):
        within = (*within, box.element)
    if type(box).__name__ == "MarginBox":
        return
    if type(box).__name__ == "LineBox":
        text = "".join(one.text for one in box.descendants() if hasattr(one, "text"))
        if text.strip():
            yield Line(box.position_y + box.margin_height(), within, text)
        return
    for child in box.children:
        yield from _lines(child, within)
