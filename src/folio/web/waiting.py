"""How long a host asks to be left alone, and how often an address is tried."""

from __future__ import annotations

import re
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

from folio.web.hosts import Host, Sleep
from folio.web.model import Answer, NoAnswer

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 8.0
MAX_AFTER = 10_000_000
"""Seconds, about four months: who asks for longer means the same."""


@dataclass(frozen=True, slots=True)
class Try:
    """What one try came to, and whether another one may come to more."""

    outcome: Answer | NoAnswer
    again: bool = False
    after: float = 0.0
    """The seconds that the host asks for first."""


@dataclass(slots=True)
class Errand:
    """The tries for one address: how many it may have, and how many seconds of waiting are left to it."""

    tries: int
    patience: float
    at: Host
    """The host it has come to. One that let as many tries in a row run out of time is asked once for each address."""


async def tried(once: Callable[[], Coroutine[Any, Any, Try]], errand: Errand, sleep: Sleep) -> Try:
    """The last try: the first that settles it, or the one after which there may be no other."""
    from tenacity import AsyncRetrying, RetryCallState, retry_if_result

    def pause(state: RetryCallState) -> float:
        asked: float = state.outcome.result().after if state.outcome else 0.0
        return max(asked, min(LONGEST_PAUSE, FIRST_PAUSE * 2.0 ** (state.attempt_number - 1)))

    def enough(state: RetryCallState) -> bool:
        tired = max(state.attempt_number, errand.at.timeouts) >= errand.tries
        return tired or state.upcoming_sleep > errand.patience

    def wait(state: RetryCallState) -> None:
        errand.patience -= state.upcoming_sleep

    def last(state: RetryCallState) -> Try:
        assert state.outcome is not None
        found: Try = state.outcome.result()
        return found

    policy = AsyncRetrying(
        retry=retry_if_result(lambda one: one.again),
        wait=pause,
        stop=enough,
        before_sleep=wait,
        sleep=sleep,
        retry_error_callback=last,
    )
    found: Try = await policy(once)
    return found


def asked_to_wait(headers: Mapping[str, str]) -> int | None:
    """The seconds of `Retry-After` (RFC 9110, 10.2.3); a day and time counts from the answer's own `Date`."""
    said = headers.get("retry-after", "").strip()
    if re.fullmatch(r"[0-9]+", said):
        return min(int(said[:9]) if len(said) < 10 else MAX_AFTER, MAX_AFTER)
    until, now = _moment(said), _moment(headers.get("date", ""))
    if until is None or now is None:
        return None
    return min(max(0, round((until - now).total_seconds())), MAX_AFTER)


def _moment(text: str) -> datetime | None:
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
