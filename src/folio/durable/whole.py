"""Files written whole or not at all: a reader sees the old bytes or the new ones, whatever happens to the writer.

What is written lies beside its place under a name of its own until it is complete. The writer holds a lock on it, so
that what a killed run left can be told from what another run is writing.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
from collections.abc import Callable

from folio.durable.locks import taken

Name = str | os.PathLike[str]

PART = re.compile(r"\.folio-[0-9a-f]{16}\.part")
TO_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC
TO_LOOK = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC


def write_whole(path: Name, content: bytes, *, mode: int = 0o600, lasting: bool = False) -> None:
    """Puts `content` in the place of the file `path`, in a folder that is there.

    `lasting` is for what can't be made again: it is on the disk before this returns, also if the power goes.
    Raises OSError, and leaves everything as it was, where that can't be done.
    """
    _written(path, content, mode, lasting=lasting, place=os.replace)


def create_whole(path: Name, content: bytes, *, mode: int = 0o600, lasting: bool = False) -> None:
    """As `write_whole`, where there is no file yet; raises FileExistsError when there is one, or a link."""
    if os.path.lexists(path):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), os.fspath(path))
    _written(path, content, mode, lasting=lasting, place=_link)


def mode_of(path: Name) -> int:
    """Who may read and write the file: as now, and for a new one as for any that the person makes."""
    with contextlib.suppress(OSError):
        return stat.S_IMODE(os.stat(path).st_mode) & 0o777
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask


def sweep(folder: Name) -> None:
    """Removes what killed runs left in a folder, and nothing that a run is writing now."""
    with contextlib.suppress(OSError):
        for name in os.listdir(folder):
            if PART.fullmatch(name):
                _remove(os.path.join(folder, name))


def _written(path: Name, content: bytes, mode: int, *, lasting: bool, place: Callable[[str, str], None]) -> None:
    folder = os.path.dirname(path) or os.curdir
    part, descriptor = _begun(folder)
    try:
        try:
            left = memoryview(content)
            while left:
                left = left[os.write(descriptor, left) :]
            os.fchmod(descriptor, mode)
            if lasting:
                os.fsync(descriptor)
            place(part, os.fspath(path))
        finally:
            os.close(descriptor)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(part)
        raise
    if lasting:
        _settle(folder)


def _begun(folder: str) -> tuple[str, int]:
    """A new file with its lock. Somebody may have swept it away before it was locked: then another one."""
    while True:
        part = os.path.join(folder, f".folio-{os.urandom(8).hex()}.part")
        descriptor = os.open(part, TO_WRITE, 0o600)
        taken(descriptor)
        if os.fstat(descriptor).st_nlink:
            return part, descriptor
        os.close(descriptor)


def _link(part: str, path: str) -> None:
    try:
        os.link(part, path, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if os.path.lexists(path):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), path) from None
        os.replace(part, path)
    else:
        os.unlink(part)


def _settle(folder: str) -> None:
    """Has the disk know the file's new name; not every file system can be told to."""
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_CLOEXEC)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _remove(part: str) -> None:
    with contextlib.suppress(OSError):
        descriptor = os.open(part, TO_LOOK)
        try:
            if taken(descriptor):
                os.unlink(part)
        finally:
            os.close(descriptor)
