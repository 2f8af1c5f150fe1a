"""Scoring specification 5.1 and 5.2 in integers: values, curves, aggregates, and parts that add up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

Aggregate = Literal["best", "top3", "count", "union", "all"]
FULL = 1000
POINT = 10_000
"""A point in millionths: weights are thousandths of the whole and scores thousandths of a check."""


def curve(points: Sequence[tuple[int, int]], milli: int) -> int:
    """Thousandths at `milli` thousandths of a unit, on straight lines between the points."""
    before_x, before_y = 0, 0
    for whole, after_y in points:
        after_x = whole * FULL
        if milli < after_x:
            return before_y + (after_y - before_y) * (milli - before_x) // (after_x - before_x)
        before_x, before_y = after_x, after_y
    return before_y


def aggregate(kind: Aggregate, points: Sequence[tuple[int, int]], values: Iterable[int]) -> int:
    """The score of a check from its subjects' (or facets') values; never an average, so that no item lowers it."""
    ranked = sorted(values, reverse=True)
    match kind:
        case "best":
            return ranked[0] if ranked else 0
        case "top3":
            first, second, third = (*ranked[:3], 0, 0, 0)[:3]
            return (600 * first + 250 * second + 150 * third) // FULL
        case "all":
            return ranked[-1] if ranked else FULL
        case "count" | "union":
            return curve(points, sum(ranked))


def deal(whole: int, shares: Mapping[str, int]) -> dict[str, int]:
    """`whole` dealt by `shares` so that the parts add up exactly: largest remainder, ties by name."""
    total = sum(shares.values())
    if not total:
        return dict.fromkeys(shares, 0)
    parts = {name: whole * share // total for name, share in shares.items()}
    left = whole - sum(parts.values())
    by_remainder = sorted(shares, key=lambda name: (-(whole * shares[name] % total), name))
    for name in by_remainder[:left]:
        parts[name] += 1
    return parts
