"""Commands to GitHub's runner, which shows them as annotations beside a run; the one place that writes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from folio.errors import Position
from folio.render.plain import plain

Kind = Literal["error", "warning", "notice"]
MOST = 10
"""So many annotations of each level GitHub shows for a step."""


def command(kind: Kind, title: str, *lines: str, place: Position | None = None) -> str:
    """One workflow command. No text in it can end it, add a property, or begin another one."""
    where = f"file={_property(place.file)},line={place.line},col={place.column}," if place and place.line else ""
    return f"::{kind} {where}title={_property(title)}::{'%0A'.join(map(_data, lines))}"


def limited(kind: Kind, lines: Sequence[str], rest: str) -> list[str]:
    """As many commands as GitHub shows; the last one says how many were left out, and `rest` where they are."""
    if len(lines) <= MOST:
        return list(lines)
    more = len(lines) - MOST + 1
    return [*lines[: MOST - 1], command(kind, "More", f"{more} more are {rest}; GitHub shows {MOST} of a kind")]


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _data(text: str) -> str:
    """One line, in which a percent sign begins no character of its own."""
    return plain(text).replace("%", "%25")
