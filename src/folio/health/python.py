"""Which Python runs which folio."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from folio.health.finding import Finding, Surroundings, note, ok, trouble
from folio.version import VERSION

OLDEST, NEWEST_TRIED = (3, 11), (3, 13)
PACKAGE = Path(__file__).resolve().parents[1]


def look(around: Surroundings) -> Iterator[Finding]:
    version, said = around.python[:2], ".".join(map(str, around.python))
    if version < OLDEST:
        needed = ".".join(map(str, OLDEST))
        yield trouble("Python", f"{said} is too old", f"install Python {needed} or newer, and folio with it")
    elif version > NEWEST_TRIED:
        tried = ".".join(map(str, NEWEST_TRIED))
        yield note("Python", f"{said} is newer than folio was tried with", f"use {tried} where something goes wrong")
    else:
        yield ok("Python", f"{said} ({sys.executable})")
    yield ok("folio", f"{VERSION} ({PACKAGE})")
