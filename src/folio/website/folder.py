"""A folder on disk that holds artifacts and nothing else."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from folio.errors import FolioError
from folio.render.artifact import Artifact


def materialise(artifacts: Iterable[Artifact], folder: Path) -> None:
    """Make `folder` hold exactly `artifacts`; a file that is the same already is not touched.

    Links in it are removed and never followed: what they lead to is somebody else's.
    """
    if folder.is_symlink():
        raise FolioError(f"{folder} is a link; remove it, so that a folder of folio's can take its place")
    wanted = {os.path.join(folder, one.path): one.content for one in artifacts}
    sizes = dict(_files(str(folder))) if folder.is_dir() else {}
    stale = [path for path in sizes if path not in wanted]
    for path in stale:
        os.unlink(path)
    if stale:
        _remove_empty(str(folder))
    made: set[str] = set()
    for path, content in wanted.items():
        if sizes.get(path) == len(content) and Path(path).read_bytes() == content:
            continue
        parent = os.path.dirname(path)
        if parent not in made:
            os.makedirs(parent, exist_ok=True)
            made.add(parent)
        with open(path, "wb") as file:
            file.write(content)


def _files(folder: str) -> Iterator[tuple[str, int]]:
    """Every file below the folder, and its size."""
    for one in os.scandir(folder):
        if one.is_symlink():
            os.unlink(one.path)
        elif one.is_dir():
            yield from _files(one.path)
        else:
            yield one.path, one.stat().st_size


def _remove_empty(folder: str) -> None:
    for at, _, _ in os.walk(folder, topdown=False):
        if at != folder and not os.listdir(at):
            os.rmdir(at)
