"""A clock that jumps: days back and forth, and files that were written tomorrow."""

from __future__ import annotations

import os
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from torture.kills import Place
from torture.kinds import Count
from torture.person import say
from torture.runs import done
from torture.whole import hashes, history, observations

DAYS = ("2026-11-22", "2031-01-01", "1999-12-31", "2026-11-22", "2026-11-21", "2038-01-20", "2026-11-22")
AHEAD = 400 * 86400


def jumps() -> Count:
    """Each day's run is fine, loses nothing, and shows what the profile says, whenever files seem to be written."""
    failures: list[str] = []
    with TemporaryDirectory(prefix="torture-") as below:
        place = Place.made("build", Path(below))
        for number, day in enumerate(DAYS):
            say(place.folder, number % 2)
            _written(place.folder, time.time() + (AHEAD if number % 3 == 0 else -AHEAD if number % 3 == 1 else 0))
            before = observations(place.state)
            for words in (("collect",), ("build", "--out", "out")):
                status, said = done((*words, "--today", day), place.folder, place.scratch)
                if status:
                    failures.append(f"{day}: folio {words[0]}: {status}: {said}")
            if before.keys() - observations(place.state).keys():
                failures.append(f"{day}: observations lost")
            failures += [f"{day}: {what}" for what in history(place.state)]
            if day == DAYS[0] and number and hashes(place.out / "site") != _site(place.known[number % 2]):
                failures.append(f"{day} again: another site than the first time")
    return Count(len(DAYS), tuple(failures))


def _site(known: dict[str, str]) -> dict[str, str]:
    return {name.removeprefix("site/"): value for name, value in known.items() if name.startswith("site/")}


def _written(folder: Path, moment: float) -> None:
    for path in folder.rglob("*"):
        if ".git" not in path.parts:
            os.utime(path, (moment, moment), follow_symlinks=False)
