"""A PDF held to the résumé that it was made from: does an automatic reader get everything?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from folio.ats.direction import AS_READ, LETTERS, WORDS, from_letters, from_marks
from folio.ats.expected import Block, blocks
from folio.ats.fields import fields
from folio.ats.leftout import left_out
from folio.ats.lines import Line, Reading
from folio.ats.parser.parse import parse
from folio.ats.reading import Extractor, readings
from folio.ats.report import DocumentReport, ExtractorReport, FieldRead
from folio.ats.strings import Found, found, words_found
from folio.portfolio.resume.model import Resume


def check(
    content: bytes, resume: Resume, wanted: tuple[Extractor, ...], *, name: str, out: int | None = None
) -> DocumentReport:
    """What `wanted` get out of a PDF of `resume`, of which the first `out` ranks were left out; None asks the PDF."""
    read = readings(content, wanted)
    number = left_out(resume, read) if out is None else out
    return DocumentReport(
        document=name,
        theme=resume.look.theme,
        locale=resume.language,
        left_out=number,
        extractors=tuple(judged(one, resume, number) for one in read),
    )


def judged(reading: Reading, resume: Resume, out: int) -> ExtractorReport:
    """What one reading holds of a résumé, string by string and field by field.

    Order and fields are asked only of text that comes in the order of reading.
    """
    if reading.problem:
        return ExtractorReport(extractor=reading.extractor, problem=reading.problem)
    expected = blocks(resume, out)
    order, lines, strings = _read(reading.lines, expected, resume.direction)
    in_order = order == AS_READ
    read = fields(resume, parse(lines, resume.words.locale), out) if in_order else ()
    return ExtractorReport(
        extractor=reading.extractor,
        order=order,
        strings=strings.total,
        verbatim=strings.verbatim,
        lost=strings.lost,
        misplaced=strings.misplaced if in_order else (),
        fields=len(read),
        found=sum(one.verdict == "found" for one in read),
        not_found=tuple(
            FieldRead(field=one.name, wanted=one.wanted, read=one.read, verdict=one.verdict)
            for one in read
            if one.verdict != "found"
        ),
    )


Read = tuple[str, tuple[Line, ...], Found]


def _read(lines: tuple[Line, ...], expected: tuple[Block, ...], direction: str) -> Read:
    """The lines in the order of reading, how they came to it, and what is in them."""
    best = _turned(lines, expected, AS_READ, from_marks)
    if direction == "ltr" or not best[2].lost:
        return best
    found_words = words_found(expected, "\n".join(line.text for line in lines))
    others = (_turned(lines, expected, LETTERS, from_letters), (WORDS, lines, found_words))
    return max((best, *others), key=lambda one: one[2].verbatim)


def _turned(lines: tuple[Line, ...], expected: tuple[Block, ...], order: str, way: Callable[[str], str]) -> Read:
    turned = tuple(replace(line, text=way(line.text)) for line in lines)
    return order, turned, found(expected, "\n".join(line.text for line in turned))
