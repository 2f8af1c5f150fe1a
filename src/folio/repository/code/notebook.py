"""Jupyter notebooks: the code of their cells as one module, their text, and whether results are kept."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace

DRAWN = re.compile(r"application/vnd\.(plotly|vega|vegalite|bokehjs_exec|holoviews_exec)\b")
"""Outputs that a browser draws."""
MAGIC = re.compile(r"^(\s*)([%!?]|.*\?\s*$|[\w, ]{1,100}<{0,2}=\s*(%\w|!))")


class NotebookUnreadable(Exception):
    """Not a notebook that can be read."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A code cell: its lines in the notebook's code, and what it drew."""

    first: int
    last: int
    figures: int
    magic: str = ""
    """What hands the whole cell to something else than Python: `sql` for `%%sql`."""
    handed: str = ""
    """The text that is handed over."""
    number: int = 0
    """Its place among all cells, from 1, as a person counts them."""


@dataclass(frozen=True, slots=True)
class Notebook:
    """Lines of `code` count through all code cells put together."""

    language: str
    code: str
    prose: str
    outputs: int
    """Cells that keep what they printed or drew."""
    figures: int
    """Outputs that are pictures."""
    cells: tuple[Cell, ...] = ()


def parse_notebook(text: str) -> Notebook:
    """The cells of a notebook (nbformat 3 or 4)."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        raise NotebookUnreadable("not readable as a notebook") from None
    if not isinstance(content, dict):
        raise NotebookUnreadable("not readable as a notebook")
    code: list[str] = []
    prose: list[str] = []
    cells: list[Cell] = []
    outputs, line = 0, 1
    for number, cell in enumerate(_cells(content), start=1):
        source = _text(cell.get("source", cell.get("input")))
        if cell.get("cell_type") == "code":
            code.append(_without_magic(source))
            results = [one for one in _list(cell.get("outputs")) if isinstance(one, dict)]
            outputs += bool(results)
            made = _cell(source, line, code[-1], sum(1 for one in results if _is_figure(one)))
            cells.append(replace(made, number=number))
            line = cells[-1].last + 1
        elif cell.get("cell_type") == "markdown":
            prose.append(source)
    figures = sum(cell.figures for cell in cells)
    return Notebook(
        _language(content), "\n".join(code) + "\n", "\n\n".join(prose), outputs, figures, cells=tuple(cells)
    )


def _cell(source: str, line: int, code: str, figures: int) -> Cell:
    last = line + code.count("\n")
    if not source.startswith("%%"):
        return Cell(line, last, figures)
    head, _, handed = source.partition("\n")
    return Cell(line, last, figures, magic=head[2:].strip().split(" ", 1)[0], handed=handed)


def _cells(content: dict[str, object]) -> list[dict[str, object]]:
    cells = _list(content.get("cells"))
    for sheet in _list(content.get("worksheets")):
        cells += _list(sheet.get("cells")) if isinstance(sheet, dict) else []
    return [cell for cell in cells if isinstance(cell, dict)]


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else []


def _text(source: object) -> str:
    if isinstance(source, list):
        return "".join(part for part in source if isinstance(part, str))
    return source if isinstance(source, str) else ""


def _without_magic(source: str) -> str:
    """The cell as Python: IPython's own lines stay as comments, so that line numbers hold."""
    if source.startswith("%%"):
        return "\n".join("#" + line for line in source.splitlines())
    return "\n".join("#" + line if MAGIC.match(line) else line for line in source.splitlines())


def _is_figure(output: dict[str, object]) -> bool:
    data = output.get("data", output)
    return isinstance(data, dict) and any(
        str(key).startswith("image/") or key in ("png", "svg", "jpeg") or DRAWN.match(str(key)) for key in data
    )


def _language(content: dict[str, object]) -> str:
    metadata = content.get("metadata")
    if isinstance(metadata, dict):
        for part, key in (("language_info", "name"), ("kernelspec", "language")):
            section = metadata.get(part)
            if isinstance(section, dict) and isinstance(section.get(key), str):
                return str(section[key]).lower()
    return "python"
