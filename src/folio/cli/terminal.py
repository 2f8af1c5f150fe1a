"""How results look on a terminal: its width and colours, wrapped text, and bars."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from folio.cli.text import broken, columns, cut, inert

if TYPE_CHECKING:
    from folio.readiness.report import Points

EARNED, UNKNOWN, MISSING, FLOOR = "█", "░", "·", "│"
WIDEST, NARROWEST = 100, 40


def say(text: str = "", *, err: bool = False) -> None:
    """Prints lines that no log obeys; in colour only where a terminal shows it and nobody asked for none."""
    click.echo(inert(text), file=sys.stderr if err else sys.stdout, color=coloured())


def coloured() -> bool | None:
    """Whether colours are wanted: see no-color.org and force-color.org; None means where there is a terminal."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return False if os.environ.get("TERM") == "dumb" else None


def bar(points: Points, width: int, whole: int, floor: int | None = None) -> str:
    """Earned solid, not known hatched, not there dotted; never longer or shorter than `width`.

    `floor`, in percent, is marked where it lies.
    """
    if not whole:
        return " " * width
    earned = points.earned * width // whole
    unknown = (points.earned + points.unknown) * width // whole - earned
    rest = width - earned - unknown
    return drawn(((EARNED, earned, "green"), (UNKNOWN, unknown, "yellow"), (MISSING, rest, "")), floor)


def drawn(stretches: Iterable[tuple[str, int, str]], floor: int | None = None) -> str:
    """A bar of stretches, each a sign, how often it comes and its colour; without a colour it is faint."""
    signs = [(sign, colour) for sign, times, colour in stretches for _ in range(times)]
    if floor is not None and signs:
        signs[min(len(signs) * floor // 100, len(signs) - 1)] = (FLOOR, "bold")
    return "".join(_styled(sign, colour) for sign, colour in _runs(signs))


def _runs(signs: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    text, before = "", ""
    for sign, colour in signs:
        if colour != before and text:
            yield text, before
            text = ""
        text, before = text + sign, colour
    yield text, before


def _styled(text: str, colour: str) -> str:
    if colour == "bold":
        return click.style(text, bold=True)
    return click.style(text, fg=colour) if colour else faint(text)


def faint(text: str) -> str:
    """What is of less weight."""
    return click.style(text, dim=True)


def bold(text: str) -> str:
    """What the eye is to find first."""
    return click.style(text, bold=True)


def width() -> int:
    """The columns to fill."""
    return max(min(shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST), NARROWEST)


def wrapped(text: str, indent: int = 0, most: int | None = None) -> str:
    """`text` broken into lines, `most` of them at most; all but the first are indented."""
    lines = broken(text, width() - indent)
    if most is not None and len(lines) > most:
        lines = [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), width() - indent)]
    return ("\n" + " " * indent).join(lines)


def flowing(pieces: Iterable[str], between: str, indent: int) -> Iterator[str]:
    """Pieces, which may be coloured, in as few lines as hold them; none is broken."""
    line, room = "", width() - indent
    for piece in pieces:
        longer = f"{line}{between}{piece}" if line else piece
        if line and columns(click.unstyle(longer)) > room:
            yield " " * indent + line
            longer = piece
        line = longer
    yield " " * indent + line
