"""A name that does not exist, told apart from a network that does not work."""

from __future__ import annotations

import socket
import threading
from collections.abc import Sequence

import pytest

from folio.web.client import Web
from folio.web.model import Bounds, Wanted
from web.ask import answer, no_answer
from web.site import Site, only_loopback


async def no_wait(seconds: float) -> None:
    pass


def test_a_name_that_does_not_exist_is_told_at_once() -> None:
    asked: list[str] = []

    def resolve(host: str) -> Sequence[str]:
        asked.append(host)
        if host == "shop.test":
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        return ["127.0.0.1"]

    with Web(may_reach=only_loopback, resolver=resolve, sleep=no_wait) as web:
        found = no_answer(web, "http://shop.test/")
    assert (found.kind, found.problem) == ("name", "there is no host shop.test; check the address")
    assert asked == ["shop.test", "example.com"]


def test_a_machine_that_finds_no_name_at_all_has_no_network() -> None:
    def resolve(host: str) -> Sequence[str]:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    with Web(may_reach=only_loopback, resolver=resolve, sleep=no_wait) as web:
        found = no_answer(web, "http://shop.test/")
    assert (found.kind, found.problem) == (
        "refused",
        "the name shop.test can't be looked up now; check the network and try again",
    )


@pytest.mark.parametrize("code", [socket.EAI_AGAIN, socket.EAI_FAIL, socket.EAI_NODATA, socket.EAI_SYSTEM])
def test_a_name_server_in_trouble_says_nothing_of_the_name(site: Site, code: int) -> None:
    tries: list[str] = []

    def resolve(host: str) -> Sequence[str]:
        tries.append(host)
        if len(tries) % 3:
            raise socket.gaierror(code, "trouble")
        return ["127.0.0.1"]

    with Web(may_reach=only_loopback, resolver=resolve, sleep=no_wait) as web:
        assert answer(web, site.url("/", "shop.test")).status == 404
    with Web(may_reach=only_loopback, resolver=resolve, sleep=no_wait, bounds=Bounds(tries=2)) as web:
        assert no_answer(web, "http://shop.test/").kind == "refused"


@pytest.mark.parametrize("found", [[], ["not an address"], ["127.0.0.1%nonsense%", ""]])
def test_a_resolver_that_talks_nonsense_is_trouble_too(found: list[str]) -> None:
    with Web(may_reach=lambda address: False, resolver=lambda host: found, sleep=no_wait) as web:
        assert no_answer(web, "http://shop.test/").kind == "refused"


def test_slow_names_hold_up_nobody_else(site: Site) -> None:
    released = threading.Event()

    def resolve(host: str) -> Sequence[str]:
        if host.startswith("slow"):
            assert released.wait(30)
        return ["127.0.0.1"]

    slow = [Wanted(site.url("/", f"slow-{number}.test")) for number in range(60)]
    arrived: list[str] = []

    def hear(wanted: Wanted, outcome: object) -> None:
        arrived.append(wanted.url)
        released.set()

    with Web(may_reach=only_loopback, resolver=resolve) as web:
        web.fetch([*slow, Wanted(site.url("/", "quick.test"))], hear)
    assert arrived[0] == site.url("/", "quick.test")
    assert len(arrived) == 61


def test_a_lookup_that_never_ends_is_given_up(site: Site) -> None:
    released = threading.Event()

    def resolve(host: str) -> Sequence[str]:
        released.wait(30)
        return []

    try:
        with Web(may_reach=only_loopback, resolver=resolve, bounds=Bounds(seconds=0.2, tries=1)) as web:
            assert no_answer(web, "http://slow.test/").kind == "timeout"
    finally:
        released.set()


@pytest.mark.parametrize("host", ["shop.example", "shop.example.", "a.b.invalid"])
def test_nobody_is_asked_for_a_name_that_only_examples_have(host: str) -> None:
    with Web() as web:
        found = no_answer(web, f"https://{host}/")
    assert (found.kind, found.problem) == (
        "address",
        f"{host.rstrip('.')} is a name for examples; write the real address",
    )
