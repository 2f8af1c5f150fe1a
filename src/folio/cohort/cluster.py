"""The door to Dask: an executor whose workers are those of a cluster."""

from __future__ import annotations

import logging
import time
from concurrent.futures import CancelledError, Future
from typing import Any

from folio.cohort.executor import AHEAD, Executor, Lost
from folio.cohort.job import Done, Job
from folio.cohort.worker import one
from folio.errors import FolioError
from folio.version import VERSION

MISSING = "--scheduler is for Dask, which is not installed; pip install 'folio-ready[cluster]'"
GONE = "the cluster has gone; run the same command again once it is there: what is done is kept"
PATIENCE = 20.0
"""Seconds for a scheduler to answer, and for its first worker to come."""
COUNTED = 2.0
"""Seconds for which the number of workers stands: asking for it takes a call."""


def connected(address: str, seconds: float, *, patience: float = PATIENCE) -> Executor:
    """The workers of the scheduler at this address; raises FolioError when there are none, or none that can work."""
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
        return _Cluster(client, address, seconds, patience)
    except BaseException:
        client.close(timeout=1)
        raise


class _Cluster:
    """Dask tries a job again by itself whose worker died, on another one; after several of them it is lost."""

    def __init__(self, client: Any, address: str, seconds: float, patience: float) -> None:
        self._client = client
        self._executor = client.get_executor(pure=False)
        self._seconds = seconds
        self._open = 0
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
        return self._open < self._room

    def submit(self, job: Job) -> Future[Done]:
        self._open += 1
        future: Future[Done] = self._asked(lambda: self._executor.submit(one, job, self._seconds, VERSION))
        return future

    def result(self, future: Future[Done]) -> Done:
        from distributed import KilledWorker

        self._open -= 1
        try:
            return future.result()
        except KilledWorker:
            raise Lost(future) from None
        except (CancelledError, OSError):
            raise FolioError(GONE) from None

    def check(self) -> None:
        if self._client.status != "running":  # a job whose answer was on its way then never ends
            raise FolioError(GONE)

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
