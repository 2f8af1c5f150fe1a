"""Folders that take no files, and disks that are read-only."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from torture.disks import PLAIN, _may
from torture.kills import COMMANDS, Place
from torture.kinds import Count
from torture.runs import done
from torture.whole import hashes, observations

MAY_ANYTHING = 0b1110
"""CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH and CAP_FOWNER of Linux."""
CLOSED = (
    ".",
    ".folio",
    ".folio/evidence",
    ".folio/evidence/project",
    ".folio/cache",
    ".folio/pdf",
    ".folio/site",
    "out",
)
WORDS = (
    COMMANDS["build"],
    COMMANDS["collect"],
    (*COMMANDS["site"][:-1], "out/site"),
    (*COMMANDS["resume"][:-1], "out/resume.pdf"),
)


def closed() -> Count:
    """Nobody may write to one of the folders. Root may always, and gives that up for a run."""
    prepare: Callable[[], None] = _mortal if os.geteuid() == 0 else lambda: None
    failures, tried = [], 0
    with TemporaryDirectory(prefix="torture-") as below:
        place = Place.made("build", Path(below))
        for name in CLOSED:
            (place.folder / name).chmod(0o555)
            for words in WORDS:
                tried += 1
                failures += [f"{name} is closed: {what}" for what in _outcome(place, words, prepare)]
            (place.folder / name).chmod(0o755)
        status, said = done(COMMANDS["build"], place.folder, place.scratch)
        if status or hashes(place.out) != place.known[1]:
            failures.append(f"the next run: {status}: {said}")
    return Count(tried, tuple(failures))


def read_only() -> Count:
    """The profile's disk is read-only: in a namespace where that may be had."""
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)}
    inside = [sys.executable, "-c", "from torture.folders import inside; inside()"]
    made = (
        subprocess.run(["unshare", "-rm", *inside], env=env, capture_output=True, text=True, check=False)
        if _may()
        else None
    )
    if made is None or made.returncode == 77:
        return Count(0, skipped="no file system can be mounted here (unshare -rm, mount --bind)")
    if made.returncode:
        return Count(len(WORDS), (made.stderr[-600:],))
    return Count(len(WORDS), tuple(made.stdout.splitlines()))


def inside() -> None:
    """What happens in the namespace; prints what was found."""
    from torture.runs import get_ready

    get_ready()
    with TemporaryDirectory(prefix="torture-") as below:
        place = Place.made("build", Path(below))
        folder = str(place.folder)
        if subprocess.run(["mount", "--bind", folder, folder], capture_output=True, check=False).returncode:
            sys.exit(77)
        if subprocess.run(["mount", "-o", "remount,bind,ro", folder], capture_output=True, check=False).returncode:
            sys.exit(77)
        found = [what for words in WORDS for what in _outcome(place, words, lambda: None)]
        subprocess.run(["umount", "-l", folder], check=False)
        status, said = done(COMMANDS["build"], place.folder, place.scratch)
        if status or hashes(place.out) != place.known[1]:
            found.append(f"the next run: {status}: {said}")
        for what in found:
            print(what.replace("\n", " "))


def _outcome(place: Place, words: tuple[str, ...], prepare: Callable[[], None]) -> list[str]:
    before, seen = hashes(place.out), observations(place.state)
    status, said = done(words, place.folder, place.scratch, prepare)
    found = []
    if status not in PLAIN or "Traceback" in said:
        found.append(f"folio {words[0]} ended with {status}: {said}")
    if status and hashes(place.out) != before:
        found.append(f"folio {words[0]} changed the output, and ended with {status}")
    if seen.keys() - observations(place.state).keys():
        found.append(f"folio {words[0]} lost observations")
    return found


def _mortal() -> None:
    """Root gives up what lets it write anywhere."""
    libc = ctypes.CDLL(None)
    head, sets = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    if libc.capget(head, sets) == 0:
        sets[0] &= ~MAY_ANYTHING
        sets[1] &= ~MAY_ANYTHING
        libc.capset(head, sets)
