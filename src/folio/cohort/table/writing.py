"""Rows as JSON lines into Parquet, a group of rows after the other, so that memory does not grow with their number."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import Any

from folio.cohort.table.arrow import arrow
from folio.cohort.table.schema import about as with_about
from folio.cohort.table.schema import schema
from folio.cohort.whole import whole
from folio.errors import FolioError
from folio.output import staged

GROUP = 2_000
"""Rows in a group of a file: what is held at a time."""
FILE = 100 * GROUP
"""Rows in a file of a partitioned table."""
FOLDER = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}")
"""Ids of platforms that can be a folder's name as they are."""
NO_OBJECT = re.compile(rb"^(?!\{)", re.MULTILINE)
"""A line that begins otherwise; pyarrow ends the process on one that is `null`."""
HOW = {
    "compression": "zstd",
    "compression_level": 3,
    "version": "2.6",
    "data_page_version": "1.0",
    "write_statistics": True,
}
"""Everything that decides the bytes of a file is said; pyarrow adds its own version and nothing of the moment."""

Line = tuple[bytes, Path, int]


def write(parts: Iterable[Path], out: Path, about: Mapping[str, str]) -> int:
    """Writes the rows of JSON-lines files into one Parquet file, and returns how many there are.

    The same rows give the same bytes, however they lie in `parts`. `about` is kept in the file's metadata. The file is
    written beside `out` and takes its place when it is whole. Raises FolioError where a line is no row, by its place.
    """
    rows = 0
    _make(out.absolute().parent)
    with whole(out, 0o666) as stream, arrow().parquet.ParquetWriter(stream, with_about(about), **HOW) as writer:
        for table in _tables(parts):
            writer.write_table(table, row_group_size=GROUP)
            rows += table.num_rows
    return rows


def write_partitioned(parts: Iterable[Path], folder: Path, about: Mapping[str, str]) -> int:
    """The same as a folder of files: `platform=toptal/part-00000.parquet`, each of `FILE` rows at most.

    The folder is swapped in whole; one that holds anything else is refused. As readers of such folders expect it, the
    platform is in the folder's name and not in the files. All rows of a platform keep their order.
    """
    with staged(folder, _refuse_strangers) as stage, ExitStack() as open_files:
        partitions: dict[str, _Partition] = {}
        for table in _tables(parts):
            for name in dict.fromkeys(table.column("platform").to_pylist()):
                if name not in partitions:
                    partitions[name] = _Partition(stage / f"platform={_checked(name)}", about, open_files)
                chosen = table.filter(arrow().compute.equal(table.column("platform"), name))
                partitions[name].add(chosen.drop_columns(["platform"]))
        for one in partitions.values():
            one.end()
        return sum(one.rows for one in partitions.values())


class _Partition:
    """The files of one platform, filled in groups of the same size however the rows arrive."""

    def __init__(self, folder: Path, about: Mapping[str, str], open_files: ExitStack) -> None:
        folder.mkdir(parents=True)
        kept = with_about(about)
        self.folder, self.open_files = folder, open_files
        self.schema = kept.remove(kept.get_field_index("platform"))
        self.waiting = self.schema.empty_table()
        self.writer: Any = None
        self.rows = 0

    def add(self, table: Any) -> None:
        self.waiting = arrow().concat_tables([self.waiting, table]).combine_chunks()
        while self.waiting.num_rows >= GROUP:
            self._write(self.waiting.slice(0, GROUP))
            self.waiting = self.waiting.slice(GROUP)

    def end(self) -> None:
        if self.waiting.num_rows:
            self._write(self.waiting)

    def _write(self, table: Any) -> None:
        if self.rows % FILE == 0:
            if self.writer is not None:
                self.writer.close()
            file = self.folder / f"part-{self.rows // FILE:05}.parquet"
            self.writer = self.open_files.enter_context(arrow().parquet.ParquetWriter(str(file), self.schema, **HOW))
        self.writer.write_table(table, row_group_size=GROUP)
        self.rows += table.num_rows


def _tables(parts: Iterable[Path]) -> Iterator[Any]:
    """Tables of `GROUP` rows each, and the last of what is left."""
    lines = _lines(parts)
    while group := list(islice(lines, GROUP)):
        try:
            yield _table(b"\n".join(line for line, _, _ in group))
        except ValueError:
            raise _fault(group) from None


def _lines(parts: Iterable[Path]) -> Iterator[Line]:
    for part in parts:
        with part.open("rb") as stream:
            for number, line in enumerate(stream, 1):
                if line := line.strip():
                    yield line, part, number


def _table(lines: bytes) -> Any:
    """One table, read as one block: the bytes of a file must not depend on how many threads read it."""
    if NO_OBJECT.search(lines):
        raise ValueError("not an object")
    pa = arrow()
    table = pa.json.read_json(
        io.BytesIO(lines),
        read_options=pa.json.ReadOptions(use_threads=False, block_size=len(lines) + 1),
        parse_options=pa.json.ParseOptions(explicit_schema=schema(), unexpected_field_behavior="error"),
    )
    return table.cast(schema()).combine_chunks()


def _fault(group: list[Line]) -> FolioError:
    """Which line is none of a row."""
    for line, part, number in group:
        try:
            _table(line)
        except ValueError as error:
            why = " ".join(str(error).split())[:200]
            return FolioError(f"{part}:{number}: no row of a cohort ({why}); remove the file and run again")
    return FolioError(f"{group[0][1]}: these rows can't be put into one table; remove the file and run again")


def _checked(platform: str) -> str:
    if not FOLDER.fullmatch(platform):
        raise FolioError(f"'{platform[:100]}' can't be a folder's name; write one file instead")
    return platform


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise FolioError(f"{folder} can't be made: {why}; choose another place with --out") from None


def _refuse_strangers(folder: Path) -> None:
    """Raises FolioError where swapping would take away something that is no table."""
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise FolioError(f"{folder}: not a folder; choose another place with --out")
    inside = [path.name for path in folder.iterdir()] if folder.is_dir() else []
    strangers = sorted(name for name in inside if not name.startswith("platform="))
    if strangers:
        raise FolioError(f"{folder}: holds other files ({', '.join(strangers[:3])}); choose another place with --out")
