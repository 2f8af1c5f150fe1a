"""Curves, aggregates and parts that add up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from folio.readiness.arithmetic import aggregate, curve, deal

RISING = [(0, 0), (1, 350), (3, 700), (6, 1000)]


@pytest.mark.parametrize(
    ("milli", "score"), [(0, 0), (500, 175), (1000, 350), (2000, 525), (6000, 1000), (99_000, 1000)]
)
def test_a_curve_runs_straight_between_its_points(milli: int, score: int) -> None:
    assert curve(RISING, milli) == score


def test_a_curve_without_points_gives_nothing() -> None:
    assert curve([], 5000) == 0


@settings(deadline=None)
@given(st.integers(0, 10_000), st.integers(0, 10_000))
def test_a_curve_never_falls(one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert curve(RISING, low) <= curve(RISING, high)


@pytest.mark.parametrize(
    ("kind", "values", "score"),
    [
        ("best", [300, 900, 100], 900),
        ("top3", [1000, 1000, 1000, 1000], 1000),
        ("top3", [1000], 600),
        ("top3", [500, 1000], 725),
        ("count", [1000, 1000, 1000], 700),
        ("union", [400], 140),
        ("all", [1000, 0], 0),
        ("all", [], 1000),
        ("best", [], 0),
    ],
)
def test_aggregates(kind: str, values: list[int], score: int) -> None:
    assert aggregate(kind, RISING, values) == score  # type: ignore[arg-type]


@settings(deadline=None)
@given(st.integers(0, 1000), st.dictionaries(st.text(max_size=3), st.integers(0, 500), min_size=1))
def test_what_is_dealt_adds_up(whole: int, shares: dict[str, int]) -> None:
    parts = deal(whole, shares)
    assert sum(parts.values()) == (whole if sum(shares.values()) else 0)
    assert all(parts[name] == 0 for name, share in shares.items() if share == 0)


def test_ties_are_dealt_by_name() -> None:
    assert deal(10, {"b": 1, "a": 1, "c": 1}) == {"a": 4, "b": 3, "c": 3}
