"""Results in two files beside each other: JSON for programs, Markdown for people."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[1]
_NUMBERS = re.compile(r"\[\n\s+([-\d.,\s]+?)\n\s+\]")
"""A list of numbers alone, over several lines; a text has no line break of its own in JSON."""


def write(name: str, markdown: str, result: dict[str, Any] | None = None, folder: Path = FOLDER) -> None:
    """Keeps what a benchmark found as `name`.md, and as `name`.json where there is a result."""
    (folder / f"{name}.md").write_text(markdown, encoding="utf-8")
    if result is not None:
        plain = json.dumps(result, indent=1, ensure_ascii=False)
        plain = _NUMBERS.sub(lambda found: f"[{', '.join(found[1].replace(',', ' ').split())}]", plain)
        (folder / f"{name}.json").write_text(f"{plain}\n", encoding="utf-8")


def read(name: str, folder: Path = FOLDER) -> dict[str, Any]:
    """The result that `write` kept."""
    found: dict[str, Any] = json.loads((folder / f"{name}.json").read_bytes())
    return found


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table whose first column is text, and whose others are figures."""
    lines = [head, ["---", *["--:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)


def kept(holds: bool, promise: str) -> str:
    """What follows a figure for which something was promised."""
    return f"({'promised' if holds else 'MISSED; promised'}: {promise})"
