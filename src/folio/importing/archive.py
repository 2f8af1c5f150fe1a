"""LinkedIn's data export: a ZIP of CSV files, or the folder that came of it, as rows by the name of the file.

Only the files that a profile is made of are opened. Connections, messages, advertising and all the rest is never read,
and nothing is ever written anywhere.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from folio.errors import FolioError, Position
from folio.importing.opened import Opened, key_path
from folio.importing.tables import Table, table

FILES = (
    "Profile", "Profile Summary", "Email Addresses", "PhoneNumbers", "Positions", "Education", "Skills", "Languages",
    "Projects", "Certifications", "Courses", "Publications", "Patents", "Honors", "Test Scores", "Organizations",
    "Volunteering", "Recommendations_Received",
)  # fmt: skip
"""What is read, by the names that LinkedIn gives in 2026."""
FORMER = {"volunteerexperiences": "Volunteering", "honorsawards": "Honors", "recommendationsreceived": FILES[-1]}
MOST_MEMBERS = 20_000
LONGEST_DIRECTORY = 8 << 20
LARGEST_FILE, LARGEST = 4 << 20, 16 << 20
"""Bytes of one file, and of all that is read."""
PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""The others ask for as much memory as an archive says."""
RATIO = 200
"""Times that text may have been made smaller; a file of one letter alone reaches a thousand."""
END, END_64 = b"PK\x05\x06", b"PK\x06\x06"
NONE = f"holds none of the files of LinkedIn's export, such as {FILES[0]}.csv and {FILES[4]}.csv"


def opened(file: Path) -> Opened:
    """The rows in an archive; raises FolioError for one that is broken, locked, too large, or not LinkedIn's."""
    try:
        with file.open("rb") as stream:
            _check_directory(file, stream)
            with zipfile.ZipFile(stream) as archive:
                return _opened(file, _members(file, archive))
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, struct.error, UnicodeDecodeError):
        raise FolioError(f"{file}: the archive is broken; download it again") from None
    except OSError as error:
        raise FolioError(f"{file}: {(error.strerror or 'cannot be read').lower()}; check the path") from None


def folder(path: Path) -> Opened:
    """The same of a folder of the files."""
    try:
        found = [one for pattern in ("*.csv", "*/*.csv") for one in sorted(path.glob(pattern))][:MOST_MEMBERS]
        return _opened(path, ((str(one.relative_to(path)), one.read_bytes()) for one in _wanted_paths(path, found)))
    except OSError as error:
        raise FolioError(f"{path}: {(error.strerror or 'cannot be read').lower()}; check the path") from None


def _opened(file: Path, contents: Iterator[tuple[str, bytes]]) -> Opened:
    tables: dict[str, Table] = {}
    room = LARGEST
    for name, content in contents:
        room -= len(content)
        if room < 0:
            raise FolioError(f"{file}: over {LARGEST:,} bytes of text; folio reads no export so large")
        tables[kind(name) or name] = table(content, f"{file}/{name}")
    if not tables:
        raise FolioError(f"{file}: {NONE}; 'folio import --help' says what folio reads")

    def where(path: str) -> Position:
        name, row = (*key_path(path), 0, 0)[:2]
        found = tables.get(str(name))
        return found.where(row if isinstance(row, int) else 0) if found else Position(str(file))

    return Opened({name: one.rows for name, one in tables.items()}, where)


def kind(path: str) -> str | None:
    """Which of LinkedIn's files a path is, whatever folder it is in; None for one that folio doesn't read."""
    parts = PurePosixPath(path.replace("\\", "/"))
    if ".." in parts.parts or "__MACOSX" in parts.parts or parts.suffix.lower() != ".csv":
        return None
    bare = _bare(parts.stem)
    return next((one for one in FILES if _bare(one) == bare), FORMER.get(bare))


def _bare(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower())


def _members(file: Path, archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """The files that are read, each kind once."""
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise FolioError(f"{file}: over {MOST_MEMBERS:,} files; LinkedIn's export has fewer")
    seen: set[str] = set()
    for one in sorted(members, key=lambda each: (each.filename.count("/"), each.filename)):
        name = kind(one.filename)
        if name is None or name in seen or one.is_dir():
            continue
        seen.add(name)
        if one.flag_bits & 1:
            raise FolioError(f"{file}: is locked with a password; give folio an archive without one")
        if one.compress_type not in PACKINGS:
            raise FolioError(f"{file}: {name}.csv is packed in another way than LinkedIn's; folio doesn't unpack it")
        if one.file_size > LARGEST_FILE or one.file_size > RATIO * max(one.compress_size, 1000):
            raise FolioError(f"{file}: {name}.csv is too large for LinkedIn's; folio doesn't unpack it")
        with archive.open(one) as stream:
            content = stream.read(LARGEST_FILE + 1)
        if len(content) > LARGEST_FILE:
            raise FolioError(f"{file}: {name}.csv is too large for LinkedIn's; folio doesn't unpack it")
        yield one.filename, content


def _wanted_paths(folder: Path, paths: list[Path]) -> Iterator[Path]:
    """The files of a folder that are read, each kind once; links that lead out of it are not followed."""
    seen: set[str] = set()
    for one in paths:
        name = kind(one.relative_to(folder).as_posix())
        if name is None or name in seen or not one.is_file() or not one.resolve().is_relative_to(folder.resolve()):
            continue
        seen.add(name)
        if one.stat().st_size > LARGEST_FILE:
            raise FolioError(f"{one}: too large for LinkedIn's; folio doesn't read it")
        yield one


def _check_directory(file: Path, stream: BinaryIO) -> None:
    """Refuses an archive whose list of files alone would fill the memory, before it is read."""
    stream.seek(0, 2)
    stream.seek(max(stream.tell() - (1 << 16) - 200, 0))
    tail = stream.read()
    for signature, form, at in ((END, "<L", 12), (END_64, "<Q", 40)):
        for match in re.finditer(re.escape(signature), tail):
            field = tail[match.start() + at : match.start() + at + struct.calcsize(form)]
            if len(field) == struct.calcsize(form) and struct.unpack(form, field)[0] > LONGEST_DIRECTORY:
                if form == "<L" and field == b"\xff" * 4:  # said in the record of 64 bits instead
                    continue
                raise FolioError(f"{file}: lists more files than LinkedIn's export has; folio doesn't unpack it")
    stream.seek(0)
