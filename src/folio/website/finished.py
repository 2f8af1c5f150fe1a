"""Finished pages, kept in a folder by what stands for everything they are made from.

A file is the page's hash on a line, then the page: one that is not whole is not there.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from folio.durable.whole import sweep, write_whole

MOST = 500
"""How many pages are kept beside those of the last run; the oldest leave first."""


def recall(folder: Path | None, keys: Iterable[str]) -> dict[str, bytes]:
    """The pages there are, by their keys."""
    found = {}
    for key in keys if folder and folder.is_dir() else ():
        with contextlib.suppress(OSError), open(os.path.join(folder or "", key), "rb") as file:
            digest, _, page = file.read().partition(b"\n")
            if digest == hashlib.sha256(page).hexdigest().encode():
                found[key] = page
    return found


def remember(folder: Path | None, pages: Mapping[str, bytes], in_use: Iterable[str]) -> None:
    """Keeps pages, each whole or not at all, whoever else keeps some; where nothing can be written, nothing is kept."""
    if folder is None or not pages:
        return
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for key, page in pages.items():
            write_whole(folder / key, hashlib.sha256(page).hexdigest().encode() + b"\n" + page)
        sweep(folder)
        _forget(folder, set(in_use))


def _forget(folder: Path, in_use: set[str]) -> None:
    others = [one for one in os.scandir(folder) if one.name not in in_use and not one.name.startswith(".")]
    for old in sorted(others, key=lambda one: one.stat().st_mtime_ns)[:-MOST]:
        os.unlink(old.path)
