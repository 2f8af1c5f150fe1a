"""The door to Dask: an executor whose workers are those of a cluster."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from typing import Any
from uuid import uuid4

from folio.cohort.executor import AHEAD, Executor, Lost
from folio.cohort.job import Done, Job
from folio.cohort.worker import one
from folio.errors import FolioError
from folio.version import VERSION

MISSING = "--scheduler is for Dask, which is not installed; pip install 'folio-ready[cluster]'"
GONE = "the cluster has gone; run the same command again once it is there: what is done is kept"
PATIENCE = 20.0
"""Seconds for a scheduler to answer, and for its first worker to come."""
NOBODY = "the cluster has no workers; waiting for some: dask worker {address}"
BACK = "the cluster has workers again"
UNSAID = 10.0
"""Seconds without any worker before that is said: one that died may be started anew."""
GOING = ("waiting", "no-worker", "queued", "processing")
"""What a scheduler says of a job whose answer is still to come."""
TRIES = 4
"""How often Dask gives a job to workers, when nobody told it otherwise."""
SLACK = 60.0
"""Seconds beyond all deadlines after which an answer is taken to be lost."""
COUNTED = 2.0
"""Seconds for which the number of workers stands: asking for it takes a call."""


def connected(address: str, seconds: float, tell: Callable[[str], None], *, patience: float = PATIENCE) -> Executor:
    """The workers of the scheduler at this address; raises FolioError when there are none, or none that can work.

    `tell` hears when all of them have gone later, and when some are back.
    """
    try:
        import distributed
    except ImportError:
        raise FolioError(MISSING) from None
    _silence()
    untyped: Any = distributed
    try:
        client = untyped.Client(address, timeout=patience, set_as_default=False, name="folio-cohort")
    except (OSError, ValueError, TypeError, ImportError, RuntimeError) as error:
        # OSError: nobody answers; ValueError and TypeError: it is no address; ImportError, RuntimeError: it speaks
        # a protocol or compression that is not installed here.
        why = "" if isinstance(error, OSError) else f" ({' '.join(str(error).split())[:120]})"
        raise FolioError(
            f"no Dask scheduler answers at {address}{why}; check the address, as tcp://host:8786"
        ) from None
    try:
        return _Cluster(client, address, seconds, tell, patience)
    except BaseException:
        client.close(timeout=1)
        raise


class _Cluster:
    """Dask tries a job again by itself whose worker died, on another one; after several of them it is lost."""

    def __init__(self, client: Any, address: str, seconds: float, tell: Callable[[str], None], patience: float) -> None:
        self._client, self._address, self._tell = client, address, tell
        self._executor = client.get_executor(pure=False)
        self._seconds = seconds
        self._open: dict[Future[Done], tuple[str, int]] = {}
        """The keys of jobs at the scheduler, and how many profiles each has."""
        self._stirred = self._peopled = time.monotonic()
        """When a job was given or came back last, and when there was a worker last."""
        self._told = False
        self._doubted: frozenset[Future[Done]] = frozenset()
        """Jobs that the scheduler had no more to do for when it was asked last."""
        self._room = 0
        self._counted = float("-inf")
        try:
            client.wait_for_workers(1, timeout=patience)
        except TimeoutError:
            raise FolioError(
                f"the Dask scheduler at {address} has no workers; start some: dask worker {address}"
            ) from None
        self._check()

    def room(self) -> bool:
        if time.monotonic() - self._counted > COUNTED:
            self._room = AHEAD * max(1, len(self._asked(self._client.nthreads)))
            self._counted = time.monotonic()
        return len(self._open) < self._room

    def submit(self, job: Job) -> Future[Done]:
        key = f"folio-{uuid4().hex}"
        future: Future[Done] = self._asked(lambda: self._executor.submit(one, job, self._seconds, VERSION, key=key))
        self._open[future] = key, len(job.candidates)
        self._stirs()
        return future

    def result(self, future: Future[Done]) -> Done:
        from distributed import KilledWorker

        self._open.pop(future)
        self._stirs()
        try:
            return future.result()
        except KilledWorker:
            raise Lost(future) from None
        except (CancelledError, OSError):
            raise FolioError(GONE) from None

    def check(self) -> tuple[Future[Done], ...]:
        if self._client.status != "running":  # a job whose answer was on its way then never ends
            raise FolioError(GONE)
        if not self._is_peopled():
            return ()
        lost = self._lost()
        for future in lost:
            self._open.pop(future)
            future.cancel()
        return lost

    def _is_peopled(self) -> bool:
        """Whether there is any worker; jobs wait at the scheduler until there is."""
        now = time.monotonic()
        if self._asked(self._client.nthreads):
            self._peopled = now
            if self._told:
                self._told = False
                self._tell(BACK)
            return True
        if now - self._peopled >= UNSAID and not self._told:
            self._told = True
            self._tell(NOBODY.format(address=self._address))
        self._stirs()
        return False

    def _lost(self) -> tuple[Future[Done], ...]:
        """Jobs whose answer will not come: the connection dropped while it was on its way.

        The scheduler is done with them, twice when it was asked; or none has ended for longer than any may take.
        """
        quiet = time.monotonic() - self._stirred
        if quiet > TRIES * self._seconds * max((count for _, count in self._open.values()), default=0) + SLACK:
            return tuple(self._open)
        keys = [key for key, _ in self._open.values()]
        said = self._asked(lambda: self._client.sync(self._client.scheduler.get_task_status, keys=keys))
        over = frozenset(one for one, (key, _) in self._open.items() if said.get(key) not in GOING and not one.done())
        lost, self._doubted = over & self._doubted, over - self._doubted
        return tuple(one for one in self._open if one in lost)

    def _stirs(self) -> None:
        self._stirred = time.monotonic()
        self._doubted = frozenset()

    def close(self) -> None:
        self._executor.shutdown(wait=False)
        self._client.close(timeout=2)

    def _check(self) -> None:
        """That every worker has this folio; those that come later say so of each job."""
        for worker, version in self._asked(lambda: self._client.run(_version, on_error="return")).items():
            if isinstance(version, Exception):
                raise FolioError(f"the worker {worker} can't run folio ({type(version).__name__}); install it there")
            if version != VERSION:
                raise FolioError(f"the worker {worker} has folio {version} and this is {VERSION}; install one of them")

    def _asked(self, ask: Any) -> Any:
        try:
            return ask()
        except (OSError, RuntimeError, CancelledError):  # RuntimeError: the client was closed
            raise FolioError(GONE) from None


def _silence() -> None:
    """Dask gives several of its loggers a handler of their own; what there is to tell is told in folio's words."""
    names = [name for name in logging.root.manager.loggerDict if name.partition(".")[0] in ("distributed", "tornado")]
    for name in names:
        logger = logging.getLogger(name)
        logger.handlers[:] = [logging.NullHandler()]
        logger.propagate = False


def _version() -> str:
    return VERSION
