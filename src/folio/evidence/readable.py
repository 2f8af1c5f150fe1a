"""JSON that a person can read and a diff can show: a line a fact, and a list of small things on as few as they need."""

from __future__ import annotations

import json
from typing import Any

WIDTH = 120


def readable(value: Any) -> str:
    """`value` as JSON that ends with a line break; the same value always gives the same text."""
    return f"{_written(value, 0)}\n"


def _written(value: Any, depth: int, before: int = 0) -> str:
    """The value, where `before` characters stand before it on its line and a comma may follow it."""
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or not value:
        return flat
    inner, outer = "  " * (depth + 1), "  " * depth
    parts = value.values() if isinstance(value, dict) else value
    nested = any(isinstance(one, dict | list) for one in parts)
    if not nested and len(outer) + before + len(flat) < WIDTH:
        return flat
    if isinstance(value, dict):
        names = {key: f"{json.dumps(key, ensure_ascii=False)}: " for key in value}
        rows = [names[key] + _written(one, depth + 1, len(names[key])) for key, one in value.items()]
        return "{\n" + ",\n".join(inner + row for row in rows) + f"\n{outer}}}"
    rows = [_written(one, depth + 1) for one in value] if nested else _filled(value, WIDTH - len(inner))
    return "[\n" + ",\n".join(inner + row for row in rows) + f"\n{outer}]"


def _filled(values: list[Any], width: int) -> list[str]:
    """The values in lines of at most `width` characters, where one alone is not longer."""
    lines: list[str] = []
    for text in (json.dumps(one, ensure_ascii=False) for one in values):
        if lines and len(lines[-1]) + len(text) + 3 < width:
            lines[-1] += f", {text}"
        else:
            lines.append(text)
    return lines
