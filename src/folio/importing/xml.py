"""A document in XML as plain data, read with lxml, which says in which line each element stands.

Nothing in it is fetched or expanded: a document with a DTD, where entities are defined, is refused.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from folio.document import KeyPath
from folio.errors import FolioError, InputError, Position, Problem
from folio.importing.opened import Opened, key_path

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST = 8 << 20
"""Bytes; Europass puts pictures and certificates into its documents."""
MOST = 100_000
"""Elements; a long CV has 2,000."""
MOST_ATTRIBUTES = 100
"""Of one element; lxml looks each up from the first on, and is busy for minutes with 100,000."""
TEXT = "#text"
"""The key of what is said in an element beside the elements in it."""
DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
NOT_SAID = re.compile(r"(?:, line \d+, column \d+|, use XML_PARSE_HUGE option).*", re.DOTALL)
AGAIN = "export it again"
DECLARES = "has a document type (<!DOCTYPE>), which no CV needs; folio doesn't read such files"

Lines = dict[KeyPath, int]
"""The line of each element by its path, in which each name is followed by a number."""


def opened(content: bytes, name: str) -> Opened:
    """The document by the name of its first element, without prefixes and namespaces.

    An element that holds only text is that text; several of one name are a list. An attribute is `@name` in its
    element, and `element@name` beside one that is a text. Raises InputError with the place of what can't be read.
    """
    root = _root(content, name)
    lines: Lines = {}
    first = _name(root)
    data = _data(root, (first, 0), lines)

    def where(path: str) -> Position:
        keys = _indexed(key_path(path))
        while keys and keys not in lines:
            keys = keys[:-2]
        return Position(name, lines.get(keys, 1))

    return Opened({first: data if isinstance(data, dict) else {TEXT: data}}, where)


def _root(content: bytes, name: str) -> _Element:
    from lxml import etree

    if len(content) > LARGEST:
        raise FolioError(f"{name}: over {LARGEST:,} bytes; folio reads no document so large")
    if any(one in content for one in DOCTYPES):
        raise FolioError(f"{name}: {DECLARES}")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(content.lstrip(), parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        why = NOT_SAID.sub("", error.msg or "it ends too soon")
        what = f"no XML: {why[:1].lower()}{why[1:]}"
        raise InputError([Problem(Position(name, max(line, 1), max(column, 1)), "", what, AGAIN)]) from None
    if root.getroottree().docinfo.internalDTD is not None:  # in an encoding that hid it
        raise FolioError(f"{name}: {DECLARES}")
    many = any(number > MOST or len(one.attrib) > MOST_ATTRIBUTES for number, one in enumerate(root.iter(), 1))
    if many:
        raise FolioError(f"{name}: over {MOST:,} elements, or {MOST_ATTRIBUTES} attributes of one; no CV is like that")
    return root


def _indexed(path: KeyPath) -> KeyPath:
    """With a number after each name, as paths are in `Lines`."""
    found: list[str | int] = []
    for one in path:
        if isinstance(one, str) and found and isinstance(found[-1], str):
            found.append(0)
        found.append(one)
    return tuple(found) if found and isinstance(found[-1], int) else (*found, 0)


def _data(element: _Element, path: KeyPath, lines: Lines) -> dict[str, Any] | str:
    """What an element holds; the depth is bounded, for lxml reads no document that is nested over 256 times."""
    lines[path] = element.sourceline or 1
    times = Counter(map(_name, element))
    seen: Counter[str] = Counter()
    found: dict[str, Any] = {f"@{_bare(key)}": value for key, value in element.attrib.items()}
    for child in element:
        name = _name(child)
        inner = _data(child, (*path, name, seen[name]), lines)
        seen[name] += 1
        if isinstance(inner, str):
            for key, value in child.attrib.items():
                found.setdefault(f"{name}@{_bare(key)}", []).append(value)
        if times[name] > 1:
            found.setdefault(name, []).append(inner)
        else:
            found[name] = inner
    said = "".join([element.text or "", *(child.tail or "" for child in element)]).strip()
    if not len(element) and (said or not found):
        return said
    return found | ({TEXT: said} if said else {})


def _name(element: _Element) -> str:
    return _bare(str(element.tag))


def _bare(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]
