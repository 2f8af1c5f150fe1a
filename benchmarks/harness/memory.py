"""The memory of a process and all that it starts, looked at while they run."""

from __future__ import annotations

import contextlib
import threading
import time
from pathlib import Path

SHARE = 0.02
"""Of a core, that looking may take."""
LEAST, MOST = 0.004, 0.5
"""Seconds between two looks."""


class Watch(threading.Thread):
    """Looks at the tree of a process until it is stopped; `peak` is the most that was seen, in MiB.

    What counts is the proportional set size, so that pages which processes share count once. A peak between two looks
    is missed; the pauses are as short as SHARE allows.
    """

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self.root, self.peak = root, 0.0
        self._over = threading.Event()

    def run(self) -> None:
        pause = LEAST
        while not self._over.wait(pause):
            began = time.thread_time()
            self.peak = max(self.peak, of_tree(self.root))
            pause = min(max((time.thread_time() - began) / SHARE, LEAST), MOST)

    def stop(self) -> float:
        self._over.set()
        self.join()
        return self.peak


def of_tree(root: int) -> float:
    """MiB of a process and all its descendants; what has ended counts nothing."""
    return sum(map(_of_one, tree(root))) / 1024


def tree(root: int) -> list[int]:
    """The process and its descendants; a parent comes before its children."""
    found = [root]
    for one in found:
        with contextlib.suppress(OSError):
            for thread in Path(f"/proc/{one}/task").iterdir():
                found += map(int, (thread / "children").read_text().split())
    return found


def _of_one(process: int) -> int:
    """KiB."""
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0
