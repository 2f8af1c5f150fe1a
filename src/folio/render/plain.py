"""Texts of unknown origin made fit to print: one line, and nothing that can't be seen."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

UNSEEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]")
"""Control characters, and those that turn the direction of what follows or show as nothing at all."""


def plain(text: str) -> str:
    """The text on one line, without what could hide or reverse a part of it."""
    return " ".join(UNSEEN.sub("", text).split())


def plainly(value: Any) -> Any:
    """The same for every text in a value, in mappings and sequences too."""
    if isinstance(value, str):
        return plain(value) if type(value) is str else value  # Markup is folio's own
    if isinstance(value, Mapping):
        return {name: plainly(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [plainly(one) for one in value]
    return value
