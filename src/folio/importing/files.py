"""A file or folder that somebody was given, opened by what is in it and not by its name."""

from __future__ import annotations

import stat
from pathlib import Path

from folio.document import MAX_BYTES
from folio.errors import FolioError
from folio.importing import text
from folio.importing.opened import Opened

START = 4096
"""Bytes by which a kind of file is told."""


def open_document(file: Path) -> Opened:
    """The document in `file`: a PDF of folio's or Europass's, an archive or folder of CSV files, XML, JSON or YAML.

    Raises FolioError, with places where there are any, for what is none of these or can't be read.
    """
    if file.is_dir():
        from folio.importing import archive

        return archive.folder(file)
    start = _read(file, START)
    if b"%PDF-" in start[:1024]:
        from folio.attachment import attached_resume

        content = attached_resume(file)
        if _is_xml(content):
            from folio.importing import xml

            return xml.opened(content, f"{file}, its XML")
        return text.opened(content, f"{file}, its resume.json")
    if start.startswith(b"PK\x03\x04"):
        from folio.importing import archive

        return archive.opened(file)
    if _is_xml(start):
        from folio.importing import xml

        return xml.opened(_read(file, xml.LARGEST + 1), str(file))
    if start.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise FolioError(f"{file}: not UTF-8 but UTF-16; save the file as UTF-8")
    if b"\0" in start:
        raise FolioError(f"{file}: neither text nor a PDF nor an archive; 'folio import --help' says what folio reads")
    return text.opened(_content(file), str(file))


def _is_xml(start: bytes) -> bool:
    return start.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<")


def _content(file: Path) -> bytes:
    content = _read(file, MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise FolioError(f"{file}: over {MAX_BYTES:,} bytes; folio reads no document so large")
    return content


def _read(file: Path, most: int) -> bytes:
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            raise FolioError(f"{file}: not a regular file; save what it holds in one first")
        with file.open("rb") as stream:
            return stream.read(most)
    except OSError as error:
        raise FolioError(f"{file}: {(error.strerror or 'cannot be read').lower()}; check the path") from None
