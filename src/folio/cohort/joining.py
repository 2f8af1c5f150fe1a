"""The parts of a run as its result: Parquet, a folder of it, or JSON lines; the last result stays until it is whole."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path

from folio.cohort.whole import whole
from folio.errors import FolioError

LINES = ".jsonl"
PARQUET = ".parquet"
PARTITION = "platform="
"""What the names of folders begin with in a folder of rows."""


def refuse(out: Path) -> None:
    """Raises FolioError where a result can't be written, before hours are spent on it."""
    if out.suffix not in (LINES, PARQUET, ""):
        raise FolioError(f"{out}: write to a {PARQUET} file, a {LINES} file, or a folder (a name without a suffix)")
    if out.name in ("", ".."):
        raise FolioError(f"{out}: name a file or a folder of its own with --out")
    if out.suffix and out.is_dir():
        raise FolioError(f"{out} is a folder; choose another --out")
    if not out.suffix and out.exists() and not out.is_dir():
        raise FolioError(f"{out} is a file; choose another --out")
    if not out.suffix and out.is_dir() and any(not one.name.startswith(PARTITION) for one in out.iterdir()):
        raise FolioError(f"{out} holds other files than rows; choose another --out")
    if out.suffix != LINES and find_spec("pyarrow") is None:
        from folio.cohort.table.arrow import MISSING

        raise FolioError(f"{MISSING}, or write JSON lines with --out {out.with_suffix(LINES)}")


def joined(files: Iterable[Path], out: Path, about: Mapping[str, str]) -> None:
    """Writes the rows of all files, in their order, to `out`."""
    if out.suffix == LINES:
        with whole(out, 0o666) as result:
            for file in files:
                with file.open("rb") as rows:
                    shutil.copyfileobj(rows, result)
        return
    from folio.cohort.table import write, write_partitioned

    (write if out.suffix else write_partitioned)(files, out, about)
