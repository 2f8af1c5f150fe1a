"""Many links of many hosts: all hosts at once, each host for one thing at a time."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

from folio.web.client import Web
from folio.web.model import Answer, Bounds, NoAnswer, Wanted
from web.site import PATIENCE, Site, Visit, leads_to, only_loopback, page

HOSTS = [f"host-{number}.test" for number in range(100)]


def test_five_hundred_links_of_a_hundred_hosts_with_one_tarpit(site: Site) -> None:
    """The first pages meet: none is answered before all hundred hosts have been asked."""
    meeting = threading.Barrier(len(HOSTS))
    released = threading.Event()

    def first(visit: Visit) -> bytes | None:
        meeting.wait(PATIENCE)
        if visit.host == HOSTS[0]:
            released.wait(PATIENCE)
        return page(visit.host)

    site.pages |= {"/0": first} | {f"/{number}": lambda visit: page(visit.host) for number in range(1, 5)}
    wanted = [Wanted(site.url(f"/{number}", host)) for number in range(5) for host in HOSTS]
    order: list[str] = []

    def hear(one: Wanted, outcome: object) -> None:
        order.append(one.url)
        if len(order) == len(wanted) - 5:
            released.set()

    with Web(may_reach=only_loopback, resolver=leads_to("127.0.0.1"), bounds=Bounds(seconds=PATIENCE)) as web:
        outcomes = web.fetch(wanted, hear)
    assert len(outcomes) == 500
    for one, outcome in zip(wanted, outcomes, strict=True):
        assert isinstance(outcome, Answer), outcome
        assert outcome.text == one.url.split("/")[2].partition(":")[0]
    assert {url.split("/")[2].partition(":")[0] for url in order[-5:]} == {HOSTS[0]}
    assert site.at_once[""] >= 100
    assert {site.at_once[host] for host in HOSTS} == {1}


def test_as_many_hosts_at_once_as_the_bound_and_no_more(site: Site) -> None:
    """Nobody is answered before seven have asked."""
    meeting = threading.Barrier(7)

    def together(visit: Visit) -> bytes:
        meeting.wait(PATIENCE)
        return page()

    site.pages["/"] = together
    bounds = Bounds(at_once=7, seconds=PATIENCE)
    with Web(may_reach=only_loopback, resolver=leads_to("127.0.0.1"), bounds=bounds) as web:
        outcomes = web.fetch([Wanted(site.url("/", host)) for host in HOSTS[:98]])
    assert not [one for one in outcomes if isinstance(one, NoAnswer)]
    assert site.at_once[""] == 7


def test_threads_that_share_a_web_share_its_manners(site: Site) -> None:
    site.pages |= {f"/{number}": lambda visit: visit.closing.wait(0.01) or page() for number in range(40)}  # type: ignore[func-returns-value]
    with (
        Web(may_reach=only_loopback, resolver=leads_to("127.0.0.1")) as web,
        ThreadPoolExecutor(8) as pool,
    ):
        asked = [[Wanted(site.url(f"/{number + 5 * one}", "shop.test")) for number in range(5)] for one in range(8)]
        outcomes = [outcome for some in pool.map(web.fetch, asked) for outcome in some]
    assert len([one for one in outcomes if isinstance(one, Answer)]) == 40
    assert site.at_once["shop.test"] == 1


def test_a_redirect_waits_for_its_turn_too(site: Site) -> None:
    busy = {f"/{number}": lambda visit: visit.closing.wait(0.01) or page() for number in range(10)}  # type: ignore[func-returns-value]
    site.pages |= busy
    site.pages |= {"/on": lambda visit: page("", f"Location: http://shop.test:{site.port}/0", status=302)}
    wanted = [Wanted(site.url(f"/{number}", "shop.test")) for number in range(10)]
    wanted += [Wanted(site.url("/on", host)) for host in HOSTS[:20]]
    with Web(may_reach=only_loopback, resolver=leads_to("127.0.0.1")) as web:
        outcomes = web.fetch(wanted)
    assert not [one for one in outcomes if isinstance(one, NoAnswer)]
    assert site.at_once["shop.test"] == 1
