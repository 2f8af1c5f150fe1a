"""One check's score, ceiling and parts, from what its function yielded and what the catalogue says."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from folio.evidence.level import Level
from folio.readiness.arithmetic import FULL, aggregate, curve
from folio.readiness.check import Finding, Found, Item, Unread
from folio.readiness.rubric import Caps, Entry

State = Literal["met", "not met", "open"]

STRONGEST_FIRST = tuple(reversed(Level))


def quality(entry: Entry, found: Found) -> int:
    """What was found, in thousandths: by the curve over its amount, by its parts, or as it was given."""
    if found.amount is not None:
        return curve(entry.curve, max(found.amount, 0) * FULL)
    if found.parts is not None:
        return min(sum(part.milli for part in entry.parts if part.id in found.parts), FULL)
    return min(max(found.quality, 0), FULL)


def value(entry: Entry, caps: Caps, item: Item) -> int:
    """What one item is worth: its quality, capped by how well it is supported."""
    return quality(entry, item.found) * caps.of(item.level) // FULL


def key(entry: Entry, item: Item) -> str:
    """What is counted once: a union's facet, or else the subject."""
    return item.found.facet or item.subject if entry.aggregate == "union" else item.subject


@dataclass(frozen=True)
class Scored:
    """One check, measured: all figures are integers, and earned + unknown + missing is its whole weight."""

    entry: Entry
    caps: Caps
    weight: int
    items: tuple[Item, ...]
    unread: tuple[Unread, ...]

    @cached_property
    def score(self) -> int:
        """In thousandths, from every item."""
        return self.score_from(Level.CLAIMED)

    @cached_property
    def ceiling(self) -> int:
        """What the score would be if everything unread turned out at its best."""
        return self.ceiling_from(Level.CLAIMED)

    def score_from(self, minimum: Level) -> int:
        """The score from items of at least this level."""
        return self._scores[minimum - 1]

    def ceiling_from(self, minimum: Level) -> int:
        """The ceiling when only items of at least this level count."""
        return self._ceilings[minimum - 1]

    @cached_property
    def _scores(self) -> tuple[int, ...]:
        return self._by_level(())

    @cached_property
    def _ceilings(self) -> tuple[int, ...]:
        waiting = [unread for unread in self.unread if not unread.aside]
        if not waiting:
            return self._scores
        union = self.entry.aggregate == "union"
        if any(unread.anything or (union and unread.best is None) for unread in waiting):
            return (FULL,) * len(Level)
        filled = [Item(unread.subject, Level.VERIFIED, unread.best or Found()) for unread in waiting]
        return self._by_level(self._worth_of(item) for item in filled)

    def _by_level(self, beside: Iterable[tuple[str, int]]) -> tuple[int, ...]:
        """The score from items of at least each level, the weakest first, with values `beside` that count at each."""
        best = dict(_best(beside))
        at: dict[Level, list[tuple[str, int]]] = {}
        for level, worth in self._worth:
            at.setdefault(level, []).append(worth)
        score = self._aggregate(best.values())
        scores = []
        for level in STRONGEST_FIRST:
            if here := at.get(level):
                for name, worth_here in here:
                    best[name] = max(best.get(name, 0), worth_here)
                score = self._aggregate(best.values())
            scores.append(score)
        return tuple(reversed(scores))

    @cached_property
    def qualities(self) -> tuple[int, ...]:
        """The quality of each of the items."""
        return tuple(quality(self.entry, item.found) for item in self.items)

    @cached_property
    def values(self) -> tuple[int, ...]:
        """What each of the items is worth."""
        of = zip(self.items, self.qualities, strict=True)
        return tuple(here * self.caps.of(item.level) // FULL for item, here in of)

    @cached_property
    def _worth(self) -> tuple[tuple[Level, tuple[str, int]], ...]:
        of = zip(self.items, self.values, strict=True)
        return tuple((item.level, (key(self.entry, item), worth)) for item, worth in of)

    def _worth_of(self, item: Item) -> tuple[str, int]:
        return key(self.entry, item), value(self.entry, self.caps, item)

    def _aggregate(self, values: Iterable[int]) -> int:
        return aggregate(self.entry.aggregate, self.entry.curve, values)

    @cached_property
    def earned(self) -> int:
        return self.weight * self.score

    @cached_property
    def unknown(self) -> int:
        return self.weight * (self.ceiling - self.score)

    @cached_property
    def missing(self) -> int:
        return self.weight * (FULL - self.ceiling)

    def parts(self) -> dict[Level, int]:
        """What is earned, by the level of the evidence it needs; the parts add up to `earned`."""
        parts, below = {}, 0
        for level in STRONGEST_FIRST:
            here = self.weight * self.score_from(level)
            parts[level] = here - below
            below = here
        return parts

    def hygiene(self) -> State:
        """`not met` when something was found that must not be there."""
        if any(quality(self.entry, item.found) == 0 for item in self.items):
            return "not met"
        return "open" if any(not unread.aside for unread in self.unread) else "met"

    def finds_the_same(self, other: Scored) -> bool:
        """Whether it is the same check over the very same findings, whatever the weights."""
        same = self.entry is other.entry and self.caps is other.caps
        return same and self.items is other.items and self.unread is other.unread

    def with_findings(self, findings: Iterable[Finding]) -> Scored:
        """The same check over other findings, in the one order that makes equal findings equal."""
        items, unread = sort(findings)
        return replace(self, items=items, unread=unread)


def _best(worth: Iterable[tuple[str, int]]) -> list[tuple[str, int]]:
    """Each subject's (or facet's) best value, so that a duplicate can raise a level and never adds."""
    best: dict[str, int] = {}
    for name, here in worth:
        best[name] = max(best.get(name, 0), here)
    return list(best.items())


Sorted = tuple[tuple[Item, ...], tuple[Unread, ...]]


def sort(findings: Iterable[Finding]) -> Sorted:
    """Findings apart, without exact duplicates, in an order that does not depend on how they came."""
    distinct = set(findings)
    items = sorted((one for one in distinct if isinstance(one, Item)), key=_order)
    unread = sorted((one for one in distinct if isinstance(one, Unread)), key=_order_unread)
    return tuple(items), tuple(unread)


Order = tuple[str | int | tuple[str, ...], ...]


def _order(item: Item) -> Order:
    return item.subject, item.found.facet or "", -item.level, *_order_found(item.found)


def _order_unread(unread: Unread) -> Order:
    best = _order_found(unread.best) if unread.best else ()
    return unread.subject, unread.why, unread.todo, unread.anything, unread.aside, len(best), *best


def _order_found(found: Found) -> Order:
    amount = -1 if found.amount is None else found.amount
    return (
        found.says,
        found.quality,
        amount,
        found.parts is None,
        found.parts or (),
        found.facet or "",
        found.places,
        *map(": ".join, found.begun),
    )


def measure(
    entry: Entry, caps: Caps, weight: int, findings: Iterable[Finding], *, subjects: tuple[str, ...] = ()
) -> Scored:
    """A check's findings as a score; with `subjects`, only those count."""
    return scored(entry, caps, weight, sort(findings), subjects=subjects)


def scored(entry: Entry, caps: Caps, weight: int, findings: Sorted, *, subjects: tuple[str, ...] = ()) -> Scored:
    """The same of findings that are in order already."""
    items, unread = findings
    if subjects:
        items = tuple(one for one in items if one.subject in subjects)
        unread = tuple(one for one in unread if one.subject in subjects or one.anything)
    return Scored(entry, caps, weight, items, unread)
