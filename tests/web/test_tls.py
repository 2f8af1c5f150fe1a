"""Certificates, good and bad, over real TLS."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from folio.web.client import Web
from folio.web.model import Bounds
from web.ask import answer, no_answer
from web.site import Authority, Site, a_site, an_authority, leads_to, only_loopback, page, to


@contextmanager
def trusting(authority: Authority, **more: float) -> Iterator[Web]:
    with Web(
        may_reach=only_loopback,
        authority=authority.file,
        resolver=leads_to("127.0.0.1"),
        bounds=Bounds(**more, tries=1),  # type: ignore[arg-type]
    ) as web:
        yield web


def secured(site: Site, host: str = "shop.test", path: str = "/") -> str:
    return f"https://{host}:{site.port}{path}"


def test_a_trusted_certificate_is_said(authority: Authority) -> None:
    with a_site(tls=authority.certified("shop.test")) as site, trusting(authority) as web:
        site.pages["/"] = page("safe")
        found = answer(web, secured(site))
    assert (found.tls, found.text) == (True, "safe")


@pytest.mark.parametrize(
    ("names", "days", "problem"),
    [
        (("shop.test",), (-30, -1), "its certificate has expired; renew it"),
        (("shop.test",), (10, 20), "its certificate is not valid yet; is the clock of this machine right?"),
        (("other.test",), (-1, 30), "its certificate is for another host"),
    ],
)
def test_what_is_wrong_with_a_certificate_is_told(
    authority: Authority, names: tuple[str, ...], days: tuple[int, int], problem: str
) -> None:
    with a_site(tls=authority.certified(*names, days=days)) as site, trusting(authority) as web:
        found = no_answer(web, secured(site))
    assert (found.kind, found.problem) == ("tls", f"shop.test: {problem}")
    assert site.journal == []


def test_a_certificate_for_a_name_is_not_one_for_its_address(authority: Authority) -> None:
    with a_site(tls=authority.certified("shop.test")) as site, trusting(authority) as web:
        assert no_answer(web, secured(site, "127.0.0.1")).problem == "127.0.0.1: its certificate is for another host"


def test_an_unknown_authority_is_told(authority: Authority, tmp_path: Path) -> None:
    with a_site(tls=an_authority(tmp_path).certified("shop.test")) as site, trusting(authority) as web:
        found = no_answer(web, secured(site))
    assert found.kind == "tls"
    assert "comes from an authority that is not known here" in found.problem


def test_the_systems_authorities_are_asked_when_none_is_named(authority: Authority) -> None:
    with (
        a_site(tls=authority.certified("shop.test")) as site,
        Web(may_reach=only_loopback, resolver=leads_to("127.0.0.1")) as web,
    ):
        assert no_answer(web, secured(site)).kind == "tls"


def test_https_where_http_is_spoken_is_told(authority: Authority, site: Site) -> None:
    with trusting(authority) as web:
        found = no_answer(web, secured(site))
    assert found.kind in ("tls", "broken")


def test_a_handshake_that_never_ends_is_given_up(authority: Authority) -> None:
    with a_site(stalled=True) as site, trusting(authority, seconds=0.3) as web:
        assert no_answer(web, secured(site)).kind == "timeout"


@pytest.mark.parametrize("first", ["http", "https"])
def test_one_hop_without_a_certificate_is_enough_to_say_so(authority: Authority, first: str) -> None:
    with a_site(tls=authority.certified("shop.test")) as safe, a_site() as open_, trusting(authority) as web:
        plain = open_.url("/", "plain.test")
        safe.pages |= {"/": page("safe"), "/on": to(plain)}
        open_.pages |= {"/": page("open"), "/on": to(secured(safe))}
        found = answer(web, open_.url("/on") if first == "http" else secured(safe, path="/on"))
    assert (found.tls, len(found.redirects)) == (False, 1)


@pytest.mark.parametrize("content", [None, b"no certificates\n"])
def test_an_authority_that_can_not_be_read_is_told(tmp_path: Path, site: Site, content: bytes | None) -> None:
    file = tmp_path / "authority.pem"
    if content is not None:
        file.write_bytes(content)
    with Web(may_reach=only_loopback, authority=file) as web:
        found = no_answer(web, site.url())
    assert (found.kind, found.problem) == ("tls", f"not asked: the certificates to trust, {file}, can't be read")
