"""Profiles in a folder: found in one order, however deep, with as little held as the folder's own list of names."""

from __future__ import annotations

import fnmatch
import os
import re
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


def matching(pattern: Path) -> Iterator[Path]:
    """The profiles that a pattern of a shell's means, or their folders; `**` goes through folders and no links."""
    whole = os.fspath(pattern)
    start = len(whole[: min(whole.find(one) % (len(whole) + 1) for one in "*?[")].rpartition(os.sep)[0])
    wanted = tuple(part for part in whole[start:].split(os.sep) if part)
    yield from _matching(whole[:start] or os.sep, wanted, MAX_DEPTH)


def _matching(here: str, wanted: tuple[str, ...], depth: int) -> Iterator[Path]:
    if not wanted:
        if os.path.isdir(here):
            here = os.path.join(here, FILE)
        if here.endswith((".yaml", ".yml")) and os.path.lexists(here):
            yield Path(here)
        return
    first, *rest = wanted
    if first == "**":
        yield from _matching(here, tuple(rest), depth)
        below = [one.name for one in _entries(here) if _may_hold(one)] if depth else []
        for name in sorted(below):
            yield from _matching(os.path.join(here, name), wanted, depth - 1)
        return
    fits = re.compile(fnmatch.translate(first)).match
    names = [one.name for one in _entries(here) if fits(one.name) and (one.name[0] != "." or first[0] == ".")]
    for name in sorted(names):
        place = os.path.join(here, name)
        if not rest or os.path.isdir(place):
            yield from _matching(place, tuple(rest), depth)


def _below(top: str, path: str, depth: int) -> Iterator[str]:
    here = os.path.join(top, path)
    if os.path.lexists(os.path.join(here, FILE)):
        yield path or "."
        return
    if depth == 0:
        return
    for name in sorted(one.name for one in _entries(here) if _may_hold(one)):
        yield from _below(top, f"{path}/{name}" if path else name, depth - 1)


def _entries(folder: str) -> Iterator[os.DirEntry[str]]:
    """What is in a folder; nothing of one that can't be read."""
    try:
        with os.scandir(folder) as entries:
            yield from entries
    except OSError:
        return


def _may_hold(entry: os.DirEntry[str]) -> bool:
    if entry.name.startswith(".") or entry.name in PASSED_OVER:
        return False
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False
