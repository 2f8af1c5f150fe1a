"""PDFs of the sample, printed once for all tests, and what is in them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache

import pikepdf
import pypdf

from folio.render.paper import Printing
from folio.render.pdf import pdf
from folio.render.pitch import print_pitch
from folio.render.resume import print_resume
from render import documents_sample


@cache
def jobs() -> dict[str, Printing]:
    portfolio = documents_sample.portfolio()
    return {"resume": print_resume(portfolio), "pitch": print_pitch(portfolio, portfolio.pitches[0])}


@cache
def printed(name: str, version: int = 0) -> bytes:
    job = jobs()[name]
    return pdf(job.versions[version], assets=job.assets).content


def text(content: bytes) -> str:
    """The words of a PDF, with single spaces; the running footer is left in its place."""
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def in_order(words: list[str], content: bytes) -> None:
    """Asserts that each of `words` occurs, after the one before it."""
    whole, at = text(content), 0
    assert words
    for each in words:
        found = whole.find(each, at)
        assert found >= 0, f"'{each}' is not after '{whole[:at][-60:]}' in: {whole[at : at + 300]}"
        at = found + len(each)


def structure(pdf_file: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Object]]:
    """The structure elements in reading order, each with its type."""

    def walk(element: pikepdf.Object) -> Iterator[tuple[str, pikepdf.Object]]:
        if isinstance(element, pikepdf.Array):
            for each in element:
                yield from walk(each)
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            yield str(element.S).removeprefix("/"), element
            if "/K" in element:
                yield from walk(element.K)

    yield from walk(pdf_file.Root.StructTreeRoot.K)
