"""Results in files: written whole or not at all, and said in plain words when that can't be."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

from folio.durable.whole import mode_of, sweep, write_whole
from folio.errors import FolioError

STDOUT = Path("-")
"""What stands for standard output where a file is to be named."""
NO_TEXT = (".docx", ".pdf", ".png")


def to_stdout(content: bytes, name: str = "") -> None:
    """Writes a file's bytes to standard output; FolioError where that is a terminal and the file is no text."""
    if Path(name).suffix in NO_TEXT and sys.stdout.isatty():
        raise FolioError(f"{name} is no text for a terminal; write it to a file, or send it on with '|' or '>'")
    sys.stdout.flush()
    sys.stdout.buffer.write(content)
    sys.stdout.buffer.flush()


def write(path: Path, content: bytes, *, lasting: bool = False) -> None:
    """Writes a file whole or not at all; raises FolioError when it can't be written.

    `lasting` is for what can't be made again.
    """
    try:
        if path.exists() and not stat.S_ISREG(path.stat().st_mode):  # a device or a pipe, such as /dev/stdout
            path.write_bytes(content)
        else:
            target = path.resolve()
            if target.is_symlink():  # from Python 3.13 on nothing is raised
                raise RuntimeError("links that lead in a circle")
            sweep(target.parent)
            write_whole(target, content, mode=mode_of(target), lasting=lasting)
    except (OSError, RuntimeError) as error:  # RuntimeError: links that lead in a circle
        raise _refused(path, error) from None


def append(path: Path, content: bytes) -> None:
    """Adds to a file; raises FolioError when it can't be written."""
    try:
        with path.open("ab") as file:
            file.write(content)
    except OSError as error:
        raise _refused(path, error) from None


def _refused(path: Path, error: Exception) -> FolioError:
    if isinstance(error, FileNotFoundError):
        there = os.path.isdir(path.parent)
        why = f"{path.parent} takes no new files" if there else f"there is no folder {path.parent}"
    else:
        why = (getattr(error, "strerror", None) or "its links lead in a circle").lower()
    return FolioError(f"{path} can't be written: {why}; choose another file")
