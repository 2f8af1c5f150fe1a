"""The folder of a run beside its result: one run at a time, for this account's eyes, and what was asked of it."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from folio.cohort import plan
from folio.cohort.whole import write
from folio.errors import FolioError

Asking = Mapping[str, Any]
"""What is asked of a run by its names on the command line, as JSON has it."""
NAME = "asked.json"
LOCK = "lock"


@contextmanager
def folder_of(out: Path) -> Iterator[Path]:
    """The run folder of a result, for this run alone; it is left as it is when the block ends.

    Raises FolioError when another run has it, or it can't be made.
    """
    folder = out.with_name(f".{out.name}.run")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        about = folder.lstat()
        if folder.is_symlink() or about.st_uid != os.geteuid():
            raise FolioError(f"{folder}: not a folder of yours; remove it, or choose another --out")
        folder.chmod(0o700)
        lock = FileLock(folder / LOCK, timeout=0)
        lock.acquire()
    except Timeout:
        raise FolioError(f"{out}: another 'folio cohort' is at it; let it end, or choose another --out") from None
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise FolioError(f"{out} can't be written: {why}; choose another place with --out") from None
    try:
        write(folder / ".gitignore", b"*\n")
        yield folder
    finally:
        lock.release()


def read(folder: Path) -> Asking | None:
    """What was asked of the run that was begun here; None where there is none to go on with, or its plan is damaged."""
    try:
        said = json.loads((folder / NAME).read_bytes())
        asked: Asking = said["asked"]
        return asked if said["plan"] == _digest(folder) else None
    except (OSError, ValueError, KeyError, TypeError):
        return None


def begin(folder: Path, asking: Asking) -> None:
    """Keeps what is asked, of a plan that is written; from here on there is a run to go on with."""
    write(folder / NAME, json.dumps({"plan": _digest(folder), "asked": asking}, indent=1).encode())


def _digest(folder: Path) -> str:
    with (folder / plan.NAME).open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def empty(folder: Path) -> None:
    """Takes everything out of the folder but its lock; what was asked goes first, so that no half of it counts."""
    (folder / NAME).unlink(missing_ok=True)
    for one in folder.iterdir():
        if one.is_dir():
            shutil.rmtree(one)
        elif one.name not in (LOCK, ".gitignore"):
            one.unlink()


def remove(folder: Path) -> None:
    """The run is over; what can't be removed is left."""
    with contextlib.suppress(FileNotFoundError):
        (folder / NAME).unlink()
    shutil.rmtree(folder, ignore_errors=True)


def differences(before: Asking, now: Asking) -> list[str]:
    """In words, what is asked now and was not, or the other way; sources and files by name only."""
    return [
        f"{name} {'differ' if name == 'sources' else f'was {_said(before.get(name))} and is {_said(now.get(name))}'}"
        for name in dict.fromkeys((*before, *now))
        if before.get(name) != now.get(name)
    ]


def _said(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "not given"
    if isinstance(value, bool) or value is None:
        return "given" if value else "not given"
    return str(value)
