"""A text that YAML can't read because of what nobody sees: tabs in the indentation, and control characters."""

from __future__ import annotations

import re

from folio.document import parse
from folio.errors import InputError, Position
from folio.mending.edit import Edit, applied

INDENTATION = re.compile(r"^[ \t]*\t[ \t]*", re.MULTILINE)
REFUSED = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What no YAML may hold, and the mark of the byte order anywhere but at the start."""
WIDTHS = (2, 4, 8)
"""Spaces that a tab may have looked like."""


def readable(text: str, name: str) -> list[Edit]:
    """The edits with which a text can be read; none where it can be as it is, or can't be even so."""
    for width in (0, *WIDTHS):
        edits = sorted([*_without(text, name), *(_spaced(text, name, width) if width else ())])
        if edits and _can_be_read(applied(text, edits), name):
            return edits
    return []


def _can_be_read(text: str, name: str) -> bool:
    try:
        parse(text.encode(), name=name)
    except InputError:
        return False
    return True


def _without(text: str, name: str) -> list[Edit]:
    return [
        Edit(one.start(), one.end(), "", _position(text, one.start(), name), "", f"U+{ord(one[0]):04X}", "(removed)")
        for one in REFUSED.finditer(text)
    ]


def _spaced(text: str, name: str, width: int) -> list[Edit]:
    return [
        Edit(one.start(), one.end(), one[0].replace("\t", " " * width), _position(text, one.start(), name), "",
             "a tab in the indentation", "spaces")
        for one in INDENTATION.finditer(text)
    ]  # fmt: skip


def _position(text: str, at: int, name: str) -> Position:
    return Position(name, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
