"""Values of other tools' documents in the form that a profile holds exactly: its scalars are all text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from folio.document import MAX_DEPTH

IN_JSON = "json"
DEEPEST = MAX_DEPTH - 6
"""Levels of a value, for some of the profile's are above it."""
MOST = 1000
"""Values in one that people may want to read."""
HALF = re.compile("[\ud800-\udfff]")


def as_kept(value: Any) -> Any:
    """A value as it is where YAML gives exactly that back, and as JSON in a text where it does not or is large."""
    return value if _is_plain(value) and _size(value) <= MOST else {IN_JSON: json.dumps(value, ensure_ascii=False)}


def from_kept(value: Any) -> Any:
    """The value again; what nobody can have kept so is taken as it is written."""
    if isinstance(value, dict) and list(value) == [IN_JSON] and isinstance(value[IN_JSON], str):
        try:
            return json.loads(value[IN_JSON])
        except (ValueError, RecursionError):
            pass
    return value


def _is_plain(value: Any, depth: int = DEEPEST) -> bool:
    """Whether YAML as folio reads it gives exactly this back."""
    if isinstance(value, str):
        return value.isascii() or not HALF.search(value)
    if not depth or not isinstance(value, (list, dict)) or list(value) == [IN_JSON]:
        return False
    if isinstance(value, dict) and not all(one != "<<" and _is_plain(one) for one in value):
        return False
    return bool(value) and all(_is_plain(one, depth - 1) for one in _inner(value))


def _inner(value: list[Any] | dict[str, Any]) -> Iterable[Any]:
    return value.values() if isinstance(value, dict) else value


def _size(value: Any) -> int:
    return 1 + sum(map(_size, _inner(value))) if isinstance(value, (list, dict)) else 1
