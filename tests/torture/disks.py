"""A disk that is full, at many points of a run: the last output stays, nothing seen is lost, and it is said plainly."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from torture.kills import COMMANDS, Place
from torture.kinds import Count
from torture.person import say
from torture.runs import begin, done
from torture.whole import hashes, history, litter, observations

PLAIN = (0, 2)
"""What a run may end with: it could do without what could not be written, or says what it lacks."""


def limited(number: int, name: str) -> Count:
    """No file may grow beyond so many bytes, as with a quota; every run has another limit."""

    def limits(random: Random) -> Callable[[], None]:
        most = int(2 ** random.uniform(6, 20))
        return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    with TemporaryDirectory(prefix="torture-") as below:
        return _tried(Place.made(name, Path(below)), number, limits, lambda: None)


def full(number: int) -> Count:
    """The profile is on a disk of its own with less and less room; in a namespace where that may be had."""
    inside = [sys.executable, "-c", INSIDE, str(number)]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)}
    made = (
        subprocess.run(["unshare", "-rm", *inside], env=env, capture_output=True, text=True, check=False)
        if _may()
        else None
    )
    if made is None or made.returncode == 77:
        return Count(0, skipped="no file system can be mounted here (unshare -rm, mount -t tmpfs)")
    if made.returncode:
        return Count(number, (made.stderr[-600:],))
    lines = made.stdout.splitlines()
    return Count(number, tuple(lines[1:]), (lines[0],))


INSIDE = """
import sys
from torture.disks import inside
inside(int(sys.argv[1]))
"""


def inside(number: int) -> None:
    """What happens in the namespace; prints what was found."""
    from torture.runs import get_ready

    with TemporaryDirectory(prefix="torture-") as below:
        mount = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", below]
        if subprocess.run(mount, capture_output=True, check=False).returncode:
            sys.exit(77)
        get_ready()
        place = Place.made("build", Path(below))
        filler = Path(below) / "filler"

        def fill(random: Random) -> Callable[[], None]:
            room = os.statvfs(below)
            left = int(2 ** random.uniform(8, 23))
            filler.write_bytes(b"\1" * max(0, room.f_bavail * room.f_frsize - left))
            return lambda: None

        count = _tried(place, number, fill, lambda: filler.unlink(missing_ok=True))
        print(*count.notes, sep=", ")
        for failure in count.failures:
            print(failure.replace("\n", " "))
        subprocess.run(["umount", "-l", below], check=False)


def _may() -> bool:
    return (
        bool(shutil.which("unshare"))
        and not subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode
    )


def _tried(
    place: Place, number: int, begins: Callable[[Random], Callable[[], None]], ends: Callable[[], None]
) -> Count:
    random, failures, refused = Random(number), [], 0
    before = 1
    for tried in range(number):
        which = 1 - before
        say(place.folder, which)
        shutil.rmtree(place.state / ("cache" if tried % 2 else "pdf"), ignore_errors=True)
        if tried % 5 == 4:
            shutil.rmtree(place.state / "site", ignore_errors=True)
        seen = observations(place.state)
        prepare = begins(random)
        words = (*COMMANDS[place.name], *(["--refresh"] if place.name == "build" else []))
        run = begin(words, place.folder, place.scratch, prepare)
        status, said = run.wait(), run.words()
        there = hashes(place.out)
        ends()
        refused += status == 2
        if status not in PLAIN or "Traceback" in said:
            failures.append(f"{tried}: ended with {status}: {said}")
        if there != place.known[which] and (status == 0 or there != place.known[before]):
            failures.append(f"{tried}: status {status}, and the output is neither the last nor the new one")
        if seen.keys() - observations(place.state).keys():
            failures.append(f"{tried}: observations lost")
        failures += [f"{tried}: {what}" for what in history(place.state)]
        status, said = done(COMMANDS[place.name], place.folder, place.scratch)
        if status or hashes(place.out) != place.known[which]:
            failures.append(f"{tried}: the next run: {status}: {said}")
        if left := litter(place.scratch, place.folder):
            failures.append(f"{tried}: left {left[:3]}")
        before = which
    return Count(number, tuple(failures), (f"refused {refused}",))
