"""Where the cells of notebooks begin, so that a place in one can be found by a person."""

from __future__ import annotations

from collections.abc import Iterator

from folio.repository.scan import File, Mark


def scan(file: File) -> Iterator[Mark]:
    """Each code cell: its first line in all the notebook's code, and its number among all cells as `amount`."""
    if file.ending == "ipynb" and file.is_source and file.notebook:
        yield from (Mark("cell", cell.first, amount=cell.number) for cell in file.notebook.cells)
