"""Weeks and spans of dated work, for the checks that look at time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import lru_cache

from folio.evidence.level import Level
from folio.profile.record import Contract

Span = tuple[date, date]

WORTH = {Level.CLAIMED: 4, Level.ATTESTED: 7, Level.OBSERVED: 10, Level.VERIFIED: 10}
"""The catalogue's caps for facts that stay, in hundreds, so that the window chosen is the one that scores best."""


@lru_cache(maxsize=1 << 12)
def week_of(name: str) -> date:
    """The Monday of an ISO week such as `2026-W07`."""
    year, week = name.split("-W")
    return date.fromisocalendar(int(year), int(week), 1)


def weeks_between(span: Span) -> Iterator[date]:
    """The Mondays of all weeks that a span touches."""
    first, last = span
    monday = first - timedelta(days=first.weekday())
    while monday <= last:
        yield monday
        monday += timedelta(weeks=1)


def contract_span(contract: Contract, today: date) -> Span:
    """From a contract's first day to its last known one, never after today."""
    first = contract.start.first_day
    last = contract.end.first_day if contract.end else today if not contract.completed else first
    return first, min(last, today)


def best_window(weeks: Mapping[date, Level], length: int) -> tuple[date, ...]:
    """The weeks inside the best stretch of `length` weeks; the latest one of equally good ones."""
    best, worth = (0, 0), 0
    ordered = sorted(weeks)
    past = 0
    here = 0
    for number, start in enumerate(ordered):
        end = start + timedelta(weeks=length)
        while past < len(ordered) and ordered[past] < end:
            here += WORTH[weeks[ordered[past]]]
            past += 1
        if here >= worth:
            best, worth = (number, past), here
        here -= WORTH[weeks[start]]
    return tuple(ordered[best[0] : best[1]])
