"""Which hosts are asked, and that the address that was looked up is the one that is asked."""

from __future__ import annotations

import socket
from ipaddress import ip_address
from pathlib import Path

import pytest

from folio.repository.git.address import Address, address_of
from folio.repository.git.network import Network
from folio.repository.git.opening import opened
from folio.repository.git.repository import RepositoryUnreadable
from folio.web.addresses import is_public
from repository.build import Built
from repository.githttp import hosting

HTTPS = Address("https://shop.test/a.git", "https", "shop.test", 443)
PROXIES = ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "no_proxy", "NO_PROXY")


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in PROXIES:
        monkeypatch.delenv(name, raising=False)


def leads_to(monkeypatch: pytest.MonkeyPatch, *addresses: str) -> list[str]:
    """Names lead to these addresses from now on; gives the names that are looked up."""
    asked: list[str] = []

    def look_up(host: str, port: int, **_: object) -> list[object]:
        asked.append(host)
        if not addresses:
            raise socket.gaierror
        return [(socket.AF_INET6 if ":" in one else socket.AF_INET, 1, 6, "", (one, port)) for one in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    return asked


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.9.9.9", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fd00::1", "ff02::1", "::ffff:10.0.0.1",
        "2002:7f00:1::", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe",
    ],
)  # fmt: skip
def test_these_addresses_are_private(address: str) -> None:
    assert not is_public(ip_address(address))


@pytest.mark.parametrize("address", ["140.82.121.3", "2606:50c0:8000::64", "::ffff:140.82.121.3", "64:ff9b::8c52:7903"])
def test_these_addresses_are_public(address: str) -> None:
    assert is_public(ip_address(address))


def test_git_is_bound_to_the_addresses_that_were_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    leads_to(monkeypatch, "140.82.121.3", "2606:50c0:8000::64")
    given = Network().settings(HTTPS)
    assert given["http.curloptResolve"] == "shop.test:443:140.82.121.3,[2606:50c0:8000::64]"
    assert given["http.proxy"] == ""
    assert {name: value for name, value in given.items() if name.startswith("protocol.")} == {
        "protocol.https.allow": "always"
    }


@pytest.mark.parametrize("second", ["127.0.0.1", "10.0.0.1", "::1", "fd00::1"])
def test_one_private_address_among_public_ones_is_enough_to_refuse(
    monkeypatch: pytest.MonkeyPatch, second: str
) -> None:
    leads_to(monkeypatch, "140.82.121.3", second)
    for address in (HTTPS, Address("git@shop.test:a.git", "ssh", "shop.test", 22)):
        with pytest.raises(RepositoryUnreadable, match="private address"):
            Network().settings(address)
    assert Network(allow_private=True).settings(HTTPS)


def test_a_host_that_is_not_found_is_said_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    leads_to(monkeypatch)
    with pytest.raises(RepositoryUnreadable, match="host was not found"):
        Network().settings(HTTPS)


def test_a_name_that_only_ssh_knows_is_left_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    leads_to(monkeypatch)
    assert Network().settings(Address("git@work:a.git", "ssh", "work", 22)) == {"protocol.ssh.allow": "always"}


def test_behind_a_proxy_the_proxy_looks_names_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.test:3128")
    leads_to(monkeypatch)
    assert "http.curloptResolve" not in Network().settings(HTTPS)
    leads_to(monkeypatch, "10.0.0.1")
    with pytest.raises(RepositoryUnreadable, match="private address"):
        Network().settings(HTTPS)
    monkeypatch.setenv("no_proxy", "shop.test")
    assert "http.curloptResolve" in Network(allow_private=True).settings(HTTPS)


def test_a_name_is_read_where_it_led_when_it_was_looked_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing but the binding knows the name, so that git would not find it by itself."""
    Built(tmp_path / "shop").commit("Sell things to people", {"src/shop.py": "x = 1\n"})
    (tmp_path / "root").mkdir()
    Built(tmp_path / "shop").git("clone", "--quiet", "--bare", ".", str(tmp_path / "root" / "shop.git"))
    with hosting(tmp_path / "root", tmp_path) as host:
        asked = leads_to(monkeypatch, "127.0.0.1")
        given = Network(allow_private=True, authority=host.authority)
        address = host.address(host="shop.test")
        with opened(address, base=tmp_path, scratch=tmp_path / "scratch", network=given) as repository:
            assert repository.branch == "main"
    assert set(asked) == {"shop.test"}


@pytest.mark.parametrize(
    ("text", "host", "port"),
    [
        ("https://github.com/me/shop", "github.com", 443),
        ("https://Example.ORG:8443/shop.git", "example.org", 8443),
        ("https://[2606:50c0::1]/shop", "2606:50c0::1", 443),
        ("ssh://git@example.org:2222/shop", "example.org", 2222),
        ("git@example.org:me/shop.git", "example.org", 22),
    ],
)
def test_an_address_tells_its_host_and_port(text: str, host: str, port: int) -> None:
    found = address_of(text)
    assert found is not None
    assert (found.text, found.host, found.port) == (text, host, port)


@pytest.mark.parametrize(
    "text",
    [
        "https://%6c%6f%63alhost/shop", "https://localhost\\@example.org/shop", "https://exa mple.org/shop",
        "https://example.org./shop", "https://ⓛocalhost/shop", "https://[fe80::1%25eth0]/shop", "https://[::1/shop",
        "https:///shop", "https://example.org:99999/shop", "https:example.org/shop://x", "https::ssh://example.org",
    ],
)  # fmt: skip
def test_a_host_that_could_be_read_in_two_ways_is_none(text: str) -> None:
    with pytest.raises(RepositoryUnreadable):
        address_of(text)


@pytest.mark.parametrize("text", ["shop", "../shop", "/tmp/shop.bundle", "C:shop", "a b@c:d"])
def test_a_path_is_no_address(text: str) -> None:
    assert address_of(text) is None
