"""The document that a PDF carries: JSON Resume in folio's, XML in those of Europass; the one door to pypdf.

Anybody can send a PDF, and one can be made to take any time and memory to read, so it is read in a process of its own,
within limits.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from folio.errors import FolioError
from folio.evidence.reading.worker import MEMORY, OUT_OF_MEMORY, limit_itself, wind_up

if TYPE_CHECKING:
    from pypdf import PdfReader

NAME = "resume.json"
LARGEST_PDF = 50 << 20
LARGEST = 400_000
"""Bytes of the document, as it lies in the PDF and unpacked."""
LARGEST_XML = 8 << 20
"""The same of one in XML, which holds pictures."""
MOST_FILES = 100
SECONDS = 10
"""Of processor time."""
PATIENCE = 60.0
FOUND = b"+"
TOO_MUCH = "it takes more time or memory to read than an honest PDF does"


def attached_resume(pdf: Path) -> bytes:
    """What is attached as `resume.json`, as the PDF's source, or else in XML; raises FolioError with the reason."""
    from folio.evidence.reading.child import NEEDED  # here, for the child process needs none of that

    if pdf.stat().st_size > LARGEST_PDF:
        raise FolioError(f"{pdf}: over {LARGEST_PDF >> 20} MB; folio reads no PDF so large")
    path = os.pathsep.join(entry for entry in sys.path if entry)
    try:
        done = subprocess.run(
            [sys.executable, "-P", "-c", "from folio.attachment import main; main()", str(pdf)],
            env={name: said for name, said in os.environ.items() if NEEDED.match(name)} | {"PYTHONPATH": path},
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise FolioError(f"{pdf}: {TOO_MUCH}") from None
    if done.returncode in (-signal.SIGXCPU, -signal.SIGKILL, -signal.SIGSEGV, OUT_OF_MEMORY):
        raise FolioError(f"{pdf}: {TOO_MUCH}")
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace"))
    if not done.stdout.startswith(FOUND):
        raise FolioError(f"{pdf}: {done.stdout.decode(errors='replace')}")
    return done.stdout.removeprefix(FOUND)


def main() -> None:
    """What the child does: the document to its output, behind a mark, or else the reason why there is none."""
    import logging

    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    limit_itself(MEMORY)
    wind_up(SECONDS)
    try:
        reader = pypdf.PdfReader(sys.argv[1])
        if reader.is_encrypted:
            raise FolioError("it is encrypted; save it without a password")
        said = FOUND + _found(reader)
    except FolioError as error:
        said = str(error).encode()
    except (MemoryError, RecursionError):
        os._exit(OUT_OF_MEMORY)
    except Exception:  # noqa: BLE001 - pypdf meets a broken file with whatever breaks first
        said = b"it is a damaged PDF; ask for it again"
    sys.stdout.buffer.write(said)


def _found(reader: PdfReader) -> bytes:
    """The attached document; FolioError says why there is none."""
    root: Any = reader.trailer["/Root"].get_object()
    attached = [*_associated(root), *_named(root)]
    names = [str(one.get("/UF") or one.get("/F") or "") for _, one in attached]
    sources = [one for (is_source, one), name in zip(attached, names, strict=True) if is_source or name == NAME]
    in_xml = [one for (_, one), name in zip(attached, names, strict=True) if name.lower().endswith(".xml")]
    for specification, most in [*((one, LARGEST) for one in sources), *((one, LARGEST_XML) for one in in_xml)]:
        files = specification["/EF"].get_object()
        return _content((files.get("/UF") or files["/F"]).get_object(), most)
    raise FolioError(f"it has no {NAME} attached, as folio's PDFs have; import what it was made from, or 'folio init'")


def _associated(root: Any) -> list[tuple[bool, Any]]:
    """The files of the document as a whole, and whether each is its source."""
    found = [one.get_object() for one in _inner(root, "/AF")[:MOST_FILES]]
    return [(one.get("/AFRelationship") == "/Source", one) for one in found]


def _named(root: Any) -> list[tuple[bool, Any]]:
    """The files in the tree of names, as far as anybody needs to go into it."""
    found: list[tuple[bool, Any]] = []
    todo = [tree] if (tree := _inner(_inner(root, "/Names"), "/EmbeddedFiles")) else []
    for _ in range(MOST_FILES):
        if not todo:
            break
        node = todo.pop(0)
        found += [(False, one.get_object()) for one in _inner(node, "/Names")[1 : 2 * MOST_FILES : 2]]
        todo += [one.get_object() for one in _inner(node, "/Kids")[:MOST_FILES]]
    return found[:MOST_FILES]


def _inner(holder: Any, name: str) -> Any:
    """What a dictionary of the PDF holds by this name; something empty where it is not there."""
    value = holder.get(name) if holder else None
    return value.get_object() if value is not None else []


def _content(stream: Any, most: int) -> bytes:
    """The bytes of an attached file, unpacked as far as is safe."""
    packed: bytes = stream._data
    packing = stream.get("/Filter")
    if isinstance(packing, list) and len(packing) < 2:
        packing = packing[0] if packing else None
    too_large = FolioError(f"its {NAME} is over {most:,} bytes; folio writes none so large")
    if len(packed) > most:
        raise too_large
    if packing is None:
        return packed
    if packing != "/FlateDecode" or stream.get("/DecodeParms") is not None:
        raise FolioError(f"its {NAME} is packed in a way that folio does not unpack")
    unpacked = zlib.decompressobj().decompress(packed, most + 1)
    if len(unpacked) > most:
        raise too_large
    return unpacked
