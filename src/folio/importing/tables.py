"""A table in CSV as rows by the names of its columns, and the line that each row stands in."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from folio.document import not_utf8
from folio.errors import InputError, Position, Problem

MOST_ROWS, MOST_COLUMNS = 5000, 100
PREAMBLE = "notes:"
"""What LinkedIn writes above some tables: this, what there is to note, and an empty line."""
AGAIN = "download the export again"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows, and where they stand."""

    name: str
    rows: list[dict[str, str]]
    lines: list[int]

    def where(self, row: int) -> Position:
        """The place of a row; of the table where there is no such row."""
        return Position(self.name, self.lines[row] if row < len(self.lines) else 1)


def table(content: bytes, name: str) -> Table:
    """The table of a file; what stands right of its columns is `column 7` and so on. Raises InputError with a place."""
    reader = csv.reader(io.StringIO(_text(content, name), newline=""), strict=True)
    rows: list[dict[str, str]] = []
    lines: list[int] = []
    columns: list[str] | None = None
    noted = False
    line = 1
    try:
        for cells in reader:
            here, line = line, reader.line_num + 1
            filled = any(cell.strip() for cell in cells)
            if columns is None and filled and not noted and cells[0].strip().lower() == PREAMBLE:
                noted = True
            elif noted:
                noted = filled
            elif columns is None and filled:
                columns = [cell.strip() for cell in cells]
            elif columns is not None and filled:
                rows.append(_row(columns, cells))
                lines.append(here)
            if len(rows) > MOST_ROWS or len(cells) > MOST_COLUMNS:
                raise InputError([Problem(Position(name, here), "", "larger than a table of LinkedIn's", AGAIN)])
    except csv.Error as error:
        raise InputError([Problem(Position(name, line), "", f"no CSV: {error}", AGAIN)]) from None
    return Table(name, rows, lines)


def _row(columns: list[str], cells: list[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for at, cell in enumerate(cells):
        column = columns[at] if at < len(columns) and columns[at] else f"column {at + 1}"
        found[column if column not in found else f"{column} {at + 1}"] = cell
    return found


def _text(content: bytes, name: str) -> str:
    encoding = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise not_utf8(error, name, AGAIN) from None
