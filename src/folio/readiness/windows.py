"""What a report's evidence loses because days go by, and nobody did anything."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from folio.readiness.checks.articles import LOOK_BACK_MONTHS
from folio.readiness.checks.consistency import LOOK_BACK_WEEKS
from folio.readiness.report import CheckSeen, ItemSeen

WEEK = re.compile(r"week of (\d{4}-\d\d-\d\d)")
MONTH = re.compile(r"(\d{4})-(\d\d)")
SPAN = re.compile(r"from (\d{4}-\d\d) to (\d{4}-\d\d)")
DAYS = re.compile(r"\b\d+ days\b")


def outside(check: str, item: ItemSeen, today: date) -> bool:
    """Whether a check that looks back so far and no farther would not see the item on that day."""
    try:
        if check == "active-weeks" and (week := WEEK.fullmatch(item.facet or "")):
            return not today - timedelta(weeks=LOOK_BACK_WEEKS) < date.fromisoformat(week[1]) <= today
        if check == "articles-spread-over-time" and (month := MONTH.fullmatch(item.facet or "")):
            return not 0 <= _months(today) - int(month[1]) * 12 - int(month[2]) < LOOK_BACK_MONTHS
    except (ValueError, OverflowError):  # a day that is none, in a report that was changed
        return False
    return False


def aged(before: CheckSeen, after: CheckSeen, was: date, today: date) -> CheckSeen:
    """`before` as it would be on `today`, had nothing been done since: without what only time took or gave.

    `after` is the check as it is on that later day, which tells what was done from what time did.
    """
    kept = {(one.subject, one.facet) for one in after.items}
    items = [one for one in before.items if (one.subject, one.facet) in kept or not outside(before.id, one, today)]
    if before.id == "rate-and-availability" and not after.unread:
        items = [_stale(one, after) for one in items]
    if before.id == "time-horizon":
        items = [_longer(one, after, was, today) for one in items]
    return replace(before, items=tuple(items))


def _stale(item: ItemSeen, after: CheckSeen) -> ItemSeen:
    """Availability that was confirmed too long ago, and is otherwise as it was."""
    now = next((one for one in after.items if one.subject == item.subject), None)
    if now is None:
        return item
    lost = {says for says, _ in item.parts} - {says for says, _ in now.parts}
    if not lost or not all(DAYS.search(says) for says in lost):
        return item
    parts = tuple(part for part in item.parts if part[0] not in lost)
    return replace(item, parts=parts, quality=sum(milli for _, milli in parts), says=now.says)


def _longer(item: ItemSeen, after: CheckSeen, was: date, today: date) -> ItemSeen:
    """A job or contract that goes on: the same beginning, and an end that is the day of the report."""
    before = SPAN.search(item.says)
    if item.level not in ("claimed", "attested") or not before or before[2] != f"{was:%Y-%m}":
        return item
    for now in after.items:
        span = SPAN.search(now.says)
        if now.level == item.level and span and span[1] == before[1] and span[2] == f"{today:%Y-%m}":
            return now
    return item


def _months(day: date) -> int:
    return day.year * 12 + day.month
