"""A piece of an explanation: some lines under a heading."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """Lines that belong together; the first section of an explanation has the name of the thing as its title."""

    title: str
    lines: tuple[str, ...]


def as_lines(sections: Iterable[Section]) -> tuple[str, ...]:
    """Sections as lines, with an empty one between two."""
    lines: list[str] = []
    for section in sections:
        lines += ["", section.title, *section.lines]
    return tuple(lines[1:])
