"""Hosts that ask to wait get what they ask for, or are left alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from folio.web.client import Web
from folio.web.model import Answer, Bounds, NoAnswer, Wanted
from folio.web.waiting import asked_to_wait
from web.ask import answer, no_answer
from web.site import Site, only_loopback, page

NOON = "Date: Sun, 22 Nov 2026 12:00:00 GMT"


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def web(waits: list[float]) -> Iterator[Web]:
    async def wait(seconds: float) -> None:
        waits.append(round(seconds, 1))

    with Web(may_reach=only_loopback, sleep=wait) as asked:
        yield asked


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize(
    "said", [("Retry-After: 7",), (NOON, "Retry-After: Sun, 22 Nov 2026 12:00:07 GMT"), ("retry-after:  7 ",)]
)
def test_a_wish_to_wait_is_honoured(
    site: Site, web: Web, waits: list[float], status: int, said: tuple[str, ...]
) -> None:
    site.pages["/"] = [page("", *said, status=status), page("now")]
    assert answer(web, site.url()).text == "now"
    assert waits[0] == 7.0


def test_a_wish_to_wait_too_long_is_passed_on(site: Site, web: Web, waits: list[float]) -> None:
    site.pages |= {"/": page("", "Retry-After: 3600", status=429), "/other": page()}
    found = no_answer(web, site.url())
    assert (found.kind, found.retry_after) == ("limited", 3600)
    assert found.problem == "127.0.0.1 asks to go slower (429); try again in 3600 s"
    other = no_answer(web, site.url("/other"))
    assert (other.kind, other.retry_after) == ("limited", 3600)
    assert (waits, site.paths) == ([], ["/"])


def test_a_limit_that_stays_is_no_answer(site: Site, web: Web, waits: list[float]) -> None:
    site.pages["/"] = page(status=429)
    found = no_answer(web, site.url())
    assert (found.kind, found.retry_after, len(site.journal)) == ("limited", None, 3)
    assert found.problem == "127.0.0.1 asks to go slower (429); try again later"
    assert waits == [0.5, 1.0]


@pytest.mark.parametrize("status", [500, 502, 503, 504, 520])
def test_trouble_that_stays_is_an_answer(site: Site, web: Web, waits: list[float], status: int) -> None:
    site.pages["/"] = page("trouble", status=status)
    assert answer(web, site.url()).status == status
    assert (len(site.journal), waits) == (3, [0.5, 1.0])


def test_trouble_that_passes_is_not_seen(site: Site, web: Web) -> None:
    site.pages["/"] = [page(status=502), page(status=503), page("fine")]
    assert answer(web, site.url()).text == "fine"


@pytest.mark.parametrize("status", [400, 401, 403, 404, 410, 451, 999])
def test_what_will_not_change_is_asked_once(site: Site, web: Web, status: int) -> None:
    site.pages["/"] = page(status=status)
    answer(web, site.url())
    assert len(site.journal) == 1


def test_one_address_waits_no_longer_than_its_share(site: Site, waits: list[float]) -> None:
    async def wait(seconds: float) -> None:
        waits.append(seconds)

    site.pages["/"] = page("", "Retry-After: 20", status=503)
    with Web(may_reach=only_loopback, sleep=wait, bounds=Bounds(tries=9, wait=50)) as web:
        assert answer(web, site.url()).status == 503
    assert sum(waits) <= 50 + 20  # the sleep that takes no time leaves the host's own wish standing
    assert len(site.journal) <= 3


def test_all_addresses_of_a_host_wait_with_it(site: Site, web: Web, waits: list[float]) -> None:
    site.pages |= {"/a": [page("", "Retry-After: 9", status=429), page("a")], "/b": page("b")}
    outcomes = web.fetch([Wanted(site.url("/a")), Wanted(site.url("/b")), Wanted(site.url("/b", "localhost"))])
    assert [one.text for one in outcomes if isinstance(one, Answer)] == ["a", "b", "b"] or waits.count(9.0) >= 1


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "0"}, 0),
        ({"retry-after": "120"}, 120),
        ({"retry-after": "9" * 5000}, 10_000_000),
        ({"retry-after": "Sun, 22 Nov 2026 12:01:00 GMT", "date": "Sun, 22 Nov 2026 12:00:00 GMT"}, 60),
        ({"retry-after": "Sunday, 22-Nov-26 12:01:00 GMT", "date": "Sun Nov 22 12:00:00 2026"}, 60),
        ({"retry-after": "Sun, 22 Nov 2026 11:00:00 GMT", "date": "Sun, 22 Nov 2026 12:00:00 GMT"}, 0),
        ({"retry-after": "Sun, 22 Nov 2026 12:01:00 GMT"}, None),
        ({"retry-after": "-1"}, None),
        ({"retry-after": "1.5"}, None),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "Sun, 99 Nov 99999 99:99:99 GMT", "date": "x"}, None),
        ({"retry-after": "٣"}, None),
        ({}, None),
    ],
)
def test_a_wish_to_wait_is_read(headers: dict[str, str], seconds: int | None) -> None:
    assert asked_to_wait(headers) == seconds


def test_a_host_is_back_after_its_rest(site: Site) -> None:
    site.pages["/"] = [page("", "Retry-After: 1", status=503), page("back")]
    with Web(may_reach=only_loopback) as web:
        assert answer(web, site.url()).text == "back"


def test_a_limited_hop_is_told_as_such(site: Site, web: Web) -> None:
    site.pages |= {"/": page("", "Location: /there", status=302), "/there": page("", "Retry-After: 99", status=429)}
    (found,) = web.fetch([Wanted(site.url())])
    assert isinstance(found, NoAnswer)
    assert found.kind == "limited"
