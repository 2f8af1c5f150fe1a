"""Runs of `folio cohort` over one folder: whole, killed and resumed, and on a Dask cluster of this machine."""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from harness.contender import FOLIO, TODAY, Contender, Failed
from harness.memory import tree
from harness.orphans import adopting

PLATFORM = "toptal"
OUT = "rows.parquet"
QUIET = ("--today", TODAY, "-q")


def words(people: Path, out: Path, *further: str) -> tuple[str, ...]:
    """The command whose rows go to `out`; unfinished work is kept beside it."""
    return (*FOLIO, "cohort", str(people), "-p", PLATFORM, "--stored", "-o", str(out / OUT), *further, *QUIET)


def whole(people: Path, out: Path, workers: int) -> Contender:
    """A run from the beginning with so many workers."""

    def fresh() -> None:
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir(parents=True)

    name = f"{workers} worker{'s' if workers > 1 else ''}"
    return Contender(name, words(people, out, "--workers", str(workers)), fresh, makes=out / OUT)


def apart(people: Path, out: Path) -> float:
    """Wall seconds of two commands at once that share nothing: half of the profiles and one worker each.

    No number of workers can be much faster than that on the same machine: it is what its second core is worth.
    Raises Failed.
    """
    begun = []
    start = time.perf_counter()
    for name, ending in (("even", "02468"), ("odd", "13579")):
        (out / name).mkdir(parents=True)
        half = words(people / "*" / f"person-*[{ending}]", out / name, "--workers", "1")
        begun.append(subprocess.Popen(half, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    ended = [one.wait() for one in begun]
    if any(ended):
        raise Failed("two commands apart: one of them failed")
    return time.perf_counter() - start


def killed(people: Path, out: Path, *, times: int, seconds: float, seed: int) -> list[float]:
    """Kills the run with SIGKILL at random moments, begins it again each time, and lets it end; gives the moments.

    Every second kill takes the workers along, the others leave them to see for themselves that nobody is there.
    `seconds` is what a whole run takes. Raises Failed where the last run fails.
    """
    chance = random.Random(seed)
    out.mkdir(parents=True)
    command = words(people, out)
    moments: list[float] = []
    with adopting():
        while len(moments) < times:
            moment = chance.uniform(0.1, 0.9) * seconds / times + (0.5 if len(moments) % 3 else 0)
            process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(moment)
            if process.poll() is not None:
                break  # it was faster than it was before
            targets = tree(process.pid) if len(moments) % 2 else [process.pid]
            for one in targets:
                with contextlib.suppress(ProcessLookupError):
                    os.kill(one, signal.SIGKILL)
            process.wait()
            moments.append(round(moment, 2))
        Contender("resumed", command).run()
    return moments


@contextmanager
def cluster(scratch: Path, workers: int = 2) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A scheduler and workers as their command lines start them: its address, and the workers' processes."""
    scratch.mkdir(parents=True)
    told = scratch / "scheduler.json"
    dask = (sys.executable, "-m", "dask")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "cwd": scratch}
    host = ("--host", "127.0.0.1")
    begun: list[subprocess.Popen[bytes]] = []
    try:
        served = (*dask, "scheduler", *host, "--port", "0", "--no-dashboard", "--scheduler-file", str(told))
        begun.append(subprocess.Popen(served, **quiet))
        address = _address(told)
        for number in range(workers):
            one = ("worker", address, *host, "--nworkers", "1", "--nthreads", "1", "--no-dashboard", "--no-nanny")
            room = ("--local-directory", str(scratch / f"worker-{number}"))
            begun.append(subprocess.Popen((*dask, *one, *room), **quiet))
        yield address, begun[1:]
    finally:
        for one in reversed(begun):
            one.terminate()
        for one in reversed(begun):
            try:
                one.wait(timeout=20)
            except subprocess.TimeoutExpired:
                one.kill()
                one.wait()


def on_dask(people: Path, out: Path, scratch: Path, *, kill_after: float | None = None) -> Contender:
    """A run on two workers; one of them is killed so many seconds after it began. Raises Failed."""
    out.mkdir(parents=True)
    with cluster(scratch) as (address, workers):
        name = "Dask, two workers" if kill_after is None else "Dask, one of two workers killed"
        run = Contender(name, words(people, out, "--scheduler", address), makes=out / OUT)
        if kill_after is None:
            run.run()
            return run
        began = time.perf_counter()
        process = subprocess.Popen(run.words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        time.sleep(kill_after)
        if process.poll() is not None:
            raise Failed(f"{name}: over after {kill_after:.0f} s, before anything was killed")
        workers[0].kill()
        _, said = process.communicate()
        if process.returncode:
            raise Failed(f"{name}: status {process.returncode}\n{said.decode(errors='replace')[-2000:]}")
        run.wall.append(time.perf_counter() - began)
        return run


def _address(told: Path) -> str:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        with contextlib.suppress(OSError, ValueError):
            return str(json.loads(told.read_bytes())["address"])
        time.sleep(0.1)
    raise Failed("the Dask scheduler did not begin within 30 seconds")
