"""One check's score, ceiling and parts, from what its function yielded and what the catalogue says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Literal

from folio.evidence.level import Level
from folio.readiness.arithmetic import FULL, aggregate, curve
from folio.readiness.check import Finding, Found, Item, Unread
from folio.readiness.rubric import Caps, Entry

State = Literal["met", "not met", "open"]

POINT = 10_000
"""A point in millionths: weights are thousandths of the whole and scores thousandths of a check."""


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


@dataclass(frozen=True, slots=True)
class Scored:
    """One check, measured: all figures are integers, and earned + unknown + missing is its whole weight."""

    entry: Entry
    caps: Caps
    weight: int
    items: tuple[Item, ...]
    unread: tuple[Unread, ...]

    @property
    def score(self) -> int:
        """In thousandths, from every item."""
        return self.score_from(Level.CLAIMED)

    @property
    def ceiling(self) -> int:
        """What the score would be if everything unread turned out at its best."""
        return self.ceiling_from(Level.CLAIMED)

    def score_from(self, minimum: Level) -> int:
        """The score from items of at least this level."""
        return aggregate(self.entry.aggregate, self.entry.curve, self._values(minimum).values())

    def ceiling_from(self, minimum: Level) -> int:
        """The ceiling when only items of at least this level count."""
        values = self._values(minimum)
        for unread in self.unread:
            if unread.anything or (unread.best is None and self.entry.aggregate == "union"):
                return FULL
            filled = Item(unread.subject, Level.VERIFIED, unread.best or Found())
            self._keep(values, filled)
        return aggregate(self.entry.aggregate, self.entry.curve, values.values())

    def _values(self, minimum: Level) -> dict[str, int]:
        values: dict[str, int] = {}
        for item in self.items:
            if item.level >= minimum:
                self._keep(values, item)
        return values

    def _keep(self, values: dict[str, int], item: Item) -> None:
        # Only the best value of a subject counts, so that a duplicate can raise a level and never adds.
        name = key(self.entry, item)
        values[name] = max(values.get(name, 0), value(self.entry, self.caps, item))

    @property
    def earned(self) -> int:
        return self.weight * self.score

    @property
    def unknown(self) -> int:
        return self.weight * (self.ceiling - self.score)

    @property
    def missing(self) -> int:
        return self.weight * (FULL - self.ceiling)

    def parts(self) -> dict[Level, int]:
        """What is earned, by the level of the evidence it needs; the parts add up to `earned`."""
        parts, below = {}, 0
        for level in reversed(Level):
            here = self.weight * self.score_from(level)
            parts[level] = here - below
            below = here
        return parts

    def hygiene(self) -> State:
        """`not met` when something was found that must not be there."""
        if any(quality(self.entry, item.found) == 0 for item in self.items):
            return "not met"
        return "open" if self.unread else "met"

    def with_findings(self, findings: Iterable[Finding]) -> Scored:
        """The same check over other findings, in the one order that makes equal findings equal."""
        items, unread = sort(findings)
        return replace(self, items=items, unread=unread)


def sort(findings: Iterable[Finding]) -> tuple[tuple[Item, ...], tuple[Unread, ...]]:
    """Findings apart, without exact duplicates, in an order that does not depend on how they came."""
    distinct = set(findings)
    items = sorted((one for one in distinct if isinstance(one, Item)), key=_order)
    unread = sorted((one for one in distinct if isinstance(one, Unread)), key=_order_unread)
    return tuple(items), tuple(unread)


def _order(item: Item) -> tuple[str, str, int, str]:
    return item.subject, item.found.facet or "", -item.level, repr(item.found)


def _order_unread(unread: Unread) -> tuple[str, str, str]:
    return unread.subject, unread.why, repr(unread)


def measure(
    entry: Entry, caps: Caps, weight: int, findings: Iterable[Finding], *, subjects: tuple[str, ...] = ()
) -> Scored:
    """A check's findings as a score; with `subjects`, only those count."""
    items, unread = sort(_wanted(findings, subjects))
    return Scored(entry, caps, weight, items, unread)


def _wanted(findings: Iterable[Finding], subjects: tuple[str, ...]) -> Iterator[Finding]:
    for finding in findings:
        if not subjects or finding.subject in subjects or (isinstance(finding, Unread) and finding.anything):
            yield finding
