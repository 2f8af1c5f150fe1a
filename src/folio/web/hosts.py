"""Whose turn it is: one connection to a host at a time, and only so many hosts at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

Sleep = Callable[[float], Awaitable[None]]


class Resting(Exception):
    """The host wants to be left alone for longer than the address may wait."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


@dataclass(slots=True)
class Host:
    """A host that was turned to."""

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    until: float = 0.0
    """When it may be asked again, by the clock of the loop."""
    timeouts: int = 0
    """Tries in a row that ran out of time, whichever addresses they were for."""


class Hosts:
    """All hosts of one run, shared by everybody who asks. To be used within one event loop."""

    def __init__(self, at_once: int, sleep: Sleep = asyncio.sleep) -> None:
        self._hosts: dict[str, Host] = {}
        self._places = asyncio.Semaphore(at_once)
        self._sleep = sleep

    def of(self, name: str) -> Host:
        """What is known of the host."""
        return self._hosts.setdefault(name, Host())

    def rest(self, name: str, seconds: float) -> None:
        """Leaves the host alone for this long."""
        host = self.of(name)
        host.until = max(host.until, asyncio.get_running_loop().time() + seconds)

    @asynccontextmanager
    async def turn(self, name: str, patience: float) -> AsyncIterator[float]:
        """The host for oneself, with the seconds that were waited for its sake; raises Resting.

        Waiting behind others costs nothing; waiting until the host may be asked again is what `patience` is for.
        """
        host = self.of(name)
        async with host.lock:
            rest = max(0.0, host.until - asyncio.get_running_loop().time())
            if rest > patience:
                raise Resting(rest)
            if rest:
                await self._sleep(rest)
                host.until = 0.0
            async with self._places:
                yield rest
