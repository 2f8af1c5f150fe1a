"""Why GitHub gave no answer, in the words a person sees, and when to ask again."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

MINUTE = 60.0
"""How long to leave GitHub alone when it asks for that and gives no time; its documentation says a minute at least.

https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit"""
HOUR = timedelta(hours=1)
"""After which every limit begins anew; a time further off is a mistake of whoever answered."""
SOON = 1.0
"""Seconds before what broke is tried again; twice that before the next time."""
NOT_GITHUBS = "the answer is not GitHub's; does a proxy or a login page stand in between?"
UNREADABLE = "the answer can't be read; try again"


class Trouble(Exception):
    """Why there is no answer, in words.

    With `wait`, asking again after so many seconds makes sense. With `again_at`, the next run should not ask before.
    `everywhere`: every other request would meet it too.
    """

    def __init__(
        self, words: str, *, wait: float | None = None, again_at: datetime | None = None, everywhere: bool = False
    ) -> None:
        super().__init__(words)
        self.wait = wait
        self.again_at = again_at
        self.everywhere = everywhere

    @property
    def lasts(self) -> bool:
        """Whether it is an answer to just this question, which asking again today would not change."""
        return self.wait is None and not self.everywhere


def refusal(status: int, headers: Mapping[str, str], said: str, *, now: datetime, anonymous: bool) -> Trouble:
    """What an answer that is an error means; `said` is its message, `now` stands in where the answer has no date."""
    said = said.lower()
    if status in (403, 429):
        if headers.get("x-ratelimit-remaining") == "0" or said.startswith("api rate limit exceeded"):
            return used_up(headers, now=now, anonymous=anonymous)
        if status == 429 or "retry-after" in headers or "rate limit" in said:
            return _slower(headers, now)
        lacking = "" if anonymous else "; the token may lack a permission"
        return Trouble(f"GitHub denies access (403){lacking}")
    if status == 401:
        return Trouble("GitHub refuses the token (401); renew it, or leave it out for public ones", everywhere=True)
    if status in (404, 410):
        return Trouble("not found (or private)")
    if status == 451:
        return Trouble("taken down for legal reasons (451)")
    if status >= 500:
        return Trouble(f"GitHub has trouble of its own ({status}); try again", wait=SOON)
    return Trouble(f"GitHub answers {status}")


def used_up(headers: Mapping[str, str], *, now: datetime, anonymous: bool) -> Trouble:
    """That the limit is reached whose headers these are. Searching has one of its own, for a minute."""
    now = _date(headers) or now
    reset = _reset(headers, now)
    kind = headers.get("x-ratelimit-resource", "core")
    limit = "hourly limit" if kind == "core" else f"limit for {kind}"
    advice = "; a token raises it" if anonymous else ""
    return Trouble(
        f"GitHub's {limit} is used up; try again after {reset:%Y-%m-%d %H:%M} UTC{advice}",
        wait=(reset - now).total_seconds() + 1,
        again_at=reset,
        everywhere=kind == "core",
    )


def _slower(headers: Mapping[str, str], now: datetime) -> Trouble:
    given = headers.get("retry-after", "")
    seconds = min(float(given), HOUR.total_seconds()) if re.fullmatch(r"\d{1,9}", given) else MINUTE
    after = "a minute" if seconds == MINUTE else f"{seconds:g} s"
    again_at = (_date(headers) or now) + timedelta(seconds=seconds)
    return Trouble(f"GitHub asks to go slower; try again in {after}", wait=seconds, again_at=again_at, everywhere=True)


def _reset(headers: Mapping[str, str], now: datetime) -> datetime:
    """When the limit begins anew, within the hour; in an hour when the answer doesn't say."""
    try:
        reset = datetime.fromtimestamp(float(headers["x-ratelimit-reset"]), UTC)
    except (KeyError, ValueError, OverflowError, OSError):
        return now + HOUR
    return max(now, min(reset, now + HOUR))


def _date(headers: Mapping[str, str]) -> datetime | None:
    """GitHub's own clock, by which its times are meant: this machine's may be wrong."""
    from email.utils import parsedate_to_datetime

    try:
        return parsedate_to_datetime(headers.get("date", "")).astimezone(UTC)
    except (ValueError, TypeError, OverflowError):
        return None
