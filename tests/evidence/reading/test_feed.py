"""What a feed lists, also where it is broken, hostile, or no feed at all."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from evidence.reading.feeds import atom, rss
from folio.evidence.reading import feed as feeds
from folio.evidence.reading.feed import EntryRead, FeedRead, read_feed

URL = "https://ada.example/feed.xml"
WORDS = "<p>" + "Ten words that say nothing at all of any interest. " * 14 + "</p>"
"""A hundred and forty words."""


def item(**elements: str) -> str:
    return "<item>" + "".join(f"<{name}>{text}</{name}>" for name, text in elements.items()) + "</item>"


def one(text: str) -> EntryRead:
    [entry] = read_feed(text, URL).entries
    return entry


@pytest.mark.parametrize(
    ("link", "url"),
    [
        ("https://ada.example/a?source=rss-310eb3----2", "https://ada.example/a"),
        ("https://ada.example/a?utm_source=feed&amp;utm_medium=rss&amp;id=3#top", "https://ada.example/a?id=3"),
        ("/posts/a", "https://ada.example/posts/a"),
        ("posts/a", "https://ada.example/posts/a"),
        (" https://ada.example/a\n", "https://ada.example/a"),
    ],
)
def test_addresses_are_absolute_and_say_nothing_of_where_a_reader_came_from(link: str, url: str) -> None:
    assert one(rss(item(title="A", link=link))).url == url


@pytest.mark.parametrize("link", ["javascript:alert(1)", "file:///etc/passwd", "mailto:a@b.c", "data:text/html,x", ""])
def test_entries_without_an_address_of_the_web_are_left_out(link: str) -> None:
    assert read_feed(rss(item(title="A", link=link), item(title="B", link="/b")), URL).entries == (
        one(rss(item(title="B", link="/b"))),
    )


def test_a_guid_that_is_the_address_stands_in_for_a_missing_link() -> None:
    entry = one(rss("<item><title>A</title><guid>https://ada.example/a</guid></item>"))
    assert (entry.url, entry.guid) == ("https://ada.example/a", "https://ada.example/a")
    assert not read_feed(rss("<item><title>A</title><guid isPermaLink='false'>tag:1</guid></item>"), URL).entries


def test_links_in_a_text_are_relative_to_what_the_feed_says() -> None:
    text = WORDS + "<p>See <a href='two'>two</a> and <a href='/three'>three</a>.</p>"
    entry = one(
        atom(
            f"<entry><title>A</title><link href='https://ada.example/posts/a/'/><id>1</id><content type='html' "
            f"xml:base='https://cdn.example/x/'><![CDATA[{text}]]></content></entry>"
        )
    )
    assert entry.text is not None
    assert entry.text.links == ("https://cdn.example/three", "https://cdn.example/x/two")


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("<pubDate>Sat, 14 Mar 2026 08:00:00 +0000</pubDate>", date(2026, 3, 14)),
        ("<pubDate>Sat, 14 Mar 2026 23:00:00 -0500</pubDate>", date(2026, 3, 15)),
        ("<pubDate>2026-03-14T08:00:00Z</pubDate>", date(2026, 3, 14)),
        ("<pubDate>14 March 2026</pubDate>", date(2026, 3, 14)),
        ("<pubDate>last Saturday</pubDate>", None),
        ("<pubDate></pubDate>", None),
        ("", None),
    ],
)
def test_days_are_those_of_utc_and_need_not_be_there(said: str, day: date | None) -> None:
    assert one(rss(f"<item><title>A</title><link>/a</link>{said}</item>")).day == day


def test_entries_come_newest_first_each_once() -> None:
    dated = [item(title=f"{day}", link=f"/{day}", pubDate=f"{day} Mar 2026 08:00:00 GMT") for day in (3, 20, 11)]
    found = read_feed(rss(*dated, dated[0], item(title="undated", link="/u")), URL)
    assert [entry.title for entry in found.entries] == ["20", "11", "3", "undated"]


@pytest.mark.parametrize(
    ("title", "plain"),
    [
        ("Salt &amp; vinegar", "Salt & vinegar"),
        ("&lt;b&gt;Bold&lt;/b&gt; claims", "Bold claims"),
        ("<![CDATA[A <em>fine</em> &amp; dandy title]]>", "A fine & dandy title"),
        ("  one\n two ", "one two"),
        ("", None),
    ],
)
def test_titles_are_plain_text(title: str, plain: str | None) -> None:
    assert one(rss(item(title=title, link="/a"))).title == plain


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (WORDS, True),
        ("<p>A few words only.</p>", False),
        (WORDS + "<p>And so it goes on […]</p>", False),
        (WORDS + "<p>And so on&#8230;</p>", False),
        (WORDS + '<p><a href="/a">Read more</a></p>', False),
        (WORDS + '<p><a href="/a">Continue reading →</a></p>', False),
        (WORDS + '<p><a href="/a">Weiterlesen</a></p>', False),
        (WORDS + '<p><a href="/a">继续阅读</a></p>', False),
        ('<p class="medium-feed-snippet">' + WORDS + "</p>", False),
        (WORDS + '<p>More is <a href="/a">on the shelf</a></p>', True),
    ],
)
def test_an_excerpt_is_not_taken_for_the_text(text: str, whole: bool) -> None:
    content = f"<content:encoded><![CDATA[{text}]]></content:encoded>"
    assert one(rss(f"<item><title>A</title><link>/a</link>{content}</item>")).whole is whole


def test_a_summary_of_atom_is_never_the_text() -> None:
    entry = "<entry><title>A</title><link href='/a'/><id>1</id><summary type='html'><![CDATA[{}]]></summary></entry>"
    assert not one(atom(entry.format(WORDS * 4))).whole


def test_what_counts_readers_is_no_figure() -> None:
    pixel = '<img src="https://ada.example/p.gif" width="1" height="1"><img src="https://medium.com/_/stat?event=x">'
    entry = one(
        rss(f"<item><title>A</title><link>/a</link><description><![CDATA[{WORDS}{pixel}]]></description></item>")
    )
    assert entry.text is not None
    assert entry.text.figures == 0


# Not well-formed.

BROKEN = [
    ("an open tag", rss(item(title="A", link="/a"), "<item><title>B</title><link>/b</link><b></item>"), 2),
    ("a bare ampersand", rss(item(title="Salt & vinegar", link="/a?b=1&c=2"), item(title="B", link="/b")), 2),
    ("an entity of HTML", rss(item(title="Caf&eacute;&nbsp;au lait", link="/a")), 1),
    ("a control character", rss(item(title="A\x0bB", link="/a")), 1),
    ("cut off in an entry", rss(item(title="A", link="/a"), item(title="B", link="/b")).partition("/b")[0], 1),
    ("cut off after one", rss(item(title="A", link="/a"), item(title="B", link="/b")).partition("</channel>")[0], 2),
    ("a blank line above", "\n\n" + rss(item(title="A", link="/a")), 1),
    ("an unknown prefix", rss("<item><title>A</title><link>/a</link><media:thumbnail url='/x.png'/></item>"), 1),
]


@pytest.mark.parametrize(("text", "entries"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_a_broken_feed_is_read_as_far_as_it_goes(text: str, entries: int) -> None:
    found = read_feed(text, URL)
    assert (len(found.entries), found.problem) == (entries, None)
    assert found.entries[-1].title is not None


def test_what_is_wrong_is_said_with_its_line() -> None:
    text = rss(item(title="A", link="/a"), "\n\n<item><title>B & C</title><link>/b</link></item>")
    line = text[: text.index("B & C")].count("\n") + 1
    assert read_feed(text, URL).flaw == f"line {line}: not well-formed (invalid token)"
    assert read_feed(rss(item(title="A", link="/a")), URL).flaw is None


def test_a_feed_over_a_megabyte_is_read_up_to_its_last_whole_entry() -> None:
    long = [item(title=str(at), link=f"/{at}", description="word " * 60_000) for at in range(6)]
    found = read_feed(rss(*long), URL)
    assert found.flaw == "it is over 1 MB: only its first 3 entries were read"
    assert [entry.title for entry in found.entries] == ["0", "1", "2"]


def test_of_a_feed_that_did_not_arrive_whole_the_last_entry_is_not_half_read() -> None:
    whole = rss(item(title="A", link="/a"), item(title="B", link="/b", description=WORDS.replace("<", "&lt;")))
    found = read_feed(whole[: whole.index("interest")], URL, cut=True)
    assert ([entry.title for entry in found.entries], found.flaw) == (
        ["A"],
        "it is over 1 MB: only its first 1 entries were read",
    )


def test_no_more_than_the_newest_five_hundred_of_a_thousand_entries_are_kept() -> None:
    many = [item(title=str(at), link=f"/{at}") for at in range(1500)]
    found = read_feed(rss(*many), URL)
    assert found.flaw == "it has over 1,000 entries: only its first 1000 entries were read"
    assert [found.entries[0].title, found.entries[-1].title, len(found.entries)] == ["0", "499", 500]


# Hostile, or no feed.


def test_a_body_that_is_the_name_of_a_file_or_an_address_is_neither_opened_nor_asked(tmp_path: Path) -> None:
    secret = tmp_path / "feed.xml"
    secret.write_text(rss(item(title="Secret", link="/secret")))
    for body in (str(secret), f"file://{secret}", "http://127.0.0.1:1/feed.xml"):
        assert read_feed(body, URL) == FeedRead(problem=feeds.NO_FEED)


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE x [<!ENTITY a "b">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<?xml version="1.0"?>\n<!-- hello --><!doctype x [<!entity a "b">]>',
    ],
)
def test_entities_are_not_expanded(declared: str) -> None:
    assert read_feed(declared + "<rss version='2.0'><channel><title>&a;</title></channel></rss>", URL) == FeedRead(
        problem=feeds.DECLARES
    )


def test_a_document_type_without_entities_and_one_in_a_text_do_no_harm() -> None:
    netscape = '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/x.dtd">\n'
    body = '<rss version="0.91"><channel><title>A</title><item><title>B</title><link>/b</link></item></channel></rss>'
    assert len(read_feed(netscape + body, URL).entries) == 1
    html = "<![CDATA[<pre>&lt;!DOCTYPE html&gt;</pre><!DOCTYPE html> <!ENTITY x 'y'>]]>"
    assert len(read_feed(rss(item(title="A", link="/a", description=html)), URL).entries) == 1


@pytest.mark.parametrize(
    "text", ["", "  \n", "nothing", "<xml></xml>", "<html><body>No feed here</body></html>", "<", "<<<>>>"]
)
def test_what_is_no_feed_is_said_to_be_none(text: str) -> None:
    assert read_feed(text, URL) == FeedRead(problem=feeds.NO_FEED)


def test_a_page_leads_to_the_feeds_that_it_names_those_of_comments_last() -> None:
    page = """<!DOCTYPE html><html><head>
        <link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed/">
        <link rel="alternate" type="application/atom+xml" href="/atom.xml">
        <link rel="ALTERNATE" type="application/feed+json; charset=utf-8" href="https://other.example/feed.json">
        <link rel="alternate" hreflang="de" href="/de/"><link rel="alternate" type="application/rss+xml" href="javascript:x">
        </head><body></body></html>"""
    assert read_feed(page, "https://ada.example/blog/").feeds == (
        "https://ada.example/atom.xml",
        "https://other.example/feed.json",
        "https://ada.example/comments/feed/",
    )


# JSON Feed.


def json_feed(*items: object, version: object = "https://jsonfeed.org/version/1.1", **more: object) -> str:
    return json.dumps({"version": version, "title": "Ada", "items": list(items)} | more)


def test_both_versions_of_json_feed_are_read() -> None:
    entry = {"id": "1", "url": "/a", "title": "A", "content_text": "One & two\n\nthree"}
    found = read_feed(json_feed(entry, home_page_url="https://ada.example/blog/"), URL)
    assert (found.form, found.title, found.home, found.entries[0].url) == (
        "json11", "Ada", "https://ada.example/blog/", "https://ada.example/a"
    )  # fmt: skip
    assert found.entries[0].text is not None
    assert found.entries[0].text.words == 3
    assert read_feed(json_feed(entry, version="https://jsonfeed.org/version/1"), URL).form == "json1"


@pytest.mark.parametrize(
    ("entry", "url"),
    [
        ({"id": "https://ada.example/a"}, "https://ada.example/a"),
        ({"id": 7, "url": "https://ada.example/a"}, "https://ada.example/a"),
        ({"id": "7", "external_url": "https://other.example/"}, None),
        ({"id": "7", "url": ["https://ada.example/a"]}, None),
        ("https://ada.example/a", None),
        (None, None),
    ],
)
def test_an_item_is_known_by_its_address(entry: object, url: str | None) -> None:
    found = read_feed(json_feed(entry), URL).entries
    assert [one.url for one in found] == ([url] if url else [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{", "its JSON is broken: line 1: Expecting property name enclosed in double quotes"),
        ('{"version": "1.1", "items": []}', "it is JSON, and no JSON feed: its 'version' is not one of jsonfeed.org's"),
        ('{"items": []}', "it is JSON, and no JSON feed: its 'version' is not one of jsonfeed.org's"),
        (json_feed() + "x", "its JSON is broken: line 1: Extra data"),
        ('{"a":' * 100_000, "its JSON is nested too deeply"),
    ],
)
def test_json_that_is_no_feed_is_said_to_be_none(text: str, problem: str) -> None:
    assert read_feed(text, URL) == FeedRead(problem=problem)


def test_a_json_feed_with_dates_of_all_kinds_is_read() -> None:
    said = ["2026-03-14T23:30:00-05:00", "2026-03-14", "0001-01-01T00:00:00+23:00", "soon", None]
    found = read_feed(json_feed(*({"url": f"/{at}", "date_published": day} for at, day in enumerate(said))), URL)
    assert sorted(str(entry.day) for entry in found.entries) == ["2026-03-14", "2026-03-15", "None", "None", "None"]
