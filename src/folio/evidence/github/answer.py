"""Reading an answer: what it says, or why it says nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, Protocol, TypeVar

from folio.evidence.github.trouble import NOT_GITHUBS, SOON, UNREADABLE, Trouble, refusal

NEXT = re.compile(r'<([^<>]+)>\s*;[^,]*\brel="next"')

T = TypeVar("T")


class Replied(Protocol):
    """What a request brought, whatever it is; names of headers in small letters."""

    @property
    def status(self) -> int: ...
    @property
    def headers(self) -> Mapping[str, str]: ...
    @property
    def text(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Answer(Generic[T]):
    """What GitHub said; without a value when that is `unchanged`, still what has the mark that was asked with."""

    value: T | None
    mark: str
    """Asks later whether the answer changed; may be empty."""
    following: str | None
    """The address of the next page."""
    unchanged: bool = False


def understood(reply: Replied, read: Callable[[object], T], *, now: datetime, anonymous: bool) -> Answer[T]:
    """The answer, by `read`; raises Trouble for a refusal, and for what `read` can't make anything of."""
    mark = reply.headers.get("etag", "")
    if reply.status == 304:
        return Answer(None, mark, None, unchanged=True)
    if reply.status not in (200, 201):
        raise refusal(reply.status, reply.headers, _message(reply.text), now=now, anonymous=anonymous)
    try:
        content = json.loads(reply.text)
    except RecursionError:
        raise Trouble("the answer is nested too deeply") from None
    except ValueError:
        if reply.text[:1] in ("", "{", "["):
            raise Trouble(UNREADABLE, wait=SOON) from None
        raise Trouble(NOT_GITHUBS, everywhere=True) from None
    try:
        value = read(content)
    except (KeyError, ValueError, TypeError, AttributeError, IndexError):
        raise Trouble(NOT_GITHUBS, everywhere=True) from None
    following = NEXT.search(reply.headers.get("link", ""))
    return Answer(value, mark, following[1] if following else None)


def _message(text: str) -> str:
    """What a refusal says of itself; empty when it is not GitHub's."""
    try:
        said = json.loads(text)
    except (ValueError, RecursionError):
        return ""
    return str(said.get("message") or "") if isinstance(said, dict) else ""
