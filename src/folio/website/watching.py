"""Whether files changed: by their times and sizes, everywhere alike."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

NOT_WATCHED = frozenset({"out", "node_modules", "__pycache__", "site-packages"})
"""Folders that hold nothing a site is made from; nor do those whose names begin with a dot, and other repositories."""
MOST = 20_000
"""Files that are watched; whoever has more in the folder of a profile has something else there."""

Stamp = tuple[str, int, int]


def snapshot(paths: Iterable[Path]) -> tuple[Stamp, ...]:
    """What stands for all that lies at `paths` and below them at this moment."""
    found: list[Stamp] = []
    for path in paths:
        for stamp in _stamps(str(path)):
            found.append(stamp)
            if len(found) == MOST:
                return tuple(found)
    return tuple(found)


def watched(path: Path) -> Iterator[tuple[Path, bool]]:
    """What of a profile's folder to watch by other means, and whether with all below it."""
    yield path, False
    for part in sorted(path.iterdir()):
        if part.is_dir() and _is_watched(part.name, str(part)):
            yield part, True


def _is_watched(name: str, path: str) -> bool:
    return (
        name not in NOT_WATCHED
        and not name.startswith(".")
        and not os.path.islink(path)
        and not os.path.exists(os.path.join(path, ".git"))
    )


def _stamps(path: str) -> Iterator[Stamp]:
    try:
        if not os.path.isdir(path):
            about = os.stat(path)
            yield path, about.st_mtime_ns, about.st_size
            return
        entries = sorted(os.scandir(path), key=lambda one: one.name)
    except OSError:
        return
    for one in entries:
        try:
            if not one.is_dir():
                about = one.stat()
                yield one.path, about.st_mtime_ns, about.st_size
            elif _is_watched(one.name, one.path):
                yield from _stamps(one.path)
        except OSError:
            continue
