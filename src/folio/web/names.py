"""Looking up hosts' names, and telling a name that does not exist from names that can't be looked up now."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
from collections.abc import Callable, Sequence
from ipaddress import ip_address
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from aiohttp.abc import ResolveResult

Resolver = Callable[[str], Sequence[str]]
"""The IP addresses of a host; raises `socket.gaierror` like the system's."""

MAX_ADDRESSES = 8
CONTROL = "example.com"
"""IANA keeps it for documentation (RFC 2606) and it has addresses: when it is not found, nothing would be."""

RESERVED = frozenset({"example", "invalid"})
"""Names that nobody can have (RFC 6761, 6.4 and 6.5): in a profile they stand for something that is not there yet."""


class NoSuchName(OSError):
    """The name does not exist."""


class ReservedName(OSError):
    """The name is one that nobody can have."""


class NamesUnavailable(OSError):
    """Names can't be looked up now, or this one has no address now."""


def system(host: str) -> Sequence[str]:
    """What the machine's own settings say; raises ReservedName for what only examples are called."""
    if host.rstrip(".").rpartition(".")[2] in RESERVED:
        raise ReservedName
    rows = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return [str(row[4][0]) for row in rows]


class Names:
    """Looks names up, each in a thread of its own.

    A pool of threads would let a few slow name servers hold up all others; and no program could end before they
    answer. A thread that nobody waits for any more ends with the program.
    """

    def __init__(self, resolver: Resolver = system) -> None:
        self._resolver = resolver
        self._work = False

    async def resolve(self, host: str, port: int = 0, family: int = socket.AF_UNSPEC) -> list[ResolveResult]:
        """In the form that aiohttp asks for; raises NoSuchName or NamesUnavailable."""
        try:
            found = await self._looked_up(host)
        except NoSuchName:
            if not self._work:
                await self._check()
            raise
        self._work = True
        return [
            {
                "hostname": host,
                "host": one,
                "port": port,
                "family": socket.AF_INET6 if ":" in one else socket.AF_INET,
                "proto": 0,
                "flags": socket.AI_NUMERICHOST,
            }
            for one in found
        ]

    async def close(self) -> None:
        """Nothing to close: threads that still wait end by themselves."""

    async def _check(self) -> None:
        """Some systems say of every name that it does not exist when they have no network; raises NamesUnavailable."""
        try:
            await self._looked_up(CONTROL)
        except OSError:
            raise NamesUnavailable from None
        self._work = True

    async def _looked_up(self, host: str) -> list[str]:
        loop = asyncio.get_running_loop()
        arrival: asyncio.Future[list[str]] = loop.create_future()

        def deliver(found: list[str] | OSError) -> None:
            if arrival.done():
                return
            if isinstance(found, OSError):
                arrival.set_exception(found)
            else:
                arrival.set_result(found)

        def look() -> None:
            found = _addresses(self._resolver, host)
            with contextlib.suppress(RuntimeError):  # nobody is there any more
                loop.call_soon_threadsafe(deliver, found)

        threading.Thread(target=look, name="folio-name", daemon=True).start()
        return await arrival


def _addresses(resolver: Resolver, host: str) -> list[str] | OSError:
    try:
        found = list(dict.fromkeys(resolver(host)))[:MAX_ADDRESSES]
        for text in found:
            ip_address(text.partition("%")[0])
    except ReservedName as error:
        return error
    except socket.gaierror as error:
        return NoSuchName() if error.errno == socket.EAI_NONAME else NamesUnavailable()
    except (OSError, ValueError):
        return NamesUnavailable()
    return found or NamesUnavailable()
