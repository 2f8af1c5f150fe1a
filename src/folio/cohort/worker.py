"""What runs in a worker process, of this machine or of a cluster."""

from __future__ import annotations

import faulthandler
import gc
import logging
import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from folio.cohort.job import Done, Job
from folio.errors import FolioError
from folio.version import VERSION

ONE_AT_A_TIME = threading.Lock()
"""Workers of a cluster may have several threads; what reads repositories and builds is made for one."""

STOPS = (signal.SIGINT, signal.SIGTERM)
"""What ends a run; it is held back while a worker starts."""


def begin() -> None:
    """Makes this process a worker: it hears no Ctrl-C, and ends when the run does, however that ends."""
    os.setsid()  # what it starts, such as git, hears no Ctrl-C either, and ends with it
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)
    logging.getLogger("folio").addHandler(logging.NullHandler())  # what is to be told is in the rows
    gc.set_threshold(100_000, 20, 20)
    threading.Thread(target=_end_with_the_run, daemon=True).start()


def _end_with_the_run() -> None:
    if (run := multiprocessing.parent_process()) is not None:
        run.join()
        os.killpg(0, signal.SIGKILL)


def one(job: Job, seconds: float, version: str) -> Done:
    """What becomes of a job. A profile that takes longer than `seconds` ends this process, whatever it is stuck in.

    Raises FolioError where this worker's folio is another one than the caller's, or no job can be done.
    """
    if version != VERSION:
        raise FolioError(f"a worker has folio {VERSION} and this is {version}; install one version on all of them")
    from folio.cohort.work import work

    with ONE_AT_A_TIME:
        done = []
        for candidate in job.candidates:
            with _ended_after(seconds):
                done.append(work(replace(job, candidates=(candidate,))))
    return Done(
        job.number,
        b"".join(each.lines for each in done),
        tuple(name for each in done for name in each.waiting),
        max((each.again_at for each in done if each.again_at), default=None),
    )


@contextmanager
def _ended_after(seconds: float) -> Iterator[None]:
    """Ends this process after that time: from a thread of C, which runs also while Python can't."""
    with open(os.devnull, "w") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()
