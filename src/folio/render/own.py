"""The folder with the person's own templates, looked over before anything in it is read.

Templates, style sheets and what lies beside them reach pages as they are. In a folder that somebody else made, a link
in their place would publish any file of the machine, and a pipe or device would be waited for.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from folio.errors import FolioError

FOLDER = "templates"
LARGEST = 10 << 20
"""Bytes of a file; a typeface with all of Chinese has fewer."""
MOST = 5000
"""Files and folders."""
WORDS = (".css", ".j2", ".toml")
"""What is read as text."""


def own_templates(folder: Path) -> Path | None:
    """The person's own templates, searched before folio's; None when they have none.

    Raises FolioError with every file in it that can't be used.
    """
    own = folder / FOLDER
    if not own.is_dir():
        return None
    top = own.resolve()
    if not top.is_relative_to(folder.resolve()):
        raise FolioError(f"{own}: a link that leads out of the profile's folder; copy the folder")
    if wrong := [f"{path}: {what}" for path, what in _faults(own, top)]:
        raise FolioError("\n".join(sorted(wrong)))
    return own


def _faults(folder: Path, top: Path) -> Iterator[tuple[str, str]]:
    for number, one in enumerate(_below(folder)):
        if number == MOST:
            yield str(folder), f"holds over {MOST:,} files; keep those that the site and the documents need"
            return
        if what := _fault(one, top):
            yield one.path, what


def _below(folder: str | os.PathLike[str]) -> Iterator[os.DirEntry[str]]:
    """Everything in a folder, and in the folders in it that are no links."""
    open_folders = [os.fspath(folder)]
    while open_folders:
        with os.scandir(open_folders.pop()) as found:
            for one in found:
                yield one
                if one.is_dir(follow_symlinks=False):
                    open_folders.append(one.path)


def _fault(one: os.DirEntry[str], top: Path) -> str | None:
    try:
        if one.is_symlink() and not Path(one.path).resolve(strict=True).is_relative_to(top):
            return "a link that leads out of the folder; copy the file"
        if one.is_dir():
            return None
        if not one.is_file():
            return "not a regular file; take it out"
        if one.stat().st_size > LARGEST:
            return f"{one.stat().st_size:,} bytes; at most {LARGEST:,} are read"
        if one.name.endswith(WORDS):
            Path(one.path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return "not UTF-8; save the file as UTF-8"
    except (OSError, RuntimeError) as error:  # a link to itself is the latter
        return f"{(getattr(error, 'strerror', None) or 'a link that leads in a circle').lower()}; take it out"
    return None
