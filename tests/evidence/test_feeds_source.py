"""Feeds, asked of a real server."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from build import a_profile
from evidence.reading.feeds import atom, devto, medium, rss
from evidence.reading.shapes import SHAPES
from evidence.reading.texts import TEXTS
from folio.evidence.access import Access, Subject, Task
from folio.evidence.model import FeedSeen, Observation
from folio.evidence.privacy import scrubbing
from folio.evidence.reading.entries import LATER
from folio.evidence.reading.feeds import NO_FEED
from folio.evidence.sources import feeds, pages
from folio.facts.alike import similarity
from folio.web.client import Web
from web.site import Site, Visit, a_site, only_loopback, page, to

FIRST, NEXT = date(2026, 11, 22), date(2026, 11, 23)
TITLE, TEXT = TEXTS["en"]
XML = "application/rss+xml; charset=utf-8"


@pytest.fixture
def site() -> Iterator[Site]:
    with a_site() as started:
        yield started


@pytest.fixture
def web() -> Iterator[Web]:
    with Web(may_reach=only_loopback) as asked:
        yield asked


def an_access(web: Web | None, *, today: date = FIRST, refresh: bool = False) -> Access:
    return Access(base=Path(), today=today, offline=web is None, web=web, refresh=refresh)


def looked(access: Access, url: str, before: Observation | None = None) -> Observation:
    [one] = feeds.observe([Task(Subject("feed:ada", url), before)], access)
    return one


def listed(access: Access, url: str, before: Observation | None = None) -> FeedSeen:
    found = looked(access, url, before)
    assert isinstance(found.seen, FeedSeen), found.problem
    return found.seen


def a_story(times: int = 4) -> str:
    return SHAPES["hugo"].page(TITLE, SHAPES["hugo"].text(TEXT * times), "https://ada.example/story/")


def links(*paths: str, day: int = 1) -> str:
    return rss(
        *(
            f"<item><title>{path}</title><link>{path}</link><pubDate>{day} Mar 2026 08:00:00 GMT</pubDate></item>"
            for path in paths
        )
    )


def test_feeds_are_called_by_their_host_and_path() -> None:
    urls = [
        "https://ada.example/feed.xml",
        "https://medium.com/feed/@ada",
        "https://www.ada.example/?feed=rss2",
        "http://ada.example/feed.xml",
    ]
    found = [(one.name, one.location) for one in feeds.subjects(a_profile(feeds=urls))]
    assert found == [
        ("feed:ada.example/feed.xml", urls[0]),
        ("feed:medium.com/feed/@ada", urls[1]),
        ("feed:ada.example?64a40bb8", urls[2]),
    ]
    assert feeds.subjects(a_profile()) == ()


def test_feeds_that_differ_in_a_token_are_two_and_their_names_do_not_tell_it() -> None:
    profile = a_profile(feeds=[f"https://ada.example/feed?token={token}" for token in ("secret", "other")])
    names = [one.name for one in feeds.subjects(profile)]
    assert len({*names}) == 2
    looks = [Observation(source="feeds", subject=name, observed_on=FIRST, fingerprint="", problem="") for name in names]
    assert [scrubbing(profile)(look).subject for look in looks] == names
    assert "secret" not in "".join(names)


def test_a_feed_is_told_the_addresses_that_are_the_persons_own() -> None:
    articles = [{"id": "guest", "url": "https://loom.example/guest"}, {"id": "file", "file": "file.md"}]
    links = {"website": "https://ada.example", "github": "ada"}
    [feed] = feeds.subjects(a_profile(feeds=["https://notes.example/feed"], articles=articles, links=links))
    assert feed.own == ("https://ada.example", "https://github.com/ada", "https://loom.example/guest")


def test_a_feed_that_carries_its_texts_is_all_that_is_asked_for(site: Site, web: Web) -> None:
    text = SHAPES["medium"].text(TEXT * 4)
    site.pages["/feed/@ada"] = page(medium(TITLE, text, "https://medium.com/@ada/story-0f3c"), kind=XML)
    seen = listed(an_access(web), site.url("/feed/@ada"))
    [entry] = seen.entries
    assert (seen.title, seen.form, seen.flaw) == ("Stories by Ada on Medium", "rss20", None)
    assert (entry.url, entry.guid, str(entry.day)) == (
        "https://medium.com/@ada/story-0f3c",
        "https://medium.com/p/0f3c",
        "2026-03-14",
    )
    assert entry.text is not None
    assert (entry.text.code_blocks, entry.text.figures, entry.problem, entry.seen_on) == (4, 8, None, FIRST)
    assert site.paths == ["/feed/@ada"]
    assert "forecast" not in seen.model_dump_json()


def test_texts_that_it_does_not_carry_are_read_on_their_pages(site: Site, web: Web) -> None:
    site.pages |= {
        "/feed": page(links("/one", "/gone", "/locked"), kind=XML),
        "/one": page(a_story()),
        "/locked": page("no", status=403),
    }
    entries = listed(an_access(web), site.url("/feed")).entries
    assert {entry.title: (entry.text.words if entry.text else None, entry.problem) for entry in entries} == {
        "/one": (420, None),
        "/gone": (None, "it answers 404; correct the address"),
        "/locked": (
            None,
            "it answers 403: not everybody may read it; add its Markdown file, or name a feed that carries the text",
        ),
    }


def test_forty_pages_are_read_in_a_run_and_the_rest_in_the_next(site: Site, web: Web) -> None:
    paths = [f"/{at}" for at in range(50)]
    site.pages |= {path: page(a_story()) for path in paths} | {"/feed": page(links(*paths), 'ETag: "1"', kind=XML)}
    access = an_access(web)
    first = looked(access, site.url("/feed"))
    assert isinstance(first.seen, FeedSeen)
    assert [entry.problem for entry in first.seen.entries] == [None] * 40 + [LATER] * 10
    second = looked(access, site.url("/feed"), first)
    assert isinstance(second.seen, FeedSeen)
    assert not [entry for entry in second.seen.entries if entry.text is None]
    assert looked(access, site.url("/feed"), second) is second
    assert len(site.paths) == len({*site.paths}) + 1 == 52


def test_a_feed_that_has_not_changed_is_not_read_again_and_its_pages_are_not(site: Site, web: Web) -> None:
    def feed(visit: Visit) -> bytes:
        if visit.headers.get("if-none-match") == '"1"' and visit.headers.get("if-modified-since"):
            return page("", status=304)
        return page(links("/one"), 'ETag: "1"', "Last-Modified: Sun, 01 Mar 2026 08:00:00 GMT", kind=XML)

    site.pages |= {"/feed": feed, "/one": page(a_story())}
    first = looked(an_access(web), site.url("/feed"))
    assert looked(an_access(web), site.url("/feed"), first) is first
    second = looked(an_access(web, today=NEXT), site.url("/feed"), first)
    assert isinstance(second.seen, FeedSeen)
    assert isinstance(first.seen, FeedSeen)
    assert second.seen.entries == tuple(one.model_copy(update={"seen_on": NEXT}) for one in first.seen.entries)
    assert (second.observed_on, site.paths) == (NEXT, ["/feed", "/one", "/feed"])
    again = listed(an_access(web, today=NEXT, refresh=True), site.url("/feed"), second)
    assert site.paths[3:] == ["/feed", "/one"]
    assert again.entries[0].text == first.seen.entries[0].text


def test_a_page_is_read_again_when_the_feed_says_that_it_changed(site: Site, web: Web) -> None:
    entry = "<entry><title>A</title><link href='/one'/><id>1</id><updated>{}</updated></entry>"
    feed = [page(atom(entry.format(f"2026-03-{day}T00:00:00Z")), kind=XML) for day in (14, 14, 15)]
    site.pages |= {"/feed": list(feed), "/one": [page(a_story(4)), page(a_story(5))]}
    days = [date(2026, 11, day) for day in (22, 23, 24)]
    first = looked(an_access(web, today=days[0]), site.url("/feed"))
    second = looked(an_access(web, today=days[1]), site.url("/feed"), first)
    third = listed(an_access(web, today=days[2]), site.url("/feed"), second)
    assert site.paths == ["/feed", "/one", "/feed", "/feed", "/one"]
    assert third.entries[0].text is not None
    assert third.entries[0].text.words == 525


def test_what_a_feed_drops_is_kept(site: Site, web: Web) -> None:
    site.pages |= {path: page(a_story()) for path in ("/one", "/two")}
    site.pages["/feed"] = [page(links("/one", day=1), kind=XML), page(links("/two", day=2), kind=XML)]
    first = looked(an_access(web), site.url("/feed"))
    second = listed(an_access(web, today=NEXT), site.url("/feed"), first)
    assert [(entry.title, entry.seen_on, entry.text is not None) for entry in second.entries] == [
        ("/two", NEXT, True),
        ("/one", FIRST, True),
    ]


def test_a_page_leads_to_its_feed_in_one_step_and_no_more(site: Site, web: Web) -> None:
    names = "<html><head><link rel=alternate type=application/rss+xml href={}></head></html>"
    site.pages |= {
        "/": page(names.format("/feed")),
        "/feed": page(links(), kind=XML),
        "/circle": page(names.format("/circle")),
        "/none": page("<html><body>Welcome</body></html>"),
        "/moved": to("/feed", 301),
    }
    assert listed(an_access(web), site.url("/")).form == "rss20"
    assert listed(an_access(web), site.url("/moved")).form == "rss20"
    assert looked(an_access(web), site.url("/circle")).problem == f"{site.url('/circle')}: {NO_FEED}"
    assert (
        looked(an_access(web), site.url("/none")).problem
        == f"{site.url('/none')}: it is no feed; give the address of an RSS, Atom or JSON feed"
    )


def test_a_broken_feed_is_read_and_says_what_is_wrong(site: Site, web: Web) -> None:
    site.pages["/feed"] = page(links("/one").replace("</channel></rss>", ""), kind=XML)
    seen = listed(an_access(web), site.url("/feed"))
    assert ([entry.title for entry in seen.entries], seen.flaw) == (["/one"], "line 3: no element found")


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (page("", status=404), "URL: it answers 404; correct the address"),
        (page("no", status=403), "URL: it answers 403: not everybody may read it; add its Markdown file, or name a feed that carries the text"),
        (page("<!DOCTYPE x [<!ENTITY a 'b'>]><rss/>"), "URL: it declares a document type with entities, which no feed needs and folio does not expand"),
        (page("{}", kind="application/json"), "URL: it is JSON, and no JSON feed: its 'version' is not one of jsonfeed.org's"),
    ],
)  # fmt: skip
def test_a_feed_that_can_not_be_read_is_not_known_and_says_why(site: Site, web: Web, answer: bytes, said: str) -> None:
    site.pages["/feed"] = answer
    observation = looked(an_access(web), site.url("/feed"))
    assert observation.seen is None
    assert (observation.problem or "").replace(site.url("/feed"), "URL") == said


def test_a_host_that_asks_for_time_is_left_alone_until_then(site: Site, web: Web) -> None:
    site.pages["/feed"] = page("", "Retry-After: 7200", status=429)
    access = Access(base=Path(), today=FIRST, offline=False, web=web, clock=datetime(2026, 11, 22, 9, tzinfo=UTC))
    limited = looked(access, site.url("/feed"))
    assert (limited.seen, limited.again_at) == (None, datetime(2026, 11, 22, 11, tzinfo=UTC))
    assert looked(access, site.url("/feed"), limited) is limited
    assert site.paths == ["/feed"]


def test_what_a_feed_links_to_on_a_strangers_site_is_not_read_unless_the_feed_carries_it(site: Site, web: Web) -> None:
    essay = site.url("/essay", "localhost")
    site.pages |= {
        "/essay": page(a_story()),
        "/links": page(links(essay, "/led-away", "/mine"), kind=XML),
        "/led-away": to(essay),
        "/mine": page(a_story()),
        "/carries": page(medium(TITLE, SHAPES["medium"].text(TEXT * 4), essay), kind=XML),
    }
    seen = listed(an_access(web), site.url("/links"))
    said = "it is on another site (localhost), which may be somebody else's; name it under 'articles' if you wrote it"
    assert {entry.title: (entry.text is not None, entry.problem) for entry in seen.entries} == {
        essay: (False, said),
        "/led-away": (False, said),
        "/mine": (True, None),
    }
    assert sorted(site.paths) == ["/essay", "/led-away", "/links", "/mine"]
    [carried] = listed(an_access(web), site.url("/carries")).entries
    assert (carried.text is not None, carried.problem, site.paths[4:]) == (True, None, ["/carries"])


def test_what_a_feed_lists_is_read_as_soon_as_its_site_is_the_persons(site: Site, web: Web) -> None:
    essay = site.url("/essay", "localhost")
    site.pages |= {"/essay": page(a_story()), "/feed": page(links(essay), kind=XML)}
    first = looked(an_access(web), site.url("/feed"))
    assert site.paths == ["/feed"]
    subject = Subject("feed:ada", site.url("/feed"), own=(site.url("/", "localhost"),))
    [second] = feeds.observe([Task(subject, first)], an_access(web, today=NEXT))
    assert isinstance(second.seen, FeedSeen)
    assert [(entry.text is not None, entry.problem) for entry in second.seen.entries] == [(True, None)]


def test_a_page_in_place_of_a_text_takes_nothing_away_from_the_feed(site: Site, web: Web) -> None:
    down = page("<h1>Sorry</h1><p>We are down.</p>" + "<!-- -->" * 100)
    site.pages |= {
        "/feed": page(links("/one"), kind=XML),
        "/one": [page(a_story()), down],
    }
    first = looked(an_access(web), site.url("/feed"))
    assert isinstance(first.seen, FeedSeen)
    [entry] = first.seen.entries
    waiting = first.seen.model_copy(update={"entries": (entry.model_copy(update={"problem": LATER}),)})
    before = first.model_copy(update={"seen": waiting})
    [missed] = listed(an_access(web, today=NEXT), site.url("/feed"), before).entries
    assert missed.text == entry.text
    assert missed.problem is not None
    assert missed.problem.startswith("it shows 3 words where 420 were; look whether it is down")
    [taken] = listed(an_access(web, today=NEXT, refresh=True), site.url("/feed"), before).entries
    assert taken.text is not None
    assert (taken.text.words, taken.problem) == (3, None)


def test_several_feeds_are_each_given_when_they_are_done(site: Site, web: Web) -> None:
    site.pages |= {f"/{at}": page(links(), kind=XML) for at in range(6)}
    tasks = [Task(Subject(f"feed:{at}", site.url(f"/{at}"))) for at in range(6)]
    assert {one.subject for one in feeds.observe(tasks, an_access(web))} == {f"feed:{at}" for at in range(6)}


def test_offline_nothing_is_asked() -> None:
    assert looked(an_access(None), "https://ada.example/feed").problem == "not asked: offline"
    with Web(offline=True) as off:
        assert looked(an_access(off), "https://ada.example/feed").problem == "not asked: offline"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_a_feed_in_another_encoding_is_read(site: Site, web: Web, encoding: str) -> None:
    name = {"cp1252": "windows-1252"}.get(encoding, encoding)
    text = links("/one").replace("Ada writes", "Adé schrieb").replace('encoding="UTF-8"', f'encoding="{name}"')
    site.pages |= {"/feed": page(text.encode(encoding), kind="application/xml"), "/one": page(a_story())}
    assert listed(an_access(web), site.url("/feed")).title == "Adé schrieb"


def test_the_same_text_in_a_file_on_a_page_and_in_a_feed_is_the_same(site: Site, web: Web) -> None:
    """What `same-text` compares: the sketch, and the address of first publication."""
    title, text = TEXTS["de"]
    first = "https://ada.example/story/"
    site.pages |= {
        "/feed": page(devto(title, SHAPES["dev.to"].text(text * 5), "https://dev.to/ada/story"), kind=XML),
        "/story": page(SHAPES["hashnode"].page(title, SHAPES["hashnode"].text(text * 5), first)),
    }
    [entry] = listed(an_access(web), site.url("/feed")).entries
    [story] = pages.observe([Task(Subject("article:story", site.url("/story")))], an_access(web))
    assert entry.text is not None
    assert story.seen is not None
    assert story.seen.kind == "article"
    assert similarity(entry.text.shingles, story.seen.shingles) >= 900
    assert story.seen.canonical == first
