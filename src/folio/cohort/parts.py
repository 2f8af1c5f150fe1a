"""What is done of a run: for each chunk a file of rows, and a seal that says what it comes to.

A chunk counts as done when its seal is there and its rows have the hash that the seal names; it is done again when
anything about it is not as it should be. The seal is written last.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from folio.cohort.whole import write

FOLDER = "parts"
PROBLEM = re.compile(rb'"status": ?"problem"')
"""In a row's line: within a text of a row no quotes stand without a backslash."""
UNBUILT = re.compile(rb'"built": ?false')
"""The same of one that was scored, and not built."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a chunk came to."""

    sha256: str
    profiles: int
    rows: int
    problems: int
    """Profiles that could not be scored."""
    waiting: tuple[str, ...] = ()
    """Ids of those for whom GitHub's limit was reached."""
    again_at: str | None = None
    unbuilt: int = 0
    """Profiles that were scored, and whose site and documents could not be made."""


def keep(
    folder: Path, number: int, lines: bytes, profiles: int, waiting: tuple[str, ...], again_at: str | None
) -> Part:
    """Keeps the rows of a chunk."""
    each = lines.splitlines()
    bad = {json.loads(one)["id"] for one in each if PROBLEM.search(one)}
    unbuilt = {json.loads(one)["id"] for one in each if UNBUILT.search(one)} - bad
    part = Part(hashlib.sha256(lines).hexdigest(), profiles, len(each), len(bad), waiting, again_at, len(unbuilt))
    write(rows_of(folder, number), lines)
    write(_seal(folder, number), json.dumps(asdict(part)).encode())
    return part


def taken_up(folder: Path, number: int, profiles: int) -> Part | None:
    """The chunk as an earlier run left it; None where it is to be done (again)."""
    try:
        said = json.loads(_seal(folder, number).read_bytes())
        part = Part(**said | {"waiting": tuple(said["waiting"])})
        lines = rows_of(folder, number).read_bytes()
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return part if part.profiles == profiles and part.sha256 == hashlib.sha256(lines).hexdigest() else None


def replaced(folder: Path, number: int, part: Part, anew: Mapping[str, bytes], waiting: tuple[str, ...],
             again_at: str | None) -> Part:  # fmt: skip
    """Keeps better rows in place of some that are there: by id, the lines of one profile."""
    lines: list[bytes] = []
    put: set[str] = set()
    for line in rows_of(folder, number).read_bytes().splitlines(keepends=True):
        name = json.loads(line)["id"]
        if name not in anew:
            lines.append(line)
        elif name not in put:
            put.add(name)
            lines.append(anew[name])
    return keep(folder, number, b"".join(lines), part.profiles, waiting, again_at)


def by_profile(lines: bytes) -> Mapping[str, bytes]:
    """The lines of each profile, by its id."""
    found: dict[str, bytes] = {}
    for line in lines.splitlines(keepends=True):
        name = json.loads(line)["id"]
        found[name] = found.get(name, b"") + line
    return found


def faulty(file: Path) -> Iterator[bytes]:
    """The lines of profiles that could not be scored."""
    with file.open("rb") as stream:
        yield from (line for line in stream if PROBLEM.search(line))


def rows_of(folder: Path, number: int) -> Path:
    """The rows of a chunk, as JSON lines."""
    return folder / FOLDER / f"{number:06}.jsonl"


def _seal(folder: Path, number: int) -> Path:
    return folder / FOLDER / f"{number:06}.json"
