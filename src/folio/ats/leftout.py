"""How much of a résumé was left out of a PDF that lies there, to save room: nobody wrote that down."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from folio.ats.direction import words_of
from folio.ats.lines import Reading
from folio.portfolio.resume.model import Resume


def left_out(resume: Resume, readings: Sequence[Reading]) -> int:
    """How many ranks, from the least important on, no reading holds: a fifth of their words stand nowhere together."""
    known = [set(_pairs(words_of(reading.text))) for reading in readings if not reading.problem]
    texts = dict(_ranked(resume))
    out = 0
    while out in texts and known and all(_is_missing(texts[out], one) for one in known):
        out += 1
    return out


def _ranked(resume: Resume) -> Iterator[tuple[int, str]]:
    for section in resume.sections:
        for entry in section.entries:
            if entry.rank is not None:
                yield entry.rank, entry.title
            yield from ((one.rank, one.text) for one in entry.bullets if one.rank is not None)


def _is_missing(text: str, known: set[frozenset[str]]) -> bool:
    """Whether so little of it is there that it can't be in the document."""
    words = words_of(text)
    together = set(_pairs(words)) if len(words) < 2 else {one for one in _pairs(words) if len(one) > 1}
    return 10 * len(together & known) < 8 * len(together)


def _pairs(words: Sequence[str]) -> Iterator[frozenset[str]]:
    """Each word, and each with its neighbour from whichever side it is read: titles hold words of other texts."""
    yield from (frozenset((one,)) for one in words)
    yield from (frozenset(pair) for pair in pairwise(words))
