"""Where the sections of a document begin: at headings that every reader knows, and at those that look like them.

A person may head a section as they like. What tells such a heading is its type, where that is known, and its capitals;
in text alone of a script without capitals, only the words that are common for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from folio.ats.lines import Line, width
from folio.ats.parser.rows import ADDRESS, BULLET, SIDE_BY_SIDE
from folio.ats.parser.vocabulary import Vocabulary, folded

HEADER = "header"
OWN = "own: "
"""Begins the names of sections that a reader has no other name for; their heading follows."""
NO_HEADING = re.compile(r"[:：]|[.!?。！？．؟,、،]$")
"""What labels have, and the ends of sentences and of lists."""
LONGEST, SHORTEST = 60, 4
"""In Latin letters."""
NAMES_ALONE = (HEADER, "experience", "projects", "contracts")
"""Where names stand in lines of their own, and those of products and firms are in capitals as headings are."""
TITLES_ALONE = (*NAMES_ALONE, "education")
"""Where titles do, which may be in the type of headings."""


def sections(lines: Sequence[Line], known: Vocabulary) -> dict[str, tuple[Line, ...]]:
    """The lines below each heading, and those above the first; with the heading, where no reader has a name for it."""
    manner = _manner([line for line in lines if known.section(line.text)])
    found: dict[str, list[Line]] = {HEADER: []}
    current = HEADER
    for line in lines:
        section = known.section(line.text)
        if section is not None and section not in found:
            current, found[section] = section, []
        elif _is_heading(line, manner, known, current):
            current = section or OWN + folded(line.text)
            found.setdefault(current, []).extend([] if section else [line])
        else:
            found[current].append(line)
    return {name: tuple(part) for name, part in found.items()}


@dataclass(frozen=True, slots=True)
class _Manner:
    """How the headings of a document are set, as far as all of them are set alike."""

    size: float | None
    """None where type is not known, or says nothing."""
    capitals: bool
    """Whether they are in capitals, in a script that has them."""


def _manner(headings: Sequence[Line]) -> _Manner:
    sizes = {line.size for line in headings if line.bold}
    alike = len(sizes) == 1 and all(line.bold for line in headings)
    return _Manner(next(iter(sizes)) if alike else None, bool(headings) and all(_in_capitals(one) for one in headings))


def _in_capitals(line: Line) -> bool:
    return line.text.isupper()


def _is_heading(line: Line, manner: _Manner, known: Vocabulary, current: str) -> bool:
    text = line.text.strip()
    if not SHORTEST <= width(text) <= LONGEST or not any(map(str.isalpha, text)):
        return False
    if manner.size is not None and not (line.bold and line.size is not None and abs(line.size - manner.size) < 0.05):
        return False
    if manner.capitals and not _in_capitals(line):
        return False
    if folded(text) in known.own:
        return True
    if any(pattern.search(text) for pattern in (BULLET, ADDRESS, SIDE_BY_SIDE, NO_HEADING, known.date)):
        return False
    if manner.size is None:
        return manner.capitals and current not in NAMES_ALONE
    return manner.capitals or current not in TITLES_ALONE
