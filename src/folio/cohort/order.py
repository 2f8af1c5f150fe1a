"""What a run is to do, what it came to, and who hears how it goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Protocol

from folio.cohort.candidate import Candidate
from folio.cohort.job import Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a run is to do."""

    sources: tuple[str, ...]
    out: Path
    """A .parquet file, a .jsonl file, or without a suffix a folder of Parquet files."""
    asked: Asked
    day_said: bool = True
    """Whether the day was asked for; a run that is gone on with keeps its own otherwise."""
    chunk: int | None = None
    """Profiles in a job; None for that of the run that is gone on with, else for the usual number."""
    workers: int = 1
    scheduler: str | None = None
    """The address of a Dask scheduler, in place of workers of this machine."""
    tokens: tuple[str, ...] = field(default=(), repr=False)
    retries: int = 2
    """How often a profile is tried again that its worker died of."""
    deadline: float = 600
    """Seconds that a profile may take."""
    wait: timedelta = timedelta()
    """How long to wait for GitHub in all, once everything else is done."""
    restart: bool = False
    """Forget what an unfinished run has done."""
    clock: Callable[[], datetime]
    sleep: Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Fault:
    """A profile that could not be scored."""

    candidate: Candidate
    row: bytes
    """One of its rows, as JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run came to."""

    day: date
    profiles: int
    rows: int
    problems: int
    """Profiles that could not be scored."""
    unbuilt: int
    """Profiles that were scored, and whose site and documents could not be made."""
    taken_up: int
    """Profiles that an earlier run had done."""
    waiting: int
    """Profiles for whom GitHub's limit was reached."""
    again_at: str | None
    """When GitHub answers again."""
    faults: tuple[Fault, ...]
    """The first profiles that could not be scored."""


class Shown(Protocol):
    """Hears how it goes."""

    def step(self, text: str) -> None: ...
    def expect(self, count: int) -> None: ...
    def detail(self, text: str, done: int = 0) -> None: ...


class Stopped(KeyboardInterrupt):
    """Somebody ended the run; what is done is kept."""

    def __init__(self, done: int, total: int) -> None:
        super().__init__()
        self.done = done
        self.total = total
