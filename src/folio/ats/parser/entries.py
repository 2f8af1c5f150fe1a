"""Jobs, projects, degrees and the like: where one ends and the next begins, and what is what in each.

Where type is known, what looks like the first line of the section begins an entry. Otherwise a line after bullets or
addresses does; and as the first entry has so many lines above its date, so have the others.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from folio.ats.lines import width
from folio.ats.parser.fields import ParsedEntry
from folio.ats.parser.rows import SENTENCE_ENDS, Row
from folio.ats.parser.vocabulary import Vocabulary

LONGEST_NAME, SHORT, LONGEST_PLACE, SHORTEST_SENTENCE = 80, 60, 45, 24
"""In Latin letters: of a firm's name, of one that follows another, of a place; and of a sentence that ends as such."""
AROUND = " \t,;|·()（）[]"


@dataclass(slots=True)
class _Draft:
    """An entry while it is being read."""

    rows: list[Row] = field(default_factory=list)

    def has_body(self) -> bool:
        return any(row.bullet or row.is_address for row in self.rows)


def entries(rows: Sequence[Row], vocabulary: Vocabulary) -> tuple[ParsedEntry, ...]:
    """The entries of a section."""
    return tuple(_parsed(draft.rows, vocabulary) for draft in _drafts(rows, vocabulary) if draft.rows)


def _drafts(rows: Sequence[Row], vocabulary: Vocabulary) -> list[_Draft]:
    drafts = [_Draft()]
    by_type = _tells_by_type(rows)
    for row in rows:
        current = drafts[-1]
        if row.bullet or row.goes_on or row.is_address or not current.rows:
            current.rows.append(row)
        elif row.numbered:
            drafts.append(_Draft([row]))
        elif by_type:
            ended = not current.rows[-1].looks_like(rows[0]) or _dated(current.rows, vocabulary) is not None
            if row.looks_like(rows[0]) and ended:
                drafts.append(_Draft([row]))
            else:
                current.rows.append(row)
        elif current.has_body() and not _has_date(row, vocabulary):
            drafts.append(_Draft([row]))
        elif _has_date(row, vocabulary) and (dated := _dated(current.rows, vocabulary)) is not None:
            above = _above(drafts[0].rows, vocabulary)
            at = max(dated + 1, len(current.rows) - above)
            drafts.append(_Draft([*current.rows[at:], row]))
            del current.rows[at:]
        else:
            current.rows.append(row)
    return drafts


def _tells_by_type(rows: Sequence[Row]) -> bool:
    """Whether the first line is bold, or larger than others, so that what looks like it begins an entry."""
    plain = [row for row in rows if not row.bullet]
    return bool(plain) and bool(plain[0].bold) and any(not row.looks_like(plain[0]) for row in plain)


def _has_date(row: Row, vocabulary: Vocabulary) -> bool:
    return not row.bullet and not row.goes_on and _split(row, vocabulary)[0] != ""


def _dated(rows: Sequence[Row], vocabulary: Vocabulary) -> int | None:
    return next((number for number, row in enumerate(rows) if _has_date(row, vocabulary)), None)


def _above(rows: Sequence[Row], vocabulary: Vocabulary) -> int:
    """How many lines the first entry has above its date."""
    return _dated(rows, vocabulary) or 0


def _split(row: Row, vocabulary: Vocabulary) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """The period in a line, and the pieces before and after it; the period is empty where there is none."""
    pieces = row.pieces
    for number, piece in enumerate(pieces):
        bare = piece.strip(AROUND)
        if vocabulary.period.fullmatch(bare) or vocabulary.date.fullmatch(bare):
            return bare, pieces[:number], pieces[number + 1 :]
    for number, piece in enumerate(pieces):
        for found in vocabulary.period.finditer(piece):
            before, after = piece[: found.start()].strip(AROUND), piece[found.end() :].strip(AROUND)
            if not before or not after:
                return (
                    found[0],
                    (*pieces[:number], *filter(None, [before])),
                    (*filter(None, [after]), *pieces[number + 1 :]),
                )
        last = re.search(rf"[,(（]\s*({vocabulary.date.pattern})[)）]?$", piece, re.IGNORECASE)
        if last and width(piece) <= 2 * SHORT:
            return last[1], (*pieces[:number], piece[: last.start()].strip(AROUND)), pieces[number + 1 :]
    return "", pieces, ()


def _parsed(rows: Sequence[Row], vocabulary: Vocabulary) -> ParsedEntry:
    names: list[str] = []
    places: list[str] = []
    sentences: list[str] = []
    bullets: list[str] = []
    other: list[str] = []
    period = ""
    last = names
    for number, row in enumerate(rows):
        if row.bullet:
            bullets.append(row.text)
            last = bullets
        elif (row.goes_on or _wraps(rows, number, names)) and last:
            last[-1] = joined((last[-1], row.text))
        elif row.is_address:
            other.append(row.text)
            last = other
        elif names and _is_sentence(row.text, len(names) > 1, bool(period)) and not _has_date(row, vocabulary):
            sentences.append(row.text)
            last = sentences
        else:
            said, before, after = (
                ("", row.pieces, ()) if period or not _has_date(row, vocabulary) else _split(row, vocabulary)
            )
            if period and len(names) == 1 and not places and len(before) <= 2:
                names.append(before[0])
                before = before[1:]
            into = places if period else names
            into.extend(before)
            places.extend(after)
            period = period or said
            last = places or names if period else names
    return ParsedEntry(
        title=names[0] if names else "",
        organisation=names[1] if len(names) > 1 else "",
        period=period,
        location=places[0] if places else "",
        summary=" ".join(sentences),
        bullets=tuple(bullets),
        other=(*names[2:], *places[1:], *other),
    )


def _wraps(rows: Sequence[Row], number: int, names: Sequence[str]) -> bool:
    """Whether a line is the second one of a long title: bold as the first."""
    before = rows[number - 1] if number else None
    alike = before is not None and bool(before.bold) and rows[number].looks_like(before)
    return alike and len(names) == 1 and width(names[0]) > LONGEST_PLACE


def _is_sentence(text: str, named: bool, dated: bool) -> bool:
    """Whether it is running text rather than a name: too long for what may still come, or ended like a sentence."""
    longest = LONGEST_PLACE if dated else SHORT if named else LONGEST_NAME
    ends = text.endswith(SENTENCE_ENDS) and width(text) > (SHORTEST_SENTENCE if named or dated else LONGEST_PLACE)
    return ends or width(text) > longest


def joined(texts: Sequence[str]) -> str:
    """Lines of one text: with spaces between, but for Chinese and Japanese and after a hyphen."""
    whole = ""
    for text in texts:
        close = not whole or whole.endswith("-") or width(whole[-1]) + width(text[:1]) > 2
        whole = f"{whole}{text}" if close else f"{whole} {text}"
    return whole
