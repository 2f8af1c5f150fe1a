"""What the child process does: it makes one page or feed after another into JSON, within limits, until nobody asks.

Jobs and results are JSON behind their length, in four bytes. Nothing that a stranger wrote is ever unpickled or run.
"""

from __future__ import annotations

import json
import os
import resource
import struct
import sys
import time
from contextlib import suppress
from datetime import date
from typing import IO, Any

Job = dict[str, Any]
LENGTH = struct.Struct("!I")
MEMORY = 1 << 30
"""Bytes of address space; an honest document needs a tenth of that."""
OUT_OF_MEMORY = 3
"""The status it ends with then."""
WARM_UP: tuple[Job, ...] = (
    {"kind": "page", "text": "<p>2026-03-14", "url": "https://ada.example/", "today": "2026-03-14"},
    {"kind": "feed", "text": "<rss version='2.0'/>", "url": "https://ada.example/", "cut": False},
)
"""What is slow the first time, because libraries are imported then, is no fault of the first document."""
DEEPEST = 5000
"""Calls inside each other: a page is at most 255 deep, and each level takes a few."""


def main() -> None:
    """Answers jobs at the standard input until it is closed."""
    seconds, memory = map(int, sys.argv[1:3])
    limit_itself(memory)
    jobs, results = sys.stdin.buffer, sys.stdout.buffer
    for first in WARM_UP:
        _done(first)
    while (job := received(jobs)) is not None:
        wind_up(seconds)
        try:
            done = _done(job)
        except (MemoryError, RecursionError):
            os._exit(OUT_OF_MEMORY)  # what is left of this process is not worth trusting
        send(results, done)


def limit_itself(memory: int = MEMORY) -> None:
    """From now on this process has so much memory and no more, and leaves no image of it when it crashes."""
    with suppress(OSError, ValueError):  # macOS has no such limit
        resource.setrlimit(resource.RLIMIT_AS, (memory, resource.getrlimit(resource.RLIMIT_AS)[1]))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.setrecursionlimit(DEEPEST)


def wind_up(seconds: int) -> None:
    """From now on, so much processor time until the system ends this process."""
    limit, most = int(time.process_time()) + 1 + seconds, resource.getrlimit(resource.RLIMIT_CPU)[1]
    resource.setrlimit(resource.RLIMIT_CPU, (limit if most == resource.RLIM_INFINITY else min(limit, most), most))


def _done(job: Job) -> Job:
    from folio.evidence.reading.feed import read_feed
    from folio.evidence.reading.page import read_page

    if job["kind"] == "page":
        return read_page(job["text"], job["url"], date.fromisoformat(job["today"])).model_dump(mode="json")
    return read_feed(job["text"], job["url"], cut=job["cut"]).model_dump(mode="json")


def send(stream: IO[bytes], message: Job) -> None:
    """Writes one message."""
    content = json.dumps(message, ensure_ascii=False).encode("utf-8", "replace")
    stream.write(LENGTH.pack(len(content)) + content)
    stream.flush()


def received(stream: IO[bytes]) -> Job | None:
    """The next message; None when there will be none."""
    head = stream.read(LENGTH.size)
    if len(head) < LENGTH.size:
        return None
    content = stream.read(LENGTH.unpack(head)[0])
    message: Job = json.loads(content)
    return message
