"""docs/reference/cohort.md: the columns of a cohort's rows and the fields of its report, as the code has them."""

from __future__ import annotations

import dataclasses
import importlib
from collections.abc import Iterator
from types import ModuleType

from reference.api_page import _annotations
from reference.markdown import MADE, cell, table
from reference.records import docs, plain

from folio.cohort.row import SCHEMA
from folio.cohort.table.reading import BATCH, COLUMNS
from folio.cohort.table.writing import FILE, GROUP

INTRO = f"""# Cohorts: rows and report

{MADE}

`folio cohort` writes a row for each profile and platform; `folio cohort report` says what rows come to. [Many profiles in one
run](../how-to/cohort.md) tells how both are used. This page lists what is in them.

- Version {SCHEMA} of the columns. It grows with each change that a reader of tables could notice, and is kept in the file's metadata
  as `folio.cohort.schema`, beside `folio.version`, `folio.today` and `folio.platforms`.
- Points are in millionths of the whole: 10,000 are one point of 100. `earned`, `unknown` and `missing` add up to 1,000,000.
- No name of a person and no text of a profile is in a row, but for ids, which are yours, and problems, which quote what is wrong.
- Rows stand in the order of the sources, and for each profile in that of the platforms.

## Files

| `--out` | is |
|---|---|
| `rows.parquet` | one Parquet file: zstd, {GROUP:,} rows in a group. The same rows give the same bytes with the same pyarrow, which writes its version into each file; no time is in it |
| `rows` (no suffix) | a folder in Hive's layout, `platform=toptal/part-00000.parquet`, of at most {FILE:,} rows a file. The platform is in the folder's name and not in the files |
| `rows.jsonl` | the same as JSON, an object a line; needs nothing beside folio |

Any program that reads Parquet reads them: `SELECT platform, median(points) FROM 'rows.parquet' GROUP BY 1` in DuckDB.
"""
NULL = "A column whose type ends in `| None` may be null; the others never are. A tuple is a list, a record a struct, every number an int64, and `Status` text."
RECORDS = f"""## Parquet as a source

A Parquet file given to `folio cohort` as a source has a row for each profile. These columns are read, {BATCH} rows at a time, and no other: {", ".join(f"`{one}`" for one in COLUMNS)}.
`profile` is the text of a `profile.yaml`, or the same as structs and lists; `evidence` a list of observations; `url` the address of a
git repository, in place of a profile. A field of a struct that is null is as if it were not there.
"""
REPORT = """## The report as JSON

`folio cohort report rows.parquet --json` prints one object. Points have one decimal, rounded down, averages two. Quartiles are
values that somebody has. With fewer people than `least` in a group, `held_back` is true and there are no figures.
"""


def page() -> str:
    """The whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield INTRO
    yield "## Columns"
    yield ""
    yield NULL
    yield ""
    rows = importlib.import_module("folio.cohort.row")
    yield from _records(rows, ("Row", "CategoryRow", "CheckRow", "StepRow", "ProblemRow"))
    yield RECORDS
    yield REPORT
    model = importlib.import_module("folio.cohort.report.model")
    names = ("CohortReport", "PlatformFigures", "Spread", "Share", "CategoryFigures", "CheckFigures", "StepFigures")
    yield from _records(model, (*names, "ProblemFigures", "Person"))


def _records(module: ModuleType, names: tuple[str, ...]) -> Iterator[str]:
    said = docs(module)
    for name in names:
        record = getattr(module, name)
        written = _annotations(record)
        yield f"### {name}"
        yield ""
        yield cell(plain(record.__doc__ or ""))
        yield ""
        yield from table(
            ("field", "type", "is"),
            (
                (f"`{one.name}`", f"`{written[one.name]}`", cell(plain(said.get((name, one.name), ""))))
                for one in dataclasses.fields(record)
            ),
        )
        yield ""
