"""Asking GitHub within its limits: one request at a time, tried again where that helps, and only so long.

What one run learns of the limits holds for all of it: both sources, the account's and the repositories', share it.
"""

from __future__ import annotations

import logging
import re
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from folio.evidence.access import Access
from folio.evidence.github.address import fit
from folio.evidence.github.answer import Answer, understood
from folio.evidence.github.trouble import NOT_GITHUBS, Trouble, used_up
from folio.web.offline import OFFLINE

if TYPE_CHECKING:
    from tenacity import RetryCallState

    from folio.evidence.github.door import Door, Reply

TRIES = 3
"""Of one request."""
IN_A_ROW = 3
"""Requests that came to nothing, one after the other, after which the rest of the run asks no more."""
LONG = 10.0
"""Seconds of waiting that a person is told of."""
TOKEN = re.compile(r"[!-~]+")

log = logging.getLogger("folio")

T = TypeVar("T")
Sleep = Callable[[float], None]


@dataclass(slots=True)
class Run:
    """What a run has learnt so far."""

    patience: float
    """Seconds that it may still wait."""
    stopped: Trouble | None = None
    """What every further request would meet."""
    spent: Trouble | None = None
    """That the limit is reached, as the last answer told."""
    left: int | None = None
    """Requests that the limit still allows; None when no answer told."""
    failed: int = 0
    one_at_a_time: threading.Lock = field(default_factory=threading.Lock)


_runs: dict[object, Run] = {}


def run_of(access: Access) -> Run:
    """The run that this is, by its scratch folder and its moment. Only the last one is remembered."""
    key = access.scratch, access.now, access.github_api, access.token
    if key not in _runs:
        _runs.clear()
    return _runs.setdefault(key, Run(access.patience))


class Session:
    """GitHub, to be asked within a `with` block; nothing is opened before the first request."""

    def __init__(self, access: Access, *, sleep: Sleep = time.sleep) -> None:
        self._access = access
        self._run = run_of(access)
        self._barred = _barred(access)
        self._sleep = sleep
        self._door: Door | None = None

    def __enter__(self) -> Session:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._door:
            self._door.close()
        self._door = None

    @property
    def left(self) -> int | None:
        """Requests that the limit still allows, as far as GitHub has told."""
        return self._run.left

    def get(self, path: str, read: Callable[[object], T], mark: str = "") -> Answer[T]:
        """What `read` makes of the answer at `path`; raises Trouble. An answer that still has the mark has no value."""
        answer = self._answer(lambda door: door.get(path, mark), read)
        if answer.unchanged and not mark:
            raise Trouble(NOT_GITHUBS)
        return answer if answer.mark else replace(answer, mark=mark)

    def query(self, text: str, variables: Mapping[str, str], read: Callable[[object], T]) -> Answer[T]:
        """What `read` makes of the answer to a GraphQL query; raises Trouble."""
        return self._answer(lambda door: door.query(text, variables), read)

    def post(self, path: str, content: Mapping[str, str], read: Callable[[object], T]) -> Answer[T]:
        """What `read` makes of the answer to something new at `path`; raises Trouble.

        Asked once: where the answer broke off, the new thing may be there, and a second try would make another.
        """
        return self._answer(lambda door: door.post(path, content), read, once=True)

    def below(self, address: str | None) -> str | None:
        """The path below the API's address of a page that an answer names; None when it is elsewhere."""
        parts, home = urlsplit(address or ""), urlsplit(self._access.github_api.rstrip("/"))
        if (parts.scheme, parts.netloc) != (home.scheme, home.netloc) or not parts.path.startswith(f"{home.path}/"):
            return None
        return parts.path.removeprefix(home.path) + (f"?{parts.query}" if parts.query else "")

    def _answer(self, ask: Callable[[Door], Reply], read: Callable[[object], T], *, once: bool = False) -> Answer[T]:
        run = self._run
        if self._barred:
            raise Trouble(self._barred, everywhere=True)
        with run.one_at_a_time:
            if run.stopped:
                raise run.stopped
            try:
                answer = self._once(ask, read) if once else self._tried(ask, read)
            except Trouble as trouble:
                run.failed = run.failed + 1 if trouble.wait is not None else 0
                if trouble.everywhere or run.failed >= IN_A_ROW:
                    run.stopped = trouble
                raise
            run.failed = 0
            return answer

    def _tried(self, ask: Callable[[Door], Reply], read: Callable[[object], T]) -> Answer[T]:
        """Tried again after what passes, as long as the run has patience; the wait doubles from one try to the next."""
        from tenacity import Retrying, retry_if_exception

        def wait(state: RetryCallState) -> float:
            trouble = state.outcome.exception() if state.outcome else None
            return (trouble.wait or 0.0) * 2 ** (state.attempt_number - 1) if isinstance(trouble, Trouble) else 0.0

        def enough(state: RetryCallState) -> bool:
            return state.attempt_number >= TRIES or state.upcoming_sleep > self._run.patience

        def sleep(seconds: float) -> None:
            self._run.patience -= seconds
            log.log(logging.INFO if seconds < LONG else logging.WARNING, "waiting %g s for GitHub", seconds)
            self._sleep(seconds)

        passing = retry_if_exception(lambda error: isinstance(error, Trouble) and error.wait is not None)
        retrying = Retrying(retry=passing, stop=enough, wait=wait, sleep=sleep, reraise=True)
        return retrying(self._once, ask, read)

    def _once(self, ask: Callable[[Door], Reply], read: Callable[[object], T]) -> Answer[T]:
        run, access = self._run, self._access
        if run.spent:
            spent, run.spent = run.spent, None
            raise spent
        reply = ask(self._opened())
        self._learn(reply)
        return understood(reply, read, now=access.now, anonymous=access.token is None)

    def _learn(self, reply: Reply) -> None:
        """What an answer tells of the limit for all but searching; the last one that it allows is told of in time."""
        run, headers = self._run, reply.headers
        left = headers.get("x-ratelimit-remaining", "")
        if headers.get("x-ratelimit-resource", "core") != "core" or not re.fullmatch(r"\d{1,9}", left):
            return
        run.left = int(left)
        if run.left == 0 and reply.status in (200, 304):
            run.spent = used_up(headers, now=self._access.now, anonymous=self._access.token is None)

    def _opened(self) -> Door:
        if self._door is None:
            from folio.evidence.github.door import Door

            access = self._access
            self._door = Door(access.github_api, access.token, authority=access.authority, seconds=access.timeout)
        return self._door


def _barred(access: Access) -> str | None:
    """Why nobody may be asked at all; None when GitHub may."""
    if access.offline:
        return OFFLINE
    if not fit(access.github_api):
        return "not asked: the address of GitHub's API is not one like https://api.github.com"
    if access.token is not None and not TOKEN.fullmatch(access.token):
        return "not asked: the token is empty or holds a space; copy it again"
    return None
