"""Who works on jobs: processes of this machine here, those of a Dask cluster in `cluster`; a run sees no difference."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Protocol

from folio.cohort.job import Done, Job
from folio.cohort.worker import STOPS, begin, one
from folio.errors import FolioError
from folio.version import VERSION

AHEAD = 2
"""Jobs that a worker has at a time: the one that it works on, and the next one, so that it never waits."""
NOT_STARTED = "worker processes end as soon as they are started; 'folio doctor' says what this machine lacks"


class Lost(Exception):
    """A worker died while it was at the job `of`; `others` it had not begun, and they are to be given again."""

    def __init__(self, of: Future[Done], others: tuple[Future[Done], ...] = ()) -> None:
        self.of = of
        self.others = others


class Executor(Protocol):
    """Somebody who works on jobs, as many at once as there is room for."""

    def room(self) -> bool:
        """Whether to submit one more job."""

    def submit(self, job: Job) -> Future[Done]: ...

    def result(self, future: Future[Done]) -> Done:
        """Of a job that is over; raises Lost where its worker died."""

    def check(self) -> tuple[Future[Done], ...]:
        """Called now and then while no job ends: those that never will. Raises FolioError when nobody is there."""

    def close(self) -> None:
        """Ends all work at once."""


class Workers:
    """Processes of this machine. Each is a pool of its own, so that it is known which job one died of."""

    def __init__(self, count: int, seconds: float) -> None:
        self._seconds = seconds
        self._at: dict[Future[Done], _Worker] = {}
        self._workers = [_Worker() for _ in range(count)]
        try:
            for worker in self._workers:
                worker.wait()
        except BaseException:
            self.close()
            raise

    def room(self) -> bool:
        return any(len(worker.jobs) < AHEAD for worker in self._workers)

    def submit(self, job: Job) -> Future[Done]:
        worker = min(self._workers, key=lambda one: len(one.jobs))
        future = worker.submit(job, self._seconds)
        self._at[future] = worker
        return future

    def result(self, future: Future[Done]) -> Done:
        worker = self._at.pop(future)
        try:
            done = future.result()
        except BrokenProcessPool:
            of, *others = worker.open()
            for one in (of, *others):
                self._at.pop(one, None)
            self._anew(worker)
            raise Lost(of, tuple(others)) from None
        worker.jobs.remove(future)
        return done

    def check(self) -> tuple[Future[Done], ...]:
        """None: a process that ends is told of."""
        return ()

    def close(self) -> None:
        for worker in self._workers:
            worker.end()

    def _anew(self, worker: _Worker) -> _Worker:
        worker.end()
        new = self._workers[self._workers.index(worker)] = _Worker()
        new.wait()
        return new


class _Worker:
    """One process, and the jobs that it has, the one that it works on first."""

    def __init__(self) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload(["folio.cohort.forked"])
        self.jobs: list[Future[Done]] = []
        self._pool = ProcessPoolExecutor(1, context, begin)
        before = signal.pthread_sigmask(signal.SIG_BLOCK, STOPS)  # processes that start have no answer to Ctrl-C yet
        try:
            self._process = self._pool.submit(os.getpid)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)

    def wait(self) -> None:
        """Until it is there; raises FolioError when it can't be started."""
        try:
            self._process.result()
        except BrokenProcessPool:
            raise FolioError(NOT_STARTED) from None

    def submit(self, job: Job, seconds: float) -> Future[Done]:
        try:
            future = self._pool.submit(one, job, seconds, VERSION)
        except BrokenProcessPool as error:  # it died since the last job, and that is told as of this one
            future = Future()
            future.set_exception(error)
        self.jobs.append(future)
        return future

    def open(self) -> list[Future[Done]]:
        """The jobs that did not come to an end."""
        return [one for one in self.jobs if not one.done() or isinstance(one.exception(), BrokenProcessPool)]

    def end(self) -> None:
        if self._process.done() and not self._process.exception():
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.result(), signal.SIGKILL)
        self._pool.shutdown(wait=False, cancel_futures=True)
