"""Reading HTML once, from the first tag to the last, without making a tree of it.

lxml's parser hands over each tag as it comes. Trees cost too much where a stranger writes the page: 50,000 nested
elements took lexbor (selectolax 1.0.2) eleven seconds, and one element with 200,000 attributes over twelve, as they did
lxml where it makes a tree. This way each of 42 hostile pages of 2 MB takes about a second or less, and 40 MB at most.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field

CHUNK = 8192
MAX_DEPTH = 500
"""What lies deeper is not read: a tag that closes nothing is looked for in all that is open."""
MAX_LINKS = 2000
MAX_ME = 50
MAX_SCRIPTS = 20
MAX_TEXT = 200_000
MAX_TITLE = 5000
MAX_META = 5000

UNSEEN = frozenset({"script", "style", "noscript", "template", "title", "head", "datalist", "textarea"})
WITHIN_LINES = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd",
    "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
FIELDS = frozenset({"input", "textarea", "select", "button"})
MEDIA = frozenset({"img", "video", "audio", "canvas", "svg", "iframe", "frame", "object", "embed"})
NAMED = ("generator", "og:title")


@dataclass(slots=True)
class Reading:
    """What has been read so far; lxml calls `start`, `data` and `end`."""

    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)
    links: dict[str, None] = field(default_factory=dict)
    me: dict[str, None] = field(default_factory=dict)
    script_links: dict[str, None] = field(default_factory=dict)
    base: str | None = None
    canonical: str | None = None
    language: str | None = None
    refresh: str | None = None
    noindex: bool = False
    password_field: bool = False
    fields: int = 0
    media: int = 0
    scripts: int = 0
    depth: int = 0
    _unseen_from: int | None = None
    _in_title: bool = False
    _room: int = MAX_TEXT
    _title_room: int = MAX_TITLE

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """A tag opens."""
        self.depth += 1
        if self._unseen_from is None:
            if tag in UNSEEN or "hidden" in attributes:
                self._unseen_from = self.depth
            elif tag not in WITHIN_LINES:
                self.text.append(" ")
        match tag:
            case "a" | "area":
                self._link(attributes)
            case "link":
                self._head_link(attributes)
            case "meta":
                self._meta(attributes)
            case "base":
                self.base = self.base or attributes.get("href")
            case "html":
                self.language = self.language or attributes.get("lang") or attributes.get("xml:lang")
            case "script":
                self.scripts += 1
                if "src" in attributes and len(self.script_links) < MAX_SCRIPTS:
                    self.script_links[attributes["src"]] = None
            case "title":
                self._in_title = not self.title
        if tag in FIELDS and attributes.get("type", "").lower() != "hidden":
            self.fields += 1
            self.password_field |= tag == "input" and attributes.get("type", "").lower() == "password"
        self.media += tag in MEDIA

    def end(self, tag: str) -> None:
        """A tag closes, by itself or because it has to."""
        if self._unseen_from == self.depth:
            self._unseen_from = None
        elif self._unseen_from is None and tag not in WITHIN_LINES:
            self.text.append(" ")
        if tag == "title":
            self._in_title = False
        self.depth -= 1

    def data(self, text: str) -> None:
        """Text between tags, in pieces."""
        if self._in_title and self._title_room > 0:
            self.title.append(text[: self._title_room])
            self._title_room -= len(text)
        elif self._unseen_from is None and self._room > 0:
            self.text.append(text[: self._room])
            self._room -= len(text)

    def close(self) -> None:
        """The page has ended."""

    def _link(self, attributes: dict[str, str]) -> None:
        address = attributes.get("href")
        if address is None:
            return
        if len(self.links) < MAX_LINKS:
            self.links[address] = None
        if "me" in _tokens(attributes.get("rel")) and len(self.me) < MAX_ME:
            self.me[address] = None

    def _head_link(self, attributes: dict[str, str]) -> None:
        address, relations = attributes.get("href"), _tokens(attributes.get("rel"))
        if address is None:
            return
        if "canonical" in relations:
            self.canonical = self.canonical or address
        if "me" in relations and len(self.me) < MAX_ME:
            self.me[address] = None

    def _meta(self, attributes: dict[str, str]) -> None:
        name = (attributes.get("name") or attributes.get("property") or "").strip().lower()
        content = attributes.get("content", "")[:MAX_META]
        if name in NAMED:
            self.meta.setdefault(name, content)
        elif name in ("robots", "googlebot"):
            self.noindex |= not {"noindex", "none"}.isdisjoint(content.lower().replace(",", " ").split())
        if attributes.get("http-equiv", "").strip().lower() == "refresh":
            self.refresh = self.refresh or content


def read(html_text: str) -> Reading:
    """What a page shows; never raises. Of what is nested too deeply, only what comes before."""
    from lxml import etree

    reading = Reading()
    parser = etree.HTMLParser(target=reading)
    content = (
        html_text.replace("\0", "\ufffd").encode("utf-8", "replace").decode()
    )  # half a surrogate pair is no letter
    for index in range(0, len(content), CHUNK):
        if reading.depth > MAX_DEPTH:
            break
        parser.feed(content[index : index + CHUNK])
    with contextlib.suppress(etree.LxmlError):  # it takes an empty page for a fault
        parser.close()
    return reading


def _tokens(text: str | None) -> frozenset[str]:
    return frozenset((text or "")[:200].lower().split())
