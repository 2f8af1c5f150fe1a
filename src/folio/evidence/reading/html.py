"""HTML as a tree, and what is asked of one. The one door to lxml's trees.

A tree costs whatever the writer of the page likes: 200,000 attributes keep lxml busy for minutes. Strangers' pages are
therefore made into trees in the child process alone (`folio.evidence.reading.child`), which can be ended.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from folio.repository.text import words

CHARACTER_DATA = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no document may hold; lxml refuses to write it into a tree."""

IN_HEADS = words("base link meta noscript script style template title")
"""HTML Standard, 4.2.1 and 3.2.5.2.1."""


class Element(Protocol):
    """As much of lxml's elements as is used here; lxml itself says no types."""

    tag: str
    text: str | None
    tail: str | None
    attrib: dict[str, str]

    def get(self, name: str) -> str | None: ...
    def find(self, path: str) -> Element | None: ...
    def iter(self, *tags: str) -> Iterator[Element]: ...
    def itertext(self) -> Iterator[str]: ...
    def iterancestors(self) -> Iterator[Element]: ...
    def getparent(self) -> Element | None: ...
    def getprevious(self) -> Element | None: ...
    def getnext(self) -> Element | None: ...
    def itersiblings(self) -> Iterator[Element]: ...
    def insert(self, index: int, element: Element) -> None: ...
    def remove(self, element: Element) -> None: ...
    def __iter__(self) -> Iterator[Element]: ...
    def __len__(self) -> int: ...


def parse(text: str) -> Element:
    """The tree of a page or of a piece of one: always an `html` with a `head` and a `body`, without comments.

    What is nested over 255 deep is left out.
    """
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    content = CHARACTER_DATA.sub("\ufffd", text).encode()
    try:
        tree: Element = document_fromstring(content, parser=parser, ensure_head_body=True)
    except etree.ParserError:  # a page without anything on it
        tree = document_fromstring("<p></p>", parser=parser, ensure_head_body=True)
    _settle(tree)
    return tree


def body(tree: Element) -> Element:
    """The body of what `parse` gave."""
    found = tree.find("body")
    return tree if found is None else found


def _settle(tree: Element) -> None:
    """Where nobody wrote `<body>`, lxml leaves elements that are younger than itself in the head."""
    head = tree.find("head")
    strays = [] if head is None else list(head)
    first = next((at for at, one in enumerate(strays) if one.tag not in IN_HEADS), len(strays))
    for element in reversed(strays[first:]):
        body(tree).insert(0, element)


def markup(element: Element) -> str:
    """The element as it would be written."""
    from lxml import etree

    return str(etree.tostring(element, encoding="unicode", with_tail=False))


def words_of(element: Element) -> str:
    """Everything that is written in it, in one line."""
    return " ".join("".join(element.itertext()).split())


def names(element: Element) -> str:
    """What its author calls it: its classes and its id."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".strip()


def has_class(element: Element, name: str) -> bool:
    return name in (element.get("class") or "").split()


def drop(element: Element) -> None:
    """Takes it out of its tree; what follows it stays."""
    parent, tail = element.getparent(), element.tail
    if parent is None:
        return
    before = element.getprevious()
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail
    element.tail = None
    parent.remove(element)


def become(element: Element, tag: str, text: str, **attributes: str) -> None:
    """Makes it another one, with nothing but text in it."""
    for inner in list(element):
        element.remove(inner)
    element.attrib.clear()
    element.attrib.update(attributes)
    element.tag, element.text = tag, CHARACTER_DATA.sub("\ufffd", text)
