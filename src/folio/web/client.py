"""The web, as everything above sees it: addresses in, answers out, from any thread."""

from __future__ import annotations

import asyncio
import logging
import queue
import ssl
import threading
from collections.abc import Callable, Coroutine, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from folio.version import VERSION
from folio.web.addresses import Ip, is_public
from folio.web.hosts import Sleep
from folio.web.model import Answer, Bounds, NoAnswer, Wanted
from folio.web.names import Resolver, system
from folio.web.offline import OFFLINE

if TYPE_CHECKING:
    from folio.web.session import Session

USER_AGENT = f"folio/{VERSION}"
BOUNDS = Bounds()

Outcome = Answer | NoAnswer


class Web:
    """Asks hosts for pages: politely, within bounds, and never one that is not on the open internet.

    One for a whole run, shared by all its threads: a host is asked for one thing at a time, whoever wants it. Nothing
    is started before the first fetch, and nothing is left running after the block. A cookie lasts for one way from
    an address to its end; no proxies or passwords are taken from the environment.
    """

    def __init__(
        self,
        *,
        allow_private: bool = False,
        authority: Path | None = None,
        offline: bool = False,
        bounds: Bounds = BOUNDS,
        user_agent: str | None = None,
        resolver: Resolver = system,
        may_reach: Callable[[Ip], bool] | None = None,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self.offline = offline
        self._authority = authority
        self._bounds = bounds
        self._user_agent = user_agent or USER_AGENT
        self._resolver = resolver
        self._may_reach = may_reach or ((lambda _: True) if allow_private else is_public)
        self._sleep = sleep
        self._starting = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._session: Session | None = None
        self._thread: threading.Thread | None = None
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def fetch(
        self, wanted: Sequence[Wanted], done: Callable[[Wanted, Outcome], None] | None = None
    ) -> tuple[Outcome, ...]:
        """What came of each, in the order they were wanted; `done` hears of each as it arrives, in this thread."""
        outcomes: list[Outcome | None] = [None] * len(wanted)
        for index, outcome in self._arriving(wanted):
            outcomes[index] = outcome
            if done:
                done(wanted[index], outcome)
        return tuple(one for one in outcomes if one is not None)

    def each(self, wanted: Sequence[Wanted]) -> Iterator[tuple[Wanted, Outcome]]:
        """What came of each, as it arrives. Who stops listening stops the asking."""
        for index, outcome in self._arriving(wanted):
            yield wanted[index], outcome

    def close(self) -> None:
        """Stops whatever is under way, in any thread."""
        with self._starting:
            self._closed = True
            loop, session, thread = self._loop, self._session, self._thread
            self._loop = self._session = self._thread = None
        if loop and session and thread:
            asyncio.run_coroutine_threadsafe(_finish(session), loop).result()
            loop.call_soon_threadsafe(loop.stop)
            thread.join()
            loop.close()

    def _arriving(self, wanted: Sequence[Wanted]) -> Iterator[tuple[int, Outcome]]:
        places: dict[Wanted, list[int]] = {}
        for index, one in enumerate(wanted):
            places.setdefault(replace(one, url=one.url.partition("#")[0]), []).append(index)
        for one, outcome in self._outcomes(tuple(places)):
            for index in places[one]:
                yield index, replace(outcome, url=wanted[index].url)

    def _outcomes(self, wanted: Sequence[Wanted]) -> Iterator[tuple[Wanted, Outcome]]:
        if self.offline:
            yield from ((one, NoAnswer(one.url, "offline", OFFLINE)) for one in wanted)
            return
        if not wanted:
            return
        arrived: queue.SimpleQueue[tuple[Wanted, Future[Outcome]]] = queue.SimpleQueue()
        try:
            with self._starting:
                loop, session = self._started()
                orders = [_order(session.fetch(one), loop, one, arrived) for one in wanted]
        except OSError:  # of ssl too
            problem = f"not asked: the certificates to trust, {self._authority}, can't be read"
            yield from ((one, NoAnswer(one.url, "tls", problem)) for one in wanted)
            return
        try:
            for _ in orders:
                one, order = arrived.get()
                yield one, order.result()
        except CancelledError:
            raise RuntimeError("the web was closed while it was asked") from None
        finally:
            for order in orders:
                order.cancel()

    def _started(self) -> tuple[asyncio.AbstractEventLoop, Session]:
        if self._closed:
            raise RuntimeError("the web is closed")
        if self._loop and self._session:
            return self._loop, self._session
        from folio.web.session import Session

        trust = _trust(self._authority)

        async def a_session() -> Session:
            return Session(
                bounds=self._bounds,
                trust=trust,
                resolver=self._resolver,
                may_reach=self._may_reach,
                user_agent=self._user_agent,
                sleep=self._sleep,
            )

        loop = asyncio.new_event_loop()
        loop.set_exception_handler(_log)
        thread = threading.Thread(target=loop.run_forever, name="folio-web", daemon=True)
        thread.start()
        session = asyncio.run_coroutine_threadsafe(a_session(), loop).result()
        self._loop, self._session, self._thread = loop, session, thread
        return loop, session


def _trust(authority: Path | None) -> ssl.SSLContext:
    """Trust in these certificates, else in the system's; raises OSError when they can't be read."""
    trust = ssl.create_default_context(cafile=str(authority) if authority else None)
    if authority is None and not trust.cert_store_stats()["x509_ca"] and ssl.get_default_verify_paths().capath is None:
        import certifi  # python.org's Python for macOS comes without any

        trust.load_verify_locations(certifi.where())
    return trust


def _order(
    work: Coroutine[Any, Any, Outcome],
    loop: asyncio.AbstractEventLoop,
    wanted: Wanted,
    arrived: queue.SimpleQueue[tuple[Wanted, Future[Outcome]]],
) -> Future[Outcome]:
    order = asyncio.run_coroutine_threadsafe(work, loop)
    order.add_done_callback(lambda finished: arrived.put((wanted, finished)))
    return order


async def _finish(session: Session) -> None:
    """Ends all orders, then all connections."""
    orders = asyncio.all_tasks() - {asyncio.current_task()}
    for order in orders:
        order.cancel()
    await asyncio.gather(*orders, return_exceptions=True)
    await session.close()
    await asyncio.sleep(0)  # transports that were closed say so to their protocols one turn later


def _log(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """What asyncio would print on stderr: connections that broke after nobody wanted them any more."""
    logging.getLogger("folio").debug("web: %s", context.get("message"), exc_info=context.get("exception"))
