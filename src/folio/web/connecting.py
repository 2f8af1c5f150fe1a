"""The HTTP client itself, set up for orders from strangers: what it reaches, keeps, sends and takes."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from ipaddress import ip_address
from typing import Any, cast

import aiohttp

from folio.web.addresses import Ip
from folio.web.failures import NotPublic, asked_once
from folio.web.names import Names, Resolver

MAX_FIELD = 32 * 1024
"""Bytes of one header; content policies of large sites are longer than aiohttp's 8 KB."""
MAX_FIELDS = 200


def a_client(
    *, trust: ssl.SSLContext, resolver: Resolver, may_reach: Callable[[Ip], bool], user_agent: str
) -> aiohttp.ClientSession:
    """A client for one event loop. How long, how much and how often is for whoever uses it to say."""

    def make_socket(info: tuple[Any, ...]) -> socket.socket:
        """The one place where a socket is made: whatever is connected to passes here, however it was found."""
        family, kind, protocol, _, address = info
        if not may_reach(ip_address(str(address[0]).partition("%")[0])):
            raise NotPublic("not of the open internet")
        return socket.socket(family, kind, protocol)

    connector = aiohttp.TCPConnector(
        ssl=trust,
        limit=0,  # `Hosts` counts, by names and not by ports
        force_close=True,  # a connection that waits for more would be a second one
        use_dns_cache=False,
        resolver=cast(Any, Names(resolver)),
        socket_factory=make_socket,
    )
    return aiohttp.ClientSession(
        connector=connector,
        cookie_jar=aiohttp.DummyCookieJar(),
        trust_env=False,
        auto_decompress=False,
        max_line_size=MAX_FIELD,
        max_field_size=MAX_FIELD,
        max_headers=MAX_FIELDS,
        timeout=aiohttp.ClientTimeout(total=None),
        middlewares=(asked_once,),
        headers={"User-Agent": user_agent, "Accept-Encoding": "gzip, deflate"},
    )


def headers_of(response: aiohttp.ClientResponse) -> dict[str, str]:
    """Headers as text, names in small letters. Those that come twice are joined; of two locations the first stays."""
    found: dict[str, str] = {}
    for name, value in response.raw_headers:
        key = name.decode("latin-1").lower()
        try:
            text = value.decode("utf-8")
        except UnicodeDecodeError:
            text = value.decode("latin-1")
        if key not in found:
            found[key] = text
        elif key != "location":
            found[key] = f"{found[key]}, {text}"
    return found
