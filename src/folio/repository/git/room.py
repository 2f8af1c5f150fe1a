"""How much a clone may take on disk, looked at while it grows."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from folio.repository.git.bounds import RepositoryUnreadable

MAX_CLONE = 1 << 30


@dataclass(frozen=True, slots=True)
class Room:
    """A folder, and the bytes that the files in it may come to."""

    folder: Path
    limit: int = MAX_CLONE

    def check(self) -> None:
        """Raises RepositoryUnreadable when the folder holds more than it may."""
        if size_of(self.folder) > self.limit:
            raise RepositoryUnreadable(
                f"a clone of it takes over {self.limit >> 20:,} MB; make a smaller one yourself and name its path"
            )


def size_of(folder: Path) -> int:
    """The bytes of all files below `folder`, as far as they stay there while they are counted."""
    total = 0
    for where, _, files in os.walk(folder):
        for name in files:
            try:
                total += os.lstat(os.path.join(where, name)).st_size
            except FileNotFoundError:  # git renames what it has finished
                continue
    return total
