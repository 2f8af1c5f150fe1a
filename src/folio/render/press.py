"""Printing the PDFs of a run in a process beside this one, and not at all where nothing changed.

with rendering(jobs, cache=folder) as pending:
    ...                        # build the site meanwhile
    pdfs = pending.results()
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from folio.durable.held import scratch_folder
from folio.errors import FolioError
from folio.render.artifact import Artifact
from folio.render.child import Child
from folio.render.kept import holds_any, recall, remember
from folio.render.sheet import Sheet

if TYPE_CHECKING:
    from folio.render.paper import Printing

log = logging.getLogger("folio")


class Pending:
    """The PDFs under way."""

    def __init__(self, jobs: Sequence[Printing], cache: Path | None, folder: Path, ready: Child | None) -> None:
        self._jobs = tuple(jobs)
        self._cache = cache
        self._done = {job.path: sheet for job in self._jobs if (sheet := recall(cache, job))}
        self._todo = tuple(job for job in self._jobs if job.path not in self._done)
        self._child = (ready or Child(folder)) if self._todo else None
        if self._child is not None:
            self._child.begin(self._todo)

    def results(self) -> tuple[Artifact, ...]:
        """The finished PDFs, in the order of the jobs; as `sheets`, without what there is to say about them."""
        return tuple(Artifact(job.path, one.content) for job, one in zip(self._jobs, self.sheets(), strict=True))

    def sheets(self) -> tuple[Sheet, ...]:
        """What came of the jobs, in their order. Waits for the rest of them, and logs what was said about them.

        Raises one FolioError that names every document which could not be printed, and why.
        """
        if self._child is not None:
            for job, sheet in zip(self._todo, self._child.finish(), strict=True):
                self._done[job.path] = sheet
                remember(self._cache, job, sheet)
            self._child = None
        for job in self._jobs:
            for warning in self._done[job.path].warnings:
                log.warning("%s: %s", job.path, warning)
        problems = [f"{job.path}: {problem}" for job in self._jobs if (problem := self._done[job.path].problem)]
        if problems:
            raise FolioError("\n".join(problems))
        return tuple(self._done[job.path] for job in self._jobs)

    def stop(self) -> None:
        """End the child, if it is still at work."""
        if self._child is not None:
            self._child.stop()
            self._child = None


@contextlib.contextmanager
def getting_ready(*, cache: Path | None) -> Iterator[Child | None]:
    """A child that gets WeasyPrint ready while its work is found; None where the cache may make it needless."""
    if cache is not None and holds_any(cache):
        yield None
        return
    with scratch_folder() as folder:
        child = Child(folder)
        try:
            yield child
        finally:
            child.stop()


@contextlib.contextmanager
def rendering(jobs: Sequence[Printing], *, cache: Path | None = None, ready: Child | None = None) -> Iterator[Pending]:
    """Start printing `jobs`, in a child that is `ready` or in a new one; ask for the results later.

    `cache` is a folder for PDFs of earlier runs.
    """
    with scratch_folder() as folder:
        pending = Pending(jobs, cache, folder, ready)
        try:
            yield pending
        finally:
            pending.stop()
