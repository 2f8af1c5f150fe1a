"""Locks that end with the process that holds them, however it ends."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

A_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC


def taken(descriptor: int, *, wait: bool = False) -> bool:
    """Whether the open file or folder is this process's alone now; never where the file system knows no locks."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except OSError:
        return False
    return True


@contextmanager
def in_turn(folder: str | os.PathLike[str]) -> Iterator[None]:
    """One run at a time has the folder; others wait. Nobody does for one that is not there or can't be locked."""
    try:
        descriptor = os.open(folder, A_FOLDER)
    except OSError:
        yield
        return
    try:
        taken(descriptor, wait=True)
        yield
    finally:
        os.close(descriptor)
