"""Texts of others where a code host reads them: they mean themselves, and nobody hears of them."""

from __future__ import annotations

import re

from folio.render.markdown_text import JOINER, escaped
from folio.render.plain import plain

CALLS = re.compile(r"[@#](?=\w)|(?<=gh)-(?=\d)|:(?=//)|(?<=www)(?=\.)", re.IGNORECASE)
"""Where a host makes a text call somebody or something: a mention, also right after a letter that is none to it, the
number of an issue, an address."""


def inert(text: str) -> str:
    """`text` for a line of Markdown: it is shown as it is, mentions nobody, links nowhere and holds no HTML."""
    return _quiet(escaped(one_line(text)))


def quiet(text: str) -> str:
    """`text` for a line that is no Markdown, such as the title of an issue: it mentions nobody."""
    return _quiet(one_line(text))


def one_line(text: str) -> str:
    """`text` on one line that can be written as UTF-8, without characters that are obeyed or not seen."""
    return plain(text.encode("utf-8", "replace").decode())


def _quiet(text: str) -> str:
    return CALLS.sub(lambda found: found[0] + JOINER, text)
