"""Answers that were given so far, kept until the profile is written, so that whoever is interrupted can go on."""

from __future__ import annotations

import contextlib
import json
from pathlib import Path

from folio.durable.whole import sweep, write_whole
from folio.errors import FolioError
from folio.starting.answers import KINDS, Answers, problem

FILE = Path(".folio") / "init.json"
MAX_BYTES = 64 * 1024


def kept(folder: Path) -> dict[str, str]:
    """The answers of a start that was interrupted; none where there was none or its file can't be read."""
    try:
        with (folder / FILE).open("rb") as stream:
            found = json.loads(stream.read(MAX_BYTES))
    except (OSError, ValueError, RecursionError):
        return {}
    if not isinstance(found, dict):
        return {}
    texts: dict[str, str] = {field: found[field] for field in KINDS if isinstance(found.get(field), str)}
    return {field: text for field, text in texts.items() if problem(field, text) is None}


def keep(folder: Path, answers: Answers) -> None:
    """Keeps them for the next start, readable by nobody else; raises FolioError where the folder takes no files."""
    file = folder / FILE
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        sweep(file.parent)
        write_whole(file, json.dumps(dict(answers), ensure_ascii=False, indent=1).encode())
    except OSError as error:
        why = (error.strerror or "not writable").lower()
        raise FolioError(f"{folder} can't be written: {why}; choose another folder") from None


def forget(folder: Path) -> None:
    """Removes them, and folders that hold nothing else."""
    with contextlib.suppress(OSError):
        (folder / FILE).unlink(missing_ok=True)
        (folder / FILE).parent.rmdir()
