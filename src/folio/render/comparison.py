"""A comparison as it is printed: points in tenths that add up, and every difference in words."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from folio.readiness.arithmetic import deal
from folio.readiness.comparison import CheckChange, Comparison
from folio.readiness.differences import Finding
from folio.readiness.report import ExclusionSeen, Split
from folio.render.plain import plain

Key = TypeVar("Key", bound=Hashable)

TENTH = 1000
"""A tenth of a point in millionths."""
CAUSES = {"evidence": "evidence", "rubric": "the changed rubric", "time": "time alone"}
MOST = 6
"""Differences of one check that are listed."""
LONGEST = 240


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A check that is different."""

    id: str
    title: str
    change: str
    unknown: str
    """What is not known, changed by; empty where it is as before."""
    causes: str
    """What the change comes from, where that is not evidence alone."""
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What is printed of a comparison, in any form."""

    headline: str
    days: tuple[str, str]
    figures: tuple[tuple[str, str, str, str], ...]
    """Level and parts: what it is called, before, after, and the difference."""
    causes: str
    rows: tuple[Row, ...]
    """Checks that moved points, the largest difference first."""
    quiet: tuple[Row, ...]
    """Checks where something is different that moved none."""
    excluded: tuple[str, ...]
    included: tuple[str, ...]
    notes: tuple[str, ...]


def compared(comparison: Comparison) -> Compared:
    """The comparison in words. The points in it add up to the difference of the totals as they are printed."""
    was, is_ = in_tenths(comparison.before.totals), in_tenths(comparison.after.totals)
    earned = _by_cause(comparison, is_.earned - was.earned)
    unknown = dealt(is_.unknown - was.unknown, {one.id: one.change.unknown for one in comparison.checks})
    rows = tuple(_row(one, earned, unknown[one.id]) for one in comparison.checks)
    moved = [one.change.earned != 0 or one.change.unknown != 0 for one in comparison.checks]
    who = f"{plain(comparison.person)} · " if comparison.person else ""
    return Compared(
        headline=f"{who}{plain(comparison.platform)}",
        days=(comparison.before.today.isoformat(), comparison.after.today.isoformat()),
        figures=_figures(comparison, was, is_),
        causes=_causes(comparison, earned, is_.earned - was.earned),
        rows=tuple(row for row, moves in zip(rows, moved, strict=True) if moves),
        quiet=tuple(row for row, moves in zip(rows, moved, strict=True) if not moves),
        excluded=tuple(map(_exclusion, comparison.excluded)),
        included=tuple(map(_exclusion, comparison.included)),
        notes=tuple(map(plain, comparison.notes)),
    )


def in_tenths(split: Split) -> Split:
    """Tenths of points that add up to 100 points; what is earned is rounded down, as whole points are."""
    earned = split.earned // TENTH
    rest = deal(1000 - earned, {"unknown": split.unknown, "missing": split.missing})
    return Split(earned=earned, unknown=rest["unknown"], missing=rest["missing"])


def dealt(whole: int, shares: Mapping[Key, int]) -> dict[Key, int]:
    """Shares in millionths, which may be negative, as tenths that add up to `whole`: by largest remainder."""
    parts = {key: share // TENTH for key, share in shares.items()}
    left = whole - sum(parts.values())
    order = sorted(shares, key=lambda key: (-(shares[key] % TENTH), str(key)))
    for key in order[: max(left, 0)]:
        parts[key] += 1
    return parts


def signed(tenths: int) -> str:
    """`+1.2`, `-0.3`, `0.0`."""
    sign = "+" if tenths > 0 else "-" if tenths < 0 else ""
    return f"{sign}{_points(abs(tenths))}"


def _points(tenths: int) -> str:
    return f"{tenths // 10}.{tenths % 10}"


def _by_cause(comparison: Comparison, whole: int) -> dict[tuple[str, str], int]:
    """Each check's change by what it comes from, in tenths; `` where that is not known."""
    shares: dict[tuple[str, str], int] = {}
    for one in comparison.checks:
        if one.causes is None:
            shares[one.id, ""] = one.change.earned
        else:
            shares |= {(one.id, cause): getattr(one.causes, cause) for cause in CAUSES}
    return dealt(whole, shares)


def _figures(comparison: Comparison, was: Split, is_: Split) -> tuple[tuple[str, str, str, str], ...]:
    before, after = comparison.before, comparison.after
    levels = [("level", before.level, after.level)]
    if (before.level.id, after.level.id) != (before.up_to.id, after.up_to.id):
        levels.append(("up to", before.up_to, after.up_to))
    parts = (
        ("earned", was.earned, is_.earned),
        ("not known", was.unknown, is_.unknown),
        ("not there", was.missing, is_.missing),
    )
    return (
        *((name, plain(first.title), plain(last.title), "") for name, first, last in levels),
        *((name, _points(first), _points(last), signed(last - first)) for name, first, last in parts),
    )


def _causes(comparison: Comparison, earned: Mapping[tuple[str, str], int], whole: int) -> str:
    if comparison.same:
        other = comparison.before.rubric != comparison.after.rubric
        return "Nothing is different" + (
            "; the rubric was changed, and that makes no difference here." if other else "."
        )
    if comparison.causes is None:
        return ""
    exact = {cause: getattr(comparison.causes, cause) for cause in CAUSES}
    if not any(exact.values()):
        return "No points were gained or lost."
    if list(filter(exact.get, exact)) == ["evidence"]:
        return "All of it comes from evidence."
    sums = {cause: sum(part for (_, name), part in earned.items() if name == cause) for cause in CAUSES}
    said = [f"{signed(sums[cause])} from {words}" for cause, words in CAUSES.items() if exact[cause]]
    return f"{signed(whole)} points earned: {', '.join(said)}."


def _row(one: CheckChange, earned: Mapping[tuple[str, str], int], unknown: int) -> Row:
    parts = {cause: part for (check, cause), part in earned.items() if check == one.id}
    other = one.causes is not None and (one.causes.rubric or one.causes.time)
    causes = ", ".join(f"{signed(part)} from {CAUSES[cause]}" for cause, part in parts.items() if cause and part)
    if one.before is None:
        causes = "a new check"
    elif one.after is None:
        causes = "no check any more"
    shown = [_finding(each) for each in one.findings]
    more = [f"and {len(shown) - MOST} more"] if len(shown) > MOST else []
    return Row(
        id=plain(one.id),
        title=plain(one.title),
        change=signed(sum(parts.values())),
        unknown=f"not known {signed(unknown)}" if one.change.unknown else "",
        causes=causes if other or None in (one.before, one.after) else "",
        findings=(*shown[: MOST if more else None], *more),
    )


def _finding(one: Finding) -> str:
    what = _short(f"{one.name}: {one.says}" if one.says else one.name)
    match one.kind:
        case "gained":
            return f"new: {what} ({one.after})"
        case "lost":
            return f"gone: {what}{'; too long ago for this check by now' if one.by_time else ''}"
        case "raised" | "lowered":
            return f"{one.after}, was {one.before}: {what}"
        case "more" | "less":
            return f"{one.kind} than before: {what}"
        case "newly unknown":
            return f"not known now: {what}"
        case "no longer unknown":
            return f"known now, and was not before: {what}"


def _exclusion(one: ExclusionSeen) -> str:
    return _short(f"{one.name}: {one.reason}")


def _short(text: str) -> str:
    line = plain(text[: 4 * LONGEST])
    return line if len(line) <= LONGEST else f"{line[: LONGEST - 1].rstrip()}…"
