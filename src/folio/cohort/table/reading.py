"""Profiles in a stranger's Parquet, one row at a time and within bounds, whatever the file says of itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from folio.cohort.table.arrow import arrow
from folio.errors import FolioError

COLUMNS = ("id", "profile", "evidence", "url")
BATCH = 16
"""Rows that are unpacked at a time."""
FOOTER = 16 << 20
"""What a file may say of itself, in bytes; and in how many entries."""
ENTRIES = 1 << 20
GROUP = 512 << 20
"""What a column of one group of rows may unpack to, in bytes."""
DEEP = 40
"""Levels of lists and structs in a column."""


def records(file: Path, wanted: Collection[str] = COLUMNS) -> Iterator[Mapping[str, Any]]:
    """The rows of a Parquet file in their order, each with those of the columns `wanted` that it has a value in.

    `profile` and `evidence` may be text, bytes, or structs and lists; an empty field of a struct is left out. Other
    columns are not read. Raises FolioError where the file is no such table, is damaged, or unpacks to more than a row
    of profiles may.
    """
    pa = arrow()
    try:
        with pa.parquet.ParquetFile(
            str(file), thrift_string_size_limit=FOOTER, thrift_container_size_limit=ENTRIES, pre_buffer=False,
            buffer_size=1 << 20,
        ) as table:  # fmt: skip
            present = [name for name in _columns(table, file) if name in wanted]
            for batch in table.iter_batches(batch_size=BATCH, columns=present, use_threads=False):
                for place in range(batch.num_rows):
                    yield _row(batch, place)
    except (pa.ArrowException, OSError, ValueError, OverflowError, MemoryError) as error:
        # No text of pyarrow's that is longer than a line: it quotes the file.
        why = " ".join(str(error).split())[:160] or "it is damaged"
        raise FolioError(f"{file}: can't be read as Parquet ({why}); write it again, or give JSON lines") from None


def _columns(table: Any, file: Path) -> list[str]:
    names = table.schema_arrow.names
    present = [name for name in COLUMNS if name in names]
    if not {"profile", "url"} & set(present):
        raise FolioError(f"{file}: has no column 'profile' and none 'url'; see docs/how-to/cohort.md for what to write")
    for name in present:
        if names.count(name) > 1:
            raise FolioError(f"{file}: has more than one column '{name}'; keep one of them")
        if _depth(table.schema_arrow.field(name).type) > DEEP:
            raise FolioError(f"{file}: '{name}' is nested in more than {DEEP} levels; write it as text")
    _refuse_large(table.metadata, present, file)
    return present


def _refuse_large(told: Any, present: list[str], file: Path) -> None:
    for number in range(told.num_row_groups):
        group = told.row_group(number)
        columns = (group.column(place) for place in range(group.num_columns))
        for column in columns:
            if column.path_in_schema.partition(".")[0] in present and column.total_uncompressed_size > GROUP:
                raise FolioError(
                    f"{file}: '{column.path_in_schema[:80]}' unpacks to more than {GROUP >> 20} MiB in one group of "
                    "rows; write it with smaller groups (row_group_size)"
                )


def _depth(kind: Any) -> int:
    inside = [kind.field(place).type for place in range(kind.num_fields)] if kind.num_fields else []
    level, deep = inside, 0
    while level and deep <= DEEP:
        level = [one.field(place).type for one in level for place in range(one.num_fields)]
        deep += 1
    return deep


def _row(batch: Any, place: int) -> dict[str, Any]:
    values = {name: _plain(batch.column(name)[place].as_py()) for name in batch.schema.names}
    return {name: value for name, value in values.items() if value is not None}


def _plain(value: Any) -> Any:
    """A value without the empty fields that every struct of a column has."""
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items() if one is not None}
    return [_plain(one) for one in value] if isinstance(value, list) else value
