"""A change of a few characters in a text, and a text with several of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from folio.errors import Position


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """What stands between two offsets is replaced."""

    start: int
    end: int
    text: str
    position: Position
    field: str
    before: str
    after: str

    def __str__(self) -> str:
        name = f"{self.field}: " if self.field else ""
        return f"{self.position}: {name}{self.before} -> {self.after}"


def apart(edits: Iterable[Edit]) -> list[Edit]:
    """The edits in order, without those that touch what another one changes already."""
    found: list[Edit] = []
    for edit in sorted(set(edits)):
        if not found or edit.start >= found[-1].end:
            found.append(edit)
    return found


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with all edits, which are apart from each other."""
    parts, at = [], 0
    for edit in sorted(edits):
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])
