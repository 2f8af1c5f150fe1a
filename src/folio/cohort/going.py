"""A run on its way: what is done of it, what is left, and who waits for GitHub."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import chain, islice
from pathlib import Path

from folio.cohort import parts, plan
from folio.cohort.budget import Budget
from folio.cohort.candidate import Candidate
from folio.cohort.driving import Chunk, Driver
from folio.cohort.executor import Executor, Workers
from folio.cohort.job import Asked, Done
from folio.cohort.order import Fault, Order, Shown
from folio.cohort.parts import Part
from folio.cohort.row import ProblemRow
from folio.cohort.rows import lines, unscored
from folio.cohort.sources import filled

FAULTS = 5
"""The most chunks that are remembered for their faults."""
PAUSE = timedelta(minutes=1)
"""Before GitHub is asked again where nothing came of it."""


class Going:
    """The chunks of a run. What it holds does not grow with their number, but for the ids of those who wait."""

    def __init__(self, order: Order, asked: Asked, folder: Path, size: int, platforms: tuple[str, ...], shown: Shown):
        self.total = plan.count(folder)
        self.done = self.taken_up = self.rows = self.problems = self.unbuilt = 0
        self.faulty: list[int] = []
        """The first chunks with profiles that could not be scored."""
        self.waiting: dict[int, Part] = {}
        """By number, chunks with profiles that wait for GitHub."""
        self._order, self._asked, self._folder, self._size = order, asked, folder, size
        self._platforms, self._shown = platforms, shown

    def go(self) -> None:
        """Does everything that is left."""
        undone = self._undone()
        first = next(undone, None)
        if first is None and not (self.waiting and self._order.wait):
            return
        executor = self._executor()
        try:
            driver = Driver(
                executor=executor,
                budget=Budget(self._order.tokens),
                asked=self._asked_now,
                clock=self._order.clock,
                fill=filled,
                give_up=self._given_up,
                retries=self._order.retries,
            )
            for done in driver.drive(chain([first] if first else [], undone)):
                self._keep(done)
            self._wait(driver)
        finally:
            executor.close()

    def parts(self) -> list[Path]:
        """The rows of all chunks, in their order."""
        return [parts.rows_of(self._folder, number) for number in range(-(-self.total // self._size))]

    def first_faults(self) -> Iterator[Fault]:
        """The profiles of the first chunks that could not be scored, in their order."""
        if not self.faulty:
            return
        every = plan.chunks(plan.read(self._folder), self._size)
        for number, candidates in enumerate(islice(every, self.faulty[-1] + 1)):
            if number in self.faulty:
                rows = {json.loads(line)["id"]: line for line in parts.faulty(parts.rows_of(self._folder, number))}
                yield from (Fault(one, rows[one.id]) for one in candidates if one.id in rows)

    def _executor(self) -> Executor:
        order = self._order
        if order.scheduler is not None:
            from folio.cohort.cluster import connected

            return connected(order.scheduler, order.deadline, self._shown.step)
        return Workers(min(order.workers, -(-self.total // self._size)), order.deadline)

    def _asked_now(self) -> Asked:
        return replace(self._asked, options=replace(self._asked.options, clock=self._order.clock()))

    def _undone(self) -> Iterator[Chunk]:
        """The chunks to be done; the others are taken up on the way."""
        for number, candidates in enumerate(plan.chunks(plan.read(self._folder), self._size)):
            if part := parts.taken_up(self._folder, number, len(candidates)):
                self.taken_up += part.profiles
                self._count(number, part)
            else:
                yield Chunk(number, candidates)

    def _keep(self, done: Done) -> None:
        profiles = min(self._size, self.total - done.number * self._size)
        self._count(
            done.number, parts.keep(self._folder, done.number, done.lines, profiles, done.waiting, done.again_at)
        )

    def _count(self, number: int, part: Part) -> None:
        self.done += part.profiles
        self.rows += part.rows
        self.problems += part.problems
        self.unbuilt += part.unbuilt
        if part.problems:
            self.faulty = sorted({*self.faulty, number})[:FAULTS]
        if part.waiting:
            self.waiting[number] = part
        faults = f"{self.problems:,} with problems" if self.problems else "none with problems"
        self._shown.detail(faults, part.profiles)

    def _wait(self, driver: Driver) -> None:
        """Gives those who wait to workers again once GitHub answers, for as long as the order says."""
        until = self._order.clock() + self._order.wait
        while self.waiting and self._order.wait:
            now = self._order.clock()
            at = driver.budget.answers_at(now)
            if at > until:
                return
            if at > now:
                self._shown.step(f"waiting for GitHub until {at:%H:%M} UTC")
                self._order.sleep((at - now).total_seconds())
            before = sum(len(part.waiting) for part in self.waiting.values())
            for done in driver.drive(self._waiting_chunks(), patient=True):
                self._better(done)
            if sum(len(part.waiting) for part in self.waiting.values()) == before and at <= now:
                if now + PAUSE > until:
                    return
                self._order.sleep(PAUSE.total_seconds())

    def _waiting_chunks(self) -> Iterator[Chunk]:
        open_now = {number: set(part.waiting) for number, part in self.waiting.items()}
        for number, candidates in enumerate(plan.chunks(plan.read(self._folder), self._size)):
            if number in open_now:
                yield Chunk(number, tuple(one for one in candidates if one.id in open_now[number]))

    def _better(self, done: Done) -> None:
        """Rows that are better now, in place of those that were as good as they could be."""
        old = self.waiting.pop(done.number)
        self.done -= old.profiles
        self.rows -= old.rows
        self.problems -= old.problems
        self.unbuilt -= old.unbuilt
        anew = parts.by_profile(done.lines)
        self._count(done.number, parts.replaced(self._folder, done.number, old, anew, done.waiting, done.again_at))

    def _given_up(self, candidate: Candidate, deaths: int) -> bytes:
        times = "once" if deaths == 1 else f"{deaths} times"
        problem = ProblemRow(
            file="",
            line=0,
            column=0,
            field="",
            what=f"scoring it ended the worker process {times}: it crashed, took too much memory or "
            f"more than {self._order.deadline:g} seconds",
            todo="score it alone with 'folio score' to see why",
        )
        built = None if self._asked.render is None else False
        return lines(unscored(candidate.id, one, (problem,), built=built) for one in self._platforms)
