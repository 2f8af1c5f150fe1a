"""A body's bytes, unpacked within bounds, and its text."""

from __future__ import annotations

import codecs
import re
import zlib

CODINGS = {"": 0, "identity": 0, "gzip": 31, "x-gzip": 31, "deflate": 15}
"""How zlib is told what to expect; everything else was not asked for."""

ALIASES = {
    # What an encoding is called, and what browsers read it as (WHATWG Encoding Standard, 4.2)
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "utf-16": "utf-16-le",
}
ENCODINGS = frozenset(
    {"utf-8", "utf-16-le", "utf-16-be", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "euc_jp", "iso2022_jp"}
    | {"cp866", "cp874", "cp932", "cp949", "gb18030", "big5hkscs"}
    | {f"cp{number}" for number in range(1250, 1259)}
    | {f"iso8859-{number}" for number in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)}
)
"""Those that pages are written in. Python knows more, which are slow (punycode) or no encodings of text (zlib)."""

WIDE = ("utf-16-le", "utf-16-be")
MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
NAME = r"charset\s*=\s*[\"']?\s*([\w.:-]{1,40})"
IN_HEADER = re.compile(NAME, re.IGNORECASE)
IN_PAGE = re.compile(rb"<meta[^>]{0,200}?" + NAME.encode(), re.IGNORECASE)
IN_XML = re.compile(rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{1,40})", re.IGNORECASE)
HEAD = 1024
"""Bytes in which a page has to name its encoding (HTML Standard, 13.2.3.2)."""


class Undecodable(ValueError):
    """A body that is not packed the way its header says."""


class Unpacked:
    """A body that is unpacked as it arrives; what is over `size` bytes is never made."""

    def __init__(self, coding: str, size: int) -> None:
        self._size = size
        self._raw = 0
        self._coding = coding.strip().lower()
        if self._coding not in CODINGS:
            raise Undecodable("its body is packed in a way it was not asked for")
        self._zlib = self._fresh()
        self._begun = False
        self.content = bytearray()
        self.cut = False

    def _fresh(self) -> zlib._Decompress | None:
        wide = CODINGS[self._coding]
        return zlib.decompressobj(wide) if wide else None

    def add(self, chunk: bytes) -> bool:
        """Whether more is welcome."""
        self._raw += len(chunk)
        if self._raw > self._size:
            chunk = chunk[: len(chunk) - (self._raw - self._size)]
            self.cut = True
        if self._zlib is None:
            self.content += chunk
        else:
            self._unpack(chunk)
        if len(self.content) > self._size:
            del self.content[self._size :]
            self.cut = True
        return not self.cut

    def _unpack(self, chunk: bytes) -> None:
        while chunk and self._zlib is not None and len(self.content) <= self._size:
            if self._zlib.eof:
                self._zlib = self._fresh()  # gzip files may follow each other
                continue
            try:
                self.content += self._zlib.decompress(chunk, self._size + 1 - len(self.content))
            except zlib.error:
                if self._coding != "deflate" or self._begun:
                    raise Undecodable("its body is not packed the way it says") from None
                self._zlib = zlib.decompressobj(-15)  # half the world sends deflate without zlib's head
                self._begun = True
                continue
            self._begun = True
            chunk = self._zlib.unused_data

    @property
    def whole(self) -> bool:
        """Whether what arrived is a body and not the first part of one."""
        return self.cut or self._zlib is None or not self._begun or self._zlib.eof


def text_of(body: bytes, content_type: str = "") -> str:
    """The body as text. What can't be read in the encoding that was named becomes the replacement character."""
    for mark, encoding in MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(encoding, "replace")
    in_header = IN_HEADER.search(content_type)
    in_page = IN_PAGE.search(body[:HEAD]) or IN_XML.search(body[:HEAD])
    named = _encoding(in_header[1]) if in_header else None
    if named is None and in_page:
        named = _encoding(in_page[1].decode("ascii"))
        named = "utf-8" if named in WIDE else named  # what could be read byte by byte so far is not that
    return body.decode(named, "replace") if named else _guessed(body)


def _encoding(name: str) -> str | None:
    """Python's name for it; None when no page is written in it."""
    try:
        found = codecs.lookup(name).name
    except (LookupError, ValueError):
        return None
    found = ALIASES.get(found, found)
    return found if found in ENCODINGS else None


def _guessed(body: bytes) -> str:
    """UTF-8 if it is that, but for a last letter that was cut; Windows' Western one otherwise, as browsers do."""
    reader = codecs.getincrementaldecoder("utf-8")("strict")
    try:
        return reader.decode(body)
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")
