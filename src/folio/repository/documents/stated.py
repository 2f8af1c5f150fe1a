"""What a document states in numbers, and on which line: in its running text and in the cells of its tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from folio.repository.documents.cells import Table
from folio.repository.documents.page import Page
from folio.repository.documents.quantities import Quantity, quantities, unit_in
from folio.repository.text import without, without_fences

CODE = re.compile(r"`[^`\n]{1,200}`")
ROW = re.compile(r"^[ \t>]{0,16}[|+].*$", re.M)
TABLE = "table"


class Stated(NamedTuple):
    """A quantity as it is kept, and where it stands."""

    name: str
    line: int
    note: str = ""


def in_prose(text: str) -> Iterator[Stated]:
    """Quantities outside code and tables, and numbers such as `0.006` that can only be results."""
    plain = without(without_fences(text), "<!--", "-->")
    plain = ROW.sub("", CODE.sub(lambda found: " " * len(found[0]), plain))
    found = [one for one in quantities(plain) if (one.unit and one.value != "0") or _is_telling(one)]
    for line, one in zip(_lines(plain, found), found, strict=True):
        yield Stated(str(one), line)


def in_tables(page: Page, text: str) -> Iterator[Stated]:
    """The numbers in cells; the unit may stand in the column's heading or beside the row's name."""
    lines = text.split("\n")
    for table in (one for section in page.sections for one in section.tables):
        piped = table.line <= len(lines) and "|" in lines[table.line - 1]
        for row, name in _cells(table):
            yield Stated(name, table.line + row + 1 if piped else table.line, TABLE)


def _cells(table: Table) -> Iterator[tuple[int, str]]:
    heads = [unit_in(cell) for cell in table.rows[0]] if table.rows else []
    for number, row in enumerate(table.rows[1:], 1):
        label = unit_in(row[0]) if row else ""
        for column, cell in enumerate(row):
            found = list(quantities(cell))
            for one in found:
                alone = len(found) == 1 and not one.unit
                unit = one.unit or (alone and ((heads[column] if column < len(heads) else "") or label)) or ""
                if one.value != "0" and (unit or one.digits > 1 or _is_telling(one)):
                    yield number, f"{one.value} {unit}".rstrip()


def _is_telling(one: Quantity) -> bool:
    """Whether a number without a unit can hardly be anything but a result."""
    return one.value.startswith("0.") and len(one.value) > 3


def _lines(text: str, found: list[Quantity]) -> Iterator[int]:
    line, at = 1, 0
    for one in found:
        line, at = line + text.count("\n", at, one.start), one.start
        yield line
