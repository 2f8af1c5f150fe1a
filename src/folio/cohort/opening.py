"""A candidate as a profile on disk, and how it is to be looked at: as a stranger's, whatever it says of itself."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from folio.cohort.candidate import Candidate
from folio.cohort.job import Asked
from folio.cohort.record import read
from folio.errors import FolioError
from folio.evidence import store
from folio.options import STATE, Options
from folio.profile.load import FILE

LINKED = "is a link, and a profile of somebody else's may not lead out of its folder; put the file itself there"

ROOM = "profile"
"""The folder of a profile that nothing is kept of."""


@contextmanager
def opened(candidate: Candidate, asked: Asked, scratch: Path) -> Iterator[tuple[Path, Options]]:
    """The profile's file, and the options to look at it by; raises FolioError where there is none to open.

    Nothing of a record or a repository is left in `scratch`. What was seen of them stays in a folder of their own below
    `state`, where there is one.
    """
    options = replace(asked.options, stored=asked.stored, stranger=True)
    if candidate.kind == "folder":
        file = Path(candidate.place)
        _refuse_links(file)
        with _state_beside(file.parent, asked, scratch) as state:
            yield file, replace(options, state=state)
        return
    with _room(candidate, asked.options, scratch) as folder:
        if candidate.kind == "record":
            _write(candidate, folder)
        elif asked.stored and not (folder / FILE).is_file():
            raise FolioError("nothing of this repository was kept by an earlier run; run without --stored first")
        elif not asked.stored:
            from folio.cohort.cloned import take

            take(candidate.place, folder, asked.options, scratch)
        yield folder / FILE, replace(options, state=folder / STATE)


def folders_of(candidate: Candidate, options: Options, scratch: Path) -> tuple[str, ...]:
    """Where it may be opened: paths that are nobody else's business."""
    kept = kept_in(candidate, options)
    return (*([str(kept)] if kept else []), str(scratch / ROOM), str(scratch), os.path.dirname(candidate.place))


def kept_in(candidate: Candidate, options: Options) -> Path | None:
    """The folder of its own in which a record or a repository is kept from one run to the next."""
    return options.state / safe_name(candidate.id) if options.state is not None else None


def safe_name(identifier: str) -> str:
    """A name for a folder by an id; what no folder can be called everywhere ends with a hash in its place."""
    safe = re.sub(r"[^a-z0-9._-]+", "-", identifier.lower()).strip(".-")[:80]
    if safe and safe == identifier:
        return safe
    return f"{safe}-{hashlib.sha256(identifier.encode('utf-8', 'replace')).hexdigest()[:12]}".lstrip("-")


@contextmanager
def _room(candidate: Candidate, options: Options, scratch: Path) -> Iterator[Path]:
    """A folder for one profile: kept where the run keeps anything, else gone afterwards."""
    if (kept := kept_in(candidate, options)) is not None:
        kept.mkdir(parents=True, exist_ok=True, mode=0o700)
        yield kept
        return
    made = scratch / ROOM  # a name by chance would be in problems, and no two runs the same
    made.mkdir(mode=0o700)
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _write(candidate: Candidate, folder: Path) -> None:
    """A record as files. What was seen of it in an earlier run stands beside what it brings along."""
    record = read(candidate)
    store.replace(folder / FILE, record.text())
    for one in record.observations:
        store.save(folder / STATE / "evidence", one)


@contextmanager
def _state_beside(folder: Path, asked: Asked, scratch: Path) -> Iterator[Path]:
    """The state folder beside a profile; a copy of its evidence where that can't be written."""
    state = folder / STATE
    if asked.stored or os.access(state if state.exists() else folder, os.W_OK):
        yield state
        return
    with tempfile.TemporaryDirectory(prefix="state-", dir=scratch) as copied:
        if (state / "evidence").is_dir():
            shutil.copytree(state / "evidence", Path(copied) / "evidence", symlinks=True)
        yield Path(copied)


def _refuse_links(file: Path) -> None:
    """Raises FolioError where the profile, or what is kept beside it, is somewhere else."""
    state = os.path.join(file.parent, STATE)
    subjects = _links_and_folders(os.path.join(state, "evidence"))
    kept = [one for subject in subjects for one in _links_and_folders(subject)]
    for place in (os.fspath(file), state, *_links_and_folders(state), *subjects, *kept):
        if os.path.islink(place):
            raise FolioError(f"{os.path.relpath(place, file.parent)}: {LINKED}")


def _links_and_folders(folder: str) -> list[str]:
    try:
        with os.scandir(folder) as entries:
            return sorted(one.path for one in entries if one.is_symlink() or one.is_dir(follow_symlinks=False))
    except OSError:
        return []
