"""Writing a folder to begin with: all of its files or none, and nothing that is there already."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from folio.durable.whole import create_whole, mode_of, write_whole
from folio.errors import FolioError
from folio.render.artifact import Artifact

GITIGNORE = ".gitignore"
IGNORED = """\
# What folio makes. The evidence is worth committing: a text file for each thing that was seen, without contents.
/out/
/.folio/*
!/.folio/evidence/
!/.folio/fingerprints/
!/.folio/profile.schema.json
!/.folio/.gitignore
"""


def write_new(artifacts: Iterable[Artifact], folder: Path) -> tuple[Path, ...]:
    """Writes the files and a `.gitignore` below `folder`, and returns them; folio's lines are put below a `.gitignore`
    that is there. Raises FolioError, and leaves everything as it was, where a file exists or can't be written.
    """
    files = sorted(one for one in artifacts if not _is_there(folder / one.path, one.content))
    refuse_taken(folder, [one.path for one in files])
    written = _Written()
    try:
        for one in files:
            written.new(folder / one.path, one.content)
        ignore = folder / GITIGNORE
        written.more(ignore, IGNORED) if os.path.lexists(ignore) else written.new(ignore, IGNORED.encode())
    except BaseException as error:
        written.take_back()
        if not isinstance(error, (OSError, UnicodeDecodeError)):
            raise
        raise FolioError(f"{folder} can't be written: {_why(error, folder)}; choose another folder") from None
    return tuple(sorted(written.files))


def refuse_taken(folder: Path, names: Iterable[str], todo: str = "Choose another folder") -> None:
    """Raises FolioError where one of these is there; `todo` says what to do about it."""
    taken = [str(folder / name) for name in names if os.path.lexists(folder / name)]
    if taken:
        raise FolioError(f"{', '.join(taken[:3])}: there already; nothing was written. {todo}")


def _is_there(path: Path, content: bytes) -> bool:
    return path.is_file() and not path.is_symlink() and path.read_bytes() == content


def _why(error: OSError | UnicodeDecodeError, folder: Path) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"its {GITIGNORE} is not in UTF-8"
    if isinstance(error, FileNotFoundError):
        return f"{folder.parent} takes no new folders"
    return (error.strerror or "not writable").lower()


class _Written:
    """What was made so far, to be taken back."""

    def __init__(self) -> None:
        self.files: list[Path] = []
        self._folders: list[Path] = []
        self._before: list[tuple[Path, bytes]] = []

    def new(self, path: Path, content: bytes) -> None:
        missing = [one for one in path.parents if not one.exists()]
        for one in reversed(missing):
            one.mkdir()
            self._folders.append(one)
        create_whole(path, content, mode=mode_of(path), lasting=True)  # and not through a link either
        self.files.append(path)

    def more(self, path: Path, lines: str) -> None:
        """Puts at the end of a text file those lines that it lacks."""
        before = path.read_bytes()
        text = before.decode()
        lacking = [line for line in lines.splitlines() if line not in text.splitlines()]
        if any(not line.startswith("#") for line in lacking):
            parted = "" if not text else "\n" if text.endswith("\n") else "\n\n"
            self._before.append((path, before))
            self.files.append(path)
            after = (parted + "\n".join(lacking) + "\n").encode()
            write_whole(path.resolve(), before + after, mode=mode_of(path), lasting=True)

    def take_back(self) -> None:
        for path, content in self._before:
            write_whole(path.resolve(), content, mode=mode_of(path), lasting=True)
        kept = {path for path, _ in self._before}
        for path in self.files:
            if path not in kept:
                path.unlink(missing_ok=True)
        for folder in reversed(self._folders):
            folder.rmdir()
