"""Folders that last as long as the process that works in them: what a killed one left, the next one takes away."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from folio.durable.locks import A_FOLDER, taken

SCRATCH = "folio-"
RANDOM = "[0-9a-f]{16}"
"""The end of a held folder's name."""


@contextmanager
def held(parent: Path, prefix: str) -> Iterator[Path]:
    """A new folder in `parent` that nobody else may read, gone after the block. Raises OSError."""
    folder, lock = _made(parent, prefix)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)
        os.close(lock)


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A `held` folder among the system's temporary files, for what must not lie about: clones, pages, PDFs."""
    parent = Path(tempfile.gettempdir())
    for _ in abandoned(parent, SCRATCH):
        pass
    with held(parent, SCRATCH) as folder:
        yield folder


def in_scratch(path: str) -> bool:
    """Whether a path lies in a `scratch_folder`, of this run or another."""
    return bool(re.match(re.escape(os.path.join(tempfile.gettempdir(), SCRATCH)) + RANDOM + os.sep, path))


def abandoned(parent: Path, prefix: str) -> Iterator[Path]:
    """Each folder of a `held` that was killed; it is removed when the next one is asked for."""
    with contextlib.suppress(OSError):
        ours = re.compile(re.escape(prefix) + RANDOM)
        for name in sorted(filter(ours.fullmatch, os.listdir(parent))):
            with contextlib.suppress(OSError), _alone(parent / name) as folder:
                yield folder
                shutil.rmtree(folder, ignore_errors=True)


def _made(parent: Path, prefix: str) -> tuple[Path, int]:
    """A new folder and its lock. Somebody may have taken it away before it was locked: then another one."""
    while True:
        folder = parent / f"{prefix}{os.urandom(8).hex()}"
        folder.mkdir(0o700)
        with contextlib.suppress(FileNotFoundError):
            lock = os.open(folder, A_FOLDER)
            taken(lock, wait=True)
            if os.fstat(lock).st_nlink and folder.exists():
                return folder, lock
            os.close(lock)


@contextmanager
def _alone(folder: Path) -> Iterator[Path]:
    """The folder while it is nobody else's; raises OSError for one that is in use, or another person's."""
    lock = os.open(folder, A_FOLDER)
    try:
        if os.fstat(lock).st_uid != os.geteuid() or not taken(lock):
            raise BlockingIOError
        yield folder
    finally:
        os.close(lock)
