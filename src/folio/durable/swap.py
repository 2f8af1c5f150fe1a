"""One folder in the place of another."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import sys
from pathlib import Path

TRIES = 100
AT_FDCWD = -100
EXCHANGE = 2
"""What both systems' calls name the exchange by: RENAME_EXCHANGE of Linux, RENAME_SWAP of macOS."""


def put(new: Path, place: Path, aside: Path) -> None:
    """Puts the folder `new` at `place`. What was there is at `new` or `aside` then, or gone.

    It is one step where the system knows one, and never is there a part of either at `place`. Elsewhere it is two steps
    with a moment between them in which `place` is not there, and what was there is whole at `aside`: for who is killed
    then. Others may do the same at the same time. Raises OSError, with everything as it was.
    """
    for _ in range(TRIES):
        if place.is_dir() and exchange(new, place):
            return
        with contextlib.suppress(FileNotFoundError):  # none yet, or no more: somebody else is between the two steps
            os.rename(place, aside)
        try:
            os.rename(new, place)
            return
        except OSError as error:
            if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
                with contextlib.suppress(OSError):
                    os.rename(aside, place)
                raise
        shutil.rmtree(aside, ignore_errors=True)  # somebody else was faster, and theirs is the newer one
    raise OSError(errno.EBUSY, "others keep writing to it")


def exchange(one: Path, other: Path) -> bool:
    """Whether each of two folders has the other's place now, in one step; False where that can't be done."""
    import ctypes

    libc = ctypes.CDLL(None)
    names = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "darwin":
            failed = libc.renamex_np(*names, EXCHANGE)
        else:
            failed = libc.renameat2(AT_FDCWD, names[0], AT_FDCWD, names[1], EXCHANGE)
    except AttributeError:  # a C library without it
        return False
    return not failed
