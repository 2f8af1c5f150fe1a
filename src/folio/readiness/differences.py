"""What was found, lost or settled between two reports, finding by finding."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

from folio.readiness.report import CheckSeen, ExclusionSeen, ItemSeen, LevelName, Report, UnreadSeen
from folio.readiness.rescore import NAMES
from folio.readiness.windows import outside

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
            gone = was[key]
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


def _best(check: CheckSeen | None) -> dict[tuple[str, str | None], ItemSeen]:
    """What counts of each subject and facet."""
    best: dict[tuple[str, str | None], ItemSeen] = {}
    for item in check.items if check else ():
        key = item.subject, item.facet
        if key not in best or _rank(item) > _rank(best[key]):
            best[key] = item
    return best


def _rank(item: ItemSeen) -> tuple[int, int]:
    return item.value, NAMES.index(item.level)


def _changed(before: ItemSeen | None, after: ItemSeen) -> Finding | None:
    if before is None:
        return _finding("gained", after, after=after.level)
    rise = NAMES.index(after.level) - NAMES.index(before.level)
    if rise:
        return _finding("raised" if rise > 0 else "lowered", after, before=before.level, after=after.level)
    if (before.amount, before.parts, before.quality) == (after.amount, after.parts, after.quality):
        return None
    if before.amount == after.amount and _words(before) == _words(after) and (after.parts or after.amount is not None):
        return None  # the same, graded otherwise by another rubric
    kind: Kind = "more" if after.quality >= before.quality else "less"
    return _finding(kind, after, before=before.level, after=after.level)


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
