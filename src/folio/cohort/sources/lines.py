"""Records in a file of JSON lines: one object a line, of which a run holds one at a time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

MAX_LINE = 8 << 20
"""Bytes of one record; a longer line is passed over without being held."""
BEGINNING = re.compile(rb'\s*\{\s*"id"\s*:\s*"([\w.@/:-]{1,200})"\s*,', re.ASCII)


def lines(file: Path) -> Iterator[tuple[int, int, bytes | None]]:
    """Number, first byte and content of each line that holds anything; None as the content of one that is too long."""
    with file.open("rb") as stream:
        number, start = 0, 0
        while True:
            number += 1
            content, length = _line(stream)
            if not length:
                return
            if content is None or content.strip():
                yield number, start, content
            start += length


def line_at(file: Path, start: int) -> bytes | None:
    """The line that begins at this byte; None of one that is too long, empty where the file ends before it."""
    with file.open("rb") as stream:
        stream.seek(start)
        return _line(stream)[0]


def head_of(content: bytes) -> dict[str, object] | None:
    """What a plan needs of the JSON object that a line holds, `id` and `url`; None where it holds something else.

    A line that begins with its id is not read to its end: that takes longer than everything else of a plan.
    """
    if (match := BEGINNING.match(content)) and b'"url"' not in content:
        return {"id": match[1].decode("ascii")}
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _line(stream: BinaryIO) -> tuple[bytes | None, int]:
    """A line and its length."""
    content = stream.readline(MAX_LINE + 1)
    if len(content) <= MAX_LINE or content.endswith(b"\n"):
        return content, len(content)
    length = len(content)
    while more := stream.readline(1 << 20):
        length += len(more)
        if more.endswith(b"\n"):
            break
    return None, length
