"""JSON that a person can read and a diff can show: a line a fact, and a list of small things on as few as they need."""

from __future__ import annotations

import json
from typing import Any

WIDTH = 120


def readable(value: Any) -> str:
    """`value` as JSON that ends with a line break; the same value always gives the same text."""
    return f"{_written(value, 0)}\n"


def _written(value: Any, depth: int) -> str:
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or not value:
        return flat
    inner, outer = "  " * (depth + 1), "  " * depth
    if isinstance(value, dict):
        rows = [f"{json.dumps(key, ensure_ascii=False)}: {_written(one, depth + 1)}" for key, one in value.items()]
        if len(flat) + len(outer) < WIDTH and not any(isinstance(one, dict | list) for one in value.values()):
            return flat
        return "{\n" + ",\n".join(inner + row for row in rows) + f"\n{outer}}}"
    if any(isinstance(one, dict | list) for one in value):
        return "[\n" + ",\n".join(inner + _written(one, depth + 1) for one in value) + f"\n{outer}]"
    if len(flat) + len(outer) < WIDTH:
        return flat
    return "[\n" + ",\n".join(inner + line for line in _filled(value, WIDTH - len(inner))) + f"\n{outer}]"


def _filled(values: list[Any], width: int) -> list[str]:
    """The values in lines of at most `width` characters, where one alone is not longer."""
    lines: list[str] = []
    for text in (json.dumps(one, ensure_ascii=False) for one in values):
        if lines and len(lines[-1]) + len(text) + 3 <= width:
            lines[-1] += f", {text}"
        else:
            lines.append(text)
    return lines
