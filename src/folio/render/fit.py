"""Fitting a document to its pages: what matters least is left out, then it is set more closely, step by step.

Knows nothing of how a document is laid out: it asks for a layout with some more style, and looks at what came of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Generic, Protocol, TypeVar

TRIES = 6
"""Layouts for finding a way in which it fits, after the first one; each takes its time."""
LOOKS = 3
"""Layouts for finding a better one then."""
SAVED = 0.035
"""What a step saves of a document's height, roughly; only the first guess depends on it."""

EVEN = 0.01
"""What sums of heights may be off by."""

TAIL = 0.25
"""What a last page has to hold, of its height, to be worth turning to."""


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
    closer: int = 0
    """How many of the steps were taken for it."""


@dataclass(frozen=True, slots=True)
class _Seen(Generic[Layout]):
    """What came of a place, by its number."""

    number: int
    laid: Layout
    fits: bool


@dataclass(frozen=True, slots=True)
class _Place:
    """A way to set the document: how many parts are left out, how many steps are taken, and what that may save."""

    left_out: int
    closer: int
    saves: float


def fitted(
    lay: Lay[Layout], *, most_pages: int, parts: int = 0, spare: int = 0, steps: tuple[str, ...] = ()
) -> Fitted[Layout]:
    """The first layout with at most `most_pages`: the loosest one, with as much in it as fits.

    `parts` is how many ranks may be left out, 0 first, and the first `spare` of them before anything else is done. Then
    come `steps`, styles that are each added to those before; then the other parts. Spare parts come back as far as the
    steps made room. Where nothing is enough, it takes as few pages as it can, and has as much in it as fits on those.
    """
    first = lay("")
    spare = min(spare, parts)
    found = _fitted(lay, first, most_pages, parts, spare, steps)
    if found.fits:
        return found
    shortest, style = found.laid, hidden(found.left_out) + "".join(steps)
    found = _fitted(
        lambda asked: shortest if asked == style else lay(asked), first, shortest.pages, parts, spare, steps
    )
    return replace(found, fits=False)


def _fitted(
    lay: Lay[Layout], first: Layout, most_pages: int, parts: int, spare: int, steps: tuple[str, ...]
) -> Fitted[Layout]:
    """As `fitted`, but for the last resort: where nothing is enough, it is the shortest there is."""
    if first.pages <= most_pages:
        return Fitted(first, 0, True)

    def at(place: _Place) -> Layout:
        return lay(hidden(place.left_out) + "".join(steps[: place.closer]))

    heights, height = first.heights, first.over(0)
    places = _places(heights, height, parts, spare, len(steps))
    found, looks = _search(at, places, _Seen(0, first, False), most_pages, LOOKS)
    place = places[found.number]
    if found.fits and place.closer and place.left_out == spare:
        places = [_place(heights, height, out, place.closer) for out in range(spare + 1)]
        found, _ = _search(at, places, _Seen(spare, found.laid, True), most_pages, max(looks, 1))
    return Fitted(found.laid, places[found.number].left_out, found.fits, places[found.number].closer)


def without_tail(lay: Lay[Layout], found: Fitted[Layout], steps: tuple[str, ...]) -> Fitted[Layout]:
    """The same on one page fewer, where the last page holds next to nothing and steps alone can save it."""
    laid, pages = found.laid, found.laid.pages
    tail = laid.over(pages - 1)
    if not found.fits or pages == 1 or tail > TAIL * (tail + laid.room()):
        return found
    needed = found.closer + max(1, ceil(tail / (SAVED * laid.over(0))))
    for closer in sorted({min(needed, len(steps)), len(steps)} - {found.closer}):
        shorter = lay(hidden(found.left_out) + "".join(steps[:closer]))
        if shorter.pages < pages:
            return Fitted(shorter, found.left_out, True, closer)
    return found


def hidden(parts: int) -> str:
    """The style that leaves out the ranks below `parts`."""
    return ",".join(f'[data-rank="{rank}"]' for rank in range(parts)) + "{display:none}" if parts else ""


def _places(heights: Mapping[int, float], height: float, parts: int, spare: int, steps: int) -> list[_Place]:
    """All ways, in the order of preference; each is shorter than the one before."""
    ways = [
        *((out, 0) for out in range(spare + 1)),
        *((spare, closer) for closer in range(1, steps + 1)),
        *((out, steps) for out in range(spare + 1, parts + 1)),
    ]
    return [_place(heights, height, out, closer) for out, closer in ways]


def _place(heights: Mapping[int, float], height: float, left_out: int, closer: int) -> _Place:
    gone = sum(heights.get(rank, 0.0) for rank in range(left_out))
    return _Place(left_out, closer, gone + SAVED * closer * (height - gone))


def _search(
    at: Callable[[_Place], Layout], places: Sequence[_Place], start: _Seen[Layout], most_pages: int, looks: int
) -> tuple[_Seen[Layout], int]:
    """The first of `places` that fits, as far as few layouts can tell, and how many looks for a better one are left.

    It is the last place where none fits.
    """
    seen, best, tries = start, start if start.fits else None, 0
    low, high = (-1, start.number) if start.fits else (start.number, len(places))
    while high - low > 1:
        saves = places[seen.number].saves
        if best is None:  # as far as the last layout says, and twice as far each time that this was not enough
            tries += 1
            number = _saving(places, low, high, saves + seen.laid.over(most_pages) * 2 ** (tries - 1))
            number = high - 1 if number is None or tries == TRIES else number
        elif looks:
            looks -= 1
            number = _saving(places, low, high, saves - seen.laid.room()) if seen.fits else _half(places, low, high)
        else:
            break
        if number is None:
            break
        laid = at(places[number])
        seen = _Seen(number, laid, laid.pages <= most_pages)
        if seen.fits:
            high, best = number, seen
        else:
            low = number
    return best or seen, looks


def _saving(places: Sequence[_Place], low: int, high: int, height: float) -> int | None:
    """The first place between two that saves so much."""
    return next((one for one in range(low + 1, high) if places[one].saves >= height - EVEN), None)


def _half(places: Sequence[_Place], low: int, high: int) -> int | None:
    """The place half-way, where only parts are at stake."""
    return (low + high) // 2 if low >= 0 and places[low].closer == places[high].closer else None
