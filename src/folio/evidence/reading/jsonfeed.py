"""JSON Feed, versions 1 and 1.1, as https://www.jsonfeed.org/version/1.1/ describes them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime
from html import escape
from typing import Any

from folio.evidence.reading.listed import Item

VERSION = "jsonfeed.org/version/"
NO_FEED = "it is JSON, and no JSON feed: its 'version' is not one of jsonfeed.org's"


@dataclass(frozen=True, slots=True)
class JsonFeed:
    title: str | None
    home: str | None
    form: str
    items: list[Item]


def read_json(text: str) -> JsonFeed | str:
    """The feed; why it is none, in words, where it is none. What has the wrong type in it is left out."""
    try:
        data = json.loads(text)
    except ValueError as error:
        where = f"line {error.lineno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else str(error)
        return f"its JSON is broken: {where}"
    except RecursionError:
        return "its JSON is nested too deeply"
    version = _text(data, "version") or ""
    items = data.get("items") if isinstance(data, dict) else None
    if VERSION not in version or not isinstance(items, list):
        return NO_FEED
    form = "json" + version.partition(VERSION)[2].strip("/").replace(".", "")[:4]
    return JsonFeed(_text(data, "title"), _text(data, "home_page_url"), form, [_item(one) for one in items])


def _item(data: Any) -> Item:
    identifier = _text(data, "id")
    is_address = identifier is not None and identifier.startswith(("http://", "https://"))
    plain = _text(data, "content_text")
    return Item(
        url=_text(data, "url") or (identifier if is_address else None),
        guid=identifier,
        title=_text(data, "title"),
        day=_day(_text(data, "date_published") or _text(data, "date_modified")),
        changed=_text(data, "date_modified"),
        content=_text(data, "content_html") or (f"<p>{escape(plain)}</p>".replace("\n\n", "</p><p>") if plain else ""),
        summary=escape(_text(data, "summary") or ""),
    )


def _text(data: Any, name: str) -> str | None:
    """The text of that name; version 1 let an `id` be a number."""
    found = data.get(name) if isinstance(data, dict) else None
    return str(found) if isinstance(found, str | int | float) and not isinstance(found, bool) else None


def _day(text: str | None) -> date | None:
    """The day of an RFC 3339 date, in UTC as for other feeds."""
    try:
        moment = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    try:
        return (moment.astimezone(UTC) if moment.tzinfo else moment).date()
    except OverflowError:
        return None
