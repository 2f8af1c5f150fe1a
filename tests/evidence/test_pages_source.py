"""Articles that are pages, asked of a real server."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from build import a_profile
from evidence.reading.shapes import DAY, SHAPES
from evidence.reading.texts import TEXTS
from folio.evidence.access import Access, Subject, Task
from folio.evidence.collect import settled
from folio.evidence.model import ArticleSeen, Observation
from folio.evidence.sources import pages
from folio.web.client import Web
from web.site import Page, Site, Visit, a_site, only_loopback, page, to

TODAY = date(2026, 11, 22)
TITLE, TEXT = TEXTS["en"]
STORY = SHAPES["hugo"].page(TITLE, SHAPES["hugo"].text(TEXT * 4), "https://ada.example/story/")


@pytest.fixture
def site() -> Iterator[Site]:
    with a_site() as started:
        yield started


@pytest.fixture
def web() -> Iterator[Web]:
    with Web(may_reach=only_loopback) as asked:
        yield asked


def an_access(web: Web | None, *, today: date = TODAY, refresh: bool = False) -> Access:
    return Access(base=Path(), today=today, offline=web is None, web=web, refresh=refresh)


def looked(access: Access, url: str, before: Observation | None = None) -> Observation:
    [one] = pages.observe([Task(Subject("article:story", url), before)], access)
    return one


def problem(site: Site, web: Web, answer: Page) -> str:
    site.pages["/story"] = answer
    observation = looked(an_access(web), site.url("/story?key=secret").replace("?key=secret", ""))
    assert observation.seen is None
    assert observation.problem is not None
    return observation.problem.replace(site.url("/story"), "URL")


def test_a_page_is_an_article_if_it_has_an_address_and_no_file() -> None:
    articles = [
        {"id": "page", "url": "https://ada.example/page"},
        {"id": "file", "file": "file.md"},
        {"id": "both", "file": "both.md", "url": "https://ada.example/both"},
    ]
    assert pages.subjects(a_profile(articles=articles)) == (Subject("article:page", "https://ada.example/page"),)
    assert pages.subjects(a_profile()) == ()


def test_a_page_is_read_once_a_day_and_not_again_while_its_mark_stays(site: Site, web: Web) -> None:
    def story(visit: Visit) -> bytes:
        if visit.headers.get("if-none-match") == '"1"':
            return page("", status=304)
        return page(STORY, 'ETag: "1"')

    site.pages["/story"] = story
    first = looked(an_access(web), site.url("/story"))
    assert isinstance(first.seen, ArticleSeen)
    assert (first.seen.title, str(first.seen.day), first.seen.canonical) == (TITLE, DAY, "https://ada.example/story/")
    assert "forecast" not in first.model_dump_json()
    assert looked(an_access(web), site.url("/story"), first) is first
    tomorrow = looked(an_access(web, today=date(2026, 11, 23)), site.url("/story"), first)
    assert tomorrow == first.model_copy(update={"observed_on": date(2026, 11, 23)})
    looked(an_access(web, refresh=True), site.url("/story"), first)
    assert [visit.headers.get("if-none-match") for visit in site.journal] == [None, '"1"', None]


def test_a_page_without_a_mark_is_known_by_its_bytes(site: Site, web: Web) -> None:
    site.pages["/story"] = [page(STORY), page(STORY), page(STORY.replace("season", "year"))]
    days = [date(2026, 11, day) for day in (22, 23, 24)]
    first = looked(an_access(web, today=days[0]), site.url("/story"))
    second = looked(an_access(web, today=days[1]), site.url("/story"), first)
    assert (second.seen, second.observed_on) == (first.seen, days[1])
    third = looked(an_access(web, today=days[2]), site.url("/story"), second)
    assert third.seen != first.seen


def test_a_page_that_moved_is_read_where_it_is(site: Site, web: Web) -> None:
    site.pages |= {
        "/old": to("/new/", 301),
        "/new/": page(f"<article><p>See <a href='more'>more</a>. {'word ' * 60}</p></article>"),
    }
    seen = looked(an_access(web), site.url("/old")).seen
    assert isinstance(seen, ArticleSeen)
    assert seen.links == (site.url("/new/more"),)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (page("", status=404), "URL: it answers 404; correct the address"),
        (page("<h1>Gone</h1>", status=410), "URL: it answers 410; correct the address"),
        (
            page("<h1>Just a moment</h1>", status=403),
            "URL: it answers 403: not everybody may read it; add its Markdown file, or name a feed that carries the text",
        ),
        (
            page("<h1>Log in</h1>", "WWW-Authenticate: Basic", status=401),
            "URL: it answers 401: not everybody may read it; add its Markdown file, or name a feed that carries the text",
        ),
        (page(""), "URL: it answers 200 and nothing to read"),
        (page(b"%PDF-1.7", kind="application/pdf"), "URL: it is application/pdf, and no page; add its Markdown file"),
        (page("# A story", kind="text/plain"), "URL: it is text/plain, and no page; add its Markdown file"),
        (page("<article></article>"), "URL: there is no text on it"),
        (
            page(f"<article><p>Member-only story</p><p>{'word ' * 900}</p></article>"),
            "URL: not everybody can read it to the end; add its Markdown file, or a feed that carries the whole text",
        ),
        (
            page("<form><input type=password></form>"),
            "URL: it asks to log in; give an address that anybody can read",
        ),
        (
            page("<article><p>" + "word " * 500_000),
            "URL: it is over 2 MB, and its text does not end within them; add its Markdown file",
        ),
    ],
)  # fmt: skip
def test_a_page_that_can_not_be_read_is_not_known_and_says_why(site: Site, web: Web, answer: bytes, said: str) -> None:
    assert problem(site, web, answer) == said


def test_a_host_in_trouble_is_not_a_missing_article(site: Site) -> None:
    async def at_once(_: float) -> None:
        return None

    with Web(may_reach=only_loopback, sleep=at_once) as hasty:
        said = problem(site, hasty, page("<h1>Sorry</h1>", status=503))
        assert said == "URL: its host has trouble (it answers 503); try again later"


def test_a_host_that_asks_for_time_is_left_alone_until_then(site: Site, web: Web) -> None:
    site.pages["/story"] = page("", "Retry-After: 3600", status=429)
    access = Access(base=Path(), today=TODAY, offline=False, web=web, clock=datetime(2026, 11, 22, 9, tzinfo=UTC))
    limited = looked(access, site.url("/story"))
    assert (limited.seen, limited.again_at) == (None, datetime(2026, 11, 22, 10, tzinfo=UTC))
    assert limited.problem is not None
    assert limited.problem.startswith("127.0.0.1 asks to ")
    asked = len(site.journal)
    assert looked(access, site.url("/story"), limited) is limited
    assert len(site.journal) == asked


IN_PLACE = {
    "maintenance": (
        "<title>Down for maintenance</title><h1>We will be back soon</h1><p>We are down for maintenance.</p>",
        "it shows a page that says 'coming soon'; open it yourself to see whether your text is there",
    ),
    "challenge": (
        "<title>Just a moment...</title><p>Checking your browser before accessing ada.example. Please allow up to 5 seconds.</p>",
        "it shows a page that lets no program in; add its Markdown file, or name a feed that carries the text",
    ),
    "parked": (
        "<title>ada.example</title><p>This domain is for sale! Buy this domain.</p>",
        "it shows a domain for sale; open it yourself to see whether your text is there",
    ),
    "not found": (
        f"<title>Page not found</title><p>{'There is nothing here. ' * 12}</p>",
        "it says that there is nothing at this address; correct it",
    ),
    "greeting": (
        "<p>OK</p>",
        "it shows next to nothing; open it yourself to see whether your text is there",
    ),
}


@pytest.mark.parametrize(("html", "said"), IN_PLACE.values(), ids=list(IN_PLACE))
def test_what_stands_in_place_of_an_article_is_none(site: Site, web: Web, html: str, said: str) -> None:
    assert problem(site, web, page(html)) == f"URL: {said}"


@pytest.mark.parametrize(
    ("html", "said"),
    [
        *IN_PLACE.values(),
        (
            f"<p>We are down.</p>{'<!-- -->' * 100}",
            "it shows 3 words where 420 were; look whether it is down (--refresh takes the new text)",
        ),
        (
            f"<title>Before you continue</title><p>{'We use cookies and data to deliver services. ' * 12}</p>",
            "it shows 96 words where 420 were; look whether it is down (--refresh takes the new text)",
        ),
        (
            f"<p>{' '.join(f'lorem{at}' for at in range(600))}</p>",
            "it shows quite another text than before; look whether it is still yours (--refresh takes the new text)",
        ),
    ],
)  # fmt: skip
def test_a_second_look_at_something_else_takes_no_article_away(site: Site, web: Web, html: str, said: str) -> None:
    site.pages["/story"] = [page(STORY), page(html), page(html), page(STORY)]
    url = site.url("/story")
    task = Task(Subject("article:story", url))
    first = settled(task, looked(an_access(web), url))
    days = [date(2026, 11, day) for day in (23, 24, 25)]
    for day in days[:2]:
        now = looked(an_access(web, today=day), url, first)
        assert (now.seen, now.problem) == (None, f"{url}: {said}")
        kept = settled(Task(task.subject, first), now)
        assert (kept.seen, kept.observed_on, kept.missed) == (first.seen, TODAY, f"{url}: {said}")
    back = looked(an_access(web, today=days[2]), url, kept)
    assert (back.seen, back.observed_on, back.missed) == (first.seen, days[2], None)


def test_a_text_that_its_author_shortened_is_taken_when_asked_to_look_anew(site: Site, web: Web) -> None:
    site.pages["/story"] = [page(STORY), page(f"<p>{'short ' * 60}</p>")]
    first = looked(an_access(web), site.url("/story"))
    now = looked(an_access(web, refresh=True), site.url("/story"), first)
    assert isinstance(now.seen, ArticleSeen)
    assert now.seen.words == 60


def test_a_text_that_was_measured_otherwise_is_not_compared(site: Site, web: Web) -> None:
    site.pages["/story"] = [page(STORY), page(f"<p>{'short ' * 60}</p>")]
    first = looked(an_access(web), site.url("/story"))
    older = first.model_copy(update={"fingerprint": f"0 {first.fingerprint}"})
    now = looked(an_access(web, today=date(2026, 11, 23)), site.url("/story"), older)
    assert isinstance(now.seen, ArticleSeen)
    assert now.seen.words == 60


def test_a_long_page_whose_text_ends_early_is_read(site: Site, web: Web) -> None:
    site.pages["/story"] = page(f"<article><p>{'word ' * 60}</p></article><!--{'x' * 3_000_000}-->")
    seen = looked(an_access(web), site.url("/story")).seen
    assert isinstance(seen, ArticleSeen)
    assert seen.words == 60


def test_a_query_that_may_be_a_key_is_not_repeated(site: Site, web: Web) -> None:
    assert (
        looked(an_access(web), site.url("/none?key=secret")).problem
        == f"{site.url('/none')}: it answers 404; correct the address"
    )


def test_the_same_address_twice_is_asked_once(site: Site, web: Web) -> None:
    site.pages["/story"] = page(STORY)
    tasks = [Task(Subject(f"article:{name}", site.url("/story"))) for name in ("one", "two")]
    assert {one.subject for one in pages.observe(tasks, an_access(web))} == {"article:one", "article:two"}
    assert site.paths == ["/story"]


def test_offline_nothing_is_asked_and_what_was_seen_is_for_collect_to_keep(web: Web) -> None:
    assert looked(an_access(None), "https://ada.example/a").problem == "not asked: offline"
    with Web(offline=True) as off:
        assert looked(an_access(off), "https://ada.example/a").problem == "not asked: offline"


@pytest.mark.parametrize(
    ("encoding", "kind"),
    [
        ("utf-8", "text/html"),
        ("utf-16", "text/html"),
        ("cp1252", "text/html; charset=iso-8859-1"),
        ("gb18030", "text/html; charset=gbk"),
    ],
)
def test_a_page_in_any_encoding_of_the_web_is_read(site: Site, web: Web, encoding: str, kind: str) -> None:
    language = "zh" if encoding == "gb18030" else "fr"
    title, text = TEXTS[language]
    html = SHAPES["jekyll"].page(title, SHAPES["jekyll"].text(text), site.url("/story"))
    html = html.replace('<meta charset="utf-8">', "").replace("œ", "oe")
    site.pages["/story"] = page(html.encode(encoding), kind=kind)
    seen = looked(an_access(web), site.url("/story")).seen
    assert isinstance(seen, ArticleSeen)
    assert (seen.title, seen.language) == (title, language)


def test_utf_7_is_not_read_as_what_it_hides(site: Site, web: Web) -> None:
    hidden = "<article><p>" + "word " * 60 + "+ADw-script+AD4-</p></article>"
    site.pages["/story"] = page(hidden, kind="text/html; charset=utf-7")
    seen = looked(an_access(web), site.url("/story")).seen
    assert isinstance(seen, ArticleSeen)
    assert seen.words == 62
