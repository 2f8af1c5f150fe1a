"""Observations on disk, one file a subject, so that what has not changed is not looked at again.

The files are for people too: they are meant to be committed, their diffs can be read, and they hold facts and hashes,
no contents. A file is replaced whole under a lock, so that two runs at once lose nothing of each other.
"""

from __future__ import annotations

import hashlib
import json
import logging
import re
import stat
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from folio.durable.whole import sweep, write_whole
from folio.errors import FolioError
from folio.evidence.model import Observation
from folio.evidence.readable import readable

SCHEMA = 1
"""Of the files; one with a later number is another folio's, and left alone."""
LOCK_SECONDS = 60
MAX_FILE = 32 * 1024 * 1024

Stored = dict[tuple[str, str], Observation]
"""By source and subject."""

log = logging.getLogger("folio")


def load(folder: Path) -> Stored:
    """Every stored observation; an absent folder holds none, and what can't be read is told and left out.

    Raises FolioError for a file that a later folio wrote.
    """
    found = (one for file in sorted(folder.glob("*/*.json")) for one in _read(file))
    return {(one.source, one.subject): one for one in found}


def save(folder: Path, observation: Observation) -> None:
    """Keeps an observation in the file of its subject, in place of the same source's earlier one.

    A damaged file is kept beside it as `.damaged`. Raises OSError where nothing can be written.
    """
    from filelock import FileLock

    file = folder / file_name(observation.subject)
    file.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.with_name(f"{folder.name}.lock"), timeout=LOCK_SECONDS):
        before = _read(file)
        if not before and file.exists():
            file.replace(file.with_suffix(".json.damaged"))
        others = [one for one in before if one.source != observation.source]
        observations = sorted((*others, observation), key=lambda one: one.source)
        replace(file, _written(observation.subject, observations).encode())


def file_name(subject: str) -> str:
    """`project/shelfcast.json` for `project:shelfcast`; what no file can be called ends with a hash in its place."""
    kind, _, name = subject.partition(":")
    safe = re.sub(r"[^a-z0-9._-]+", "-", name.lower()).strip(".-")[:80]
    if safe != name:
        safe = f"{safe}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"
    return f"{kind}/{safe}.json"


def replace(file: Path, content: bytes) -> None:
    """Writes `content` to `file` at once: a reader sees the old bytes or the new ones, never a part, and it lasts."""
    if file.is_file() and file.read_bytes() == content:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, content, mode=0o644, lasting=True)


def tidy(folder: Path) -> None:
    """Removes what killed runs left of files that they were writing."""
    for kind in folder.glob("*/"):
        sweep(kind)


def _written(subject: str, observations: list[Observation]) -> str:
    """What is as it is by default is left out; readers fill it in again."""
    return readable({"schema": SCHEMA, "subject": subject, "observations": [_plain(one) for one in observations]})


def _plain(observation: Observation) -> dict[str, Any]:
    plain = observation.model_dump(mode="json", exclude_defaults=True, exclude={"subject"})
    if observation.seen is not None:
        plain["seen"] = {"kind": observation.seen.kind} | plain["seen"]
    return plain


def _read(file: Path) -> tuple[Observation, ...]:
    """The observations of a file; none of one that is not there or can't be read, which is told."""
    try:
        about = file.stat()
        if not stat.S_ISREG(about.st_mode) or about.st_size > MAX_FILE:
            raise ValueError(f"no file of at most {MAX_FILE:,} bytes")
        content = json.loads(file.read_bytes())
        if isinstance(content["schema"], int) and content["schema"] > SCHEMA:
            what = "a later folio wrote this; update folio, or delete the file to look again"
            raise FolioError(f"{file}: {what}")
        subject, written = content["subject"], content["observations"]
        return tuple(Observation.model_validate(one | {"subject": subject}) for one in written)
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        why = f"line {error.lineno}: {error.msg}" if isinstance(error, json.JSONDecodeError) else _short(error)
        log.warning("%s: can't be read (%s); looked at again", file, why)
        return ()


def _short(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return f"not what folio writes, at {'.'.join(map(str, error.errors()[0]['loc']))}"
    return str(error) if str(error) and not isinstance(error, KeyError | TypeError) else "not what folio writes"
