"""A comparison as Markdown, for a pull request or a note to oneself."""

from __future__ import annotations

from collections.abc import Iterator

from folio.readiness.comparison import Comparison
from folio.render.comparison import Row, compared
from folio.render.markdown_text import escaped


def markdown(comparison: Comparison) -> str:
    """What is different, as a table of the figures and a list of the checks."""
    page = compared(comparison)
    lines = [f"# {escaped(page.headline)}", ""]
    lines += [f"| | {page.days[0]} | {page.days[1]} | |", "|---|---:|---:|---:|"]
    lines += ["| " + " | ".join(escaped(cell) for cell in row) + " |" for row in page.figures]
    if page.causes:
        lines += ["", escaped(page.causes)]
    for title, rows in (("Check by check", page.rows), ("Also different, without points", page.quiet)):
        if rows:
            lines += ["", f"## {title}", ""]
            lines += [line for row in rows for line in _row(row, moved=rows is page.rows)]
    for title, entries in (("Not counted any more", page.excluded), ("No longer left out", page.included)):
        if entries:
            lines += ["", f"## {title}", "", *(f"- {escaped(one)}" for one in entries)]
    for note in page.notes:
        lines += ["", f"*{escaped(note)}*"]
    return "\n".join(lines) + "\n"


def _row(row: Row, *, moved: bool) -> Iterator[str]:
    change = f"**{row.change}** " if moved else ""
    extra = "; ".join(filter(None, (row.causes, row.unknown if moved else "")))
    yield f"- {change}{escaped(row.title)} (`{row.id.replace('`', '')}`){f': {escaped(extra)}' if extra else ''}"
    yield from (f"    - {escaped(one)}" for one in row.findings)
