"""What a look at a task comes to."""

from __future__ import annotations

from datetime import datetime

from folio.evidence.access import Access, Task
from folio.evidence.model import Observation, Seen


def looked(
    source: str,
    task: Task,
    access: Access,
    *,
    fingerprint: str = "",
    seen: Seen | None = None,
    problem: str | None = None,
    again_at: datetime | None = None,
) -> Observation:
    """The observation of a task, today."""
    return Observation(
        source=source,
        subject=task.subject.name,
        observed_on=access.today,
        fingerprint=fingerprint,
        seen=seen,
        problem=problem,
        again_at=again_at,
    )
