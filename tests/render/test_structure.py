"""That `standards` finds what it says it looks for, and where pages break."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache

import pikepdf
import pytest

from folio.render.pdf import pdf
from folio.render.resume import print_resume
from render.page_breaks import bad_breaks
from render.printed import resume
from render.standards import findings
from render.test_pdf import FACE, FONTS

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d494844520000000100000001080200000090"
    "7753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b80000000049454e44ae426082"
)
GOOD = '<h1>One</h1><p>Words and a <a href="https://a.example">page of A</a></p><ul><li>first</li></ul>'


def document(body: str, head: str = "") -> str:
    return (
        '<!DOCTYPE html><html lang="en"><head><title>T</title><meta name="author" content="A">'
        f"{FACE}<style>h1{{bookmark-level:1}}</style>{head}</head><body>{body}</body></html>"
    )


@cache
def good() -> bytes:
    return pdf(document(GOOD), assets=FONTS, source=b"{}").content


def test_nothing_is_found_in_a_good_document() -> None:
    assert findings(good()) == []


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<h1>One</h1><h3>Three</h3>", "skips a level from 'One' to 'Three'"),
        ("<h1>One</h1><h1>Two</h1>", "has 2 headings of the first level"),
        ("<h2>Two</h2>", "has 0 headings of the first level"),
        ("<h1>One</h1><h2></h2>", "an empty H2"),
        ("<h1 style='bookmark-level:none'>One</h1>", "no bookmark for the heading 'One'"),
        ("<h1>One</h1><ul><p>no item</p></ul>", "a list holds ['P']"),
        ("<h1>One</h1><ul><li></li></ul>", "an empty item of a list"),
        ("<h1>One</h1><a href='https://a.example'>here</a>", "a link that says no more than 'here'"),
        ("<h1>One</h1><a href='javascript:alert(1)'>run</a>", "a link to "),
        ("<h1>One</h1><img src='asset:/a.png'>", "a figure without alternative text"),
        ("<h1>One</h1><p style='width:50px'>co\u00adoperate", "ua1: PDFUA1-NOTDEF-GLYPH"),
        ("<h1>One</h1><p style='color:#fff'>secret", "text too pale to be read (1.0:1): 'secret'"),
        ("<h1>One</h1><p style='background:#000;color:#222'>secret", "text too pale to be read (1.3:1): 'secret'"),
        ("<h1>One</h1><p style='font-size:0.3px'>secret", "text that can't be seen: 'secret'"),
        ("<h1>One</h1><p style='opacity:0.1'>secret", "text that can't be seen: 'secret'"),
        ("<h1>One</h1><p style='position:absolute;left:-99em'>secret", "text outside page 1: 'secret'"),
    ],
)
def test_what_is_wrong_with_a_document_is_found(body: str, found: str) -> None:
    said = findings(pdf(document(body), assets={**FONTS, "a.png": PIXEL}).content)
    assert [one for one in said if one.startswith(found)], said


def test_white_text_on_a_dark_ground_is_fine() -> None:
    body = "<h1>One</h1><p style='background:#123;color:#fff'>seen</p><p style='color:#000'>seen too"
    assert findings(pdf(document(body), assets=FONTS).content) == []


def test_an_empty_list_and_a_table_are_mended() -> None:
    body = "<h1>One</h1><ul></ul><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>"
    assert findings(pdf(document(body), assets=FONTS).content) == []


def _fonts(file: pikepdf.Pdf) -> list[pikepdf.Object]:
    return [one for one in file.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Subtype") == "/Type0"]


def _without_font_file(file: pikepdf.Pdf) -> None:
    del _fonts(file)[0].DescendantFonts[0].FontDescriptor["/FontFile2"]


def _invisible(file: pikepdf.Pdf) -> None:
    page = file.pages[0]
    page.Contents = file.make_stream(page.Contents.read_bytes().replace(b"BT\n", b"BT\n3 Tr\n"))


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda file: file.Root.__delitem__("/Lang"), "has no language"),
        (lambda file: file.Root.__delitem__("/Metadata"), "does not declare PDF/UA-1"),
        (lambda file: file.Root.__delitem__("/ViewerPreferences"), "does not show its title"),
        (lambda file: file.Root.MarkInfo.__setitem__("/Marked", False), "is not marked as tagged"),
        (lambda file: file.docinfo.__setitem__("/CreationDate", "D:2026"), "has /CreationDate"),
        (lambda file: file.docinfo.__setitem__("/Author", " "), "has no /Author"),
        (lambda file: file.docinfo.__setitem__("/Title", "U"), "has one title in its information and another"),
        (lambda file: file.pages[0].obj.__delitem__("/StructParents"), "page 1 has no /StructParents"),
        (lambda file: file.pages[0].obj.__delitem__("/Tabs"), "page 1 is not walked through"),
        (lambda file: file.pages[0].Annots[0].__delitem__("/Contents"), "a link without /Contents"),
        (lambda file: file.Root.__delitem__("/AF"), "what is attached is not what is associated"),
        (lambda file: file.Root.AF.append(file.Root.AF[0]), "what is attached is not what is associated"),
        (lambda file: _fonts(file)[0].__delitem__("/ToUnicode"), "a character that can't be extracted"),
        (_without_font_file, "IBM"),
        (_invisible, "text that can't be seen: 'One'"),
    ],
)
def test_what_is_wrong_with_a_file_is_found(change: Callable[[pikepdf.Pdf], object], found: str) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(good())) as file:
        change(file)
        file.save(out)
    said = findings(out.getvalue())
    assert [one for one in said if one.startswith(found) or (found == "IBM" and "is not embedded" in one)], said


def test_a_broken_file_is_found() -> None:
    assert any(one.startswith("qpdf: ") for one in findings(good().replace(b"startxref\n", b"startxref\n1")))


# Where pages break.


@pytest.mark.parametrize("height", [105, 190])
def test_no_heading_and_no_head_of_an_entry_stands_at_the_foot_of_a_page(height: int) -> None:
    assert bad_breaks(print_resume(resume(2, theme="classic")), f"@page{{size:210mm {height}mm}}") == []


def test_a_heading_at_the_foot_of_a_page_is_found() -> None:
    loose = (
        "@page{size:210mm 105mm} *{break-after:auto!important;break-before:auto!important;break-inside:auto!important}"
    )
    assert bad_breaks(print_resume(resume(2, theme="classic")), loose)


def test_a_link_with_emphasis_in_it_is_one_link() -> None:
    words = '<h1>Looms</h1><p>See <a href="https://ada.example/"><b>the loom</b> at work</a>.</p>'
    assert findings(pdf(document(words), assets=FONTS).content) == []
