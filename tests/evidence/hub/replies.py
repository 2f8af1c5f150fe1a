"""Answers on demand: whatever a test wants the hub to say, GitHub-like or not."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

RESET = 1795356300
"""2026-11-22 14:05 UTC."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it arrived."""

    path: str
    headers: dict[str, str]
    body: dict[str, Any] | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer: any object as JSON, text as it is, bytes too.

    `cut` breaks off half-way, `drip` sends byte by byte, slowly, `drip_head` from the first header on, `wait` says nothing
    at all until the hub closes, and `reset` breaks the connection.
    """

    status: int = 200
    body: object = None
    headers: dict[str, str] = field(default_factory=dict)
    cut: bool = False
    drip: bool = False
    drip_head: bool = False
    wait: bool = False
    reset: bool = False

    @property
    def content(self) -> bytes:
        if isinstance(self.body, bytes):
            return self.body
        return self.body.encode() if isinstance(self.body, str) else json.dumps(self.body).encode()


def refused(status: int, message: str, **headers: str) -> Reply:
    """A refusal as GitHub words one."""
    body = {"message": message, "documentation_url": "https://docs.github.com/rest", "status": str(status)}
    return Reply(status, body, {name.replace("_", "-"): value for name, value in headers.items()})


def limited(reset: int = RESET, status: int = 403) -> Reply:
    """The refusal of what the hourly limit does not allow."""
    said = "API rate limit exceeded for 203.0.113.7. (But here's the good news: Authenticated requests get a higher rate limit.)"
    return refused(status, said, x_ratelimit_remaining="0", x_ratelimit_reset=str(reset))
