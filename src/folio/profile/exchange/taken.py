"""What was taken from another tool's document, and what was not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Left:
    """A value that a profile could not hold: where it was, why, and what it was."""

    path: str
    why: str
    value: Any

    def __str__(self) -> str:
        return f"{self.path}: {self.why}"


@dataclass(frozen=True, slots=True)
class Taken:
    """Data for a profile.yaml, section by section; it passes `folio validate`."""

    data: dict[str, Any]
    left: tuple[Left, ...] = ()
    notes: tuple[str, ...] = ()
    """What the person should look over, each in a sentence."""
