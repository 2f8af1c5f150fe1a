"""Bytes as text, in the encodings that pages are written in and in those they only say they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folio.web.decoding import text_of


@pytest.mark.parametrize(
    ("body", "kind", "text"),
    [
        ("Größe".encode(), "text/html", "Größe"),
        ("Größe".encode("latin-1"), "text/html", "Größe"),
        ("Größe".encode("latin-1"), "text/html; charset=ISO-8859-1", "Größe"),
        ("“so”".encode("cp1252"), "text/html; charset=latin1", "“so”"),
        ("你好".encode("gbk"), 'text/html; charset="GB2312"', "你好"),
        ("你好".encode("gbk"), "text/html;Charset = 'gbk'", "你好"),
        ("привет".encode("koi8-r"), "text/html; charset=koi8-r", "привет"),
        ("こんにちは".encode("cp932"), "text/html; charset=Shift_JIS", "こんにちは"),
        ("안녕".encode("cp949"), "text/html; charset=euc-kr", "안녕"),
        ("﻿Größe".encode(), "text/html; charset=latin-1", "Größe"),
        ("Größe".encode("utf-16"), "text/html", "Größe"),
        ("Größe".encode("utf-16-be"), "text/html; charset=utf-16be", "Größe"),
        ("<meta charset=koi8-r>да".encode("koi8-r"), "text/html", "<meta charset=koi8-r>да"),
        ('<meta charset="utf-16">é'.encode(), "text/html", '<meta charset="utf-16">é'),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">да'.encode("cp1251"),
            "text/html",
            '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">да',
        ),
        ('<?xml version="1.0" encoding="koi8-r"?>да'.encode("koi8-r"), "", '<?xml version="1.0" encoding="koi8-r"?>да'),
        ("Größe".encode(), "text/html; charset=klingon-8", "Größe"),
        (b"a\xffb", "text/html; charset=utf-8", "a\ufffdb"),
        ("Größe".encode()[:3], "text/html", "Gr"),
        (b"", "", ""),
    ],
)
def test_text_is_read_as_it_was_written(body: bytes, kind: str, text: str) -> None:
    assert text_of(body, kind) == text


@pytest.mark.parametrize(
    "name", ["zlib", "hex", "rot13", "idna", "punycode", "undefined", "utf-7", "unicode_escape", "mbcs", "x" * 40]
)
def test_what_is_no_encoding_of_pages_is_not_used(name: str) -> None:
    assert text_of("né".encode(), f"text/html; charset={name}") == "né"


@given(st.binary(max_size=300), st.text(max_size=40))
def test_there_is_always_some_text(body: bytes, kind: str) -> None:
    assert isinstance(text_of(body, f"text/html; charset={kind}"), str)
