"""What a worker is given, and what it gives back; both cross processes and machines."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from folio.cohort.candidate import Candidate
from folio.options import Options


@dataclass(frozen=True, slots=True)
class Asked:
    """What a run asks of each profile; its options hold no callbacks, so that it can be sent."""

    options: Options
    """The platforms are rubrics' ids, or paths that workers see too. `state` holds what is kept for records and
    repositories, each in a folder of its own; None keeps nothing of them. Folders keep theirs beside the profile."""
    stored: bool = False
    """Look at nothing, not even at repositories beside the profile: score what was seen before."""
    render: Path | None = None
    """Where to build each profile's site and documents, in a folder by its id; None builds nothing."""


@dataclass(frozen=True, slots=True)
class Job:
    """A chunk of candidates in the order of the plan."""

    number: int
    candidates: tuple[Candidate, ...]
    asked: Asked
    token: str | None = field(default=None, repr=False)
    """For GitHub; only this job's worker asks with it while the job runs."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a job."""

    number: int
    lines: bytes
    """One JSON object a line for each row, in the order of the candidates and then of the platforms."""
    waiting: tuple[str, ...] = ()
    """Ids of those for whom GitHub's limit was reached: their rows are as good as they can be now, and better later."""
    again_at: str | None = None
    """When GitHub answers this token again, as an ISO moment in UTC."""
