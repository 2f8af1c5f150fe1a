"""What a fetch gives: answers, redirects, headers, and each address once."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from folio.version import VERSION
from folio.web.client import Web
from folio.web.model import Answer, Bounds, NoAnswer, Wanted
from web.ask import answer, no_answer
from web.site import Site, Visit, leads_to, only_loopback, page, to


def test_a_page_arrives_with_what_was_said_of_it(site: Site, web: Web) -> None:
    site.pages["/"] = page("<title>Größe</title>", "X-Two: a", "X-Two: b")
    found = answer(web, site.url())
    assert (found.url, found.final_url, found.redirects) == (site.url(), site.url(), ())
    assert (found.status, found.text, found.cut, found.tls) == (200, "<title>Größe</title>", False, False)
    assert (found.headers["content-type"], found.headers["x-two"]) == ("text/html; charset=utf-8", "a, b")
    assert found.first_byte_ms >= 0


def test_whoever_is_asked_sees_who_asks_and_nothing_of_the_person(
    site: Site, web: Web, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.2:1")
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login ada password secret\n")
    (tmp_path / ".netrc").chmod(0o600)
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    monkeypatch.setenv("HOME", str(tmp_path))
    site.pages["/"] = page("", "Set-Cookie: who=ada")
    answer(web, site.url())
    answer(web, site.url())
    assert site.journal[1].headers == {
        "host": f"127.0.0.1:{site.port}",
        "user-agent": f"folio/{VERSION}",
        "accept": "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5",
        "accept-encoding": "gzip, deflate",
    } | {name: value for name, value in site.journal[1].headers.items() if name == "connection"}


def test_what_is_known_already_is_not_sent_again(site: Site, web: Web) -> None:
    site.pages["/feed"] = lambda visit: page(status=304 if visit.headers.get("if-none-match") == '"7"' else 200)
    wanted = Wanted(site.url("/feed"), "application/rss+xml", '"7"', "Sun, 22 Nov 2026 10:00:00 GMT")
    (found,) = web.fetch([wanted])
    assert isinstance(found, Answer)
    assert (found.status, found.body) == (304, b"")
    assert site.journal[0].headers["accept"] == "application/rss+xml"
    assert site.journal[0].headers["if-modified-since"] == "Sun, 22 Nov 2026 10:00:00 GMT"


@pytest.mark.parametrize("status", [200, 204, 300, 304, 400, 401, 403, 404, 410, 451, 500, 503, 999])
def test_every_status_is_an_answer(site: Site, status: int) -> None:
    site.pages["/"] = page(status=status)
    with Web(may_reach=only_loopback, bounds=Bounds(tries=1)) as web:
        assert answer(web, site.url()).status == status


def test_redirects_are_followed_and_named(site: Site, web: Web) -> None:
    site.pages |= {
        "/a": to("/b?x=1#part", 301),
        "/b?x=1": to(site.url("/ü", "127.0.0.1"), 307),
        "/%C3%BC": page("here"),
    }
    found = answer(web, site.url("/a#top"))
    assert found.redirects == (site.url("/a"), site.url("/b?x=1"))
    assert (found.url, found.final_url, found.text) == (site.url("/a#top"), site.url("/%C3%BC"), "here")


def test_five_redirects_are_fine_and_six_are_not(site: Site, web: Web) -> None:
    site.pages |= {f"/{number}": to(f"/{number - 1}") for number in range(1, 7)} | {"/0": page()}
    assert len(answer(web, site.url("/5")).redirects) == 5
    found = no_answer(web, site.url("/6"))
    assert (found.kind, found.problem) == (
        "redirects",
        "127.0.0.1 redirects more than 5 times; write the last address",
    )


@pytest.mark.parametrize("ways", [{"/a": "/a"}, {"/a": "/b", "/b": "/a"}, {"/a": "#part"}])
def test_a_circle_of_redirects_is_told(site: Site, web: Web, ways: dict[str, str]) -> None:
    site.pages |= {path: to(location) for path, location in ways.items()}
    found = no_answer(web, site.url("/a"))
    assert (found.kind, found.problem) == ("redirects", "127.0.0.1 redirects in a circle")
    assert len(site.journal) == len(ways)


def test_a_cookie_goes_along_to_the_end_of_one_way_and_on_no_other(site: Site) -> None:
    def home(visit: Visit) -> bytes:
        return page("come in") if visit.headers.get("cookie") == "pass=1" else to("/gate")

    site.pages |= {"/": home, "/gate": page("", "Location: /", "Set-Cookie: pass=1; Path=/", status=303)}
    with Web(may_reach=only_loopback, resolver=leads_to("127.0.0.1")) as web:
        assert answer(web, site.url(host="app.test")).text == "come in"
        assert answer(web, site.url(host="app.test")).text == "come in"
    assert [visit.headers.get("cookie") for visit in site.journal] == [None, None, "pass=1"] * 2


@pytest.mark.parametrize(
    "location",
    ["http://[::1", "file:///etc/passwd", "javascript:alert(1)", "mailto:a@b.example", "http://a:b@c.example/", "http://2130706433/", "http://127.0.0.1:25/", "http://", "http://a..b/", "http://" + "a" * 5000],
)  # fmt: skip
def test_a_redirect_to_no_address_is_told(site: Site, web: Web, location: str) -> None:
    site.pages["/"] = to(location)
    assert no_answer(web, site.url()).kind == "redirects"


@pytest.mark.parametrize("location", [b"/\xe4", b"/\xc3\xa4", b"  /x y ", b"", b"/\xff\xfe\x01"])
def test_a_redirect_with_odd_letters_is_followed_or_told(site: Site, web: Web, location: bytes) -> None:
    site.pages["/"] = b"HTTP/1.1 302 X\r\nContent-Length: 0\r\nLocation: " + location + b"\r\n\r\n"
    (found,) = web.fetch([Wanted(site.url())])
    assert isinstance(found, NoAnswer) or found.status == 404


def test_an_address_that_is_wanted_twice_is_fetched_once(site: Site, web: Web) -> None:
    heard: list[str] = []
    urls = [site.url("/a"), site.url("/b"), site.url("/a#part"), site.url("/a")]
    outcomes = web.fetch([Wanted(url) for url in urls], lambda wanted, outcome: heard.append(wanted.url))
    assert [one.url for one in outcomes] == urls
    assert sorted(site.paths) == ["/a", "/b"]
    assert sorted(heard) == sorted(urls)


def test_what_hears_of_answers_runs_where_the_fetch_was_called(site: Site, web: Web) -> None:
    threads: list[threading.Thread] = []
    web.fetch([Wanted(site.url())], lambda wanted, outcome: threads.append(threading.current_thread()))
    assert threads == [threading.current_thread()]


def test_a_fault_of_who_hears_ends_the_fetch_and_not_the_web(site: Site, web: Web) -> None:
    def fail(wanted: Wanted, outcome: object) -> None:
        raise KeyError("mine")

    with pytest.raises(KeyError):
        web.fetch([Wanted(site.url("/a")), Wanted(site.url("/b"))], fail)
    assert answer(web, site.url()).status == 404


def test_who_stops_listening_stops_the_asking(site: Site, web: Web) -> None:
    site.pages |= {"/": page("first"), "/silent": Visit.say_nothing}
    for wanted, outcome in web.each([Wanted(site.url()), Wanted(site.url("/silent", "localhost"))]):
        assert wanted.url == outcome.url == site.url()
        break
    assert answer(web, site.url()).text == "first"


def test_nothing_is_asked_offline(site: Site) -> None:
    with Web(may_reach=only_loopback, offline=True) as web:
        found = no_answer(web, site.url())
    assert (found.kind, found.problem) == ("offline", "not asked: offline")
    assert site.connections == 0


def test_closing_stops_what_another_thread_waits_for(site: Site) -> None:
    site.pages["/"] = Visit.say_nothing
    ended: list[BaseException] = []
    web = Web(may_reach=only_loopback)

    def wait() -> None:
        try:
            web.fetch([Wanted(site.url())])
        except RuntimeError as error:
            ended.append(error)

    waiting = threading.Thread(target=wait)
    waiting.start()
    while not site.journal:
        waiting.join(0.01)
    web.close()
    waiting.join()
    assert [str(one) for one in ended] == ["the web was closed while it was asked"]
    with pytest.raises(RuntimeError, match="closed"):
        web.fetch([Wanted(site.url())])
    web.close()


def test_no_thread_is_left_behind_and_none_is_started_for_nothing(site: Site) -> None:
    def ours() -> list[str]:
        return [one.name for one in threading.enumerate() if one.name == "folio-web"]

    with Web(may_reach=only_loopback) as web:
        assert web.fetch([]) == ()
        assert ours() == []
        answer(web, site.url())
        assert ours() == ["folio-web"]
    assert ours() == []


def test_a_name_leads_where_the_resolver_says(site: Site) -> None:
    site.pages["shop.test/"] = page("the shop")
    with Web(may_reach=only_loopback, resolver=leads_to("127.0.0.1")) as web:
        assert answer(web, site.url("/", "SHOP.test")).text == "the shop"


def test_importing_the_web_imports_no_http_library() -> None:
    code = "import sys, folio.web.client; print({'aiohttp', 'tenacity', 'yarl', 'lxml'} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "set()"
