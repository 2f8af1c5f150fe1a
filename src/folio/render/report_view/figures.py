"""Figures and lists in words."""

from __future__ import annotations

from collections.abc import Sequence

from folio.readiness.report import Report


def sentence(report: Report) -> str:
    """`62 earned: 14 verified, 41 observed, 3 attested, 4 claimed · 9 not known · 29 not there`."""
    points = report.points
    parts = ", ".join(f"{part.points} {part.level}" for part in report.parts if part.points)
    earned = f"{points.earned} earned: {parts}" if parts else f"{points.earned} earned"
    return f"{earned} · {points.unknown} not known · {points.missing} not there"


def signed(points: int) -> str:
    """`+3`, `-2`, `0`."""
    return f"{points:+}" if points else "0"


def listed(names: Sequence[str], most: int = 4) -> str:
    """`a, b, c, d and 3 more`."""
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")


def count(number: int, word: str) -> str:
    """`1 check`, `3 checks`."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
