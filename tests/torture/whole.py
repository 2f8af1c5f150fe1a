"""Whether what lies on the disk is whole."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path

from folio.evidence import store
from folio.evidence.model import Observation

LEFT = re.compile(r"\..*\.folio-[0-9a-f]{16}|\.folio-[0-9a-f]{16}\.part|folio-[0-9a-f]{16}|.*\.(part|new|damaged)")
"""What is there only while a run is at work."""
PROBE = re.compile(r"[a-z0-9_]{8}")
"""Python finds out by a file of four bytes whether a folder takes temporary files; a kill right then leaves it there,
and nobody can tell whose it was."""

Hashes = dict[str, str]


def hashes(out: Path) -> Hashes:
    """Every file below a folder, or the file itself, by what it holds."""
    files = [out] if out.is_file() else sorted(path for path in out.rglob("*") if not path.is_dir())
    return {str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def observations(state: Path) -> dict[tuple[str, str], Observation]:
    """What is stored; raises for a file that can't be read, where `store.load` leaves it out."""
    found = store.load(state / "evidence")
    files = list((state / "evidence").glob("*/*.json"))
    subjects = {json.loads(file.read_bytes())["subject"] for file in files}
    if subjects != {subject for _, subject in found}:
        raise ValueError(f"{len(files)} files hold {len(found)} observations")
    return found


def history(state: Path) -> Iterator[str]:
    """What is wrong with the history."""
    file = state / "history.jsonl"
    content = file.read_bytes() if file.exists() else b""
    if content and not content.endswith(b"\n"):
        yield "the history has no end"
    for line in content.splitlines():
        try:
            json.loads(line)
        except ValueError:
            yield f"the history holds {line[:60]!r}"


def litter(scratch: Path, *folders: Path) -> list[str]:
    """What runs left: anything at all among temporary files, elsewhere what is there only while one is at work."""
    found = [str(path) for folder in folders for path in folder.rglob("*") if LEFT.fullmatch(path.name)]
    return [*found, *(str(path) for path in scratch.iterdir() if not _probe(path))]


def _probe(path: Path) -> bool:
    return PROBE.fullmatch(path.name) is not None and path.is_file() and path.read_bytes() in (b"", b"blat")
