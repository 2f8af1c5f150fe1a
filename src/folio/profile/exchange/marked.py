"""Values of a document that folio makes: named entries, wholes, and pointers to them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from folio.profile.exchange.matching import NAME

WHOLE = "\0whole"
"""The key by which a writer marks a mapping as one value, such as a place, which is kept or changed as a whole."""
MARKS = (NAME, WHOLE)


def without_names(value: Any) -> Any:
    """A document as it goes into a file."""
    if isinstance(value, dict):
        return {key: without_names(one) for key, one in value.items() if key not in MARKS}
    if isinstance(value, list):
        return [without_names(one) for one in value]
    return value


def each_text(value: Any, change: Callable[[str], Any]) -> Any:
    """Plain data with every text in it changed, but for the names of entries."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [each_text(one, change) for one in value]
    if isinstance(value, dict):
        return {key: one if key == NAME else each_text(one, change) for key, one in value.items()}
    return value


def same(one: Any, other: Any) -> bool:
    """Whether two values are the same in JSON, where `1` is not `true`."""
    return text_of(one) == text_of(other)


def text_of(value: Any) -> str:
    """A value as JSON by which it can be compared."""
    return json.dumps(without_names(value), sort_keys=True)


def has_names(value: Any) -> bool:
    """Whether it is a list of entries with names."""
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) and NAME in one for one in value)


def pointer_part(key: str) -> str:
    """A key or name as it stands in a pointer."""
    return key.replace("~", "~0").replace("/", "~1")


def unescaped(part: str) -> str:
    """What a part of a pointer stands for."""
    return part.replace("~1", "/").replace("~0", "~")
