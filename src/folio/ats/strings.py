"""Whether every string of a résumé is in a text verbatim, and in the order of reading.

Line ends count as spaces, and within Chinese and Japanese, which have none, as nothing; and a line may end at a hyphen
or in an address. Nothing else is forgiven: a letter that came out as another is a string that was lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from folio.ats.direction import words_of
from folio.ats.expected import Block, Part
from folio.ats.lines import width

BREAK_AFTER = "-–—/～"
"""Signs after which a line may end without a space."""


@dataclass(frozen=True, slots=True)
class Found:
    """What of the strings is in a text."""

    total: int
    lost: tuple[str, ...]
    """Not there, or not verbatim."""
    misplaced: tuple[str, ...]
    """There, but not where a reader looks for it: outside of its section or entry, or in the wrong order."""

    @property
    def verbatim(self) -> int:
        """How many are there."""
        return self.total - len(self.lost)


def found(blocks: Sequence[Block], text: str) -> Found:
    """How a reader of `text` fares with the strings of a résumé."""
    lost = tuple(one for block in blocks for one in block.strings if not _search(one, text, 0, len(text)))
    missing, misplaced = set(lost), list[str]()
    for block, start, end in _spans(blocks, text):
        at = start
        for number, part in enumerate(block.parts):
            following = next((one.first for one in block.parts[number + 1 :] if one.first), None)
            at = _in_order(part, following, text, at, end, missing, misplaced)
    return Found(sum(len(block.strings) for block in blocks), lost, tuple(misplaced))


def words_found(blocks: Sequence[Block], text: str) -> Found:
    """The same for text whose words are in no order: a string is there when all its words are."""
    known = set(words_of(text))
    strings = [one for block in blocks for one in block.strings]
    return Found(len(strings), tuple(one for one in strings if not known.issuperset(words_of(one))), ())


def _spans(blocks: Sequence[Block], text: str) -> list[tuple[Block, int, int]]:
    """From where to where each block goes: from its heading to the next heading in the text."""
    starts = list[tuple[int, int]]()
    last = dict[str, int]()  # a section of the person's own may be headed as another one is
    for number, block in enumerate(blocks):
        heading = block.heading or ""
        last[heading] = _heading(heading, text, last.get(heading, 0)) if heading else 0
        starts.append((last[heading], number))
    starts.sort()
    ends = [start for start, _ in starts[1:]] + [len(text)]
    return [(blocks[number], start, end) for (start, number), end in zip(starts, ends, strict=True)]


def _heading(heading: str, text: str, start: int) -> int:
    """Where a heading ends: on a line of its own, or else anywhere; the end of the text if nowhere."""
    whole = _compiled(rf"(?im)^[^\S\n]*{_pattern(heading)}[^\S\n]*$").search(text, start)
    place = whole or _search(heading, text, start, len(text))
    return place.end() if place else len(text)


def _in_order(
    part: Part, following: str | None, text: str, at: int, end: int, lost: set[str], misplaced: list[str]
) -> int:
    """Looks for a part from `at` on, notes what is not in its place, and says where the part ends."""
    if part.first is not None and part.first not in lost:
        if title := _search(part.first, text, at, end, line_start=True):
            at = title.end()
        else:
            misplaced.append(part.first)
    nexts = _search(following, text, at, end, line_start=True) if following and following not in lost else None
    limit = nexts.start() if nexts else end
    rest = next((place for one in part.rest if (place := _search(one, text, at, limit))), None)
    last = at
    for one in part.head:
        if one in lost:
            continue
        place = _search(one, text, at, rest.start() if rest else limit)
        if place is None:
            misplaced.append(one)
        else:
            last = max(last, place.end())
    for one in part.rest:
        if one in lost:
            continue
        place = _search(one, text, last, limit)
        if place is None:
            misplaced.append(one)
        else:
            last = place.end()
    return last


def _search(string: str, text: str, start: int, end: int, *, line_start: bool = False) -> re.Match[str] | None:
    """The string in a part of the text: at the start of a line rather than within one, where that is asked for."""
    pattern = _pattern(string)
    if line_start and (place := _compiled(rf"(?m)^[^\S\n]*{pattern}").search(text, start, end)):
        return place
    return _compiled(pattern).search(text, start, end)


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@lru_cache(maxsize=4096)
def _pattern(string: str) -> str:
    """A regular expression for a string and for its capitals."""
    capitals = string.upper()
    alternatives = [_spaced(string)] + ([_spaced(capitals)] if capitals != string else [])
    start = r"(?<![A-Za-z0-9])" if string[:1].isascii() and string[:1].isalnum() else ""
    end = r"(?![A-Za-z0-9])" if string[-1:].isascii() and string[-1:].isalnum() else ""
    return f"{start}(?:{'|'.join(alternatives)}){end}"


def _spaced(string: str) -> str:
    parts: list[str] = []
    for before, sign in zip(" " + string, string, strict=False):
        if sign.isspace():
            parts.append(r"\s+")
        elif parts and not before.isspace() and (before in BREAK_AFTER or width(before) + width(sign) > 2):
            parts.append(rf"(?:\s*\n\s*)?{re.escape(sign)}")
        else:
            parts.append(re.escape(sign))
    return "".join(parts)
