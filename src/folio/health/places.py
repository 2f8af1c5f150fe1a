"""The folders that folio writes to: tried by asking, not by writing."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from folio.health.finding import Finding, Surroundings, note, ok, trouble

ROOM = 200 * 1024 * 1024
"""Bytes that a run may well take for clones and pages."""


def look(around: Surroundings) -> Iterator[Finding]:
    own = judged("profile's folder", around.folder, "make it writable, or name another place with --state DIR")
    if own.state == "trouble" and around.folder.is_dir():  # read all the same
        own = note(own.about, f"{own.found}; evidence is kept in {around.kept}", own.todo)
    yield own
    for about in ("evidence", "cache"):
        yield judged(about, around.kept / about, "make it writable, or name another place with --state DIR")
    yield judged("output", around.out.absolute().parent, "choose another place with --out")
    temporary = around.environ.get("TMPDIR")
    if temporary and not os.path.isdir(temporary):
        yield trouble("temporary files", f"TMPDIR is {temporary}, where no folder is", "make it, or unset TMPDIR")
    else:
        yield judged("temporary files", Path(temporary or tempfile.gettempdir()), "set TMPDIR to a folder of yours")


def judged(about: str, place: Path, todo: str) -> Finding:
    """Whether files can be written to a folder, or to the one that it would be made in."""
    there = place.absolute()
    while not os.path.lexists(there):
        there = there.parent
    if not there.is_dir():
        return trouble(about, f"{there} is no folder", todo)
    if not os.access(there, os.W_OK | os.X_OK):
        return trouble(about, f"{there} can't be written to", todo)
    free = shutil.disk_usage(there).free
    if free < ROOM:
        return note(about, f"{there} has {free // 1024 // 1024} MiB left", "make room before the next run")
    return ok(about, str(place))
