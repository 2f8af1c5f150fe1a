"""Clones that stay from one run to the next: one run at a time has each, and all together stay within bounds."""

from __future__ import annotations

import fcntl
import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from folio.durable.whole import create_whole
from folio.repository.git.bounds import Deadline
from folio.repository.git.room import size_of

MAX_KEPT = 2 << 30
MAX_DAYS = 60


@dataclass(frozen=True, slots=True)
class Keep:
    """A folder of clones on this machine; whatever is in it can be thrown away at any time."""

    folder: Path
    today: date
    limit: int = MAX_KEPT
    """Bytes of all of them."""
    days: int = MAX_DAYS
    """Days without use after which a clone goes."""

    @contextmanager
    def place(self, address: str, deadline: Deadline) -> Iterator[Path]:
        """Where the clone of `address` is, or is to be made; nobody else gets it inside the block.

        Waits for others until the deadline. Afterwards clones that were not used for long are removed.
        """
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with suppress(FileExistsError):
            create_whole(self.folder / ".gitignore", b"*\n")
        name = hashlib.sha256(address.encode()).hexdigest()[:24]
        with _locked(self.folder / f"{name}.lock", deadline=deadline) as lock:
            os.pwrite(lock, self.today.isoformat().encode(), 0)
            yield self.folder / f"{name}.git"
        self._trim()

    def _trim(self) -> None:
        left = self.limit
        for used, clone in sorted(((self._used(clone), clone) for clone in self.folder.glob("*.git")), reverse=True):
            left -= size_of(clone)
            if left < 0 or used < self.today - timedelta(days=self.days):
                try:
                    with _locked(clone.with_suffix(".lock"), deadline=None):
                        shutil.rmtree(clone, ignore_errors=True)
                except BlockingIOError:
                    continue  # in use

    def _used(self, clone: Path) -> date:
        try:
            return date.fromisoformat(clone.with_suffix(".lock").read_text("ascii"))
        except (OSError, ValueError):
            return date.min


@contextmanager
def _locked(file: Path, *, deadline: Deadline | None) -> Iterator[int]:
    """Holds a lock that ends with the process; without a deadline it does not wait and raises BlockingIOError."""
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)
    try:
        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if deadline is None:
                    raise
                time.sleep(min(0.05, deadline.left()))
        yield descriptor
    finally:
        os.close(descriptor)
