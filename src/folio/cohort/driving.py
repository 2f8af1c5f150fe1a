"""Chunks through an executor: a bounded number at once, lost ones again, and rows for what can't be worked on."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field, replace
from datetime import datetime

from folio.cohort.budget import Budget, Lease
from folio.cohort.candidate import Candidate
from folio.cohort.executor import Executor, Lost
from folio.cohort.job import Asked, Done, Job

Clock = Callable[[], datetime]
Fill = Callable[[Candidate], Candidate]
Given = Callable[[Candidate, int], bytes]
"""Rows for a profile that can't be worked on, which so many workers died of."""

CHECK = 5.0
"""Seconds after which somebody asks whether there is still somebody at work."""


@dataclass(slots=True)
class Chunk:
    """Candidates whose rows are kept together."""

    number: int
    candidates: tuple[Candidate, ...]
    done: dict[int, Done] = field(default_factory=dict)
    """What is done of it, by the place of its first candidate."""
    left: int = 0

    def __post_init__(self) -> None:
        self.left = len(self.candidates)

    def add(self, start: int, count: int, done: Done) -> None:
        self.done[start] = done
        self.left -= count

    def whole(self) -> Done:
        """All of it, in the order of its candidates whatever the order that it was done in."""
        every = [self.done[start] for start in sorted(self.done)]
        return Done(
            self.number,
            b"".join(one.lines for one in every),
            tuple(name for one in every for name in one.waiting),
            max((one.again_at for one in every if one.again_at), default=None),
        )


@dataclass(frozen=True, slots=True)
class _Piece:
    """Some of a chunk that is given to a worker together; `deaths` are those of workers while they had it."""

    chunk: Chunk
    start: int
    stop: int
    deaths: int = 0


Running = dict[Future[Done], tuple[_Piece, Lease]]
"""The jobs that are in flight."""


@dataclass(frozen=True, slots=True)
class Driver:
    """How chunks go through an executor."""

    executor: Executor
    budget: Budget
    asked: Callable[[], Asked]
    clock: Clock
    fill: Fill
    give_up: Given
    retries: int
    """How often a profile is tried again that its worker died of."""

    def drive(self, chunks: Iterable[Chunk], *, patient: bool = False) -> Iterator[Done]:
        """Yields each chunk once it is whole, in any order. The patient ask GitHub only where it answers, and leave
        chunks undone when there is no token that it does."""
        todo = iter(chunks)
        again: deque[_Piece] = deque()
        running: Running = {}
        try:
            while True:
                while self.executor.room() and (lease := self.budget.lease(self.clock(), patient=patient)):
                    piece = again.popleft() if again else _piece(next(todo, None))
                    if piece is None:
                        self.budget.give_back(lease)
                        break
                    running[self.executor.submit(self._job(piece, lease))] = (piece, lease)
                if not running:
                    return
                over, _ = wait(running, CHECK, FIRST_COMPLETED)
                for future in () if over else self.executor.check():
                    yield from self._lost(Lost(future), running, again)
                for future in over:
                    yield from self._ended(future, running, again)
        finally:
            for _, lease in running.values():
                self.budget.give_back(lease)

    def _job(self, piece: _Piece, lease: Lease) -> Job:
        some = tuple(map(self.fill, piece.chunk.candidates[piece.start : piece.stop]))
        return Job(piece.chunk.number, some, self.asked(), lease.token)

    def _ended(self, future: Future[Done], running: Running, again: deque[_Piece]) -> Iterator[Done]:
        """What becomes of a job that is over: a chunk that is whole by it, or pieces to be done again."""
        if future not in running:  # its worker died under the job before
            return
        try:
            done = self.executor.result(future)
        except Lost as lost:
            yield from self._lost(lost, running, again)
        else:
            piece, lease = running.pop(future)
            self.budget.give_back(lease, datetime.fromisoformat(done.again_at) if done.again_at else None)
            yield from _added(piece, done)

    def _lost(self, lost: Lost, running: Running, again: deque[_Piece]) -> Iterator[Done]:
        """Gives what was lost again, each profile alone; one that was given often enough is told as a problem."""
        for other in lost.others:
            piece, lease = running.pop(other)
            self.budget.give_back(lease)
            again.append(piece)
        piece, lease = running.pop(lost.of)
        self.budget.give_back(lease)
        if piece.stop - piece.start > 1:
            again.extend(replace(piece, start=at, stop=at + 1, deaths=1) for at in range(piece.start, piece.stop))
        elif piece.deaths < self.retries:
            again.append(replace(piece, deaths=piece.deaths + 1))
        else:
            candidate = piece.chunk.candidates[piece.start]
            yield from _added(piece, Done(piece.chunk.number, self.give_up(candidate, piece.deaths + 1)))


def _added(piece: _Piece, done: Done) -> Iterator[Done]:
    """Its chunk, where it is whole by that."""
    piece.chunk.add(piece.start, piece.stop - piece.start, done)
    if piece.chunk.left == 0:
        yield piece.chunk.whole()


def _piece(chunk: Chunk | None) -> _Piece | None:
    return _Piece(chunk, 0, len(chunk.candidates)) if chunk else None
