"""A candidate as a profile on disk, and how it is to be looked at."""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from folio.cohort.candidate import Candidate
from folio.cohort.job import Asked
from folio.cohort.record import read
from folio.evidence import store
from folio.options import STATE, Options
from folio.profile.load import FILE


def safe_name(identifier: str) -> str:
    """A name for a folder by an id; what no folder can be called everywhere ends with a hash in its place."""
    safe = re.sub(r"[^a-z0-9._-]+", "-", identifier.lower()).strip(".-")[:80]
    if safe == identifier:
        return safe
    return f"{safe}-{hashlib.sha256(identifier.encode('utf-8', 'surrogateescape')).hexdigest()[:8]}".lstrip("-")


@contextmanager
def opened(candidate: Candidate, asked: Asked, scratch: Path) -> Iterator[tuple[Path, Options]]:
    """The profile's file, and the options of its run; raises FolioError where there is none to open."""
    options = replace(asked.options, stored=asked.stored, stranger=True)
    if candidate.kind == "folder":
        file = Path(candidate.place)
        yield file, replace(options, state=file.parent / STATE)
        return
    if candidate.kind == "record":
        with _room(candidate, asked.options, scratch) as folder:
            record = read(candidate)
            (folder / FILE).write_bytes(record.text())
            for one in record.observations:
                store.save(folder / STATE / "evidence", one)
            yield folder / FILE, replace(options, state=folder / STATE)
        return
    raise NotImplementedError


def kept_in(candidate: Candidate, options: Options) -> Path:
    """Where the evidence of a record or repository is kept from one run to the next; `state` must be set."""
    assert options.state is not None
    return options.state / safe_name(candidate.id) / STATE


@contextmanager
def _room(candidate: Candidate, options: Options, scratch: Path) -> Iterator[Path]:
    """A folder for one profile: kept where the run keeps anything, else gone afterwards."""
    if options.state is not None:
        folder = options.state / safe_name(candidate.id)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        yield folder
    else:
        with tempfile.TemporaryDirectory(prefix="profile-", dir=scratch) as made:
            yield Path(made)
