"""What is going on, on stderr: a line that moves on a terminal, plain lines elsewhere."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import click

from folio.cli.terminal import coloured, say, width
from folio.cli.text import clean, cut


class Progress:
    """Says which step runs; safe to call from several threads."""

    def __init__(self, quiet: bool) -> None:
        self.quiet = quiet
        self.moving = sys.stderr.isatty() and not quiet and os.environ.get("TERM") != "dumb"
        self.lock = threading.Lock()

    def step(self, text: str) -> None:
        """A new step has begun."""
        with self.lock:
            if self.moving:
                line = cut(clean(text), width() - 1)
                click.echo(f"\r\x1b[2K{click.style(line, dim=True) if coloured() else line}", nl=False, err=True)
            elif not self.quiet:
                say(clean(text), err=True)

    def detail(self, text: str) -> None:
        """Something within a step; shown only where the line can move."""
        if self.moving:
            self.step(text)

    def clear(self) -> None:
        """Takes the moving line away."""
        with self.lock:
            if self.moving:
                click.echo("\r\x1b[2K", nl=False, err=True)


@contextmanager
def progress(quiet: bool) -> Iterator[Progress]:
    """A Progress that leaves a clean line behind, whatever happens."""
    shown = Progress(quiet)
    try:
        yield shown
    finally:
        shown.clear()
