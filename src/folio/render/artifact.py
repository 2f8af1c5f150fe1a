"""A file in memory."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Artifact:
    """A file to be written: its path below the output folder, with forward slashes, and its bytes."""

    path: str
    content: bytes

    @classmethod
    def of(cls, path: str, text: str) -> Artifact:
        """An artifact from text, as UTF-8."""
        return cls(path, text.encode())
