"""The door to DuckDB: asks tables of rows, however large, within bounds of memory and of what it may touch."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from folio.errors import FolioError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Answers = list[tuple[Any, ...]]
Ask = Callable[..., Answers]
"""Asks one question in SQL; what is given by name stands in it as `$name`, and is never a part of it."""

MISSING = "reports are made by DuckDB, which is not installed; pip install 'folio-ready[cohort]'"
PARTITION = "platform="
"""How a folder of a partitioned table begins; its files have no such column."""
BOUNDS = {
    "memory_limit": "256MiB",
    "threads": "2",
    "temp_directory": "",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
}
"""It writes no files, not even for more room, and loads no code."""


@contextmanager
def asking(files: Sequence[Path], views: Mapping[str, str]) -> Iterator[Ask]:
    """Asks about the rows of Parquet files: they are the view `rows`, and each of `views` is one more, by its SQL.

    Nothing else can be read, and nothing written. Raises FolioError where files are no tables, are damaged, or take
    more memory than there may be.
    """
    duckdb = _duckdb()
    connection: DuckDBPyConnection = duckdb.connect(":memory:", config=BOUNDS)
    try:
        with _told(duckdb, files):
            _open(connection, files)
            for name, query in views.items():
                connection.execute(f"CREATE TEMP VIEW {name} AS {query}")

        def ask(question: str, /, **given: object) -> Answers:
            with _told(duckdb, files):
                return connection.execute(question, given or None).fetchall()

        yield ask
    finally:
        connection.close()


def _open(connection: DuckDBPyConnection, files: Sequence[Path]) -> None:
    """The files as one view, and no way to any other."""
    names = [str(one.absolute()) for one in files]
    parts = {one.absolute().parent.name.startswith(PARTITION) for one in files}
    if len(parts) > 1:
        raise FolioError("one of these is a partitioned table and one is not; report on one at a time")
    connection.execute("SET allowed_paths = $names", {"names": names})
    connection.execute("SET enable_external_access = false")
    connection.execute("SET lock_configuration = true")
    connection.read_parquet(names, hive_partitioning=parts == {True}).create_view("rows")


@contextmanager
def _told(duckdb: Any, files: Sequence[Path]) -> Iterator[None]:
    """DuckDB's errors in words for the person: it is their files that can be wrong, or too large."""
    where = str(files[0]) if len(files) == 1 else f"{files[0]} and {len(files) - 1} more"
    try:
        yield
    except duckdb.OutOfMemoryException:
        raise FolioError(
            f"{where}: the report takes more than {BOUNDS['memory_limit']} of memory; report on fewer files at a time"
        ) from None
    except duckdb.BinderException as error:
        raise FolioError(f"{where}: no table of a cohort ({_short(error)}); give what 'folio cohort' wrote") from None
    except duckdb.Error as error:
        raise FolioError(f"{where}: can't be read ({_short(error)}); run 'folio cohort' again") from None


def _short(error: Exception) -> str:
    """The first line of an error without its kind: the rest quotes the question."""
    return (str(error).splitlines() or ["damaged"])[0].partition("Error: ")[2][:200] or "damaged"


def _duckdb() -> Any:
    try:
        import duckdb
    except ImportError:
        raise FolioError(MISSING) from None
    return duckdb
