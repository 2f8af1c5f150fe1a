"""When to kill: at any moment of a run, or as soon as something is to be seen of it."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

from torture.runs import Run

SIGNS = {
    "build": ("any", "any", "any", "staged", "swapped", "part", "evidence"),
    "collect": ("any", "any", "part", "evidence"),
    "site": ("any", "any", "staged", "swapped", "part"),
    "resume": ("any", "any", "part", "swapped"),
}
"""What is to be seen of each command while it runs; half of all kills wait for nothing."""
POLL = 0.0005


def killed(run: Run, sign: str, folder: Path, seconds: float, random: Random) -> bool:
    """Kills the run at a moment of its `seconds`, or a little after a sign; False when it had ended by then."""
    see = _signs(folder)[sign]
    end = time.monotonic() + seconds * random.uniform(0.0, 1.0)
    if sign != "any":
        limit = time.monotonic() + max(20.0, seconds * 20)
        while not see() and time.monotonic() < limit:
            if run.ended() is not None:
                return False
            time.sleep(POLL)
        end = time.monotonic() + random.choice((0.0, 0.0, 0.001, 0.003, 0.01, 0.03, 0.1))
    while time.monotonic() < end:
        if run.ended() is not None:
            return False
        time.sleep(POLL)
    if run.ended() is not None:
        return False
    run.kill()
    return True


def _signs(folder: Path) -> dict[str, Callable[[], bool]]:
    out, evidence = folder / "out", folder / ".folio" / "evidence"
    before, evidence_before = _identity(out), _identity(evidence / "project")
    places = [
        folder,
        folder / ".folio",
        evidence / "project",
        *(folder / ".folio" / one for one in ("pdf", "cache/pages")),
    ]
    return {
        "any": lambda: True,
        "staged": lambda: _any(folder, ".out.folio-"),
        "swapped": lambda: _identity(out)[:1] != before[:1],
        "part": lambda: any(_any(one, ".folio-") for one in places),
        "evidence": lambda: _identity(evidence / "project") != evidence_before,
    }


def _identity(path: Path) -> tuple[int, ...]:
    try:
        about = os.stat(path)
    except OSError:
        return ()
    return about.st_ino, about.st_mtime_ns


def _any(folder: Path, beginning: str) -> bool:
    try:
        return any(name.startswith(beginning) for name in os.listdir(folder))
    except OSError:
        return False
