"""Dockerfiles by their instructions."""

from __future__ import annotations

import re

CONTINUED = re.compile(r"\\[ \t]*\n(?:[ \t]*#.*\n)*")


def instructions(text: str) -> list[tuple[str, str]]:
    """The instructions of a Dockerfile: the word in capitals, and the rest of its line."""
    rows = (line.strip() for line in CONTINUED.sub(" ", text).split("\n"))
    parts = (row.split(None, 1) for row in rows if row and not row.startswith("#"))
    return [(part[0].upper(), part[1] if len(part) > 1 else "") for part in parts]
