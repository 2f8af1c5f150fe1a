"""Tables on a page: those that show data, and those that only set things beside each other."""

from __future__ import annotations

from collections.abc import Sequence

from folio.evidence.reading.html import Element

BLOCKS = ("table", "pre", "h1", "h2", "h3", "h4", "blockquote")


def rows(table: Element) -> list[list[Element]]:
    """The cells of each row; those of tables inside it are left out."""
    return [
        [cell for cell in row if cell.tag in ("td", "th")]
        for row in table.iter("tr")
        if next(one for one in row.iterancestors() if one.tag == "table") is table
    ]


def is_data(table: Element, grid: Sequence[Sequence[Element]]) -> bool:
    """Whether it has rows and columns, and nothing but short things in its cells."""
    if table.get("role") in ("presentation", "none") or len(grid) < 2 or max(map(len, grid)) < 2:
        return False
    return not any(_holds_blocks(cell) for cells in grid for cell in cells)


def _holds_blocks(cell: Element) -> bool:
    return any(one.tag in BLOCKS or one.get("display") == "block" for one in cell.iter())
