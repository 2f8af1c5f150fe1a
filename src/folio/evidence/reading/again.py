"""A second look at a text: whether what stands at its address now is still that text, or something in its place.

A page that says "we are down" answers as any other; taken for the text, it would take the text away.
"""

from __future__ import annotations

from folio.evidence.model import ArticleSeen
from folio.evidence.reading.measure import SKETCH

LITTLE = 400
"""Words; a text that still has as many was shortened by a person, and one that never had can't be told from another."""
COMPARED = 10
"""Runs of five words; with fewer of them nothing can be said."""
IN_COMMON = 0.05
"""Of the shorter text's runs. A text that was worked over keeps more of itself."""
FEWER = "it shows {now} words where {before} were; look whether it is down (--refresh takes the new text)"
OTHER = "it shows quite another text than before; look whether it is still yours (--refresh takes the new text)"


def doubt(now: ArticleSeen, before: ArticleSeen) -> str | None:
    """Why what is seen now is hardly what was seen before; None when it may well be.

    It is not when it has less than 400 words and less than half of the earlier ones, or when the earlier text had 400
    and the two share next to nothing. A short text that became another or a longer one is taken as it is: the earlier
    one may have been what stood in its place.
    """
    if now.words < LITTLE and 2 * now.words < before.words:
        return FEWER.format(now=now.words, before=before.words)
    return OTHER if before.words >= LITTLE and _are_strangers(now.shingles, before.shingles) else None


def _are_strangers(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    """By those hashes that each sketch would hold if its text had them; a full one ends at its largest."""
    reach = min((max(sketch) for sketch in (one, other) if len(sketch) >= SKETCH), default=1 << 64)
    first, second = ({mark for mark in sketch if mark <= reach} for sketch in (one, other))
    fewer = min(len(first), len(second))
    return fewer >= COMPARED and len(first & second) < IN_COMMON * fewer
