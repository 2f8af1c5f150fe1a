"""Running text as other tools write it, as Markdown; and the results that are listed in it."""

from __future__ import annotations

import re

from folio.profile.fields import LONGEST_LINE

BULLET = re.compile(r"\s*[•●▪◦‣⁃∙·*–—-]\s+(?=\S)")
SIGNS = "•●▪◦‣⁃∙"
"""Those of them that are nothing else."""


def markdown(text: str) -> str:
    """Plain text in which each line is a paragraph, and one that begins with a bullet an item of a list."""
    made = ""
    before = None
    lines = (part for line in text.splitlines() for part in _items(" ".join(line.split())))
    for line in filter(None, lines):
        kind = bool(BULLET.match(line))
        gap = "" if before is None else "\n" if kind and before else "\n\n"
        made += gap + (BULLET.sub("- ", line, count=1) if kind else line)
        before = kind
    return made


def _items(line: str) -> list[str]:
    """The items of a list that lost its line ends, `• one • two`; any other line is one."""
    return re.split(rf" (?={re.escape(line[0])} )", line) if line[:1] in SIGNS and line[:1] else [line]


def summary_and_highlights(text: str | None) -> tuple[str | None, list[str]]:
    """What a description begins with, and the items of its list; one with text after its list stays whole."""
    blocks = markdown(text or "").split("\n")
    first = next((at for at, line in enumerate(blocks) if line.startswith("- ")), len(blocks))
    items = [line for line in blocks[first:] if line]
    if all(line.startswith("- ") for line in items):
        return "\n".join(blocks[:first]).strip() or None, [line[2:] for line in items]
    return "\n".join(blocks) or None, []


def one_line(text: str | None, otherwise: str) -> tuple[str, str | None]:
    """A text as a line, and the whole of it where a line can't hold it."""
    line = " ".join((text or "").split())
    if not line:
        return otherwise, None
    if len(line) <= LONGEST_LINE:
        return line, None
    start = line[:LONGEST_LINE]
    end = start.rfind(". ")
    return (start[: end + 1] if end > 0 else start.rsplit(" ", 1)[0]), text
