"""What is left of a document without the parts that are wrong, so that more of them come as far as the pages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from folio.document import dump, parse
from folio.errors import InputError
from folio.known import loaded_each

ROUNDS = 8
PART = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def mended(content: bytes, file: Path) -> bytes | None:
    """A document that folio accepts, by taking out what it complains of; None where nothing comes of that."""
    try:
        data: Any = parse(content, name=file.name).data
    except InputError:
        return None
    if not isinstance(data, dict):
        return None
    for _ in range(ROUNDS):
        content = dump(data).encode("utf-8", "surrogatepass")
        file.write_bytes(content)
        try:
            loaded_each(file)
        except InputError as error:
            # From the end, so that the numbers of what comes before stay what they are.
            for field in sorted({one.field for one in error.problems}, key=_in_order, reverse=True):
                _take_out(data, _in_order(field))
            data.setdefault("name", "Ada")
            data.setdefault("headline", "A line")
            data.setdefault("summary", "A text")
        else:
            return content
    return None


def _in_order(field: str) -> tuple[tuple[int, str], ...]:
    return tuple((int(number or 0), name) for name, number in PART.findall(field))


def _take_out(data: Any, path: tuple[tuple[int, str], ...]) -> None:
    """Takes out what is there, or else what it is missing from."""
    holders: list[tuple[Any, Any]] = []
    here = data
    for number, name in path:
        key: Any = name or number
        holders.append((here, key))
        try:
            here = here[key]
        except (KeyError, IndexError, TypeError):
            break
    for holder, key in reversed(holders):
        if isinstance(holder, (dict, list)) and (key in holder if isinstance(holder, dict) else key < len(holder)):
            del holder[key]
            return
