"""What is recorded of a look at an address, whatever came of it."""

from __future__ import annotations

import hashlib
from datetime import datetime

from folio.evidence.access import Access, Task
from folio.evidence.model import LinkSeen, Observation, Probe

SOURCE = "links"
VERSION = 1
"""Raised whenever what is seen of the same answer changes."""


def record(
    task: Task,
    access: Access,
    *,
    probes: tuple[Probe, ...],
    seen: LinkSeen | None = None,
    problem: str | None = None,
    again_at: datetime | None = None,
) -> Observation:
    """The observation of an address; its fingerprint tells a changed page, and not one that answered again."""
    mark = repr((seen.status, seen.final_url, seen.title, seen.placeholder, seen.links_back) if seen else None)
    return Observation(
        source=SOURCE,
        subject=task.subject.name,
        observed_on=access.today,
        fingerprint=f"{VERSION}-{hashlib.sha256(mark.encode()).hexdigest()[:16]}",
        seen=seen,
        problem=problem,
        again_at=again_at,
        probes=probes,
    )
