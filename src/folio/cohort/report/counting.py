"""From counts of values to what lies in the middle, to shares and to means; exact, in whole numbers."""

from __future__ import annotations

from collections.abc import Mapping

from folio.cohort.report.model import Spread
from folio.readiness.arithmetic import POINT

Counts = Mapping[int, int]
"""By value, how many have it."""
TENS = 10


def spread(counts: Counts, parts: int = 1) -> Spread:
    """The quartiles of values that are `parts` to a whole: the least value that so many have or are below."""
    return Spread(
        low=at(counts, 1, 4) / parts,
        median=at(counts, 1, 2) / parts,
        high=at(counts, 3, 4) / parts,
    )


def at(counts: Counts, part: int, whole: int) -> int:
    """The least value that at least `part` of `whole` have or are below."""
    total, so_far = sum(counts.values()), 0
    for value in sorted(counts):
        so_far += counts[value]
        if so_far * whole >= total * part:
            return value
    return 0


def tens(counts: Counts) -> tuple[int, ...]:
    """How many lie in each ten of a hundred; a full hundred is in the last."""
    bins = [0] * TENS
    for value, many in counts.items():
        bins[min(value // TENS, TENS - 1)] += many
    return tuple(bins)


def percent(part: int, whole: int) -> int:
    """The nearest whole percent; halves go up."""
    return (200 * part + whole) // (2 * whole) if whole else 0


def mean(millionths: int, people: int) -> float:
    """Points on average, to the nearest hundredth."""
    hundredth = POINT // 100 * people
    return (2 * millionths + hundredth) // (2 * hundredth) / 100 if people else 0.0
