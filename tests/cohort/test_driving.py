"""Chunks through workers that die: each comes out whole, and the profile that they die of is told."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cohort.crowd import DAY, NOW
from folio.cohort.budget import Budget
from folio.cohort.candidate import Candidate
from folio.cohort.driving import Chunk, Driver
from folio.cohort.executor import Executor, Lost, Workers
from folio.cohort.job import Asked, Done, Job
from folio.errors import FolioError
from folio.options import Options

ASKED = Asked(Options(today=DAY, offline=True, platforms=("toptal",)))


class Deadly(bytes):
    """Content that ends the process that it is unpacked in."""

    def __reduce__(self) -> Any:
        return os._exit, (9,)


class Pretended:
    """Workers of this process: jobs end in any order, and a job with a deadly profile loses its worker."""

    def __init__(self, chance: random.Random, deadly: set[str]) -> None:
        self.chance, self.deadly = chance, deadly
        self.jobs: list[tuple[Future[Done], Job]] = []
        self.most = 0
        self.tokens: list[str | None] = []

    def room(self) -> bool:
        return len(self.jobs) < 4

    def submit(self, job: Job) -> Future[Done]:
        future: Future[Done] = Future()
        self.jobs.append((future, job))
        self.most = max(self.most, len(self.jobs))
        self.tokens.append(job.token)
        if not self.room() or self.chance.random() < 0.3:
            self._work()
        elif len(self.jobs) == 1:
            future.set_result(self._done(job))
        return future

    def result(self, future: Future[Done]) -> Done:
        place = next(n for n, (one, _) in enumerate(self.jobs) if one is future)
        _, job = self.jobs.pop(place)
        lost = self.deadly & {one.id for one in job.candidates}
        others = tuple(one for one, _ in self.jobs if self.chance.random() < 0.5) if lost else ()
        self.jobs = [(one, job) for one, job in self.jobs if one not in others]
        if self.jobs and not any(one.done() for one, _ in self.jobs):
            self._work()
        if lost:
            raise Lost(future, others)
        return self._done(job)

    def check(self) -> tuple[Future[Done], ...]:
        return ()

    def close(self) -> None: ...

    def _work(self) -> None:
        future, job = self.chance.choice(self.jobs)
        if not future.done():
            future.set_result(self._done(job))

    def _done(self, job: Job) -> Done:
        return Done(job.number, b"".join(f"{one.id}\n".encode() for one in job.candidates))


def candidates(count: int) -> list[Candidate]:
    return [Candidate(f"p{n}", "record", f"people.jsonl:{n + 1}", at=0) for n in range(count)]


def chunks(every: list[Candidate], size: int) -> Iterator[Chunk]:
    for number, start in enumerate(range(0, len(every), size)):
        yield Chunk(number, tuple(every[start : start + size]))


def driver(executor: Executor, **further: Any) -> Driver:
    given: dict[str, Any] = {
        "executor": executor,
        "budget": Budget(),
        "asked": lambda: ASKED,
        "clock": lambda: NOW,
        "fill": lambda one: one,
        "give_up": lambda one, deaths: f"{one.id} {deaths}\n".encode(),
        "retries": 2,
    }
    return Driver(**given | further)


@given(st.integers(1, 30), st.integers(1, 7), st.sets(st.integers(0, 29), max_size=4), st.integers(), st.integers(0, 3))
def test_whatever_dies_in_whatever_order_every_chunk_comes_out_whole(
    count: int, size: int, deadly: set[int], seed: int, tokens: int
) -> None:
    executor = Pretended(random.Random(seed), {f"p{n}" for n in deadly})
    every = candidates(count)
    budget = Budget(f"token-{n}" for n in range(tokens))
    done = {one.number: one.lines for one in driver(executor, budget=budget).drive(chunks(every, size))}
    lines = b"".join(done[n] for n in sorted(done)).decode().splitlines()
    assert [one.split()[0] for one in lines] == [one.id for one in every], "nobody is lost, twice, or elsewhere"
    assert {one.split()[0] for one in lines if " " in one} == {one.id for one in every} & executor.deadly
    assert all(one.endswith(" 3") for one in lines if " " in one), "and each was tried as often as asked for"
    assert executor.most <= 4, "no more jobs are open than there is room for"
    if tokens:
        assert executor.most <= tokens


def test_an_end_of_a_run_is_not_waited_for_and_gives_tokens_back() -> None:
    budget = Budget(["one", "two"])
    going = driver(Pretended(random.Random(1), set()), budget=budget).drive(chunks(candidates(9), 2))
    next(going)
    going.close()  # type: ignore[attr-defined]
    assert len({str(budget.lease(NOW)) for _ in range(2)}) == 1
    assert budget.lease(NOW) is None


def test_the_patient_leave_what_github_does_not_answer() -> None:
    budget = Budget(["one"])
    limited = Pretended(random.Random(1), set())
    limited._done = lambda job: Done(job.number, b"", ("p0",), (NOW + timedelta(hours=1)).isoformat())  # type: ignore[method-assign]
    done = list(driver(limited, budget=budget).drive(chunks(candidates(6), 2), patient=True))
    assert [one.number for one in done] == [0]
    assert done[0].waiting == ("p0",)


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    made = Workers(2, 60)
    yield made
    made.close()


def test_a_real_process_that_dies_costs_the_profile_that_it_dies_of_and_no_other(workers: Workers) -> None:
    def fill(one: Candidate) -> Candidate:
        content = b'{"profile": {"name": "A", "headline": "B", "summary": "C"}}'
        return replace(one, content=Deadly(b"boo") if one.id == "p4" else content)

    done = {one.number: one.lines for one in driver(workers, fill=fill).drive(chunks(candidates(9), 3))}
    lines = b"".join(done[n] for n in sorted(done)).splitlines()
    assert [b'"status":"scored"' in one for one in lines] == [n != 4 for n in range(9)]
    assert lines[4] == b"p4 3"


def test_a_worker_with_another_folio_stops_the_run(workers: Workers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("folio.cohort.executor.VERSION", "0.0.1")
    with pytest.raises(FolioError, match=r"a worker has folio .* and this is 0\.0\.1; install one version"):
        list(driver(workers).drive(chunks(candidates(1), 1)))


def test_a_profile_that_takes_too_long_ends_its_worker() -> None:
    hurried = Workers(1, 0.0005)
    try:
        (done,) = driver(hurried, retries=1).drive(chunks(candidates(1), 1))
    finally:
        hurried.close()
    assert done.lines == b"p0 2\n"
