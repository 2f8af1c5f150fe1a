"""Printing the PDFs of a run in a process beside this one, and not at all where nothing changed.

    with rendering(jobs, cache=folder) as pending:
        ...                        # build the site meanwhile
        pdfs = pending.results()

The child is a fresh interpreter that gets its work through a private folder: nothing of this process (threads, locks,
an unguarded `__main__`) comes along, and WeasyPrint is imported there, or nowhere when every PDF is in the cache.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import io
import logging
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from folio.errors import FolioError
from folio.render.artifact import Artifact
from folio.render.paper import Printing
from folio.version import VERSION

SECONDS = 120
"""How long the PDFs of a run may take together; far more than they do."""
KEPT = 60
"""How many PDFs the cache holds; the oldest leave first."""

log = logging.getLogger("folio")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What came of one printing: the PDF and what was said about it, or why there is none."""

    content: bytes = b""
    pages: int = 0
    left_out: tuple[str, ...] = ()
    """What is not in it, to save room."""
    warnings: tuple[str, ...] = ()
    problem: str | None = None


class Pending:
    """The PDFs under way."""

    def __init__(self, jobs: Sequence[Printing], cache: Path | None, folder: Path, ready: Child | None) -> None:
        self._jobs = tuple(jobs)
        self._cache = cache
        self._done = {job.path: sheet for job in self._jobs if (sheet := _recall(cache, job))}
        self._todo = tuple(job for job in self._jobs if job.path not in self._done)
        self._child = (ready or Child(folder)) if self._todo else None
        if self._child is not None:
            self._child.begin(self._todo)

    def results(self) -> tuple[Artifact, ...]:
        """The finished PDFs, in the order of the jobs. Waits for the rest of them.

        Raises one FolioError that names every document which could not be printed, and why.
        """
        if self._child is not None:
            for job, sheet in zip(self._todo, self._child.finish(), strict=True):
                self._done[job.path] = sheet
                _remember(self._cache, job, sheet)
            self._child = None
        for job in self._jobs:
            for warning in self._done[job.path].warnings:
                log.warning("%s: %s", job.path, warning)
        problems = [f"{job.path}: {problem}" for job in self._jobs if (problem := self._done[job.path].problem)]
        if problems:
            raise FolioError("\n".join(problems))
        return tuple(Artifact(job.path, self._done[job.path].content) for job in self._jobs)

    def stop(self) -> None:
        """End the child, if it is still at work."""
        if self._child is not None:
            self._child.stop()
            self._child = None


@contextlib.contextmanager
def getting_ready(*, cache: Path | None) -> Iterator[Child | None]:
    """A child that gets WeasyPrint ready while its work is found; None where the cache may make it needless."""
    if cache is not None and any(cache.glob("*.pdf")):
        yield None
        return
    with tempfile.TemporaryDirectory(prefix="folio-pdf-") as folder:
        child = Child(Path(folder))
        try:
            yield child
        finally:
            child.stop()


@contextlib.contextmanager
def rendering(jobs: Sequence[Printing], *, cache: Path | None = None, ready: Child | None = None) -> Iterator[Pending]:
    """Start printing `jobs`, in a child that is `ready` or in a new one; ask for the results later.

    `cache` is a folder for PDFs of earlier runs.
    """
    with tempfile.TemporaryDirectory(prefix="folio-pdf-") as folder:
        pending = Pending(jobs, cache, Path(folder), ready)
        try:
            yield pending
        finally:
            pending.stop()


def print_now(job: Printing) -> Sheet:
    """Print `job` in this process; what the person can mend about it is the sheet's problem."""
    from folio.render.pdf import pdf

    try:
        printed = pdf(
            job.html,
            assets=job.assets,
            most_pages=job.most_pages,
            parts=len(job.droppable),
            spare=job.spare,
            steps=job.steps,
            source=job.source,
        )
    except FolioError as error:
        return Sheet(problem=str(error))
    warnings = printed.warnings
    if not printed.fits:
        allowed = "1 page" if job.most_pages == 1 else f"{job.most_pages} pages"
        warnings = (*warnings, f"takes {printed.pages} pages, more than {allowed}; {job.too_long}")
    left_out = tuple(reversed(job.droppable[: printed.left_out]))
    return Sheet(printed.content, printed.pages, left_out, warnings)


# The child process.


class Child:
    """A fresh interpreter that prints; it waits for its work at its standard input, and goes when that is closed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        path = os.pathsep.join(entry for entry in sys.path if entry)
        with (folder / "said").open("wb") as said:
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", "from folio.render import press; press.main()", str(folder)],
                env={**os.environ, "PYTHONPATH": path},
                stdin=subprocess.PIPE,
                stdout=said,
                stderr=said,
            )

    def begin(self, jobs: Sequence[Printing]) -> None:
        """Hands the work over."""
        (self._folder / "jobs").write_bytes(pickle.dumps(tuple(jobs)))
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


def main() -> None:
    """What the child does: get ready, print the jobs it is given in its folder, and leave the sheets there."""
    folder = Path(sys.argv[1])
    with contextlib.suppress(FolioError):  # said again, by name, for the document that needs it
        from folio.render.pdf import load_weasyprint

        load_weasyprint()
    if not sys.stdin.readline():
        return
    sheets = []
    gc.disable()  # this process is short, and a twelfth of its time would go into looking for garbage
    for job in pickle.loads((folder / "jobs").read_bytes()):
        (folder / "at").write_text(job.path)
        sheets.append(print_now(job))
        if len(sheets) % 8 == 0:
            gc.collect()
    (folder / "sheets").write_bytes(pickle.dumps(tuple(sheets)))
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)  # taking Pango's objects down with the interpreter crashes about once in five hundred times


# The cache of earlier runs.


def key(job: Printing) -> str:
    """What names a PDF in the cache: everything that it is made from, folio and WeasyPrint included."""
    told = (VERSION, metadata.version("weasyprint"), job.most_pages, job.droppable, job.spare, job.steps)
    digest = hashlib.sha256(repr(told).encode())
    digest.update(hashlib.sha256(job.html.encode()).digest() + hashlib.sha256(job.source).digest())
    for name, content in sorted(job.assets.items()):
        digest.update(name.encode() + b"\0" + hashlib.sha256(content).digest())
    return digest.hexdigest()


def _recall(cache: Path | None, job: Printing) -> Sheet | None:
    if cache is None:
        return None
    try:
        content = (cache / f"{key(job)}.pdf").read_bytes()
    except OSError:
        return None
    return Sheet(content) if content.startswith(b"%PDF-") and content.rstrip().endswith(b"%%EOF") else None


def _remember(cache: Path | None, job: Printing, sheet: Sheet) -> None:
    """Keep a PDF about which there was nothing to say; whole or not at all, whoever else writes it.

    A cache that can't be written only means that the PDF is printed again.
    """
    if cache is None or sheet.problem or sheet.warnings:
        return
    part = cache / f"{os.getpid()}.part"
    try:
        cache.mkdir(parents=True, exist_ok=True)
        with part.open("xb") as file:
            file.write(sheet.content)
        part.replace(cache / f"{key(job)}.pdf")
        for old in sorted(cache.glob("*.pdf"), key=lambda path: path.stat().st_mtime_ns)[:-KEPT]:
            old.unlink(missing_ok=True)
    except OSError as error:
        log.info("%s: not kept in the cache (%s)", job.path, error)
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
