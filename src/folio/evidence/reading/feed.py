"""A feed as what it lists: RSS, Atom and JSON Feed, well-formed or not. The one door to feedparser.

feedparser opens files and addresses that it is given the names of; it gets a stream of bytes and nothing else. It also
keeps links and HTML as they are: both are for this package to make safe.
"""

import io
import re
from collections.abc import Iterator
from datetime import date
from html import escape
from typing import Any

from folio.evidence.model import ArticleSeen
from folio.evidence.reading.about import feeds_of
from folio.evidence.reading.addresses import absolute
from folio.evidence.reading.clipping import as_bytes, clipped, root
from folio.evidence.reading.html import parse, words_of
from folio.evidence.reading.jsonfeed import read_json
from folio.evidence.reading.listed import Item, excerpt_only, without_footer
from folio.evidence.reading.page import read_fragment
from folio.frozen import Frozen
from folio.profile.places import untracked

MAX_ENTRIES = 500
"""The newest."""
MAX_LINE = 400
CONTENT_WORDS = 120
"""Words from which on what a feed carries as a text's content is the whole text."""
DESCRIPTION_WORDS = 400
"""The same for the description in RSS, which is an excerpt or all of it (dev.to, Quarto); a shorter one may be either,
and then the page is read too. Atom's and JSON Feed's summaries are excerpts by their definition."""
NO_FEED = "it is no feed; give the address of an RSS, Atom or JSON feed"
DECLARES = "it declares a document type with entities, which no feed needs and folio does not expand"
CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


class EntryRead(Frozen):
    """What a feed says of one text."""

    url: str
    guid: str | None
    title: str | None
    day: date | None
    changed: str | None
    text: ArticleSeen | None
    """What the feed itself carries of it, whole or not."""
    whole: bool


class FeedRead(Frozen):
    """What came of reading a feed: what it lists, or the feeds of the page that it turned out to be, or neither."""

    title: str | None = None
    home: str | None = None
    form: str = ""
    flaw: str | None = None
    entries: tuple[EntryRead, ...] = ()
    feeds: tuple[str, ...] = ()
    problem: str | None = None


def read_feed(text: str, url: str, *, cut: bool = False) -> FeedRead:
    """What the feed that was fetched from `url` lists, the newest first; `cut` says that there was more of it."""
    text = text.lstrip("\ufeff \t\r\n")
    if text.startswith("{"):
        return _json(text, url)
    name = root(text)
    if name is None:
        return FeedRead(problem=DECLARES)
    if name == "html":
        feeds = feeds_of(parse(text), url)
        return FeedRead(feeds=feeds) if feeds else FeedRead(problem=NO_FEED)
    return _xml(*clipped(text, cut=cut), url)


def _json(text: str, url: str) -> FeedRead:
    found = read_json(text)
    if isinstance(found, str):
        return FeedRead(problem=found)
    home = absolute(url, found.home)
    return FeedRead(title=found.title, home=home, form=found.form, entries=_entries(found.items, home or url, 0))


def _xml(text: str, flaw: str | None, url: str) -> FeedRead:
    import feedparser

    found = feedparser.parse(
        io.BytesIO(as_bytes(text)),
        response_headers={"content-type": "application/xml; charset=utf-8", "content-location": url},
        resolve_relative_uris=False,
        sanitize_html=False,
    )
    if not found.get("version") and not found.entries:
        return FeedRead(problem=NO_FEED)
    home = absolute(url, found.feed.get("link"))
    items = list(_items(found.entries))
    form = found.get("version") or "xml"
    entries = _entries(items, home or url, 0 if form.startswith("atom") else DESCRIPTION_WORDS)
    if flaw:
        flaw = f"{flaw}: only its first {len(items)} entries were read"
    elif found.bozo:
        flaw = _said(found.bozo_exception)
    return FeedRead(title=_line(found.feed.get("title")), home=home, form=form, flaw=flaw, entries=entries)


def _items(entries: list[Any]) -> Iterator[Item]:
    for one in entries:
        contents = [(part.get("value") or "", part.get("type"), part.get("base")) for part in one.get("content") or []]
        value, kind, base = max(contents, key=lambda part: len(part[0]), default=("", None, None))
        summary = one.get("summary_detail") or {}
        yield Item(
            url=one.get("feedburner_origlink") or one.get("link"),
            guid=one.get("id"),
            title=one.get("title"),
            day=_day(one.get("published_parsed") or dict.get(one, "updated_parsed") or one.get("created_parsed")),
            changed=dict.get(one, "updated"),
            content=_as_html(value, kind),
            summary=_as_html(summary.get("value") or "", summary.get("type")),
            base=base or summary.get("base"),
        )


def _entries(items: list[Item], base: str, description_words: int) -> tuple[EntryRead, ...]:
    found: dict[str, EntryRead] = {}
    for item in items:
        url = absolute(base, item.url)
        if url is None or (url := untracked(url)) in found:
            continue
        title = _line(item.title)
        content = without_footer(item.content or item.summary)
        text = read_fragment(content, absolute(base, item.base) or url, title) if content.strip() else None
        enough = CONTENT_WORDS if item.content else description_words
        found[url] = EntryRead(
            url=url,
            guid=item.guid and item.guid[:MAX_LINE],
            title=title,
            day=item.day,
            changed=item.changed and item.changed[:MAX_LINE],
            text=text,
            whole=text is not None and 0 < enough <= text.words and not excerpt_only(content),
        )
    return tuple(sorted(found.values(), key=lambda one: one.day or date.min, reverse=True)[:MAX_ENTRIES])


def _as_html(text: str, kind: str | None) -> str:
    if kind != "text/plain":
        return text
    return "".join(f"<p>{escape(paragraph)}</p>" for paragraph in re.split(r"\n\s*\n", text))


def _day(parsed: Any) -> date | None:
    try:
        return date(*parsed[:3]) if parsed else None
    except (ValueError, TypeError):
        return None


def _line(text: str | None) -> str | None:
    """A title as plain text; many are HTML."""
    if text and ("<" in text or "&" in text):
        text = words_of(parse(text[: 10 * MAX_LINE]))
    return " ".join(CONTROL.sub(" ", text or "").split())[:MAX_LINE] or None


def _said(error: Any) -> str:
    """What is wrong and where; feedparser writes a line of its own above the feed."""
    line = getattr(error, "getLineNumber", lambda: None)()
    message = getattr(error, "getMessage", lambda: str(error))()
    return f"line {line - 1}: {message}" if line else message
