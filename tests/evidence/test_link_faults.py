"""What can go wrong on the way to an address: what a person is told, and that nothing seen before is lost.

docs/explanation/evidence.md lists these.
"""

from __future__ import annotations

import gzip
import socket
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from build import a_link, a_profile, project_said
from folio.evidence.access import Access, Subject
from folio.evidence.collect import collect, place_of
from folio.evidence.model import Observation, Probe
from folio.web.client import Web
from folio.web.model import Bounds
from web.site import Authority, Page, Site, Visit, a_site, an_authority, only_loopback, page, to

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
LAST_WEEK = date(2026, 11, 14)
TEXT = "<p>" + "A loom that weaves by cards, in your browser. " * 20
LOOK = "open it yourself to see whether it works"


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault by its name in the documents, what a server does for it, and the words for `{url}` and `{host}`."""

    name: str
    does: Page | str
    words: str


def silent(visit: Visit) -> None:
    visit.say_nothing()


def dripping(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100000\r\n\r\n")
    visit.drip(b"<p>" * 30_000)


def reset(visit: Visit) -> None:
    visit.reset()


def cut(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5000\r\n\r\n<p>A loom")


def endless_headers(visit: Visit) -> None:
    visit.send(b"HTTP/1.1 200 OK\r\n" + b"".join(b"X-%d: %s\r\n" % (n, b"a" * 900) for n in range(300)) + b"\r\n")


FAULTS = (
    Fault("404 once", page(status=404), "{url} answers 404 since 2026-11-22; a look after 2026-11-23 12:00 UTC settles it"),
    Fault("410 once", page(status=410), "{url} answers 410 since 2026-11-22; a look after 2026-11-23 12:00 UTC settles it"),
    Fault("no such name once", "no name", "{url}: there is no host of that name since 2026-11-22; a look after 2026-11-23 12:00 UTC settles it"),
    Fault("name server in trouble", "no names", "the name {host} can't be looked up now; check the network and try again"),
    Fault("nothing listens", "no port", "{host} refuses the connection; is it running?"),
    Fault("401", page(status=401), "{url} answers 401: it wants a password; " + LOOK),
    Fault("403", page(status=403), "{url} answers 403: it lets no program in; " + LOOK),
    Fault("999", page(status=999), "{url} answers 999: it lets no program in; " + LOOK),
    Fault("451", page(status=451), "{url} answers 451: it is closed for legal reasons; " + LOOK),
    Fault("429 with Retry-After", page("", "Retry-After: 3600", status=429), "{host} asks to go slower (429); try again in 3600 s"),
    Fault("500", page(status=500), "{url} answers 500: it has trouble of its own; try again later"),
    Fault("503", page(status=503), "{url} answers 503: it has trouble of its own; try again later"),
    Fault("silence", silent, "{host} gave no full answer within 2 s; try again later"),
    Fault("dripping body", dripping, "{host} gave no full answer within 2 s; try again later"),
    Fault("cut-off body", cut, "{host}: the connection broke within the answer; try again"),
    Fault("reset", reset, "{host}: the connection broke before the answer; try again"),
    Fault("no HTTP", b"SSH-2.0-OpenSSH_9.2\r\n", "{host}: what it answers is not HTTP, or too long for it"),
    Fault("headers without end", endless_headers, "{host}: what it answers is not HTTP, or too long for it"),
    Fault("damaged gzip", page(b"\x1f\x8b\x00garbage", "Content-Encoding: gzip"), "{host}: its body is not packed the way it says"),
    Fault("redirect circle", to("/"), "{host} redirects in a circle"),
    Fault("redirect to a private address", to("http://127.0.0.2:{port}/"), "127.0.0.2 is not on the open internet; its address is not asked"),
    Fault("redirect to a file", to("file:///etc/passwd"), "{host} redirects, and its address does not begin with http:// or https://"),
    Fault("name of a private address", "private name", "{host} is not on the open internet; its address is not asked"),
    Fault("challenge page", page("<title>Just a moment...</title><p>Checking your browser", "cf-mitigated: challenge", status=403), "{url} answers 403: "),
    Fault("expired certificate", "expired", "{host}: its certificate has expired; renew it"),
    Fault("certificate of another host", "other host", "{host}: its certificate is for another host"),
    Fault("certificate nobody vouches for", "stranger", "{host}: its certificate comes from an authority that is not known here"),
    Fault("stalled handshake", "stalled", "{host} gave no full answer within 2 s; try again later"),
    Fault("offline", "offline", "not asked: offline"),
)  # fmt: skip


@dataclass(slots=True)
class Way:
    """How names are looked up just now."""

    leads: str = "127.0.0.1"
    error: int | None = None

    def __call__(self, host: str) -> Sequence[str]:
        if self.error is not None and not host.startswith("example."):
            raise socket.gaierror(self.error, "told so")
        return [self.leads]


def standing(url: str, stack: ExitStack, fault: Fault, way: Way, authority: Authority, folder: Path) -> str:
    """Sets the fault up behind `loom.test`, and gives its address."""
    certificates = {
        "expired": lambda: authority.certified("loom.test", days=(-30, -1)),
        "other host": lambda: authority.certified("other.test"),
        "stranger": lambda: an_authority(folder).certified("loom.test"),
        "stalled": lambda: authority.certified("loom.test"),
    }
    if isinstance(fault.does, str) and fault.does in certificates:
        secured = stack.enter_context(a_site(tls=certificates[fault.does](), stalled=fault.does == "stalled"))
        return f"https://loom.test:{secured.port}/"
    if fault.does in ("no name", "no names"):
        way.error = socket.EAI_NONAME if fault.does == "no name" else socket.EAI_AGAIN
    if fault.does == "private name":
        way.leads = "127.0.0.2"
    if fault.does == "no port":
        with socket.create_server(("127.0.0.1", 0)) as closed:
            return f"http://loom.test:{closed.getsockname()[1]}/"
    return url


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return an_authority(tmp_path_factory.mktemp("authority"))


@pytest.fixture
def site() -> Iterator[Site]:
    with a_site() as started:
        yield started


@pytest.mark.parametrize("fault", FAULTS, ids=lambda one: one.name)
def test_a_fault_is_put_into_words_and_takes_nothing_away(
    fault: Fault, site: Site, authority: Authority, tmp_path: Path
) -> None:
    way, bounds = Way(), Bounds(seconds=2, tries=1, wait=0)
    if isinstance(fault.does, bytes):
        site.pages["/"] = fault.does.replace(b"{port}", str(site.port).encode())
    elif not isinstance(fault.does, str):
        site.pages["/"] = fault.does
    with ExitStack() as stack:
        url = standing(f"http://loom.test:{site.port}/", stack, fault, way, authority, tmp_path)
        up = Probe(at=datetime(2026, 11, 14, 12, tzinfo=UTC), outcome="up", status=200)
        before = Observation(
            source="links", subject="project:shelfcast", observed_on=LAST_WEEK, fingerprint="", seen=a_link(),
            place=place_of(Subject("project:shelfcast", url)), probes=(up,),
        )  # fmt: skip
        profile = a_profile(projects=[project_said(live={"url": url}, repository=None)])
        offline = fault.does == "offline"
        access = Access(base=tmp_path, today=NOW.date(), clock=NOW, offline=offline, scratch=tmp_path)

        def look(*known: Observation) -> Observation | None:
            with Web(
                may_reach=only_loopback, resolver=way, authority=authority.file, bounds=bounds, offline=offline
            ) as web:
                stored = {(one.source, one.subject): one for one in known}
                evidence = collect(profile, replace(access, web=web), stored=stored)
            return evidence.of("links", "project:shelfcast")

        after, without = look(before), look()
    assert after is not None
    assert without is not None
    assert (after.seen, after.observed_on, after.problem) == (before.seen, LAST_WEEK, None)
    assert after.probes[0] == up
    assert (without.problem or "").startswith(fault.words.format(url=url, host="loom.test"))
    missed = None if offline else without.problem
    assert after.missed == missed, "and the same is said where something was seen before, but for being offline"


def test_what_unpacks_without_end_and_what_never_ends_is_seen_as_far_as_it_may_go(site: Site, tmp_path: Path) -> None:
    bomb = gzip.compress(b"<p>A loom. " * 1_000_000)
    site.pages["/"] = page(bomb, "Content-Encoding: gzip")
    profile = a_profile(projects=[project_said(live={"url": site.url()}, repository=None)])
    with Web(may_reach=only_loopback) as web:
        access = Access(base=tmp_path, today=NOW.date(), clock=NOW, offline=False, scratch=tmp_path, web=web)
        found = collect(profile, access).of("links", "project:shelfcast")
    assert found is not None
    assert found.seen is not None
    assert found.seen.model_dump()["bytes"] == 2 * 1024 * 1024
