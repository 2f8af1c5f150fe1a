"""What was taken from another tool's document, or put into one, and what was not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Left:
    """A value that the other side could not hold: where it was, why, and what it was."""

    path: str
    """As `work[2].url`, in the document it was in."""
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


@dataclass(frozen=True, slots=True)
class Written:
    """A document of another format: its data, or its text where it is one; and what of the profile is not in it."""

    document: dict[str, Any] | str
    """Entries of lists have their names under `matching.NAME`."""
    left: tuple[Left, ...] = ()
