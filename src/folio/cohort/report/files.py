"""The files that a report is on: a table, a folder or a pattern of tables, or rows as JSON lines."""

from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from folio.cohort.table import write
from folio.durable.held import scratch_folder
from folio.errors import FolioError

LINES = (".jsonl", ".ndjson")
MOST = 10_000
"""Files at a time."""


@contextmanager
def tables(given: Sequence[str]) -> Iterator[tuple[Path, ...]]:
    """Parquet files for what was given, each once and in a fixed order; JSON lines are put into one first.

    Raises FolioError where there is nothing of a name, or a line is no row.
    """
    found = tuple(dict.fromkeys(file for one in given for file in _files(one)))
    if len(found) > MOST:
        raise FolioError(f"these are {len(found):,} files; report on {MOST:,} at a time")
    lines = [one for one in found if one.suffix in LINES]
    parquet = tuple(one for one in found if one.suffix not in LINES)
    if not lines:
        yield parquet
        return
    with scratch_folder() as scratch:
        table = scratch / "rows.parquet"
        write(lines, table, {})
        yield (*parquet, table)


def _files(given: str) -> list[Path]:
    """What one word names: a file, all tables below a folder, or what matches a pattern."""
    path = Path(given)
    if path.is_file():
        return [path]
    if path.is_dir():
        found = sorted(path.rglob("*.parquet")) or sorted(path.rglob("*.jsonl"))
        if not found:
            raise FolioError(f"{given}: holds no Parquet files; give what 'folio cohort' wrote with --out")
        return found
    matching = [Path(one) for one in sorted(glob.glob(given, recursive=True))]
    if not (found := [one for one in matching if one.is_file()]):
        raise FolioError(f"{given}: there is no such file; give what 'folio cohort' wrote with --out")
    return found
