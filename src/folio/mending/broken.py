"""A problem and the text around it: what repairs look at."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field

from folio.document import NULLS, Document, KeyPath, Spot, dotted, scalars
from folio.errors import Position, Problem
from folio.mending.edit import Edit

PLAIN = re.compile(r"""[A-Za-z0-9/](?:[^\s,\[\]{}"'\\]*[^\s,\[\]{}"'\\:])?""")
"""What needs no quotes, in a row between brackets neither."""


@dataclass(frozen=True, slots=True)
class Source:
    """A document with the text that it was read from."""

    document: Document
    text: str
    scalars: dict[Spot, tuple[int, int, str]]
    paths: dict[Spot, KeyPath]
    """Of single values, by where they begin."""
    keys: dict[Spot, KeyPath] = field(default_factory=dict)

    def end_of_line(self, at: int) -> int:
        """The offset behind the line that holds an offset, with its break."""
        found = self.text.find("\n", at)
        return len(self.text) if found < 0 else found + 1


def source(document: Document, text: str) -> Source:
    """A document and its text, ready to be repaired."""
    paths = {spot: path for path, spot in document.values.items() if isinstance(document.at(path), str)}
    keys = {spot: path for path, spot in document.keys.items()}
    return Source(document, text, scalars(text), paths, keys)


@dataclass(frozen=True, slots=True)
class Broken:
    """A problem in a source."""

    source: Source
    problem: Problem

    @property
    def spot(self) -> Spot:
        return self.problem.position.line - 1, self.problem.position.column - 1

    @property
    def path(self) -> KeyPath | None:
        """Where the value is that the problem is with; None where it is with no single value."""
        return self.source.paths.get(self.spot)

    @property
    def value(self) -> str:
        """The value that the problem is with."""
        return str(self.source.document.at(self.path)) if self.path is not None else ""

    def instead(self, spot: Spot, new: str) -> Edit:
        """Writes another text in place of the key or value that begins at a spot, quoted as it was."""
        start, end, style = self.source.scalars[spot]
        path = self.source.paths.get(spot) or self.source.keys[spot]
        old = str(path[-1]) if spot in self.source.keys else str(self.source.document.at(path))
        return self.raw(spot, start, end, quoted(new, style), f"'{old}'", f"'{new}'", dotted(path))

    def raw(self, spot: Spot, start: int, end: int, text: str, before: str, after: str, name: str) -> Edit:
        """Replaces what stands between two offsets, told as being at a spot."""
        position = Position(self.source.document.name, spot[0] + 1, spot[1] + 1)
        return Edit(start, end, text, position, name, before, after)


def quoted(text: str, style: str) -> str:
    """A text of one line as YAML, in quotes where it was in some or needs them."""
    if style == "'" and text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    if style == "" and PLAIN.fullmatch(text) and text not in NULLS:
        return text
    return json.dumps(text, ensure_ascii=False)
