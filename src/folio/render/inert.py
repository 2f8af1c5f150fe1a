"""Texts of others where Markdown is read: they mean themselves, and nobody hears of them."""

from __future__ import annotations

import re
import unicodedata

SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~])")
CALLS = re.compile(r"([@#])(?=\w)|(?<=\b[Gg][Hh])-(?=\d)|(?<=:)(?=//)|(?<=\b[Ww]{3})(?=\.)")
"""Where code hosts make a text call somebody or something: a mention, an issue's number, an address."""
APART = "\u200b"
"""A space without width, which nobody sees and which ends a mention."""


def plain(text: str) -> str:
    """`text` on one line, without characters that are obeyed or not seen."""
    shown = (" " if sign.isspace() or unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign for sign in text)
    return " ".join("".join(sign for sign in shown if unicodedata.category(sign) not in ("Cf", "Cs", "Co")).split())


def inert(text: str) -> str:
    """`text` for a line of Markdown: it is shown as it is, mentions nobody, links to nothing and holds no HTML."""
    return CALLS.sub(lambda found: (found[0] or "") + APART, SPECIAL.sub(r"\\\1", plain(text)).replace("&", "&amp;"))


def quiet(text: str) -> str:
    """`text` for a line that is no Markdown, such as the title of an issue: it mentions nobody."""
    return CALLS.sub(lambda found: (found[0] or "") + APART, plain(text))
