"""How results look on a terminal: its width, wrapped text, hours, and the bar of three parts."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import click
from click.formatting import wrap_text

if TYPE_CHECKING:
    from folio.readiness.report import Points

EARNED, UNKNOWN, MISSING = "█", "░", "·"
WIDEST = 100


def bar(points: Points, width: int, whole: int) -> str:
    """Earned solid, not known hatched, not there dotted; never longer or shorter than `width`."""
    if not whole:
        return " " * width
    earned = points.earned * width // whole
    unknown = (points.earned + points.unknown) * width // whole - earned
    return (
        click.style(EARNED * earned, fg="green")
        + click.style(UNKNOWN * unknown, fg="yellow")
        + click.style(MISSING * (width - earned - unknown), dim=True)
    )


def width() -> int:
    """The columns to fill."""
    return min(shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST)


def wrapped(text: str, indent: int = 0) -> str:
    """`text` broken into lines; all but the first are indented."""
    return wrap_text(text, width() - indent, subsequent_indent=" " * indent).lstrip()


def hours(minutes: tuple[int, int]) -> str:
    """`0.5 to 2 h`."""
    least, most = (f"{value / 60:g}" if value % 60 == 0 else f"{value / 60:.1f}" for value in minutes)
    return f"{least} h" if least == most else f"{least} to {most} h"
