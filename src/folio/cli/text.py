"""Texts from elsewhere on a terminal: none of them moves the cursor, and each takes the columns it is given."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from dataclasses import is_dataclass, replace
from operator import is_
from typing import TypeVar, cast

Value = TypeVar("Value")

NARROW = re.compile("[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u20a0-\u20bf\u2190-\u2193\u2500-\u25ff\ufffd]*")
"""Letters and signs of one column each; a text of these alone needs no table of widths."""
JOINERS = "\u200c\u200d"
"""Format characters without which some scripts and emoji are spelled wrongly."""
COMMAND = re.compile(r"(?m)^(?:\s|\x1b\[[0-9;]*m)*:(?=:)|##(?:\x1b\[[0-9;]*m)*(?=\[)")
"""How a line begins that GitHub's runner obeys, and what it obeys anywhere in one;
colours are taken away where nobody watches, so that what stands behind one begins the line."""
JOINS_NOTHING = re.compile(rf"(?<!\S)[{JOINERS}]+|[{JOINERS}]+(?!\S)")


def clean(text: str) -> str:
    """`text` in one line, without anything that a terminal obeys: escapes, control and direction characters."""
    if text.isprintable():
        return text
    return JOINS_NOTHING.sub("", "".join(map(_shown, text)))


def _shown(sign: str) -> str:
    if sign.isprintable() or sign in JOINERS:
        return sign
    if sign.isspace():
        return sign if unicodedata.category(sign) == "Zs" else " "
    # What a terminal would obey is made visible; what only turns or hides text is left out.
    return {"Cc": "\ufffd", "Cs": "\ufffd", "Cf": ""}.get(unicodedata.category(sign), sign)


def inert(text: str) -> str:
    """`text` without a line that a workflow's log takes for a command, wherever a title was wrapped."""
    if "::" not in text and "##[" not in text:
        return text
    return COMMAND.sub(lambda found: f"{found[0]}\u2060", text)


def cleaned(value: Value) -> Value:
    """A record, such as a report, with every text in it clean."""
    return cast(Value, _cleaned(value))


def _cleaned(value: object) -> object:
    """The value itself where all in it is clean, as nearly always: a report holds thousands of texts."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, tuple):
        several = tuple(map(_cleaned, value))
        return value if all(map(is_, several, value)) else several
    if isinstance(value, dict):
        clear = {name: _cleaned(one) for name, one in value.items()}
        return value if all(map(is_, clear.values(), value.values())) else clear
    if is_dataclass(value) and not isinstance(value, type):
        old = {name: getattr(value, name) for name in value.__dataclass_fields__}
        new = {name: one for name, held in old.items() if (one := _cleaned(held)) is not held}
        return replace(value, **new) if new else value
    return value


def columns(text: str) -> int:
    """How many columns a clean text takes."""
    if NARROW.fullmatch(text):
        return len(text)
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


def fitted(text: str, width: int) -> str:
    """`text` in exactly `width` columns: filled up with spaces, or cut with an ellipsis."""
    return (text := cut(text, width)) + " " * (width - columns(text))


def cut(text: str, width: int) -> str:
    """`text` in at most `width` columns; an ellipsis stands for what does not fit."""
    if columns(text) <= width:
        return text
    if NARROW.fullmatch(text):
        return text[: width - 1].rstrip() + "…"
    from wcwidth import clip

    return clip(text, 0, width - 1).rstrip() + "…"


def broken(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` columns; words that hold hyphens, as names of checks do, stay whole.

    So does a web address, longer than the line or not, for else nobody could follow it.
    """
    breaks = "://" not in text
    if NARROW.fullmatch(text):
        return textwrap.wrap(text, width, break_on_hyphens=False, break_long_words=breaks) or [""]
    from wcwidth import wrap

    return wrap(text, width, break_on_hyphens=False, break_long_words=breaks) or [""]
