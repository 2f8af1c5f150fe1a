"""Strangers' pages and feeds are read in a process of their own, which ends when one of them asks too much of it.

    with Reader(today) as reader:
        reader.page(text, url)
        reader.feed(text, url)

A tree of HTML takes as long and as much memory as its writer likes, and libraries in C can't be interrupted. The child
has a limit on its memory and, for each document, on its processor time; a document that ends it is a problem in words,
and the next one gets a new child.
"""

from __future__ import annotations

import json
import logging
import os
import re
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from datetime import date
from types import TracebackType
from typing import IO, Any, Self

from folio.evidence.reading.feed import FeedRead
from folio.evidence.reading.page import PageRead
from folio.evidence.reading.worker import LENGTH, MEMORY, OUT_OF_MEMORY, send

SECONDS = 10
"""Of processor time, for one document. The largest of real feeds, 38 whole articles, took two and a half."""
PATIENCE = 60.0
"""Seconds to wait for one that may have to share a slow machine."""
TOO_SLOW = f"it takes over {SECONDS} seconds to read, as no honest document does"
TOO_LARGE = "it takes too much memory to read, or is nested too deeply"
BROKE = "the program that reads it broke; please report this"

NEEDED = re.compile(r"(?:PATH|HOME|LANG|LC_\w+|TMPDIR|\w*LIBRARY_PATH|PYTHON\w*|COVERAGE\w*)$")
"""Of the environment, what a program needs to run; tokens stay out of a process that reads what strangers wrote."""

log = logging.getLogger("folio")


class Reader:
    """Reads pages and feeds, one at a time, for any thread; nothing is started before the first."""

    def __init__(
        self, today: date, *, seconds: int = SECONDS, memory: int = MEMORY, patience: float = PATIENCE
    ) -> None:
        self._today = today
        self._limits = str(seconds), str(memory)
        self._patience = patience
        self._one_at_a_time = threading.Lock()
        self._child: subprocess.Popen[bytes] | None = None
        self._said: IO[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with self._one_at_a_time:
            self._end()

    def page(self, text: str, url: str) -> PageRead:
        """The article on a page."""
        done = self._ask({"kind": "page", "text": text, "url": url, "today": self._today.isoformat()})
        return PageRead(problem=done) if isinstance(done, str) else PageRead.model_validate(done)

    def feed(self, text: str, url: str, *, cut: bool = False) -> FeedRead:
        """What a feed lists; `cut` says that there was more of it."""
        done = self._ask({"kind": "feed", "text": text, "url": url, "cut": cut})
        return FeedRead(problem=done) if isinstance(done, str) else FeedRead.model_validate(done)

    def _ask(self, job: dict[str, Any]) -> dict[str, Any] | str:
        """What the child made of a job; why there is nothing, in words."""
        with self._one_at_a_time:
            child = self._child or self._start()
            assert child.stdin is not None
            assert child.stdout is not None
            with suppress(BrokenPipeError):
                send(child.stdin, job)
            done = _message(child.stdout.fileno(), time.monotonic() + self._patience)
            return done if done is not None else self._end()

    def _start(self) -> subprocess.Popen[bytes]:
        path = os.pathsep.join(entry for entry in sys.path if entry)
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 (closed when the child ends)
        code = "from folio.evidence.reading import worker; worker.main()"
        self._child = subprocess.Popen(
            [sys.executable, "-P", "-c", code, *self._limits],
            env={name: said for name, said in os.environ.items() if NEEDED.match(name)} | {"PYTHONPATH": path},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
        )
        return self._child

    def _end(self) -> str:
        """Ends the child, and says why it is no use if it had ended by itself."""
        child, said, self._child, self._said = self._child, self._said, None, None
        if child is None or said is None:
            return ""
        child.kill()
        status = child.wait()
        for pipe in (child.stdin, child.stdout):
            with suppress(BrokenPipeError):
                if pipe:
                    pipe.close()
        with said:
            said.seek(0)
            words = said.read().decode(errors="replace").strip()
        if words:
            log.info("reading a page or feed: %s", words)
        if status in (-signal.SIGXCPU, -signal.SIGKILL):
            return TOO_SLOW
        return TOO_LARGE if status in (OUT_OF_MEMORY, -signal.SIGSEGV) else BROKE


def _message(descriptor: int, until: float) -> dict[str, Any] | None:
    """The next message at a pipe; None when it ends or nothing comes in time."""
    content = b""
    while len(content) < LENGTH.size or len(content) < LENGTH.size + LENGTH.unpack(content[: LENGTH.size])[0]:
        left = until - time.monotonic()
        if left <= 0 or not select.select([descriptor], [], [], left)[0]:
            return None
        more = os.read(descriptor, 1 << 16)
        if not more:
            return None
        content += more
    message: dict[str, Any] = json.loads(content[LENGTH.size :])
    return message
