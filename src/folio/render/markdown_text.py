"""Texts that mean themselves in Markdown, on GitHub too: no markup, no mention, no reference to an issue."""

from __future__ import annotations

import re
from typing import Any

from markupsafe import Markup

SPECIAL = re.compile(r"[\\`*\[\]<>|~$]|(?<![^\W_])_|_(?![^\W_])|!(?=\[)|&(?=#?\w+;)")
FIRST = re.compile(r"^(?:#(?=#{0,5}(?:\s|$))|[+-](?=\s|$)|[-=](?=[-=\s]*$)|\d+(?=[.)](?:\s|$)))")
"""What begins a heading, a list or a rule at the start of a line."""
CALLS = re.compile(r"(?<!\w)@(?=\w)|#(?=\d)|(?<=\bgh)-(?=\d)", re.IGNORECASE)
"""What GitHub makes a mention or a reference of, whatever stands before it."""
JOINER = "\u2060"
"""Shows as nothing and breaks no line; a backslash would not keep GitHub from calling somebody."""


def escaped(text: str) -> Markup:
    """The text, escaped for Markdown, and marked so that HTML's escapes stay out."""
    safe = SPECIAL.sub(lambda found: "\\" + found[0], text)
    safe = FIRST.sub(lambda found: f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}", safe)
    return Markup(CALLS.sub(lambda found: found[0] + JOINER, safe))


def code(text: str) -> Markup:
    """The text as code, whatever backticks it holds itself; not for tables, which a bar would end."""
    fence = "`" * (max(map(len, re.findall("`+", text)), default=0) + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return Markup(f"{fence}{space}{text}{space}{fence}")


def in_markdown(value: Any) -> Any:
    """A value with every text in it escaped; what is Markup already stays as it is."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return escaped(value)
    if isinstance(value, dict):
        return {name: in_markdown(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [in_markdown(one) for one in value]
    return value
