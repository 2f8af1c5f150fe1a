"""Nothing on disk changes while a repository is read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

State = dict[str, tuple[int, int, int]]


def state(folder: Path) -> State:
    """Kind, size and time of the last change of everything below `folder`."""
    found: State = {}
    for where, folders, files in os.walk(os.fsencode(folder)):
        for name in [*folders, *files, b"."]:
            path = os.path.join(where, name)
            one = os.lstat(path)
            found[os.fsdecode(path)] = (one.st_mode, 0 if stat.S_ISDIR(one.st_mode) else one.st_size, one.st_mtime_ns)
    return found


@contextmanager
def untouched(*folders: Path) -> Iterator[None]:
    """Holds the block to leaving the folders as they are, byte lengths and times included."""
    before = [state(folder) for folder in folders]
    yield
    assert [state(folder) for folder in folders] == before
