"""Plain data and where each value of it was written."""

from __future__ import annotations

from dataclasses import dataclass

from folio.errors import Position, Problem

KeyPath = tuple[str | int, ...]
"""Where a value is: the keys and list indices that lead to it."""
Spot = tuple[int, int]
"""Line and column, counted from 0: most are never asked for, and made a Position when they are."""
APART: Spot = (-1, -1)
"""Where a value is that stands in no file: it was said with the command, by `--set`."""


@dataclass(frozen=True, slots=True)
class Document:
    """Plain data (`str`, `None`, `list`, `dict`) and the place of each value and key in it."""

    name: str
    data: object
    values: dict[KeyPath, Spot]
    keys: dict[KeyPath, Spot]
    lines: tuple[str, ...]

    def where(self, path: KeyPath, *, key: bool = False) -> Position:
        """The position of the value (or its key) at `path`, or of the nearest thing above it."""
        for end in range(len(path), -1, -1):
            part = path[:end]
            spot = (self.keys.get(part) if key else None) or self.values.get(part)
            if spot is not None:
                return position_of(self.name, spot)
        return Position(self.name)

    def at(self, path: KeyPath) -> object:
        """The value at `path`, which must be one of `values`."""
        value = self.data
        for part in path:
            value = value[part]  # type: ignore[index]
        return value

    def problem(self, path: KeyPath, what: str, todo: str = "", *, key: bool = False) -> Problem:
        """A problem with the value (or key) at `path`, with the source line it stands on."""
        position = self.where(path, key=key)
        return Problem(position, dotted(path), what, todo, self.line(position.line))

    def line(self, number: int) -> str:
        """Line `number` of the file, counted from 1; empty when there is no such line."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


def position_of(name: str, spot: Spot) -> Position:
    """The place of a spot in the file of this name."""
    if spot == APART:
        return Position("--set", 0, 0)
    return Position(name, spot[0] + 1, spot[1] + 1)


def dotted(path: KeyPath) -> str:
    """`("projects", 0, "url")` as a person writes it: `projects[0].url`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text
