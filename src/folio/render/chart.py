"""Bars of a whole in its parts: how long each stretch is, in exact percentages that SVG takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from folio.readiness.report import CheckSeen, LevelName, Split

LEVELS: tuple[LevelName, ...] = ("verified", "observed", "attested", "claimed")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a bar."""

    kind: str
    """A level of evidence, `unknown` or `missing`."""
    width: int
    """In millionths of the total."""
    x: str
    share: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A whole: what is earned by its evidence, not known and not there, in words for those who can't see it."""

    segments: tuple[Segment, ...]
    label: str
    floor: str = ""
    """Where the floor's mark stands; empty without one."""


def bar(parts: Mapping[LevelName, int], split: Split, label: str, *, floor: int = 0, across: int = 0) -> Bar:
    """A bar of `parts` and what is left of `split`.

    `floor` is a percentage of the whole. `across` is what the full width stands for, where bars of several wholes are
    to be compared; the whole itself if 0.
    """
    whole = split.earned + split.unknown + split.missing
    full = across or whole
    widths: dict[str, int] = {level: parts.get(level, 0) for level in LEVELS}
    widths |= {"unknown": split.unknown, "missing": split.missing}
    segments, at = [], 0
    for kind, width in widths.items():
        if width:
            segments.append(Segment(kind, width, percent(at, full), percent(width, full)))
        at += width
    return Bar(tuple(segments), label, percent(whole * floor, full * 100) if floor else "")


def percent(part: int, whole: int) -> str:
    """`12.3456`, cut off, so that the same figures always give the same bytes."""
    if not whole:
        return "0"
    exact = part * 1_000_000 // whole
    return f"{exact // 10_000}.{exact % 10_000:04}".rstrip("0").rstrip(".")


def by_level(checks: Sequence[CheckSeen]) -> dict[LevelName, int]:
    """What checks earn together, by the evidence it takes."""
    return {level: sum(check.parts.get(level, 0) for check in checks) for level in LEVELS}
