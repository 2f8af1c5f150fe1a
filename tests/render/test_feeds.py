"""Feeds, sitemap and plain texts: valid by their specifications, whole addresses, and nothing made up."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import feedparser
import jsonschema_rs
import pytest

from folio.portfolio.parts import Reference
from folio.portfolio.prose import prose
from folio.portfolio.site.model import Alternate, Now, Portfolio
from folio.portfolio.site.words import site_words
from folio.render.artifact import Artifact
from folio.render.site import feeds, plain_texts, search_engines
from folio.render.site.folder import render_site
from render.sample import BARE, LENA

WORDS = site_words("en")
ROOT = "https://lena.example/portfolio/"
SPACES = {**feeds.SPACES, "s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
RFC822 = re.compile(r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT")
LANGUAGES = (Alternate("en", "English", ""), Alternate("de", "Deutsch", "de/"))
ENGLISH = replace(LENA, alternates=LANGUAGES, now=Now(prose("Bread."), "2026-11", "November 2026"))
GERMAN = replace(ENGLISH, language="de", prefix="de/", essays=LENA.essays[:1])
AWKWARD = replace(
    LENA,
    name="L\x0bena <b>&</b> ]]> \ud800x",
    essays=(
        replace(
            LENA.essays[0],
            title='A < B & "C" ]]> \x00\ufffe',
            summary="<script>alert(1)</script> \x1b[0m",
            tags=("a,b", "<c>"),
            body=prose("See [there](#end), [work](work/shelfcast/) & <b>bold</b> `x]]>y`."),
        ),
        replace(LENA.essays[2], day=None, summary=None),
        replace(LENA.essays[2], id="nowhere", url=None),
    ),
)


@cache
def channel(which: str) -> ElementTree.Element:
    found = ElementTree.fromstring(feeds.rss({"lena": LENA, "awkward": AWKWARD, "german": GERMAN}[which], WORDS))
    assert (found.tag, found.attrib) == ("rss", {"version": "2.0"})
    (only,) = found
    return only


def text(parent: ElementTree.Element, name: str) -> str:
    (found,) = parent.findall(name, SPACES)
    assert found.text
    return found.text


def is_whole(url: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme == "https" and bool(parts.netloc) and parts.geturl() == url and not re.search(r"\s", url)


@pytest.mark.parametrize("which", ["lena", "awkward", "german"])
def test_rss_has_what_its_specification_demands(which: str) -> None:
    # rssboard.org/rss-specification; of its best practices: atom:link, guid, no relative address, no two of a kind
    feed = channel(which)
    assert all(text(feed, name) for name in ("title", "link", "description", "language"))
    assert RFC822.fullmatch(text(feed, "lastBuildDate"))
    (own,) = feed.findall("atom:link", SPACES)
    assert own.attrib["rel"] == "self"
    assert own.attrib["type"] == "application/rss+xml"
    assert is_whole(own.attrib["href"])
    items = feed.findall("item")
    assert items
    for item in items:
        names = [one.tag for one in item if one.tag != "category"]
        assert len(names) == len(set(names))
        assert all(text(item, name) for name in ("title", "description", "dc:creator"))
        assert is_whole(text(item, "link"))
        assert text(item, "guid") == text(item, "link")
        days = item.findall("pubDate")
        assert all(RFC822.fullmatch(one.text or "") for one in days)
    guids = [text(item, "guid") for item in items]
    assert len(guids) == len(set(guids))


@pytest.mark.parametrize("portfolio", [LENA, AWKWARD, GERMAN], ids=["lena", "awkward", "german"])
def test_a_feed_reader_reads_the_feed_without_a_complaint(portfolio: Portfolio) -> None:
    read = feedparser.parse(feeds.rss(portfolio, WORDS), response_headers={"content-type": "application/rss+xml"})
    assert not read.bozo
    assert read.version == "rss20"
    assert read.feed.language == portfolio.language
    assert read.entries[0].title.startswith(portfolio.essays[0].title[:3])
    dated = [one.published_parsed[:3] for one in read.entries if "published_parsed" in one]
    assert dated == sorted(dated, reverse=True)


@cache
def json_schema() -> Any:
    file = Path(__file__).parent / "schema" / "json-feed-1.1.json"
    return jsonschema_rs.validator_for(json.loads(file.read_text(encoding="utf-8")), validate_formats=True)


@pytest.mark.parametrize("portfolio", [LENA, AWKWARD, GERMAN], ids=["lena", "awkward", "german"])
def test_the_json_feed_holds_to_its_schema_and_specification(portfolio: Portfolio) -> None:
    feed = json.loads(feeds.json_feed(portfolio, WORDS))
    json_schema().validate(feed)
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["feed_url"].endswith("feed.json")
    assert feed["authors"][0]["url"] == feed["home_page_url"]
    ids = [one["id"] for one in feed["items"]]
    assert len(ids) == len(set(ids)) > 0
    for item in feed["items"]:
        assert ("content_html" in item) != ("content_text" in item)
        assert is_whole(item["url"])


def test_the_schema_of_json_feed_is_held_strictly() -> None:
    feed = json.loads(feeds.json_feed(LENA, WORDS))
    del feed["items"][0]["id"]
    assert not json_schema().is_valid(feed)


def test_a_text_of_ones_own_is_in_the_feed_with_whole_addresses() -> None:
    whole = text(channel("lena").findall("item")[0], "content:encoded")
    assert f'src="{ROOT}articles/img/backtest.svg"' in whole
    awkward = text(channel("awkward").findall("item")[0], "content:encoded")
    assert f'href="{ROOT}articles/beat-last-tuesday/#end"' in awkward
    assert f'href="{ROOT}work/shelfcast/"' in awkward
    assert "<b>" not in awkward
    assert channel("lena").findall("item")[2].find("content:encoded", SPACES) is None
    german = replace(GERMAN, essays=(replace(GERMAN.essays[0], body=prose("[Arbeit](work/shelfcast/)")),))
    assert f'href=\\"{ROOT}de/work/shelfcast/' in feeds.json_feed(german, WORDS)


def test_an_article_elsewhere_links_there() -> None:
    item = channel("lena").findall("item")[2]
    assert text(item, "link") == "https://retail.example/four-minutes"
    found = json.loads(feeds.json_feed(LENA, WORDS))["items"]
    assert [one.get("external_url") for one in found] == [None, "https://grocery.example/what-a-split-costs", None]


def test_there_are_no_feeds_without_an_address_or_articles_or_where_they_are_hidden() -> None:
    for portfolio in (replace(LENA, site_url=None), replace(LENA, essays=()), BARE,
                      replace(LENA, hidden=frozenset({"articles"})), replace(AWKWARD, essays=AWKWARD.essays[2:])):  # fmt: skip
        assert feeds.feeds(portfolio, WORDS) == ()
        assert feeds.links(portfolio, WORDS) == []


def test_each_language_has_feeds_of_its_own() -> None:
    paths = [one.path for portfolio in (ENGLISH, GERMAN) for one in feeds.feeds(portfolio, WORDS)]
    assert paths == ["docs/feed.xml", "docs/feed.json", "docs/de/feed.xml", "docs/de/feed.json"]
    assert [one["href"] for one in feeds.links(GERMAN, WORDS)] == [f"{ROOT}de/feed.xml", f"{ROOT}de/feed.json"]


# The sitemap: sitemaps.org/protocol.html, and developers.google.com/search/docs/specialty/international for languages.


@cache
def sitemap() -> dict[str, ElementTree.Element]:
    pages = ["", "work/", "articles/", "articles/beat-last-tuesday/", "articles/what-a-split-costs/", "now/"]
    found = ElementTree.fromstring(search_engines.sitemap([(ENGLISH, pages), (GERMAN, ["", "work/"])]))
    return {text(one, "s:loc"): one for one in found}


def test_the_sitemap_says_the_day_of_a_page_only_where_it_has_one() -> None:
    said = {url.removeprefix(ROOT): one.findtext("s:lastmod", None, SPACES) for url, one in sitemap().items()}
    assert said == {
        "": None,
        "work/": None,
        "articles/": "2026-09-14",
        "articles/beat-last-tuesday/": "2026-09-14",
        "now/": "2026-11",
        "de/": None,
        "de/work/": None,
    }


def test_the_sitemap_leaves_out_an_article_whose_original_is_elsewhere() -> None:
    assert f"{ROOT}articles/what-a-split-costs/" not in sitemap()


def test_the_sitemap_names_every_language_of_a_page_in_each_of_them() -> None:
    def languages(path: str) -> dict[str, str]:
        return {one.attrib["hreflang"]: one.attrib["href"] for one in sitemap()[ROOT + path].findall("x:link", SPACES)}

    assert languages("work/") == languages("de/work/") == {
        "en": f"{ROOT}work/", "de": f"{ROOT}de/work/", "x-default": f"{ROOT}work/"
    }  # fmt: skip
    assert languages("articles/") == {}


def test_robots_are_sent_to_the_sitemap() -> None:
    (_, robots) = search_engines.for_robots([(LENA, [""])])
    assert robots.content.decode() == f"User-agent: *\nAllow: /\n\nSitemap: {ROOT}sitemap.xml\n"
    assert list(search_engines.for_robots([(BARE, [""])])) == []


LINK = re.compile(r"-\s*\[(?P<title>[^\]]+)\]\((?P<url>[^\)]+)\)(?::\s*(?P<desc>.+))?")
"""As the reader of llmstxt.org has it."""


@cache
def site() -> tuple[Artifact, ...]:
    return render_site(LENA)


def file(name: str) -> str:
    return next(one.content for one in site() if one.path == f"docs/{name}").decode()


def test_llms_txt_has_the_form_of_its_specification() -> None:
    title, quote, intro, *sections = file("llms.txt").split("\n\n")
    assert title == "# Lena Marchetti"
    assert quote == f"> {LENA.headline}"
    assert intro == str(LENA.summary)
    assert [one for one in sections if one.startswith("#")] == ["## Work", "## Services", "## Articles", "## About"]
    links = [LINK.fullmatch(line) for one in sections if not one.startswith("#") for line in one.strip().splitlines()]
    assert all(links)
    assert all(is_whole(one["url"]) for one in links if one)
    assert len(links) > 10


def test_what_is_written_into_plain_texts_stays_on_its_line_and_in_its_brackets() -> None:
    pages = {"": ("x", "y"), "about/": ("](http://evil.example) [x\n# x", "z\n## q\n<script>")}
    awkward = replace(
        LENA, name="Lena\n# Other", headline="a\n/* b */", role="Boss\nAdmin", essays=(), offers=(), work=()
    )
    said = plain_texts.llms_txt(awkward, WORDS, pages).content.decode()
    assert re.findall("^#.*$", said, re.MULTILINE) == ["# Lena # Other", "## About"]
    assert said.splitlines()[-1] == f"- [)(http://evil.example) (x # x]({ROOT}about/): z ## q ‹script›"
    assert plain_texts.humans_txt(awkward).content.decode().splitlines()[1] == "\tBoss Admin: Lena # Other"


def test_humans_txt_says_who_and_with_what() -> None:
    said = file("humans.txt")
    assert said.startswith(
        "/* TEAM */\n\tName: Lena Marchetti\n\tContact: lena@marchetti.example\n\tFrom: Trieste, Italy\n"
    )
    assert f"Last update: {date(2026, 11, 22):%Y/%m/%d}" in said


def test_every_address_in_feeds_and_texts_is_one_that_the_site_has() -> None:
    there = {one.path.removeprefix("docs/").removesuffix("index.md") for one in site()}
    told = re.findall(rf'{re.escape(ROOT)}([^"\'<>)\s#\\&]*)', "".join(map(file, ("feed.xml", "feed.json", "llms.txt",
                                                                         "sitemap.xml", "robots.txt"))))  # fmt: skip
    assert len(set(told)) > 15
    assert set(told) - there == set()


def test_a_page_names_its_feeds_in_its_front_matter() -> None:
    front = file("work/index.md").split("---\n")[1]
    assert f'"href": "{ROOT}feed.xml"' in front


def test_a_reference_without_an_address_breaks_nothing() -> None:
    lone = replace(LENA, essays=(replace(LENA.essays[0], work=(Reference("Gone", None, None),)),))
    assert feeds.feeds(lone, WORDS)
