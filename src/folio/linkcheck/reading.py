"""What a page refers to, and what it may be referred to by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

ADDRESSES = {
    "a": ("href",), "area": ("href",), "link": ("href", "imagesrcset"), "script": ("src",), "img": ("src", "srcset"),
    "source": ("src", "srcset"), "iframe": ("src",), "video": ("src", "poster"), "audio": ("src",), "track": ("src",),
    "embed": ("src",), "object": ("data",), "form": ("action",),
}  # fmt: skip
NO_FILE = {"preconnect", "dns-prefetch"}
"""What a link may be for that no file stands behind."""
IMAGES = ("og:image", "twitter:image")
CHUNK = 65_536
IN_SET = re.compile(r"([^\s,]\S*[^\s,])(?:\s+[^,]*)?(?:,|$)")
IN_STYLE = re.compile(r"""url\(\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^"'()\s]+))\s*\)|@import\s+["']([^"'\n]+)["']""")


@dataclass(slots=True)
class PageRead:
    """A page's ids and addresses; lxml calls `start` for each tag, and makes no tree."""

    ids: set[str] = field(default_factory=set)
    twice: dict[str, None] = field(default_factory=dict)
    addresses: list[str] = field(default_factory=list)
    """What a reader may follow or a browser loads."""
    told: list[str] = field(default_factory=list)
    """What the head tells others of the site: pictures for shared links, other forms and languages of the page."""
    canonical: str | None = None

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if not attributes:
            return
        own = attributes.get("id")
        if own is not None:
            if own in self.ids:
                self.twice[own] = None
            self.ids.add(own)
        if tag == "a" and "name" in attributes:
            self.ids.add(attributes["name"])
        if tag == "meta" and attributes.get("property", attributes.get("name")) in IMAGES:
            self.told.append(attributes.get("content", ""))
        if tag == "link":
            kinds = set(attributes.get("rel", "").lower().split())
            if "canonical" in kinds:
                self.canonical = attributes.get("href")
            if kinds & NO_FILE:
                return
        found = self.told if tag == "link" else self.addresses
        for name in ADDRESSES.get(tag, ()):
            if (value := attributes.get(name)) is not None:
                found += IN_SET.findall(value) if name.endswith("srcset") else [value.strip()]

    def close(self) -> None:
        pass


def page(content: bytes) -> PageRead | None:
    """A page's ids and addresses; None when it is no HTML that can be read."""
    from lxml import etree

    read = PageRead()
    parser = etree.HTMLParser(target=read, encoding="utf-8", huge_tree=True)
    try:
        for start in range(0, len(content), CHUNK):
            parser.feed(content[start : start + CHUNK])
        parser.close()
    except (etree.LxmlError, ValueError):
        return None
    return read


def style(content: bytes) -> Iterator[str]:
    """What a style sheet loads."""
    for found in IN_STYLE.finditer(content.decode("utf-8", "replace")):
        yield next(one for one in found.groups() if one is not None)
