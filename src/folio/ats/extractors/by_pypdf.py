"""pypdf: follows the order in which a document was written; the only door to its text extraction."""

from __future__ import annotations

from io import BytesIO

from folio.ats.lines import Line, plain_lines


def read(content: bytes) -> tuple[Line, ...]:
    """The lines of a document."""
    import pypdf

    return plain_lines([page.extract_text() for page in pypdf.PdfReader(BytesIO(content)).pages])
