"""Observations on disk, so that what has not changed is not looked at again.

One JSON Lines file a source, sorted by subject: small diffs when a person commits them. Only facts and hashes are
stored; a line that can't be read is as good as not there, because looking again replaces it.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from folio.evidence.model import Observation

Stored = dict[tuple[str, str], Observation]
"""By source and subject."""


def load(folder: Path) -> Stored:
    """Every stored observation that can still be read; an absent folder holds none."""
    stored: Stored = {}
    for file in sorted(folder.glob("*.jsonl")):
        for line in file.read_bytes().splitlines():
            try:
                observation = Observation.model_validate_json(line)
            except ValidationError:
                continue
            stored[observation.source, observation.subject] = observation
    return stored


def save(folder: Path, observations: Iterable[Observation]) -> None:
    """Replaces what is stored, file by file and only where something changed; an interrupted save loses nothing."""
    files: dict[str, list[Observation]] = {}
    for observation in sorted(observations, key=lambda one: (one.source, one.subject)):
        files.setdefault(f"{observation.source}.jsonl", []).append(observation)
    for name, group in files.items():
        content = "".join(f"{one.model_dump_json()}\n" for one in group).encode()
        replace(folder / name, content)


def replace(file: Path, content: bytes) -> None:
    """Writes `content` to `file` at once: a reader sees the old bytes or the new ones, never a part."""
    if file.is_file() and file.read_bytes() == content:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    descriptor, staged = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
        os.chmod(staged, 0o644)
        os.replace(staged, file)
    except BaseException:
        Path(staged).unlink(missing_ok=True)
        raise
