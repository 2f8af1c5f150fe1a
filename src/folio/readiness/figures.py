"""Figures in the words that people read."""

from __future__ import annotations

from folio.readiness.arithmetic import POINT

BECAUSE = {"gate": "opens a gate", "floor": "lifts a pillar to its floor", "points": "most points for the time"}
"""Why a step stands where it does."""


def tenths(millionths: int) -> str:
    """Points with one decimal, rounded down: `2.2`."""
    return f"{millionths // POINT}.{millionths % POINT * 10 // POINT}"


def gained(millionths: int) -> str:
    """`+2.2 points`; of a step that takes away what must not be there, that the level waits for it."""
    return f"+{tenths(millionths)} points" if millionths else "no points, but it holds the level back"


def hours(minutes: tuple[int, int]) -> str:
    """`10 to 30 minutes`, `1 to 3 hours`: five minutes are told apart below an hour, and half hours above."""
    low, high = map(_rounded, minutes)
    if high < 60:
        return f"{low} to {high} minutes" if low != high else f"{low} {'minute' if low == 1 else 'minutes'}"
    if low == high:
        return f"{_number(high)} {'hour' if high == 60 else 'hours'}"
    if low < 60:
        return f"{low} minutes to {_number(high)} {'hour' if high == 60 else 'hours'}"
    return f"{_number(low)} to {_number(high)} hours"


def capital(text: str) -> str:
    """The text with a capital in front."""
    return text[:1].upper() + text[1:]


def _rounded(minutes: int) -> int:
    """What people would say: to the minute below five, then by five, from an hour by half hours, from ten by hours."""
    step = 1 if minutes < 5 else 5 if minutes < 58 else 30 if minutes < 600 else 60
    return (minutes + step // 2) // step * step


def _number(minutes: int) -> str:
    whole, half = divmod(minutes, 60)
    return f"{whole}.5" if half else str(whole)
