"""Takes marked parts out of a text in one pass; a pattern would read on to the end from every mark left open."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


def without(text: str, begin: str, end: str) -> str:
    """`text` with everything from each `begin` to the next `end` left out; lines stay where they are."""
    if begin not in text:
        return text
    kept: list[str] = []
    at = 0
    while (start := text.find(begin, at)) >= 0 and (stop := text.find(end, start + len(begin))) >= 0:
        kept += [text[at:start], "\n" * text.count("\n", start, stop)]
        at = stop + len(end)
    return "".join([*kept, text[at:]])


def without_fences(text: str) -> str:
    """Markdown with its fenced code blocks left out, those of formulas kept; lines stay where they are."""
    kept: list[str] = []
    fence, formula = "", False
    for line in text.split("\n"):
        bare = line.strip()
        if fence:
            kept.append(line if formula else "")
            if bare.startswith(fence) and not bare.strip("`~"):
                fence = ""
        elif bare[:3] in ("```", "~~~"):
            fence, formula = bare[:3], bare.strip("`~ ").startswith("math")
            kept.append(line if formula else "")
        else:
            kept.append(line)
    return "\n".join(kept)


def numbered(text: str, found: Iterable[re.Match[str]]) -> Iterator[tuple[int, re.Match[str]]]:
    """Each match with the line that it begins on; they have to come in order, and each line is counted once."""
    line, at = 1, 0
    for match in found:
        line, at = line + text.count("\n", at, match.start()), match.start()
        yield line, match


def words(text: str) -> frozenset[str]:
    """The words of a table's row, which reads better than a list of quoted ones."""
    return frozenset(text.split())
