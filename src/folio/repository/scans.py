"""What was found in files, kept on this machine by blob and path, so that only changed files are scanned again.

A cache: it may be deleted at any time, and whatever is wrong with it only means that files are scanned again. It holds
marks as `folio.repository.scan` makes them, never a piece of a file.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from folio.repository.entries import Entry
from folio.repository.scan import Scanned, from_json, to_json

AT_ONCE = 500
"""Names in one question; SQLite takes at most 999."""
KEPT = 200_000
"""Files that are kept; the oldest leave first."""
WAIT = 5.0
"""Seconds to wait for another run that writes."""


class KeptScans:
    """The cache in one SQLite file. `version` is part of every name: other detectors find other things."""

    def __init__(self, file: Path, version: str) -> None:
        self._file = file
        self._version = version

    def recall(self, entries: Iterable[Entry]) -> dict[str, Scanned]:
        """By path, what is known of these files."""
        names = {self._name(one): one.path for one in entries}
        found: dict[str, Scanned] = {}
        with suppress(sqlite3.Error, OSError), self._open() as store:
            for some in _batches(list(names)):
                marks = ",".join("?" * len(some))
                for name, value in store.execute(f"SELECT name, value FROM scans WHERE name IN ({marks})", some):
                    with suppress(ValueError, TypeError, KeyError):
                        found[names[name]] = from_json(json.loads(value))
        return found

    def remember(self, found: Iterable[tuple[Entry, Scanned]]) -> None:
        """Keeps what was found; a file that can't be written is no error."""
        rows = ((self._name(one), json.dumps(to_json(value), separators=(",", ":"))) for one, value in found)
        with suppress(sqlite3.Error, OSError), self._open() as store, store:
            store.executemany("INSERT OR REPLACE INTO scans (name, value) VALUES (?, ?)", rows)
            store.execute(
                "DELETE FROM scans WHERE rowid <= (SELECT max(rowid) FROM scans) - ?", (KEPT,)
            )  # rows are numbered as they come

    def _name(self, entry: Entry) -> bytes:
        parts = f"{self._version}\0{entry.name}\0{entry.path}\0{entry.compared}"
        return hashlib.blake2b(parts.encode("utf-8", "replace"), digest_size=16).digest()

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._file, timeout=WAIT)) as store:
            try:
                store.execute("CREATE TABLE IF NOT EXISTS scans (name BLOB UNIQUE NOT NULL, value TEXT NOT NULL)")
            except sqlite3.DatabaseError as error:
                if not isinstance(error, sqlite3.OperationalError):  # not a database: begin anew next time
                    self._file.unlink(missing_ok=True)
                raise
            yield store


def _batches(names: list[bytes]) -> Iterator[list[bytes]]:
    for at in range(0, len(names), AT_ONCE):
        yield names[at : at + AT_ONCE]
