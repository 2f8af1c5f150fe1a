"""What is going on, on stderr: a bar on a terminal once a second has passed, plain lines elsewhere.

A run that is over within that second draws nothing and imports nothing for it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from folio.cli.text import clean

if TYPE_CHECKING:
    from folio.cli.bar import Bar

AFTER = 1.0
"""Seconds after which somebody wonders whether anything happens."""


class Progress:
    """Says which step runs, and how much of it is done; safe to call from several threads."""

    def __init__(self, quiet: bool, after: float) -> None:
        self.anew: set[str] = set()
        """What was looked at again in this run."""
        self._lines = not quiet and not _moves()
        self._text = self._detail = ""
        self._done = 0
        self._total: int | None = None
        self.bar: Bar | None = None
        """None until it stands."""
        self.over = False
        """Whether no bar will come any more."""
        if not quiet and not self._lines:
            import threading

            self._lock = threading.RLock()
            self._timer = threading.Timer(after, self._begin)
            self._timer.daemon = True
            self._timer.start()
        else:
            self.over = True

    def step(self, text: str) -> None:
        """A new step has begun."""
        if self._lines:
            sys.stderr.write(f"{clean(text)}\n")
            sys.stderr.flush()
        self._now(text)

    def within(self, text: str) -> None:
        """A new step has begun that only a bar tells of."""
        self._now(text)

    def expect(self, count: int) -> None:
        """So many more things belong to this step."""
        if not self.over:
            with self._lock:
                self._total = (self._total or 0) + count
                self._show()

    def looked(self, name: str, again: bool) -> None:
        """One of the things is done; `again` says whether it was looked at anew."""
        if again:
            self.anew.add(name)
        self.detail(f"looked at {name}", 1)

    def detail(self, text: str, done: int = 0) -> None:
        """Something within a step; shown only where there is a bar."""
        if not self.over:
            with self._lock:
                self._detail, self._done = text, self._done + done
                self._show()

    def clear(self) -> None:
        """Takes the bar away, and lets none come any more."""
        if self.over:
            return
        with self._lock:
            self.over = True
            self._timer.cancel()
            if self.bar is not None:
                self.bar.stop()

    def _now(self, text: str) -> None:
        if not self.over:
            with self._lock:
                self._text, self._detail, self._done, self._total = text, "", 0, None
                self._show()

    def _begin(self) -> None:
        """Draws the bar; in the thread of the timer, so that importing what draws it holds nothing up."""
        from folio.cli.bar import Bar

        with self._lock:
            if not self.over:
                self.bar = Bar(coloured=not os.environ.get("NO_COLOR"))
                self._show()
                self.bar.begin()

    def _show(self) -> None:
        if self.bar is not None:
            count = f"{self._done} of {self._total}" if self._total else ""
            said = f"{count or self._text}, {self._detail}" if self._detail else f"{self._text} {count}".rstrip()
            self.bar.show(said, self._done, self._total)


def _moves() -> bool:
    """Whether somebody sits before a terminal on which a line can move."""
    return sys.stderr.isatty() and os.environ.get("TERM") != "dumb" and not os.environ.get("CI")


@contextmanager
def progress(quiet: bool, after: float = AFTER) -> Iterator[Progress]:
    """A Progress that leaves a clean line behind, whatever happens."""
    shown = Progress(quiet, after)
    if shown.over:
        yield shown
        return
    from folio.cli.terminated import tidied

    with tidied(shown.clear):
        try:
            yield shown
        finally:
            shown.clear()
