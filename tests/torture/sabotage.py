"""PYTHONPATH=tests python -m torture.sabotage: kills a folio that writes carelessly, and prints what was found of it.

Counts of nothing prove something only where the same kills find the damage that there is.
"""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path

from torture.kills import kills
from torture.moments import SIGNS
from torture.runs import get_ready

HALF_DONE = 0.4
"""Seconds in which a kill meets what is in parts: longer than any comes after its sign."""


def main() -> None:
    import folio.durable.whole
    import folio.output

    get_ready()
    SIGNS.update(collect=("evidence",), site=("swapped",))
    folio.durable.whole._written = in_place
    print("evidence in place:", *kills("collect", 3, 1).notes, sep=" | ")
    folio.output.put = file_by_file
    print("output in place:", *kills("site", 3, 1).notes, sep=" | ")


def in_place(path, content, mode, *, lasting, place) -> None:
    """As many programs write a file: first it is empty, then there is half of it."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, mode)
    half = len(content) // 2
    os.write(descriptor, content[:half])
    if "evidence" in os.fspath(path):
        os.utime(os.path.dirname(path))  # the sign that something happens there
        time.sleep(HALF_DONE)
    os.write(descriptor, content[half:])
    os.close(descriptor)


def file_by_file(new: Path, place: Path, aside: Path) -> None:
    """As many programs write a folder: the old one goes, and the new files come one after the other."""
    shutil.rmtree(place, ignore_errors=True)
    time.sleep(HALF_DONE)
    shutil.copytree(new, place)


if __name__ == "__main__":
    main()
