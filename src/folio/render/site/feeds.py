"""Feeds of the articles, own and elsewhere: RSS 2.0 and JSON Feed 1.1, one of each for every language.

Feeds need whole addresses, so there are none until the profile says where the site will be. They are written here and
not by a library: feedgen writes no JSON Feed, puts the present time into every feed and has no types, and the rest of
it is what the standard library does.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime
from email.utils import format_datetime
from types import MappingProxyType
from xml.etree import ElementTree

from folio.portfolio.site.model import Essay, Portfolio
from folio.render.artifact import Artifact
from folio.render.site.addresses import ATTRIBUTE, ELSEWHERE, TAG
from folio.render.site.whole import address, rooted

MOST = 50
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Characters that no XML may hold, escaped or not."""
SPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
}
NONE: Mapping[str, str] = MappingProxyType({})
JSON_FEED = "https://jsonfeed.org/version/1.1"


def feeds(portfolio: Portfolio, words: Mapping[str, str], pictures: Mapping[str, str] = NONE) -> tuple[Artifact, ...]:
    """`feed.xml` and `feed.json` of one language; none where there are no articles or the site has no address.

    `pictures` are the site paths of pictures by the addresses that texts give.
    """
    if not _has_feeds(portfolio):
        return ()
    place = f"docs/{portfolio.prefix}feed"
    return (
        Artifact(f"{place}.xml", rss(portfolio, words, pictures)),
        Artifact.of(f"{place}.json", json_feed(portfolio, words, pictures)),
    )


def links(portfolio: Portfolio, words: Mapping[str, str]) -> list[dict[str, str]]:
    """What the head of each page says of the feeds: type, title and address of each."""
    if not _has_feeds(portfolio):
        return []
    title = _title(portfolio, words)
    return [
        {"type": "application/rss+xml", "title": f"{title} (RSS)", "href": _address(portfolio, "feed.xml")},
        {"type": "application/feed+json", "title": f"{title} (JSON)", "href": _address(portfolio, "feed.json")},
    ]


def rss(portfolio: Portfolio, words: Mapping[str, str], pictures: Mapping[str, str] = NONE) -> bytes:
    """The articles as RSS 2.0, with their whole text where it is the site's own."""
    root = ElementTree.Element("rss", {"version": "2.0", **{f"xmlns:{name}": uri for name, uri in SPACES.items()}})
    channel = ElementTree.SubElement(root, "channel")
    essays = _newest(portfolio)
    _add(channel, "title", _title(portfolio, words))
    _add(channel, "link", _address(portfolio, ""))
    _add(channel, "description", portfolio.headline)
    _add(channel, "language", portfolio.language)
    if days := [one.day for one in essays if one.day]:
        _add(channel, "lastBuildDate", _rfc822(max(days)))
    own = {"href": _address(portfolio, "feed.xml"), "rel": "self", "type": "application/rss+xml"}
    ElementTree.SubElement(channel, "atom:link", own)
    for essay in essays:
        item = ElementTree.SubElement(channel, "item")
        _add(item, "title", essay.title)
        _add(item, "link", _url(portfolio, essay))
        _add(item, "guid", _url(portfolio, essay), isPermaLink="true")
        if essay.day:
            _add(item, "pubDate", _rfc822(essay.day))
        _add(item, "dc:creator", portfolio.name)
        _add(item, "description", essay.summary or essay.description)
        for tag in essay.tags:
            _add(item, "category", tag)
        if essay.body is not None:
            _add(item, "content:encoded", _whole(portfolio, essay, pictures))
    ElementTree.indent(root, "")
    return bytes(ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def json_feed(portfolio: Portfolio, words: Mapping[str, str], pictures: Mapping[str, str] = NONE) -> str:
    """The same as JSON Feed 1.1."""
    author = {"name": portfolio.name, "url": _address(portfolio, "")}
    feed = {
        "version": JSON_FEED,
        "title": _title(portfolio, words),
        "home_page_url": _address(portfolio, ""),
        "feed_url": _address(portfolio, "feed.json"),
        "description": portfolio.headline,
        "language": portfolio.language,
        "authors": [author],
        "items": [_item(portfolio, one, pictures) for one in _newest(portfolio)],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1).encode("utf-8", "replace").decode() + "\n"


def _item(portfolio: Portfolio, essay: Essay, pictures: Mapping[str, str]) -> dict[str, object]:
    url = _url(portfolio, essay)
    found: dict[str, object | None] = {
        "id": url,
        "url": url,
        "external_url": essay.url if essay.url != url else None,
        "title": essay.title,
        "summary": essay.summary or essay.description,
        "content_html": _whole(portfolio, essay, pictures) if essay.body is not None else None,
        "content_text": (essay.summary or essay.description) if essay.body is None else None,
        "date_published": f"{essay.day.isoformat()}T00:00:00Z" if essay.day else None,
        "tags": list(essay.tags) or None,
    }
    return {key: value for key, value in found.items() if value is not None}


def _has_feeds(portfolio: Portfolio) -> bool:
    return bool(portfolio.site_url and "articles" not in portfolio.hidden and any(map(_opens, portfolio.essays)))


def _newest(portfolio: Portfolio) -> list[Essay]:
    """The articles that can be opened, the newest first; those without a day follow."""
    found = filter(_opens, portfolio.essays)
    return sorted(found, key=lambda one: one.day or date.min, reverse=True)[:MOST]


def _opens(essay: Essay) -> bool:
    return essay.body is not None or bool(essay.url)


def _title(portfolio: Portfolio, words: Mapping[str, str]) -> str:
    return f"{portfolio.name}: {words['articles']}"


def _address(portfolio: Portfolio, path: str) -> str:
    return address(portfolio, path) or ""


def _url(portfolio: Portfolio, essay: Essay) -> str:
    return _address(portfolio, f"articles/{essay.id}/") if essay.body is not None else essay.url or ""


def _rfc822(day: date) -> str:
    return format_datetime(datetime(day.year, day.month, day.day, tzinfo=UTC), usegmt=True)


def _whole(portfolio: Portfolio, essay: Essay, pictures: Mapping[str, str]) -> str:
    """The article's HTML with whole addresses, as it is read away from its page."""
    beside = {path for path, _ in portfolio.assets}
    own = _url(portfolio, essay)

    def attribute(found: re.Match[str]) -> str:
        name, value = found.groups()
        if name.strip() not in ("href=", "src=") or (ELSEWHERE.match(value) and not value.startswith("#")):
            return found[0]
        if value.startswith("#"):
            return f'{name}"{own}{value}"'
        if value in beside or value.startswith("assets/"):
            return f'{name}"{rooted(portfolio, pictures.get(value, value))}"'
        return f'{name}"{address(portfolio, value)}"'

    return TAG.sub(lambda tag: ATTRIBUTE.sub(attribute, tag[0]), str(essay.body))


def _add(parent: ElementTree.Element, name: str, text: str, **attributes: str) -> None:
    ElementTree.SubElement(parent, name, attributes).text = NOT_XML.sub("", text)
