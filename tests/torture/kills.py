"""Runs killed at random moments: the output is the last one or the new one, nothing seen is lost, the next run is fine."""

from __future__ import annotations

import shutil
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from torture.kinds import Count
from torture.moments import SIGNS, killed
from torture.person import DAY, say, settle
from torture.runs import begin, done
from torture.whole import Hashes, hashes, history, litter, observations

COMMANDS = {
    "build": ("build", "--today", DAY, "--out", "out"),
    "collect": ("collect", "--today", DAY, "--refresh"),
    "site": ("site", "--today", DAY, "--out", "out"),
    "resume": ("resume", "--today", DAY, "--out", "out"),
}
FRESH = 12
"""One run in so many is a new interpreter."""


@dataclass
class Place:
    """A person, and what each of their two profiles comes to when nobody disturbs it."""

    name: str
    folder: Path
    scratch: Path
    known: list[Hashes] = field(default_factory=list)
    seconds: float = 1.0

    @classmethod
    def made(cls, name: str, below: Path) -> Place:
        place = cls(name, settle(below / name), below / f"tmp-{name}")
        if name != "build":
            place.must("collect", "--today", DAY)
        for which in (1, 0):
            say(place.folder, which)
            place.must(*COMMANDS[name])
            place.known.append(hashes(place.out))
        place.known.reverse()
        began = time.monotonic()
        say(place.folder, 1)
        place.must(*COMMANDS[name])
        place.seconds = time.monotonic() - began
        if name != "collect" and (place.known[0] == place.known[1] or place.known[1] != hashes(place.out)):
            raise AssertionError(f"{name}: the same profile comes to different output, or two to the same")
        return place

    @property
    def out(self) -> Path:
        return self.folder / "out"

    @property
    def state(self) -> Path:
        return self.folder / ".folio"

    def must(self, *words: str) -> None:
        status, said = done(words, self.folder, self.scratch)
        if status:
            raise AssertionError(f"folio {' '.join(words)}: {status}: {said}")


def kills(name: str, number: int, seed: int) -> Count:
    """So many kills of one command."""
    random = Random(f"{name} {seed}")
    with TemporaryDirectory(prefix="torture-") as below:
        place = Place.made(name, Path(below))
        found: Counter[str] = Counter({"corrupted": 0, "lost": 0, "next failed": 0, "litter": 0})
        failures, before, tried = [], 1, 0
        while tried < number:
            which = random.randrange(2) if random.random() < 0.3 else 1 - before
            say(place.folder, which)
            _prepared(place, random)
            seen = observations(place.state)
            sign = random.choice(SIGNS[name])
            run = begin(COMMANDS[name], place.folder, place.scratch, fresh=random.random() < 1 / FRESH)
            if was_killed := killed(run, sign, place.folder, place.seconds, random):
                tried += 1
                where = f"{name} {seed}/{tried}, killed by the sign '{sign}'"
                for kind, what in _after(place, before, which, seen, name):
                    found[kind] += 1
                    failures.append(f"{where}: {kind}: {what}")
            before = which
            status, said = done(COMMANDS[name], place.folder, place.scratch)
            if status or (name != "collect" and hashes(place.out) != place.known[which]):
                found["next failed"] += 1
                failures.append(f"{name} {seed}/{tried}: next failed: status {status}: {said}")
            if left := litter(place.scratch, place.folder):
                found["litter"] += 1
                failures.append(f"{name} {seed}/{tried}: litter: {left[:3]}")
            if tried % 10 == 0 and was_killed:
                sys.stderr.write(f"folio {name}: {tried} of {number}, {len(failures)} failed {failures[-1:]}\n")
        return Count(tried, tuple(failures), tuple(f"{kind} {count}" for kind, count in found.items()))


def _prepared(place: Place, random: Random) -> None:
    """Now and then less is known beforehand, so that a run has more to do."""
    kind = random.random()
    if place.name == "collect" and kind < 0.4:
        files = sorted((place.state / "evidence").glob("*/*.json"))
        random.choice(files).unlink() if files else None
    elif kind < 0.06:
        shutil.rmtree(place.state if place.name == "build" else place.state / "cache", ignore_errors=True)
    elif kind < 0.1:
        shutil.rmtree(place.state / "pdf", ignore_errors=True)
    elif kind < 0.4:
        shutil.rmtree(place.state / "cache", ignore_errors=True)


def _after(place: Place, before: int, which: int, seen: dict, name: str):
    """What is wrong with what a killed run left."""
    if name != "collect" and (there := hashes(place.out)) not in (place.known[before], place.known[which]):
        yield "corrupted", f"{len(there)} of {len(place.known[which])} files"
    try:
        if lost := seen.keys() - observations(place.state).keys():
            yield "lost", str(sorted(lost))
    except (OSError, ValueError, KeyError) as error:
        yield "lost", f"{type(error).__name__}: {error}"
    for what in history(place.state):
        yield "corrupted", what
