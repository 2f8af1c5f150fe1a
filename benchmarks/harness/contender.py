"""A command that is timed."""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from harness.memory import Watch
from harness.orphans import adopting

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "sample_profile"
TODAY = "2026-11-22"
FOLIO = (sys.executable, "-m", "folio")


class Failed(Exception):
    """A command that was to be timed ended with another status than 0."""


@dataclass
class Contender:
    """A command to time, what it is called, and what to do before each run of it (not timed)."""

    name: str
    words: tuple[str, ...]
    before: Callable[[], object] = lambda: None
    cwd: Path = ROOT
    env: Mapping[str, str] = field(default_factory=dict)
    """Beside what is set already."""
    makes: Path | None = None
    """The file whose size is of interest."""
    did: Callable[[], bool] = lambda: True
    """Asked after each run: a command that did not do its work is no fast one."""
    wall: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    memory: float = 0.0
    """The most MiB that all its processes took together; 0 until somebody looked."""

    def run(self, *, look: bool = False) -> None:
        """Runs once and keeps the wall and CPU seconds, those of children included; with `look` its memory too.

        Raises Failed.
        """
        self.before()
        with tempfile.TemporaryFile() as said:
            used = resource.getrusage(resource.RUSAGE_CHILDREN)
            with adopting():
                start = time.perf_counter()
                process = subprocess.Popen(
                    self.words,
                    cwd=self.cwd,
                    env=os.environ | dict(self.env),
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=said,
                )
                watch = Watch(process.pid) if look else None
                if watch:
                    watch.start()
                process.wait()
                self.wall.append(time.perf_counter() - start)
            if watch:
                self.memory = max(self.memory, watch.stop())
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            self.cpu.append(after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime)
            if process.returncode:
                said.seek(0)
                words = said.read().decode(errors="replace")[-2000:]
                raise Failed(f"{self.name}: status {process.returncode}\n{words}")
            if not self.did():
                raise Failed(f"{self.name}: ended well, and did not do its work")

    def look(self) -> None:
        """Runs once more for its memory alone."""
        self.run(look=True)
        self.wall.pop()
        self.cpu.pop()

    def forget(self) -> None:
        """As if it had not run."""
        self.wall.clear()
        self.cpu.clear()

    def row(self) -> str:
        """A row of a table: the name, wall in the median and at least, CPU in the median."""
        wall, cpu = statistics.median(self.wall), statistics.median(self.cpu)
        return f"| {self.name} | {wall:.3f} | {min(self.wall):.3f} | {cpu:.3f} |"


HEAD = "| command | wall s, median | wall s, least | CPU s, median |\n|---|--:|--:|--:|"
"""Above such rows."""


def in_turn(contenders: list[Contender], rounds: int, *, warm_up: bool = True, looks: int = 0) -> None:
    """Runs each once a round, so that the machine's drift meets all of them alike.

    The round before the first brings their files into memory and is dropped. Memory is looked at in `looks` rounds of
    their own, since looking takes time; where there are none, no memory is known.
    """
    for number in range(rounds + warm_up):
        for one in contenders:
            one.run()
            if warm_up and number == 0:
                one.forget()
    for _ in range(looks if sys.platform == "linux" else 0):
        for one in contenders:
            one.look()


def ratio(one: Contender, other: Contender) -> float:
    """How many times as long `one` takes: the median of the rounds' ratios."""
    return statistics.median(a / b for a, b in zip(one.wall, other.wall, strict=True))
