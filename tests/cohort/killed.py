"""Kills a run three times, whole families of processes at a time, then lets it end: `killed.py SOURCE OUT`.

Each run is forked from this process, which has imported everything already. Moments are drawn from the first that a run
has, where it lists and starts workers, and from those after a part more is kept.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from cohort.crowd import Silent, order
from folio.cohort.run import run

KILLS = 3
MARK = "FOLIO_TEST_FAMILY"


def main(source: Path, out: Path) -> None:
    os.environ[MARK] = str(os.getpid())
    chance = random.Random(1)
    asked = order(source, out, chunk=1)
    for number in range(KILLS):
        before = kept(out)
        child = begun(asked)
        if number != 1:
            patience = time.monotonic() + 60
            while kept(out) <= before and time.monotonic() < patience:
                time.sleep(0.005)
            assert kept(out) > before, "a part more is kept each time"
        else:
            time.sleep(chance.uniform(0, 0.4))
        os.kill(child, signal.SIGKILL)
        assert os.waitpid(child, 0)[1] == signal.SIGKILL, "it was still going"
    child = begun(asked)
    assert os.waitpid(child, 0)[1] == 0
    patience = time.monotonic() + 30
    while (left := family()) and time.monotonic() < patience:
        time.sleep(0.02)
    sys.stdout.write(f"{KILLS} kills, {f'{len(left)} left' if left else 'nobody left'}\n")


def begun(asked: object) -> int:
    if child := os.fork():
        return child
    os.environ[MARK] += " child"
    run(asked, Silent())  # type: ignore[arg-type]
    os._exit(0)


def kept(out: Path) -> int:
    return len(list(out.with_name(f".{out.name}.run").glob("parts/*.json")))


def family() -> list[str]:
    """Processes that descend from this one, whoever their parent is now."""
    mark = f"{MARK}={os.getpid()}".encode()
    found = []
    for one in Path("/proc").iterdir():
        if one.name.isdecimal() and int(one.name) != os.getpid():
            try:
                if mark in (one / "environ").read_bytes():
                    found.append(one.name)
            except OSError:
                continue
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
