"""Hosts that answer slowly, endlessly, wrongly or not at all: each costs its own time and nothing else."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib
from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from folio.web.client import Web
from folio.web.model import Bounds, NoAnswer, Wanted
from web.ask import answer, no_answer
from web.site import Page, Site, Visit, only_loopback, page


@pytest.fixture
def closed() -> Iterator[Web]:
    """May reach nothing at all."""
    with Web(may_reach=lambda address: False, resolver=lambda host: ["127.0.0.1"]) as asked:
        yield asked


HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"


def endless(head: bytes, chunk: bytes, pause: float = 0.0) -> Callable[[Visit], None]:
    def send(visit: Visit) -> None:
        visit.send(head)
        while not visit.closing.wait(pause):
            visit.send(chunk)

    return send


def bomb(size: int) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(size >> 20)) + packer.flush()


@pytest.mark.parametrize(
    "behaviour",
    [
        Visit.say_nothing,
        lambda visit: visit.drip(HEAD + b"X-Long: " + b"a" * 10_000),
        lambda visit: visit.drip(HEAD + b"Content-Length: 10000\r\n\r\n" + b"a" * 10_000),
        endless(b"", b"HTTP/1.1 102 Processing\r\n\r\n", 0.01),
        endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    ],
    ids=["silent", "slow head", "slow body", "102 for ever", "flood of 100"],
)
def test_what_takes_too_long_is_given_up(site: Site, hasty: Web, behaviour: Page) -> None:
    site.pages["/"] = behaviour
    found = no_answer(hasty, site.url())
    assert (found.kind, found.problem) == (
        "timeout",
        "127.0.0.1 gave no full answer within 0.5 s; try again later",
    )


def test_redirects_share_the_time_of_one_try(site: Site, hasty: Web) -> None:
    def slow(visit: Visit) -> bytes:
        visit.closing.wait(0.2)
        return page(f"Location: {visit.path}1", f"Location: {visit.path}1", status=302)

    site.pages |= {"/" + "1" * count: slow for count in range(6)}
    assert no_answer(hasty, site.url()).kind == "timeout"
    assert len(site.journal) <= 3


@pytest.mark.parametrize(
    "behaviour",
    [
        endless(HEAD + b"\r\n", b"a" * 65536),
        endless(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"10000\r\n" + b"a" * 65536 + b"\r\n"),
        endless(HEAD + b"Content-Length: 99999999999\r\n\r\n", b"a" * 65536),
    ],
    ids=["until it closes", "in chunks", "of a length it names"],
)
def test_an_endless_body_is_cut(site: Site, behaviour: Page) -> None:
    site.pages["/"] = behaviour
    with Web(may_reach=only_loopback, bounds=Bounds(size=100_000)) as web:
        found = answer(web, site.url())
    assert (len(found.body), found.cut) == (100_000, True)


def test_a_body_that_unpacks_to_a_thousand_times_its_size_is_cut(site: Site, web: Web) -> None:
    content = bomb(64 << 20)
    site.pages["/"] = page(content, "Content-Encoding: gzip")
    tracemalloc.start()
    try:
        found = answer(web, site.url())
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (len(found.body), found.cut) == (2 * 1024 * 1024, True)
    assert most < 32 << 20


@pytest.mark.parametrize(
    ("coding", "content"),
    [
        ("gzip", gzip.compress(b"text", mtime=0)),
        ("X-GZIP", gzip.compress(b"te", mtime=0) + gzip.compress(b"xt", mtime=0)),
        ("deflate", zlib.compress(b"text")),
        ("deflate", zlib.compress(b"text")[2:-4]),
        ("identity", b"text"),
        (" gzip ", gzip.compress(b"text", mtime=0)),
    ],
)
def test_packed_bodies_are_unpacked(site: Site, web: Web, coding: str, content: bytes) -> None:
    site.pages["/"] = page(content, f"Content-Encoding: {coding}")
    assert answer(web, site.url()).body == b"text"


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br", "zstd", "gzip, gzip", "nonsense"])
def test_a_body_that_is_not_packed_as_it_says_is_told(site: Site, web: Web, coding: str) -> None:
    site.pages["/"] = page(b"not packed at all", f"Content-Encoding: {coding}")
    found = no_answer(web, site.url())
    assert found.kind == "broken"
    assert "packed" in found.problem
    assert len(site.journal) == 1


def test_how_an_error_is_packed_does_not_hide_the_error(site: Site, web: Web) -> None:
    site.pages["/"] = page(b"gone", "Content-Encoding: br", status=404)
    found = answer(web, site.url())
    assert (found.status, found.body, found.cut) == (404, b"", True)


@pytest.mark.parametrize(
    "content",
    [
        HEAD + b"Content-Length: 500\r\n\r\nabc",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nab",
        HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"text" * 100, mtime=0)[:-12],
    ],
    ids=["by its length", "within a chunk", "within the packing"],
)
def test_a_body_that_breaks_off_is_fetched_again(site: Site, content: bytes) -> None:
    waits: list[float] = []

    async def no_wait(seconds: float) -> None:
        waits.append(seconds)

    with Web(may_reach=only_loopback, sleep=no_wait) as web:
        site.pages["/"] = [content, content, page("whole")]
        assert answer(web, site.url()).text == "whole"
        site.pages["/"] = [content]
        found = no_answer(web, site.url())
    assert (found.kind, len(site.journal)) == ("broken", 6)
    assert waits == [0.5, 1.0, 0.5, 1.0]


@pytest.mark.parametrize("behaviour", [Visit.reset, lambda visit: b""], ids=["reset", "closed"])
def test_a_connection_that_breaks_is_tried_three_times(site: Site, behaviour: Page) -> None:
    async def no_wait(seconds: float) -> None:
        pass

    site.pages["/"] = behaviour
    with Web(may_reach=only_loopback, sleep=no_wait) as web:
        found = no_answer(web, site.url())
    assert (found.kind, found.problem) == (
        "broken",
        "127.0.0.1: the connection broke before the answer; try again",
    )
    assert len(site.journal) == 3


def test_a_port_where_nothing_listens_refuses(site: Site) -> None:
    async def no_wait(seconds: float) -> None:
        pass

    with Web(may_reach=only_loopback, sleep=no_wait) as web:
        import socket

        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            found = no_answer(web, f"http://127.0.0.1:{taken.getsockname()[1]}/")
    assert (found.kind, found.problem) == ("refused", "127.0.0.1 refuses the connection; is it running?")


@pytest.mark.parametrize(
    "content",
    [
        HEAD + b"".join(b"X-%d: %s\r\n" % (number, b"a" * 1000) for number in range(20_000)) + b"\r\n",
        HEAD + b"X-Long: " + b"a" * 10_000_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 " + b"a" * 10_000_000 + b"\r\n\r\n",
        HEAD + b"Content-Length: 2\r\nContent-Length: 30\r\n\r\nok",
        HEAD + b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n",
        HEAD + b"Content-Length: -1\r\n\r\n",
        HEAD + b"Content-Length: 99999999999999999999999999999\r\n\r\n",
        HEAD + b"Transfer-Encoding: chunked\r\n\r\nzz\r\nok\r\n",
        HEAD + b"no colon here\r\n\r\n",
        HEAD + b"X: a\0b\r\n\r\n",
        b"\x16\x03\x01\x02\x00 this is no HTTP\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"HTTP/9.9 200 OK\r\n\r\n",
        b"HTTP/1.1 20000 OK\r\n\r\n",
        b"HTTP/1.1 -20 OK\r\n\r\n",
    ],
)
def test_what_is_no_http_is_told(site: Site, hasty: Web, content: bytes) -> None:
    site.pages["/"] = content
    assert no_answer(hasty, site.url()).kind in ("broken", "timeout")


def test_long_headers_as_large_sites_send_them_are_fine(site: Site, web: Web) -> None:
    site.pages["/"] = page("", "Content-Security-Policy: " + "a" * 20_000, *(f"X-{number}: b" for number in range(150)))
    assert len(answer(web, site.url()).headers["content-security-policy"]) == 20_000


def test_a_tarpit_is_tried_once_for_each_of_its_other_addresses(site: Site) -> None:
    async def no_wait(seconds: float) -> None:
        pass

    site.pages |= {f"/{number}": Visit.say_nothing for number in range(3)} | {"/fine": page()}
    with Web(may_reach=only_loopback, bounds=Bounds(seconds=0.2), sleep=no_wait) as web:
        assert no_answer(web, site.url("/0")).kind == "timeout"
        assert no_answer(web, site.url("/1")).kind == "timeout"
        answer(web, site.url("/fine"))
        assert no_answer(web, site.url("/2")).kind == "timeout"
    assert site.paths == ["/0", "/0", "/0", "/1", "/fine", "/2", "/2", "/2"]


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=200), st.booleans())
def test_whatever_a_host_sends_becomes_an_outcome(site: Site, hasty: Web, content: bytes, headed: bool) -> None:
    site.pages["/"] = (HEAD + content) if headed else content
    (found,) = hasty.fetch([Wanted(site.url())])
    assert isinstance(found, NoAnswer) or found.text is not None


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=60), st.text(max_size=40).map("http://{}".format)))
def test_whatever_is_wanted_becomes_an_outcome(closed: Web, url: str) -> None:
    assert no_answer(closed, url).kind in ("address", "private")


def test_all_addresses_of_a_tarpit_at_once_cost_one_try_each(site: Site) -> None:
    async def no_wait(seconds: float) -> None:
        pass

    site.pages |= {f"/{number}": Visit.say_nothing for number in range(6)}
    with Web(may_reach=only_loopback, bounds=Bounds(seconds=0.2), sleep=no_wait) as web:
        web.fetch([Wanted(site.url(f"/{number}")) for number in range(6)])
    assert len(site.journal) <= 8
