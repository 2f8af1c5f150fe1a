"""Two builds at once: into one folder, of one person or of two."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from torture.kills import COMMANDS, Place
from torture.kinds import Count
from torture.person import say
from torture.runs import begin
from torture.whole import hashes, history, litter, observations


def pairs(number: int, *, same_state: bool) -> Count:
    """Both are fine, and what is there is what one of them made."""
    random, failures = Random(number), []
    with TemporaryDirectory(prefix="torture-") as below:
        one = Place.made("build", Path(below) / "one")
        two = one if same_state else Place.made("build", Path(below) / "two")
        out = one.out
        for tried in range(number):
            say(one.folder, tried % 2)
            say(two.folder, tried % 2 if same_state else 1 - tried % 2)
            if tried % 2:
                _forget(one, two)
            words = (*COMMANDS["build"][:-1], str(out))
            runs = [begin(words, one.folder, one.scratch)]
            time.sleep(random.choice((0.0, 0.01, 0.1, 0.4)))
            other = two.folder if not same_state else _door(one.folder)
            runs.append(begin(words, other, two.scratch))
            for run in runs:
                if status := run.wait():
                    failures.append(f"pair {tried}: {status}: {run.words()}")
            if hashes(out) not in (one.known[tried % 2], two.known[1 - tried % 2] if not same_state else None):
                failures.append(f"pair {tried}: the output is neither's")
            if len(observations(one.state)) < 2:
                failures.append(f"pair {tried}: observations lost")
            failures += [f"pair {tried}: {what}" for what in history(one.state)]
            if left := litter(one.scratch, one.folder, two.folder):
                failures.append(f"pair {tried}: left {left[:3]}")
    return Count(number, tuple(failures))


def _forget(*places: Place) -> None:
    """Nothing is known beforehand, so that both have everything to do."""
    import shutil

    for place in places:
        shutil.rmtree(place.state, ignore_errors=True)


def _door(folder: Path) -> Path:
    """The same folder by another name, so that what each of two runs says is kept apart."""
    door = folder.with_name(f"{folder.name}-too")
    if not door.exists():
        door.symlink_to(folder, target_is_directory=True)
    return door
