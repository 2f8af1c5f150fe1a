"""The pages of a PDF as pictures; the one door to pypdfium2, which is installed with folio's extra `check`."""

from __future__ import annotations

import io
from pathlib import PurePosixPath

from folio.errors import FolioError
from folio.render.artifact import Artifact

SCALE = 144 / 72
"""Pixels a point: sharp on a screen of twice the usual density."""


def pictures(pdf: bytes, path: str) -> tuple[Artifact, ...]:
    """A PNG for each page: `resume-1.png`, `resume-2.png`; FolioError says what to install."""
    try:
        import pypdfium2
    except ImportError:
        todo = "install it with: pip install 'folio-ready[check]'"
        raise FolioError(f"pictures of pages need pypdfium2, which is not installed; {todo}") from None
    stem = PurePosixPath(path).with_suffix("")
    document = pypdfium2.PdfDocument(pdf)
    try:
        found = [document[number].render(scale=SCALE).to_pil() for number in range(len(document))]
    finally:
        document.close()
    return tuple(Artifact(f"{stem}-{number}.png", _png(one)) for number, one in enumerate(found, 1))


def _png(picture: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)  # type: ignore[attr-defined]
    return out.getvalue()
