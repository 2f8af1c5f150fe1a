"""Profiles in a folder: found in one order, however deep, with as little held as the folder's own list of names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from folio.profile.load import FILE

MAX_DEPTH = 8
PASSED_OVER = frozenset({"node_modules", "__pycache__", "site-packages"})


def profiles(folder: Path) -> Iterator[str]:
    """The path below `folder` of each profile's folder, `.` for itself; none is looked for below a profile.

    Links to folders are not followed, and neither are hidden folders. A folder that can't be read is passed over.
    """
    yield from _below(os.fspath(folder), "", MAX_DEPTH)


def _below(top: str, path: str, depth: int) -> Iterator[str]:
    here = os.path.join(top, path)
    if os.path.lexists(os.path.join(here, FILE)):
        yield path or "."
        return
    if depth == 0:
        return
    try:
        with os.scandir(here) as entries:
            names = sorted(one.name for one in entries if _may_hold(one))
    except OSError:
        return
    for name in names:
        yield from _below(top, f"{path}/{name}" if path else name, depth - 1)


def _may_hold(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith(".") or entry.name in PASSED_OVER:
        return False
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False
