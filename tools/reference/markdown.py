"""Markdown of the pages that are made."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

MADE = "<!-- Made by tools/reference_docs.py; change what it reads, and run it again. -->"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A table, a line a row."""
    yield f"| {' | '.join(head)} |"
    yield f"|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(one.replace('|', chr(92) + '|') for one in row)} |"


def cell(text: str) -> str:
    """A plain text where Markdown is read: what looks like a tag stays text."""
    parts = re.split(r"(`[^`]*`)", text)
    return "".join(
        one if one.startswith("`") else one.replace("<", "&lt;").replace("{{", "&#123;&#123;") for one in parts
    )


def anchor(name: str) -> str:
    """The address of a heading on its page."""
    return re.sub(r"[^\w-]+", "-", name.lower()).strip("-")
