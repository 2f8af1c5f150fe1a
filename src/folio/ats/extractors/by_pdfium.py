"""PDFium, the reader inside Chromium, through pypdfium2: follows the order of writing and breaks lines by place."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any

from folio.ats.lines import LONGEST, Line, is_bold


def read(content: bytes) -> tuple[Line, ...]:
    """The lines of a document, with their places and typefaces."""
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    try:
        return tuple(line for number in range(len(document)) for line in _lines(document[number], number + 1))[:LONGEST]
    finally:
        document.close()


def _lines(page: Any, number: int) -> Iterator[Line]:
    text = page.get_textpage()
    whole, at = text.get_text_range(), 0
    for line in whole.split("\r\n"):
        yield _line(text, line.replace("\ufffe", "-"), at, number)  # so it marks a hyphen at a line's end
        at += len(line) + 2


def _line(page: Any, line: str, at: int, number: int) -> Line:
    from pypdfium2 import raw

    places = [at + offset for offset, sign in enumerate(line) if sign.strip(" •\xa0")]
    if not places:
        return Line(line, number)
    boxes = [page.get_charbox(one) for one in (places[0], places[-1], at)]
    name = ctypes.create_string_buffer(200)
    raw.FPDFText_GetFontInfo(page, places[0], name, len(name), ctypes.c_int())
    return Line(
        line,
        number,
        round(min(box[0] for box in boxes), 1),
        round(max(box[2] for box in boxes), 1),
        round(raw.FPDFText_GetFontSize(page, places[0]), 1),
        is_bold(name.value.decode(errors="replace")),
    )
