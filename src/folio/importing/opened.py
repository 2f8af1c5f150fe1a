"""A document of another tool's as plain data, and where each value of it stands."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from folio.document import KeyPath
from folio.errors import Position

PART = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Opened:
    """The data of a document, whatever kind of file it was in."""

    data: dict[str, Any]
    where: Callable[[str], Position]
    """The place of a value by its path, such as `work[2].url`; of what is above it where that is not known."""


def key_path(path: str) -> KeyPath:
    """`work[2].url` as the keys and indices that lead to it."""
    return tuple(int(index) if index else key for key, index in PART.findall(path))
