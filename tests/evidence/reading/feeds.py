"""Feeds as platforms and site generators write them."""

from __future__ import annotations

import json
from collections.abc import Callable
from html import escape

SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:atom="http://www.w3.org/2005/Atom"'
)
PIXEL = '<img src="https://medium.com/_/stat?event=post.clientViewed&amp;postId=0f3c" width="1" height="1" alt="">'


def rss(*items: str, title: str = "Ada writes", generator: str = "") -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" {SPACES}>
<channel><title>{title}</title><link>https://ada.example/</link><description>Notes</description><generator>{generator}</generator>
{"".join(items)}</channel></rss>"""


def atom(*entries: str) -> str:
    return f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Ada writes</title>
<link href="https://ada.example/feed.xml" rel="self" type="application/atom+xml" />
<link href="https://ada.example/" rel="alternate" type="text/html" /><updated>2026-03-20T00:00:00+00:00</updated><id>https://ada.example/feed.xml</id>
{"".join(entries)}</feed>"""


def medium(title: str, text: str, url: str) -> str:
    return rss(
        f"""<item><title><![CDATA[{title}]]></title><link>{url}?source=rss-310eb3bcba4c------2</link>
<guid isPermaLink="false">https://medium.com/p/0f3c</guid><dc:creator><![CDATA[Ada]]></dc:creator>
<pubDate>Sat, 14 Mar 2026 08:01:19 GMT</pubDate><atom:updated>2026-03-15T08:01:19.360Z</atom:updated>
<content:encoded><![CDATA[{text}{PIXEL}<hr><p><a href="{url}">{title}</a> was originally published in <a href="https://medium.com/loom">The Loom</a>
on Medium, where people are continuing the conversation by highlighting and responding to this story.</p>]]></content:encoded></item>""",
        title="Stories by Ada on Medium",
        generator="Medium",
    )


def devto(title: str, text: str, url: str) -> str:
    return rss(
        f"<item><title>{escape(title)}</title><dc:creator>Ada</dc:creator><pubDate>Sat, 14 Mar 2026 08:00:00 +0000</pubDate>"
        f"<link>{url}</link><guid>{url}</guid><description>{escape(text)}</description><category>python</category></item>",
        title="DEV Community: Ada",
    )


def hashnode(title: str, text: str, url: str) -> str:
    return rss(
        f"<item><title><![CDATA[{title}]]></title><description><![CDATA[What I measured in half a year.]]></description><link>{url}</link>"
        f'<guid isPermaLink="true">{url}</guid><pubDate>Sat, 14 Mar 2026 08:00:00 GMT</pubDate>'
        f"<content:encoded><![CDATA[{text}]]></content:encoded></item>"
    )


def substack(title: str, text: str, url: str) -> str:
    return rss(
        f'<item><title><![CDATA[{title}]]></title><description><![CDATA[A letter about numbers]]></description><link>{url}</link><guid isPermaLink="false">{url}</guid>'
        f"<dc:creator><![CDATA[Ada]]></dc:creator><pubDate>Sat, 14 Mar 2026 07:00:00 GMT</pubDate><content:encoded><![CDATA[{text}]]></content:encoded></item>",
        generator="Substack",
    )


def wordpress(title: str, text: str, url: str) -> str:
    return rss(
        f'<item><title>{escape(title)}</title><link>{url}</link><dc:creator><![CDATA[Ada]]></dc:creator><pubDate>Sat, 14 Mar 2026 08:00:00 +0000</pubDate><guid isPermaLink="false">https://ada.example/?p=42</guid>'
        f"<description><![CDATA[<p>We forecast returns for a shop with 41 000 orders a month [&#8230;]</p>]]></description>"
        f'<content:encoded><![CDATA[{text}<p>The post <a href="{url}">{title}</a> appeared first on <a href="https://ada.example">Ada</a>.</p>]]></content:encoded></item>'
    )


def hugo(title: str, text: str, url: str) -> str:
    return rss(
        f"<item><title>{escape(title)}</title><link>{url}</link><pubDate>Sat, 14 Mar 2026 10:00:00 +0100</pubDate><guid>{url}</guid>"
        f"<description>{escape('We forecast returns for a shop, and the model was worse than the figures of last week.')}</description>"
        f"<content:encoded>{escape(text)}</content:encoded></item>",
        generator="Hugo -- 0.140.0",
    )


def jekyll(title: str, text: str, url: str) -> str:
    return atom(
        f'<entry><title type="html">{escape(title)}</title><link href="{url}" rel="alternate" type="text/html" /><published>2026-03-14T00:00:00+00:00</published>'
        f'<updated>2026-03-15T00:00:00+00:00</updated><id>{url}</id><content type="html" xml:base="{url}"><![CDATA[{text}]]></content><summary type="html"><![CDATA[A start.]]></summary></entry>'
    )


def json_feed(title: str, text: str, url: str) -> str:
    item = {"id": url, "url": url, "title": title, "content_html": text, "date_published": "2026-03-14T09:00:00+01:00"}
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Ada writes",
        "home_page_url": "https://ada.example/",
    }
    return json.dumps(feed | {"items": [item]}, ensure_ascii=False)


FEEDS: dict[str, tuple[Callable[[str, str, str], str], str]] = {
    "medium": (medium, "medium"),
    "dev.to": (devto, "dev.to"),
    "hashnode": (hashnode, "hashnode"),
    "substack": (substack, "substack"),
    "wordpress": (wordpress, "dev.to"),
    "hugo": (hugo, "hugo"),
    "jekyll": (jekyll, "jekyll"),
    "json": (json_feed, "hugo"),
}
"""The feed of each platform, and the shape of the text in it."""
