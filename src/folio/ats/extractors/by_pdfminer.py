"""pdfminer.six: groups letters into lines and boxes by where they stand, and orders the boxes by their distance."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

from folio.ats.lines import LONGEST, Line, is_bold


def read(content: bytes) -> tuple[Line, ...]:
    """The lines of a document, with their places and typefaces."""
    return tuple(_lines(content))[:LONGEST]


def _lines(content: bytes) -> Iterator[Line]:
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LTTextContainer, LTTextLine

    for number, page in enumerate(extract_pages(BytesIO(content)), 1):
        for box in page:
            if isinstance(box, LTTextContainer):
                yield from (_line(one, number) for one in box if isinstance(one, LTTextLine))
                yield Line("", number)


def _line(line: object, page: int) -> Line:
    from pdfminer.layout import LTChar, LTTextLine

    assert isinstance(line, LTTextLine)
    first = next((one for one in line if isinstance(one, LTChar) and one.get_text().strip(" •\xa0")), None)
    return Line(
        line.get_text().rstrip("\n"),
        page,
        round(line.x0, 1),
        round(line.x1, 1),
        round(first.size, 1) if first else None,
        is_bold(first.fontname) if first else None,
    )
