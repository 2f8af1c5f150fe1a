"""Processes that outlive the one that started them: without them, their CPU time would be nobody's."""

from __future__ import annotations

import contextlib
import ctypes
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36
SECONDS = 5.0
"""That they are waited for."""


@contextlib.contextmanager
def adopting() -> Iterator[None]:
    """What ends without a parent meanwhile is waited for here, and so counts as a child's (on Linux)."""
    if sys.platform != "linux":
        yield
        return
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    others = _children()
    yield
    until = time.monotonic() + SECONDS
    while (left := _children() - others) and time.monotonic() < until:
        for one in left:
            with contextlib.suppress(ChildProcessError):
                os.waitpid(one, os.WNOHANG)
        time.sleep(0.002)


def _children() -> set[int]:
    found: set[int] = set()
    for thread in Path("/proc/self/task").iterdir():
        with contextlib.suppress(OSError):
            found.update(map(int, (thread / "children").read_text().split()))
    return found
