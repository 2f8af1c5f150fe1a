"""The same run on a Dask cluster of two processes, one of which is killed; and clusters that can't work."""

from __future__ import annotations

import os
import signal
import socket
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cohort.crowd import Silent, order, records
from cohort.test_driving import candidates, chunks, driver
from folio.cohort.candidate import Candidate
from folio.cohort.cluster import connected
from folio.cohort.job import Job
from folio.cohort.run import run
from folio.cohort.sources import candidates as found
from folio.cohort.sources import filled
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
            worker.auto_restart = False  # a new one is started when one is needed
            killed.append(worker.pid)
            os.kill(worker.pid, signal.SIGKILL)

    there = order(source, tmp_path / "there.jsonl", scheduler=cluster.scheduler_address)
    outcome = run(there, Silent(kill))
    assert killed
    assert outcome.profiles == 20
    here = work(Job(0, tuple(map(filled, found([str(source)]))), there.asked))
    assert there.out.read_bytes() == here.lines


def test_an_answer_that_is_lost_is_asked_for_again_and_workers_that_left_are_waited_for(
    cluster: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("folio.cohort.driving.CHECK", 0.5)
    monkeypatch.setattr("folio.cohort.cluster.UNSAID", 0)
    told: list[str] = []
    there: Any = connected(cluster.scheduler_address, 60, told.append)
    give, given = there._executor.submit, []
    workers, nobody = there._client.nthreads, [{}]
    monkeypatch.setattr(there._client, "nthreads", lambda: nobody.pop() if given and nobody else workers())

    def submit(*words: Any, **named: Any) -> Any:
        given.append(give(*words, **named))
        return given[-1] if len(given) > 1 else Future()  # nobody hears of the first

    monkeypatch.setattr(there._executor, "submit", submit)
    try:
        done = {one.number: one.lines for one in driver(there, retries=50).drive(chunks(whole(5), 2))}
    finally:
        there.close()
    lines = b"".join(done[n] for n in sorted(done)).splitlines()
    assert [b'"status":"scored"' in one for one in lines] == [True] * 5
    assert len(given) >= 3 + 2, "at least the two of the chunk that was lost were given again, alone"
    assert told == [f"the cluster has no workers; waiting for some: dask worker {cluster.scheduler_address}",
                    "the cluster has workers again"]  # fmt: skip


def whole(count: int) -> list[Candidate]:
    content = b'{"profile": {"name": "A", "headline": "B", "summary": "C"}}'
    return [replace(one, content=content) for one in candidates(count)]


def test_a_cluster_that_can_not_work_is_told_in_plain_words(cluster: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        nobody = f"tcp://127.0.0.1:{closed.getsockname()[1]}"
        for address in (nobody, "tcp://127.0.0.1:notaport", "what://ever:1"):
            with pytest.raises(FolioError, match="no Dask scheduler answers at"):
                connected(address, 60, print, patience=0.5)
    monkeypatch.setattr("folio.cohort.cluster.VERSION", "0.0.1")
    with pytest.raises(FolioError, match=r"the worker tcp://.* has folio .* and this is 0\.0\.1; install one of them"):
        connected(cluster.scheduler_address, 60, print)
