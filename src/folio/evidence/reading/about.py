"""What a page says of its article: title, first address, and whether everybody may read it; and of its feeds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from folio.evidence.reading.addresses import absolute
from folio.evidence.reading.html import Element, words_of
from folio.profile.places import untracked

ARTICLES = ("Article", "Posting", "Report", "CreativeWork", "WebPage")
"""How schema.org's names of what people write end; the better ones first."""
FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
MAX_JSON = 500_000
MAX_TITLE = 400
FREE = {"false": False, "true": True}


@dataclass(frozen=True, slots=True)
class About:
    """What a page says of its article, as far as it does."""

    title: str | None
    canonical: str | None
    """The address at which it was first published; it may be on another host."""
    free: bool | None
    """False when it says that not everybody can read all of it."""
    base: str
    """What its addresses are relative to."""


def about(tree: Element, url: str) -> About:
    """What the page that was fetched from `url` says of itself."""
    base = _base(tree, url)
    metas = _metas(tree)
    data = _described(tree)
    canonical = next((link.get("href") for link in tree.iter("link") if "canonical" in _relations(link)), None)
    return About(
        title=_title(tree, metas, data),
        canonical=_first_address(absolute(base, canonical) or absolute(base, metas.get("og:url")), url),
        free=FREE.get(str(data.get("isAccessibleForFree")).lower()),
        base=base,
    )


def feeds_of(tree: Element, url: str) -> tuple[str, ...]:
    """The feeds that a page names as its own, those of comments last."""
    base = _base(tree, url)
    found: dict[str, bool] = {}
    for link in tree.iter("link", "a"):
        kind = (link.get("type") or "").split(";")[0].strip().lower()
        if "alternate" in _relations(link) and kind in FEED_TYPES and (address := absolute(base, link.get("href"))):
            said = f"{link.get('title') or ''} {address}".lower()
            found.setdefault(address, "comment" in said)
    return tuple(sorted(found, key=lambda address: found[address]))


def _base(tree: Element, url: str) -> str:
    said = next((one.get("href") for one in tree.iter("base") if one.get("href")), None)
    return absolute(url, said) or url


def _relations(link: Element) -> list[str]:
    return (link.get("rel") or "").lower().split()


def _metas(tree: Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        content = " ".join((meta.get("content") or "").split())
        if name and content:
            found.setdefault(name, content[:2000])
    return found


def _title(tree: Element, metas: dict[str, str], data: dict[str, Any]) -> str | None:
    """What schema.org, Open Graph or `title` say, without the site's name where a heading says the rest."""
    whole = next((words_of(one) for one in tree.iter("title")), "")
    headings = [one for heading in tree.iter("h1") if (one := words_of(heading))]
    said = data.get("headline") or metas.get("og:title") or metas.get("twitter:title") or whole
    said = " ".join(str(said).split())
    inside = [one for one in headings if one in said]
    if not inside and len(headings) == 1 and said in ("", whole):
        inside = headings
    return max(inside or [said], key=len)[:MAX_TITLE] or None


def _first_address(canonical: str | None, url: str) -> str | None:
    """Not a first page: that is what themes name when they are not set up."""
    if canonical is None:
        return None
    bare = not urlsplit(canonical).path.strip("/") and not urlsplit(canonical).query
    return None if bare and urlsplit(url).path.strip("/") else untracked(canonical)


def _described(tree: Element) -> dict[str, Any]:
    """The article's own description among the page's JSON-LD; empty when there is none."""
    found: dict[int, dict[str, Any]] = {}
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or len(script.text or "") > MAX_JSON:
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        for one in _objects(data):
            kinds = one.get("@type")
            for kind in kinds if isinstance(kinds, list) else [kinds]:
                rank = next((at for at, end in enumerate(ARTICLES) if str(kind).endswith(end)), None)
                if rank is not None:
                    found.setdefault(rank, one)
    return found[min(found)] if found else {}


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    todo = [data]
    while todo:
        one = todo.pop()
        if isinstance(one, list):
            todo += reversed(one)
        elif isinstance(one, dict):
            yield one
            todo += [one[key] for key in ("mainEntity", "@graph", "mainEntityOfPage") if key in one]
