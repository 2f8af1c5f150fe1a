"""Fetching addresses: hop by hop, within bounds, from nowhere but the open internet. Runs in one event loop."""

from __future__ import annotations

import asyncio
import math
import ssl
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import aiohttp
from yarl import URL

from folio.web.addresses import Ip
from folio.web.connecting import a_client, headers_of
from folio.web.decoding import Undecodable, Unpacked
from folio.web.failures import CATCHABLE, failure
from folio.web.hosts import Hosts, Resting, Sleep
from folio.web.model import Answer, Bounds, NoAnswer, Wanted
from folio.web.names import Resolver
from folio.web.urls import BadAddress, parsed, redirected
from folio.web.waiting import Errand, Try, asked_to_wait, tried

REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(slots=True)
class Way:
    """How far one try has come."""

    url: URL
    left: float
    """Seconds."""
    cookies: aiohttp.CookieJar
    """What was set on this way, and is sent on no other: some hosts lead in a circle whoever doesn't bring it back."""
    tls: bool = True

    @property
    def cookie(self) -> str:
        """The header for where it has come to."""
        return "; ".join(f"{name}={one.value}" for name, one in self.cookies.filter_cookies(self.url).items())


class Session:
    """An HTTP client that takes orders from strangers."""

    def __init__(
        self,
        *,
        bounds: Bounds,
        trust: ssl.SSLContext,
        resolver: Resolver,
        may_reach: Callable[[Ip], bool],
        user_agent: str,
        sleep: Sleep,
    ) -> None:
        self._bounds = bounds
        self._sleep = sleep
        self._hosts = Hosts(bounds.at_once, sleep)
        self._client = a_client(trust=trust, resolver=resolver, may_reach=may_reach, user_agent=user_agent)

    async def close(self) -> None:
        """Ends all connections."""
        await self._client.close()

    async def fetch(self, wanted: Wanted) -> Answer | NoAnswer:
        """What came of it after as many tries as make sense. Outside trouble is never raised."""
        try:
            url = parsed(wanted.url)
        except BadAddress as error:
            return NoAnswer(wanted.url, "address", str(error))
        errand = Errand(self._bounds.tries, self._bounds.wait, self._hosts.of(_name(url)))

        async def once() -> Try:
            return await self._try(wanted, url, errand)

        return (await tried(once, errand, self._sleep)).outcome

    async def _try(self, wanted: Wanted, url: URL, errand: Errand) -> Try:
        """From the first hop to the last, each in its host's turn."""
        way = Way(url, self._bounds.seconds, aiohttp.CookieJar())
        redirects: list[str] = []
        been: set[tuple[str, str]] = set()
        while True:
            been.add((str(way.url), way.cookie))
            host = _name(way.url)
            errand.at = self._hosts.of(host)
            way.tls = way.tls and way.url.scheme == "https"
            try:
                async with self._hosts.turn(host, errand.patience) as rested:
                    errand.patience -= rested
                    found = await self._hop(wanted, way, tuple(redirects))
                errand.at.timeouts = 0
                if not isinstance(found, str):
                    return found
                redirects.append(str(way.url))
                way.url = redirected(way.url, found)
            except BadAddress as error:
                return Try(NoAnswer(wanted.url, "redirects", f"{host} redirects, and {error}"))
            except Resting as rest:
                seconds = math.ceil(rest.seconds)
                problem = f"{host} asks to wait {seconds} s; try again then"
                return Try(NoAnswer(wanted.url, "limited", problem, seconds))
            except CATCHABLE as error:
                what = failure(error, host, self._bounds.seconds)
                errand.at.timeouts = errand.at.timeouts + 1 if what.kind == "timeout" else 0
                return Try(NoAnswer(wanted.url, what.kind, what.problem), what.again)
            if (str(way.url), way.cookie) in been:
                return Try(NoAnswer(wanted.url, "redirects", f"{host} redirects in a circle"))
            if len(redirects) > self._bounds.redirects:
                problem = f"{host} redirects more than {self._bounds.redirects} times; write the last address"
                return Try(NoAnswer(wanted.url, "redirects", problem))

    async def _hop(self, wanted: Wanted, way: Way, redirects: tuple[str, ...]) -> Try | str:
        """One request: where it redirects to, or what it came to."""
        clock = asyncio.get_running_loop().time
        begun = clock()
        try:
            async with (
                asyncio.timeout(way.left),
                self._client.get(way.url, headers=_headers(wanted, way.cookie), allow_redirects=False) as response,
            ):
                first_byte = clock() - begun
                way.cookies.update_cookies(response.cookies, way.url)
                headers = headers_of(response)
                try:
                    if response.status in REDIRECTS and "location" in headers:
                        return headers["location"]
                    body, cut = await self._body(response, headers)
                finally:
                    response.close()
        finally:
            way.left -= clock() - begun
        answer = Answer(
            url=wanted.url,
            final_url=str(way.url),
            redirects=redirects,
            status=response.status,
            headers=headers,
            body=body,
            cut=cut,
            tls=way.tls,
            first_byte_ms=round(first_byte * 1000),
        )
        return self._judged(answer, _name(way.url))

    async def _body(self, response: aiohttp.ClientResponse, headers: Mapping[str, str]) -> tuple[bytes, bool]:
        """The body and whether there was more of it; that of an error may be packed as it likes."""
        try:
            unpacked = Unpacked(headers.get("content-encoding", ""), self._bounds.size)
            async for chunk in response.content.iter_any():
                if not unpacked.add(chunk):
                    break
        except Undecodable:
            if response.status >= 400:
                return b"", True
            raise
        if not unpacked.whole:
            raise aiohttp.ClientPayloadError
        return bytes(unpacked.content), unpacked.cut

    def _judged(self, answer: Answer, host: str) -> Try:
        """A host that has too much to do, or trouble of its own, is asked again in its own time."""
        limited = answer.status == 429
        if not limited and not 500 <= answer.status < 600:
            return Try(answer)
        after = asked_to_wait(answer.headers)
        if after:
            self._hosts.rest(host, after)
        if not limited:
            return Try(answer, again=True, after=after or 0)
        problem = f"{host} asks to go slower (429); try again " + (f"in {after} s" if after else "later")
        return Try(NoAnswer(answer.url, "limited", problem, after), again=True, after=after or 0)


def _name(url: URL) -> str:
    return (url.raw_host or "").rstrip(".").lower()


def _headers(wanted: Wanted, cookie: str) -> dict[str, str]:
    asked = {
        "Accept": wanted.accept,
        "If-None-Match": wanted.etag,
        "If-Modified-Since": wanted.modified,
        "Cookie": cookie,
    }
    return {name: value for name, value in asked.items() if value}
