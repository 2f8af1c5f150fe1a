"""Files that are there whole or not at all, also when the process or the machine stops at any moment."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from folio.durable.whole import write_whole
from folio.errors import FolioError

PART = ".part"
"""What the name of a file ends with that is not whole yet."""


@contextmanager
def whole(file: Path, mode: int = 0o600) -> Iterator[BinaryIO]:
    """A stream whose bytes are `file` when the block ends well; one run at a time writes to a name.

    For what is too large to be held, and `write` is for what is not.
    """
    part = file.with_name(file.name + PART)
    try:
        with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode), "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(part, file)
    except OSError as error:
        raise _refused(file, error) from None
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def write(file: Path, content: bytes) -> None:
    """Writes a file in whole, for this account's eyes; it is on the disk when this returns."""
    try:
        write_whole(file, content, lasting=True)
    except OSError as error:
        raise _refused(file, error) from None


def _refused(file: Path, error: OSError) -> FolioError:
    why = (error.strerror or str(error)).lower()
    return FolioError(f"{file} can't be written: {why}; what is done is kept")
