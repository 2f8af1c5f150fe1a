"""Finished pages, kept in a folder by what stands for everything they are made from.

A file is the page's hash on a line, then the page: one that is not whole is not there.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path

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
    part = f"{folder}{os.sep}{os.getpid()}.part"
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            for key, page in pages.items():
                with open(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _NO_LINK, 0o600), "wb") as file:
                    file.write(hashlib.sha256(page).hexdigest().encode() + b"\n" + page)
                os.replace(part, folder / key)
        finally:
            with contextlib.suppress(OSError):
                os.unlink(part)
        _forget(folder, set(in_use))


_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def _forget(folder: Path, in_use: set[str]) -> None:
    others = [one for one in os.scandir(folder) if one.name not in in_use and not one.name.startswith(".")]
    for old in sorted(others, key=lambda one: one.stat().st_mtime_ns)[:-MOST]:
        os.unlink(old.path)
