"""Files of a commit in a folder of their own: taken out of git's objects, with nothing of theirs run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path, PurePosixPath

from folio.errors import FolioError
from folio.repository.git.repository import Repository

FILES = (b"100644", b"100755")
"""The modes of files; links and other repositories are left out."""
MOST_FILES = 50_000
MOST_BYTES = 512 << 20

Files = dict[str, str]
"""The object of each file by its path."""


def files_of(repository: Repository, commit: str, below: str = "") -> Files:
    """The files of a commit by their paths in a folder of it that may be written; raises FolioError of too many."""
    return dict(_listed(repository, commit, below))


def extract(
    repository: Repository, files: Files, target: Path, *, most: int = MOST_BYTES, wanted: Callable[[str], bool] = bool
) -> None:
    """Writes files below `target`; one that is missing, or too large, is left out.

    Raises FolioError where they hold more than may be written.
    """
    places: dict[str, list[Path]] = {}
    for path, name in files.items():
        if wanted(path):
            places.setdefault(name, []).append(target / path)
    left = most
    with closing(repository.stream(list(places))) as contents:
        for name, content in contents:
            left -= len(content)
            if left < 0:
                raise FolioError(f"that commit holds over {most >> 20} MB")
            for file in places[name]:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)


def _listed(repository: Repository, commit: str, below: str) -> Iterator[tuple[str, str]]:
    """Path below the folder and object of each file that may be written."""
    rows = repository.run("ls-tree", "-r", "-z", "--full-tree", commit, *([below] if below else [])).split(b"\0")
    if len(rows) > MOST_FILES:
        raise FolioError(f"that commit holds over {MOST_FILES:,} files")
    for row in rows:
        about, _, path = row.partition(b"\t")
        mode, _, name = about.partition(b" blob ")
        text = path.decode("utf-8", "surrogateescape").removeprefix(below)
        if mode in FILES and name and _harmless(text):
            yield text, name.decode("ascii")


def _harmless(path: str) -> bool:
    """Whether a path stays below the folder; git's objects can hold any."""
    parts = PurePosixPath(path).parts
    return bool(parts) and parts[0] != "/" and not {"..", ".git"} & {one.lower() for one in parts} and "\\" not in path
