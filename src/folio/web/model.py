"""What is wanted of the web, and what came back: an answer, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "offline", "address", "private", "name", "refused", "timeout", "tls", "redirects", "broken", "limited"
]  # fmt: skip
"""Why there is no answer. `name` alone says that the thing is not there; all others may be over tomorrow."""

HTML = "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One address to fetch."""

    url: str
    accept: str = HTML
    etag: str | None = None
    """Sent as If-None-Match."""
    modified: str | None = None
    """Sent as If-Modified-Since."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host answered, whatever the status: 404, 500 and 304 are answers too."""

    url: str
    """As it was asked for."""
    final_url: str
    redirects: tuple[str, ...]
    """Every address that redirected, in order, the first one included; empty when none did."""
    status: int
    headers: Mapping[str, str]
    """Names in small letters."""
    body: bytes
    """Decoded, and no longer than `Bounds.size`."""
    cut: bool
    """Whether there was more of it."""
    tls: bool
    """Whether every hop went over https, with a trusted certificate."""
    first_byte_ms: int
    """From turning to the host of the last hop, its name and connection included, to the head of its answer."""

    @property
    def text(self) -> str:
        """The body as text, by what the host, the bytes and the page say of its encoding; never raises."""
        from folio.web.decoding import text_of

        return text_of(self.body, self.headers.get("content-type", ""))


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """Why nothing came back, for a program (`kind`) and for a person (`problem`: what happened and what to do)."""

    url: str
    kind: Kind
    problem: str
    """One line; it names hosts and never a whole address, which may hold a key."""
    retry_after: int | None = None
    """Seconds, when the host said so."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long, how far and how much. Ten seconds and five redirects are the scoring specification's."""

    seconds: float = 10.0
    """For one try, from looking up the name to the last byte, all redirects included; waiting for a turn is not."""
    redirects: int = 5
    size: int = 2 * 1024 * 1024
    """Bytes of a body, as they arrive and unpacked."""
    tries: int = 3
    wait: float = 30.0
    """Seconds that hosts' wishes and pauses between tries may make one address wait altogether."""
    at_once: int = 100
    """Hosts."""
