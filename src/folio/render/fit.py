"""Fitting a document to its pages: what matters least is left out, then it is set more closely, step by step.

Knows nothing of how a document is laid out: it asks for a layout with some more style, and looks at what came of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

TRIES = 3
"""Layouts for finding out how much to leave out, and again how much of it can come back; each takes its time."""


class Laid(Protocol):
    """A document laid out."""

    @property
    def pages(self) -> int:
        """How many pages it takes."""

    @property
    def heights(self) -> Mapping[int, float]:
        """How high each part is that may be left out, by rank."""

    def over(self, pages: int) -> float:
        """How much of it comes after so many pages, in the unit of the heights."""

    def room(self) -> float:
        """How much of the last page is free."""


Layout = TypeVar("Layout", bound=Laid)
Lay = Callable[[str], Layout]


@dataclass(frozen=True, slots=True)
class Fitted(Generic[Layout]):
    """The layout, how many parts were left out for it, and whether it fits."""

    laid: Layout
    left_out: int
    fits: bool


def fitted(
    lay: Lay[Layout], *, most_pages: int, parts: int = 0, spare: int = 0, steps: tuple[str, ...] = ()
) -> Fitted[Layout]:
    """The first layout with at most `most_pages`: the loosest one, with as much in it as fits.

    `parts` is how many ranks may be left out, 0 first, and the first `spare` of them before anything else is done. Then
    come `steps`, styles that are each added to those before; then the other parts. What was left out comes back as far
    as there is room.
    """
    first = lay("")
    found = _shorter(lay, Fitted(first, 0, first.pages <= most_pages), first.heights, most_pages, spare, "")
    style = ""
    if not found.fits:
        number, found = _closer(lay, found, most_pages, steps)
        style = "".join(steps[:number])
    if not found.fits:
        found = _shorter(lay, found, first.heights, most_pages, parts, style)
    return _with_more(lay, found, first.heights, most_pages, style) if found.fits else found


def _shorter(
    lay: Lay[Layout], found: Fitted[Layout], heights: Mapping[int, float], most_pages: int, limit: int, style: str
) -> Fitted[Layout]:
    """With as few more of the parts left out as it takes, up to `limit`."""
    for attempt in range(TRIES):
        if found.fits or found.left_out >= limit:
            break
        last = attempt == TRIES - 1
        out = limit if last else _enough(heights, found.left_out, limit, found.laid.over(most_pages))
        laid = lay(hidden(out) + style)
        found = Fitted(laid, out, laid.pages <= most_pages)
    return found


def _closer(
    lay: Lay[Layout], found: Fitted[Layout], most_pages: int, steps: tuple[str, ...]
) -> tuple[int, Fitted[Layout]]:
    """How many of the steps it takes, and what comes of them; all of them where even they are not enough."""
    fewest, most = 1, len(steps)
    tried: dict[int, Fitted[Layout]] = {}
    while fewest <= most:
        number = most if not tried else (fewest + most) // 2
        laid = lay(hidden(found.left_out) + "".join(steps[:number]))
        tried[number] = Fitted(laid, found.left_out, laid.pages <= most_pages)
        if tried[number].fits:
            most = number - 1
        elif number == len(steps):
            break
        else:
            fewest = number + 1
    fitting = [number for number, one in tried.items() if one.fits]
    number = min(fitting, default=len(steps))
    return number, tried.get(number, found)


def hidden(parts: int) -> str:
    """The style that leaves out the ranks below `parts`."""
    return ",".join(f'[data-rank="{rank}"]' for rank in range(parts)) + "{display:none}" if parts else ""


def _enough(heights: Mapping[int, float], out: int, parts: int, over: float) -> int:
    """How many ranks to leave out so that `over` more goes; one more at least."""
    gone, number = 0.0, out
    while number < parts and (gone < over or number == out):
        gone += heights.get(number, 0.0)
        number += 1
    return number


def _with_more(
    lay: Lay[Layout], found: Fitted[Layout], heights: Mapping[int, float], most_pages: int, style: str
) -> Fitted[Layout]:
    """The same with the most important of what was left out, as far as there is room."""
    for _ in range(TRIES - 1 if found.left_out else 0):
        room = found.laid.room() if found.laid.pages == most_pages else float("inf")
        back, taken = found.left_out, 0.0
        while back and taken + heights.get(back - 1, 0.0) <= room:
            back -= 1
            taken += heights.get(back, 0.0)
        if back == found.left_out:
            break
        laid = lay(hidden(back) + style)
        if laid.pages > most_pages:
            break
        found = Fitted(laid, back, fits=True)
    return found
