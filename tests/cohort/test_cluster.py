"""The same run on a Dask cluster of two processes, one of which is killed; and clusters that can't work."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cohort.crowd import Silent, order, records
from folio.cohort.cluster import connected
from folio.cohort.job import Job
from folio.cohort.run import run
from folio.cohort.sources import candidates, filled
from folio.cohort.work import work
from folio.errors import FolioError

pytestmark = pytest.mark.filterwarnings("default")  # what Dask warns of is not folio's
distributed = pytest.importorskip("distributed")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50, host="127.0.0.1"
    ) as made:
        yield made


def test_the_rows_are_those_of_this_machine_also_when_a_worker_is_killed(cluster: Any, tmp_path: Path) -> None:
    source = records(tmp_path / "people.jsonl", 20)
    killed: list[int] = []

    def kill(done: int) -> None:
        if done >= 4 and not killed:
            worker = next(iter(cluster.workers.values()))
            killed.append(worker.pid)
            os.kill(worker.pid, signal.SIGKILL)

    there = order(source, tmp_path / "there.jsonl", scheduler=cluster.scheduler_address)
    outcome = run(there, Silent(kill))
    assert killed
    assert outcome.profiles == 20
    here = work(Job(0, tuple(map(filled, candidates([str(source)]))), there.asked))
    assert there.out.read_bytes() == here.lines


def test_a_cluster_that_can_not_work_is_told_in_plain_words(cluster: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        nobody = f"tcp://127.0.0.1:{closed.getsockname()[1]}"
        for address in (nobody, "tcp://127.0.0.1:notaport", "what://ever:1"):
            with pytest.raises(FolioError, match="no Dask scheduler answers at"):
                connected(address, 60, patience=0.5)
    monkeypatch.setattr("folio.cohort.cluster.VERSION", "0.0.1")
    with pytest.raises(FolioError, match=r"the worker tcp://.* has folio .* and this is 0\.0\.1; install one of them"):
        connected(cluster.scheduler_address, 60)
