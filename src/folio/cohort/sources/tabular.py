"""Records in a Parquet file, one a row: read in order, with one batch of rows held at a time."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

KEYS = ("id", "url")
"""What a plan needs of a row."""


def rows(file: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """Number from 0, id and address of each row; raises FolioError where the file is no such table."""
    from folio.cohort.table import records

    return enumerate(records(file, KEYS))


def row_at(file: Path, number: int) -> bytes:
    """The record in a row, as a line of JSON lines would have it; empty where there is no such row.

    Asked in order, each row is read once; asked for an earlier one, the file is read from its beginning.
    """
    return _reader(file, file.stat().st_mtime_ns).row(number)


class _Reader:
    """Where reading a file has come to."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._last = -1
        self._rows = self._begin()

    def row(self, number: int) -> bytes:
        if number <= self._last:
            self._rows = self._begin()
        for here, row in self._rows:
            if here == number:
                self._last = here
                return _written(row)
        return b""

    def _begin(self) -> Iterator[tuple[int, Mapping[str, Any]]]:
        from folio.cohort.table import records

        return enumerate(records(self._file))


@lru_cache(maxsize=2)
def _reader(file: Path, _changed: int) -> _Reader:
    return _Reader(file)


def _written(row: Mapping[str, Any]) -> bytes:
    texts = {
        name: one.decode("utf-8", "surrogateescape") if isinstance(one, bytes) else one for name, one in row.items()
    }
    return json.dumps(texts, default=str).encode()
