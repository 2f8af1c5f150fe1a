"""What was found, lost or settled between two reports, finding by finding."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from folio.readiness.report import LEVELS, CheckSeen, ExclusionSeen, ItemSeen, LevelName, Report, UnreadSeen
from folio.readiness.windows import outside

Levels = dict[LevelName, ItemSeen]
NUMBERS = re.compile(r"\d+")
Kind = Literal["gained", "lost", "raised", "lowered", "more", "less", "newly unknown", "no longer unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is different about a check."""

    kind: Kind
    subject: str
    name: str
    says: str
    before: LevelName | None = None
    after: LevelName | None = None
    by_time: bool = False
    """Whether the check looks back no farther, so that nobody did anything."""


def findings(before: CheckSeen | None, after: CheckSeen | None, today: date) -> tuple[Finding, ...]:
    """What is different between two states of a check; `today` is the later one's day."""
    was, is_ = _best(before), _best(after)
    found = [one for key in is_ if (one := _changed(was.get(key), is_[key]))]
    for key in was:
        if key not in is_:
            gone = _top(was[key])
            by_time = before is not None and outside(before.id, gone, today)
            found.append(_finding("lost", gone, before=gone.level, by_time=by_time))
    return (*found, *_unknown(before, after))


def exclusions(before: Report, after: Report) -> tuple[tuple[ExclusionSeen, ...], tuple[ExclusionSeen, ...]]:
    """What is no longer excluded, and what is newly excluded."""
    was, is_ = ({_excluded(one): one for one in report.exclusions} for report in (before, after))
    return (
        tuple(one for key, one in was.items() if key not in is_),
        tuple(one for key, one in is_.items() if key not in was),
    )


def _excluded(one: ExclusionSeen) -> tuple[str, str, str]:
    """What is excluded and why; that the reason names another day or number makes it no other one."""
    return one.subject, one.guard, NUMBERS.sub("", one.reason)


def _best(check: CheckSeen | None) -> dict[tuple[str, str | None], Levels]:
    """Of each subject and facet, the best that was found at each level."""
    best: dict[tuple[str, str | None], Levels] = {}
    for item in check.items if check else ():
        levels = best.setdefault((item.subject, item.facet), {})
        if item.level not in levels or item.quality > levels[item.level].quality:
            levels[item.level] = item
    return best


def _top(levels: Levels) -> ItemSeen:
    """What is supported best, of what is worth anything."""
    return max(levels.values(), key=lambda one: (one.quality > 0, LEVELS.index(one.level)))


def _changed(before: Levels | None, after: Levels) -> Finding | None:
    top = _top(after)
    if before is None:
        return _finding("gained", top, after=top.level)
    was = _top(before).level
    if rise := LEVELS.index(top.level) - LEVELS.index(was):
        return _finding("raised" if rise > 0 else "lowered", top, before=was, after=top.level)
    for level in reversed(LEVELS):
        first, last = before.get(level), after.get(level)
        item = last or first
        if item is not None and not _same(first, last):
            more = (last.quality if last else 0) >= (first.quality if first else 0)
            return _finding("more" if more else "less", item, before=was, after=top.level)
    return None


def _same(first: ItemSeen | None, last: ItemSeen | None) -> bool:
    """Whether the same was found, perhaps graded otherwise by another rubric."""
    if first is None or last is None:
        return first is last
    if first.amount != last.amount or _words(first) != _words(last):
        return False
    return first.quality == last.quality or last.amount is not None or bool(last.parts)


def _words(item: ItemSeen) -> set[str]:
    return {says for says, _ in item.parts}


def _finding(
    kind: Kind,
    item: ItemSeen,
    *,
    before: LevelName | None = None,
    after: LevelName | None = None,
    by_time: bool = False,
) -> Finding:
    return Finding(
        kind=kind, subject=item.subject, name=item.name, says=item.says, before=before, after=after, by_time=by_time
    )


def _unknown(before: CheckSeen | None, after: CheckSeen | None) -> tuple[Finding, ...]:
    was, is_ = _unread(before), _unread(after)
    new = [("newly unknown", one) for key, one in is_.items() if key not in was]
    settled = [("no longer unknown", one) for key, one in was.items() if key not in is_]
    return tuple(
        Finding(kind=kind, subject=one.subject, name=one.name, says=one.why)  # type: ignore[arg-type]
        for kind, one in (*new, *settled)
    )


def _unread(check: CheckSeen | None) -> dict[str, UnreadSeen]:
    return {one.subject: one for one in check.unread} if check else {}
