"""Lines as a reader of résumés sees them: bullets, what goes on from the line before, and what stands side by side."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from folio.ats.lines import Line, width
from folio.ats.parser.vocabulary import Vocabulary

BULLET = re.compile(r"^\s*[•‣◦▪▫●○■□–∙➤►*](?:\s+|$)|^\s*[•‣▪●](?=\S)")
NUMBER = re.compile(r"^\s*(?:\[\d{1,3}\]|\d{1,3}[.)])(?:\s+|$)")
SIDE_BY_SIDE = re.compile(r"\s+[|·｜]\s+|\s{2,}|\t")
"""Between things in one line."""
ADDRESS = re.compile(r"^(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?$", re.IGNORECASE)
SENTENCE_ENDS = (".", "!", "?", "。", "！", "？", "．", "؟")
FOOTER = re.compile(r"^.{0,80}?\b\d{1,3}\s*(?:/|of|von|de|sur)\s*\d{1,3}$")
FULL = 0.75
"""Of the widest line: a line is broken only where it is about as long as others."""
AT_LEAST = 30


@dataclass(frozen=True, slots=True)
class Row:
    """A line, and what can be told of it without knowing what it means."""

    text: str
    bullet: bool = False
    goes_on: bool = False
    """It continues the line before."""
    numbered: bool = False
    """A number stands before it, as in a list of publications."""
    bold: bool | None = None
    size: float | None = None

    def looks_like(self, other: Row) -> bool:
        """Whether its type is the other's, as far as both are known."""
        return self.bold == other.bold and abs((self.size or 0) - (other.size or 0)) < 0.3

    @property
    def pieces(self) -> tuple[str, ...]:
        """What stands side by side in it."""
        return tuple(filter(None, (one.strip(" |·｜") for one in SIDE_BY_SIDE.split(self.text))))

    @property
    def is_address(self) -> bool:
        """Whether it is nothing but web addresses."""
        parts = self.text.replace("·", " ").split()
        return bool(parts) and all(ADDRESS.match(one) for one in parts)


def rows(lines: Sequence[Line], vocabulary: Vocabulary) -> tuple[Row, ...]:
    """The lines of one section as rows; a bullet that stands alone is joined to what follows it."""
    found: list[Row] = []
    widest = max((width(line.text.strip()) for line in lines), default=0)
    alone = counted = False
    for line in lines:
        text = line.text.strip()
        if not text:
            continue
        sign = BULLET.match(text)
        if sign and not text[sign.end() :].strip():
            alone = True
            continue
        number = None if sign else NUMBER.match(text)
        if number and not text[number.end() :].strip():
            counted = True
            continue
        bullet, mark = bool(sign) or alone, sign or number
        row = Row(text[mark.end() :] if mark else text, bullet, False, counted or bool(number), line.bold, line.size)
        if not bullet and not row.numbered and found and _goes_on(found[-1], row, widest, vocabulary):
            row = replace(row, goes_on=True)
        found.append(row)
        alone = counted = False
    return tuple(found)


def _goes_on(before: Row, row: Row, widest: int, vocabulary: Vocabulary) -> bool:
    """Whether a line goes on from the one before: that one was full, or ended in the middle of something."""
    if before.bold is not None and row.bold is not None and before.bold != row.bold:
        return False
    if before.is_address or row.is_address or len(row.pieces) > 1 or vocabulary.period.search(row.text):
        return False
    if len(before.pieces) > 1 and not before.bullet:
        return False
    if before.text.endswith((",", "、", "،")):
        return True
    long = width(before.text) >= max(AT_LEAST, FULL * widest)
    in_a_sentence = before.bullet or before.goes_on or width(before.text) > 2 * AT_LEAST
    if before.text.endswith(SENTENCE_ENDS):
        return False
    return in_a_sentence and (long or row.text[:1].islower())


def without_footers(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Without page numbers at the ends of pages, and without the name, which comes again beside them."""
    edges: dict[int, list[int]] = {}
    for number, line in enumerate(lines):
        if line.text.strip():
            edges.setdefault(line.page, []).append(number)
    ends = {number: " ".join(lines[number].text.split()) for one in edges.values() for number in (*one[:2], *one[-2:])}
    top = [text for number, text in sorted(ends.items()) if lines[number].page == lines[0].page][:2]
    names = {*top[:1], " ".join(top)}
    again = {number for number, text in ends.items() if text in names and lines[number].page != lines[0].page}
    drop = again | {number for number, text in ends.items() if FOOTER.match(text)}
    return tuple(line for number, line in enumerate(lines) if number not in drop)
