"""A comparison on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from folio.cli.terminal import bold, faint, wrapped
from folio.cli.text import cleaned, columns
from folio.render.comparison import Compared, Row, compared

if TYPE_CHECKING:
    from folio.readiness.comparison import Comparison

NUMBER = 6
EXCLUSIONS = 6


def lines(comparison: Comparison) -> Iterator[str]:
    """Both results side by side, then what is different, the largest difference first."""
    page = cleaned(compared(comparison))
    yield bold(wrapped(page.headline))
    yield ""
    yield from _figures(page)
    if page.causes:
        yield ""
        yield wrapped(page.causes)
    if page.rows:
        yield ""
        yield bold("Check by check")
        for row in page.rows:
            yield from _row(row)
    if page.quiet:
        yield ""
        yield bold("Also different") + faint(" (it moves no points)")
        for row in page.quiet:
            yield from _row(row, moved=False)
    yield from _list("Not counted any more", page.excluded)
    yield from _list("No longer left out", page.included)
    for note in page.notes:
        yield ""
        yield faint(wrapped(note))


def _figures(page: Compared) -> Iterator[str]:
    rows = [("", *page.days, ""), *page.figures]
    wide = [max(columns(row[place]) for row in rows) for place in (1, 2)]
    for name, before, after, change in rows:
        first, second = (" " * (room - columns(text)) + text for room, text in zip(wide, (before, after), strict=True))
        line = f"  {name:<9}  {first}  {second}"
        yield f"{line}  {_coloured(f'{change:>{NUMBER}}')}" if change else line


def _row(row: Row, *, moved: bool = True) -> Iterator[str]:
    head = f"{_coloured(f'{row.change:>{NUMBER}}')}  " if moved else "  "
    indent = NUMBER + 2 if moved else 2
    yield head + wrapped(f"{row.title} ({row.id})", indent=indent)
    for extra in filter(None, (row.causes, row.unknown if moved else "")):
        yield " " * indent + faint(wrapped(extra, indent=indent))
    for finding in row.findings:
        yield " " * indent + wrapped(f"- {finding}", indent=indent + 2)


def _list(title: str, entries: tuple[str, ...]) -> Iterator[str]:
    if not entries:
        return
    yield ""
    yield bold(title)
    for one in entries[:EXCLUSIONS]:
        yield f"  {wrapped(one, indent=4)}"
    if (more := len(entries) - EXCLUSIONS) > 0:
        yield faint(f"  and {more} more: --format json lists all")


def _coloured(change: str) -> str:
    colour = {"+": "green", "-": "red"}.get(change.strip()[:1])
    return click.style(change, fg=colour) if colour else change
