"""What makes WeasyPrint quick to import changes nothing that is left of it; tests/render/test_pdf.py compares bytes."""

from __future__ import annotations

import urllib.request

import pytest

from folio.render.pdf import load_weasyprint
from folio.render.quick_import import quick_import, quick_types

NAMES = ("hb_codepoint_t[12]", "unsigned int *", "PangoRectangle *", "FcChar8 **", "char[]", "PangoLogAttr[]",
         "PangoFcFontMap *", "const char *", "hb_tag_t[100]")  # fmt: skip


def test_the_web_can_be_asked_again_afterwards() -> None:
    before = urllib.request.HTTPSHandler
    with quick_import():
        assert urllib.request.HTTPSHandler is not before
    assert urllib.request.HTTPSHandler is before


@pytest.mark.parametrize("name", NAMES)
def test_types_read_quickly_are_those_that_cffi_reads(name: str) -> None:
    load_weasyprint()
    from weasyprint.text.ffi import ffi

    slow = type(ffi._parser).parse_type(ffi._parser, name)
    assert ffi._parser.parse_type(name) == slow
    assert "parse_type" in vars(ffi._parser)


def test_a_type_that_there_is_not_is_still_told() -> None:
    cffi = pytest.importorskip("cffi")
    ffi = cffi.FFI()
    ffi.cdef("typedef int number_t;")
    quick_types(ffi)
    assert ffi.sizeof("number_t[3]") == 12
    with pytest.raises(cffi.CDefError):
        ffi.typeof("no_such_t *")
