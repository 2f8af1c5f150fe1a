"""A process that prints: a fresh interpreter that gets its work through a private folder.

Nothing of this process (threads, locks, an unguarded `__main__`) comes along, and WeasyPrint is imported there alone.
"""

from __future__ import annotations

import contextlib
import gc
import io
import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from folio.errors import FolioError
from folio.render.sheet import Sheet, print_now

if TYPE_CHECKING:
    from folio.render.paper import Printing

SECONDS = 120
"""How long the PDFs of a run may take together; far more than they do."""


class Child:
    """A fresh interpreter that prints; it waits for its work at its standard input, and goes when that is closed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        path = os.pathsep.join(entry for entry in sys.path if entry)
        with (folder / "said").open("wb") as said:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", "from folio.render import child; child.main()", str(folder)],
                env={**os.environ, "PYTHONPATH": path},
                stdin=subprocess.PIPE,
                stdout=said,
                stderr=said,
            )

    def begin(self, jobs: Sequence[Printing]) -> None:
        """Hands the work over."""
        (self._folder / "jobs").write_bytes(pickle.dumps(_sharing(jobs)))
        with contextlib.suppress(BrokenPipeError), self._process.stdin or io.BytesIO() as work:
            work.write(b"begin\n")  # where it has crashed already, `finish` says of what

    def finish(self) -> tuple[Sheet, ...]:
        """Waits for the sheets; raises FolioError when there are none."""
        try:
            status = self._process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            self.stop()
            what = f"the PDFs took over {SECONDS} seconds; shorten the longest texts of the profile"
            raise FolioError(what) from None
        if status != 0:
            said = (self._folder / "said").read_text(errors="replace").strip()
            why = said.rpartition("\n")[2] or f"the process ended with status {status}"
            at = (self._folder / "at").read_text() if (self._folder / "at").exists() else "PDFs"
            raise FolioError(f"{at}: could not be printed: {why}") from RuntimeError(said)
        sheets: tuple[Sheet, ...] = pickle.loads((self._folder / "sheets").read_bytes())
        return sheets

    def stop(self) -> None:
        """Ends it, if it is still at work."""
        if self._process.stdin:
            with contextlib.suppress(BrokenPipeError):
                self._process.stdin.close()
        self._process.kill()
        self._process.wait()


def _sharing(jobs: Sequence[Printing]) -> tuple[Printing, ...]:
    """The jobs with one copy of what several of them show, such as fonts."""
    one: dict[bytes, bytes] = {}
    return tuple(
        replace(job, assets={name: one.setdefault(content, content) for name, content in job.assets.items()})
        for job in jobs
    )


def main() -> None:
    """What the child does: get ready, print the jobs it is given in its folder, and leave the sheets there.

    Garbage is not looked for among what was imported: that saves a twelfth of the time.
    """
    folder = Path(sys.argv[1])
    gc.disable()
    with contextlib.suppress(FolioError):  # said again, by name, for the document that needs it
        from folio.render.pdf import load_weasyprint

        load_weasyprint()
    if not sys.stdin.readline():
        return
    gc.freeze()
    gc.enable()
    sheets: list[Sheet] = []
    for job in pickle.loads((folder / "jobs").read_bytes()):
        (folder / "at").write_text(job.path)
        sheets.append(print_now(job))
    (folder / "sheets").write_bytes(pickle.dumps(tuple(sheets)))
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)  # taking Pango's objects down with the interpreter crashes about once in five hundred times
