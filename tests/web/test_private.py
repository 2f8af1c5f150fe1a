"""Nothing that is not on the open internet is ever reached, whichever way its address is found."""

from __future__ import annotations

import socket
from ipaddress import ip_address

import pytest

from folio.web.addresses import is_public
from folio.web.client import Web
from web.ask import answer, no_answer
from web.site import Site, leads_to, only_loopback, page, to

PRIVATE = "is not on the open internet; its address is not asked"


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.9.9.9", "169.254.169.254",
        "172.16.0.1", "172.31.255.255", "192.0.0.8", "192.0.0.192", "192.0.2.1", "192.88.99.1", "192.168.1.1",
        "198.18.0.1", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
        "168.63.129.16",
        "::", "::1", "::127.0.0.1", "::ffff:127.0.0.1", "::ffff:a9fe:a9fe", "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1",
        "2001::1", "2001:0:53aa:64c:0:0:80ff:fffe", "2001:2::1", "2001:10::1", "2001:20::1", "2001:db8::1",
        "2002:7f00:1::", "2002:a00:1::1", "3fff::1", "4000::1", "5f00::1", "fc00::1", "fd00:ec2::254", "fe80::1",
        "fec0::1", "ff02::1",
    ],
)  # fmt: skip
def test_these_are_not_public(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize(
    "address",
    [
        "1.1.1.1",
        "8.8.8.8",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "223.255.255.255",
        "2606:50c0:8000::64",
        "2a00:1450:4001::1",
        "2400:cb00::1",
        "2001:4860:4860::8888",
        "2003::1",
        "::ffff:140.82.121.3",
        "64:ff9b::8c52:7903",
        "2002:8c52:7903::1",
    ],
)
def test_these_are_public(address: str) -> None:
    assert is_public(ip_address(address))


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:7f00:1]", "[::]"])
def test_the_machine_itself_is_not_asked(site: Site, host: str) -> None:
    with Web() as web:
        found = no_answer(web, f"http://{host}:{site.port}/")
    address = host.strip("[]")
    written = str(ip_address(address)) if ":" in address else address  # which way depends on Python
    assert (found.kind, found.problem) in [("private", f"{one} {PRIVATE}") for one in (address, written)]
    assert site.connections == 0


def test_it_is_asked_when_that_is_allowed(site: Site) -> None:
    with Web(allow_private=True) as web:
        assert answer(web, site.url()).status == 404


@pytest.mark.parametrize(
    "host",
    ["2130706433", "017700000001", "0x7f000001", "0x7f.1", "127.1", "127.0.1", "0177.0.0.1", "127.0.0.1.", "0", "0x"],
)
def test_a_number_in_place_of_a_name_is_refused(site: Site, host: str) -> None:
    with Web(may_reach=only_loopback) as web:
        found = no_answer(web, f"http://{host}:{site.port}/")
    assert (found.kind, found.problem) == ("address", "its host is a number; write the name")
    assert site.connections == 0


@pytest.mark.parametrize("host", ["127.0.0.2", "[::ffff:127.0.0.2]", "１２７。０。０。２"])
def test_a_redirect_to_a_neighbour_is_not_followed(site: Site, neighbour: Site, web: Web, host: str) -> None:
    site.pages["/"] = to(f"http://{host}:{neighbour.port}/latest/meta-data/")
    assert no_answer(web, site.url()).kind == "private"


def test_a_name_that_leads_to_a_neighbour_is_not_asked(neighbour: Site) -> None:
    with Web(may_reach=only_loopback, resolver=leads_to("127.0.0.2")) as web:
        found = no_answer(web, f"http://shop.test:{neighbour.port}/")
    assert (found.kind, found.problem) == ("private", f"shop.test {PRIVATE}")


def test_a_name_that_leads_elsewhere_a_moment_later_leads_nowhere(site: Site, neighbour: Site) -> None:
    """The neighbour listens on the port that the name is asked at."""
    with socket.create_server(("127.0.0.2", site.port)) as second:
        second.settimeout(0.2)
        site.pages |= {"/a": to("/b"), "/b": page("never")}
        with Web(may_reach=only_loopback, resolver=leads_to("127.0.0.1", "127.0.0.2")) as web:
            found = no_answer(web, site.url("/a", "shop.test"))
        with pytest.raises(TimeoutError):
            second.accept()
    assert (found.kind, site.paths) == ("private", ["/a"])


def test_of_several_addresses_only_the_public_ones_are_tried(site: Site) -> None:
    with socket.create_server(("127.0.0.2", site.port)) as second:
        second.settimeout(0.2)
        addresses = ["127.0.0.2", "::1", "127.0.0.1", "10.0.0.1"]
        with Web(may_reach=only_loopback, resolver=lambda host: addresses) as web:
            assert answer(web, site.url("/", "shop.test")).status == 404
        with pytest.raises(TimeoutError):
            second.accept()


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("ftp://shop.test/", "its address does not begin with http:// or https://"),
        ("//shop.test/", "its address does not begin with http:// or https://"),
        ("shop.test", "its address does not begin with http:// or https://"),
        ("http://ada:secret@shop.test/", "its address holds a user name or a password; leave them out"),
        ("http://ada@shop.test/", "its address holds a user name or a password; leave them out"),
        ("http://shop.test:22/", "its port 22 is not for web pages"),
        ("http://shop.test:70000/", "its address is not one of the web; write it like https://example.org/page"),
        ("http://[::1/", "its address is not one of the web; write it like https://example.org/page"),
        ("http:///page", "its address names no host"),
        ("http://shop..test/", "its host is no name that can exist"),
        (f"http://{'a' * 64}.test/", "its host is no name that can exist"),
        ("http://shop.test/a b", "its address holds a space or an invisible character"),
        ("http://shop.test/\r\nX-More: 1", "its address holds a space or an invisible character"),
        ("http://shop.test/" + "a" * 5000, "its address is longer than 4000 characters"),
    ],
)
def test_an_address_that_can_not_be_asked_is_told(web: Web, url: str, problem: str) -> None:
    found = no_answer(web, url)
    assert (found.kind, found.problem) == ("address", problem)
    assert "secret" not in found.problem
