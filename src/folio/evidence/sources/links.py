"""Being built."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from folio.evidence.access import Access, Subject, Task
from folio.evidence.model import Observation
from folio.profile.model import Profile

NAME = "links"


def subjects(profile: Profile) -> tuple[Subject, ...]:
    """None yet."""
    return ()


def observe(tasks: Sequence[Task], access: Access) -> Iterator[Observation]:
    """Nothing yet."""
    return iter(())
