"""Runs of folio that can be killed: each in a process group of its own, forked from one that has imported everything."""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

SECONDS = 300
"""After which a run hangs."""


def get_ready() -> None:
    """Imports what runs need, and has orphans of killed runs come to this process."""
    import folio.build
    import folio.cli.build
    import folio.cli.commands
    import folio.cli.delivery
    import folio.cli.halves
    import folio.cli.root
    import folio.cli.site_delivery
    import folio.pages
    import folio.render.report
    import folio.site
    import folio.website.with_mkdocs  # noqa: F401
    from folio.render.pdf import load_weasyprint

    load_weasyprint()
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER


@dataclass(frozen=True, slots=True)
class Run:
    """A run under way."""

    pid: int
    said: Path

    def wait(self) -> int:
        """Its status; negative for a signal. One that hangs is killed."""
        end = time.monotonic() + SECONDS
        while (status := self.ended()) is None:
            if time.monotonic() > end:
                self.kill()
                return -signal.SIGKILL
            time.sleep(0.003)
        return status

    def ended(self) -> int | None:
        pid, status = os.waitpid(self.pid, os.WNOHANG)
        return os.waitstatus_to_exitcode(status) if pid else None

    def kill(self) -> None:
        """Ends it and everything that it started in its group, at once."""
        os.killpg(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        end = time.monotonic() + 5
        while time.monotonic() < end:  # until the last of the group is gone
            try:
                if os.waitpid(-self.pid, os.WNOHANG) == (0, 0):
                    time.sleep(0.002)
            except ChildProcessError:
                return

    def words(self) -> str:
        """What it said, to tell of one that failed."""
        return " | ".join(self.said.read_text(errors="replace").split("\n")[-6:])[-600:]


def begin(
    words: Sequence[str],
    folder: Path,
    scratch: Path,
    prepare: Callable[[], None] = lambda: None,
    *,
    fresh: bool = False,
) -> Run:
    """Starts `folio WORDS` in `folder`; with `fresh` as a new interpreter, as a person does. `prepare` comes first."""
    scratch.mkdir(parents=True, exist_ok=True)
    said = folder.parent / f"said-{folder.name}"
    pid = os.fork()
    if pid:
        with contextlib.suppress(OSError):  # it does so itself, perhaps later than it is killed, perhaps sooner
            os.setpgid(pid, pid)
        return Run(pid, said)
    status = 99
    try:
        os.setpgid(0, 0)
        os.chdir(folder)
        output = os.open(said, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND, 0o644)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(output, 1)
        os.dup2(output, 2)
        os.environ |= {"TMPDIR": str(scratch), "FOLIO_OFFLINE": "1", "HOME": str(folder), "PYTHONUNBUFFERED": "1"}
        tempfile.tempdir = None
        prepare()
        sys.argv = ["folio", *words]
        if fresh:
            os.execv(sys.executable, [sys.executable, "-m", "folio", *words])
        from folio.cli import main

        try:
            main()
        except SystemExit as left:
            status = left.code if isinstance(left.code, int) else 0
    except BaseException:  # noqa: BLE001 - told, and judged by the status
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)


def done(
    words: Sequence[str], folder: Path, scratch: Path, prepare: Callable[[], None] = lambda: None
) -> tuple[int, str]:
    """The status of a run that is left alone, and what it said."""
    run = begin(words, folder, scratch, prepare)
    return run.wait(), run.words()
