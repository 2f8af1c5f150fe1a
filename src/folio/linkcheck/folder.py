"""A built site on disk, read for the check."""

from __future__ import annotations

import os
from pathlib import Path

from folio.errors import FolioError

READ = (".html", ".css", ".xml")
LARGEST = 20_000_000
"""Bytes of a file that is read; what is larger is no page."""


def is_site(folder: Path) -> bool:
    """Whether it is a built site and no profile."""
    return folder.is_dir() and not (folder / "profile.yaml").is_file()


def site_files(folder: Path) -> dict[str, bytes]:
    """Every file of the site by its path; of those that hold no addresses, nothing but the name. Links of the file
    system are not followed. Raises FolioError when there is no page."""
    found: dict[str, bytes] = {}
    for at, _, names in os.walk(folder):
        for name in sorted(names):
            file = Path(at, name)
            path = file.relative_to(folder).as_posix()
            read = name.endswith(READ) and not file.is_symlink() and file.stat().st_size <= LARGEST
            found[path] = file.read_bytes() if read else b""
    if not any(path.endswith(".html") for path in found):
        raise FolioError(f"{folder}: holds no pages; give the folder of a built site, or of a profile")
    return found
