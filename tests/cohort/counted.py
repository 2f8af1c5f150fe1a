"""What rows come to, by plain Python over every single row: what the report is held to."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from fractions import Fraction
from statistics import fmean
from typing import Any

from folio.cohort.row import Row


def quartiles(values: Iterable[int], parts: int = 1) -> dict[str, float]:
    """The least value that a quarter, half, three quarters have or are below."""
    ranked = sorted(values)
    return {
        name: ranked[max(math.ceil(Fraction(part, 4) * len(ranked)), 1) - 1] / parts
        for name, part in (("low", 1), ("median", 2), ("high", 3))
    }


def share(part: int, whole: int) -> int:
    return math.floor(Fraction(100 * part, whole) + Fraction(1, 2))


def on_average(values: Sequence[int], people: int) -> float:
    return math.floor(Fraction(sum(values), people * 100) + Fraction(1, 2)) / 100


def scored(rows: Sequence[Row], platform: str) -> list[Any]:
    """The rows that have figures, whose types say that they might not."""
    return [one for one in rows if one.platform == platform and one.status == "scored"]


def checks(some: Sequence[Any], kind: str) -> list[tuple[str, int, int, float]]:
    """Id, people, percent and points of every check that is missing, or not known, for somebody."""
    found = []
    for name in sorted({one.id for row in some for one in row.checks}):
        each = [one for row in some for one in row.checks if one.id == name]
        if kind == "missing":
            so = [one for one in each if one.missing and one.missing >= (one.earned + one.unknown + one.missing) / 2]
        else:
            so = [one for one in each if one.unknown]
        millionths = [getattr(one, kind) for one in each]
        if so:
            told = (name, len(so), share(len(so), len(each)), on_average(millionths, len(some)))
            found.append((-len(so), -sum(millionths), name, told))
    return [told for *_, told in sorted(found)]


def steps(some: Sequence[Any]) -> list[tuple[str, int, float, int, int, float]]:
    """Check, people, gain, minutes and points an hour of every step."""
    found = []
    for name in sorted({one.check for row in some for one in row.steps}):
        each = [one for row in some for one in row.steps if one.check == name]
        gains = [one.gain for one in each]
        hours = Fraction(sum(one.minutes_least + one.minutes_most for one in each), 2 * 60)
        rate = math.floor(Fraction(sum(gains), 10_000) / hours * 10 + Fraction(1, 2)) / 10
        middle = math.floor(quartiles(gains)["median"]) // 1000 / 10
        least, most = (int(quartiles(values)["median"]) for values in
                       ([one.minutes_least for one in each], [one.minutes_most for one in each]))  # fmt: skip
        found.append((-len(each), -sum(gains), name, (name, len(each), middle, least, most, rate)))
    return [told for *_, told in sorted(found)]


def near(one: float, values: Iterable[int]) -> bool:
    """Whether a mean in points is that of millionths, but for rounding."""
    return abs(one - fmean(values) / 10_000) <= 0.005 + 1e-9
