"""Articles that are pages on the web, by their text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from folio.evidence.access import Access, Subject, Task
from folio.evidence.looked import looked
from folio.evidence.model import Observation
from folio.profile.model import Profile
from folio.web.offline import OFFLINE

NAME = "pages"
VERSION = "3"
"""Raised whenever what is seen of the same page changes."""


def subjects(profile: Profile) -> tuple[Subject, ...]:
    """Every article that has an address and no file."""
    return tuple(
        Subject(f"article:{one.id}", one.url)
        for one in profile.articles or ()
        if one.url is not None and one.file is None
    )


def observe(tasks: Sequence[Task], access: Access) -> Iterator[Observation]:
    """What each page shows, as it answers."""
    stale: list[Task] = []
    for task in tasks:
        if task.before is not None and access.fresh(task.before) and _is_ours(task.before):
            yield task.before
        elif access.web is None:
            yield looked(NAME, task, access, problem=OFFLINE)
        else:
            stale.append(task)
    if stale and access.web is not None:
        from folio.evidence.reading.pages import Look

        yield from Look(NAME, VERSION, access, access.web).at(stale)


def _is_ours(before: Observation) -> bool:
    return before.seen is None or before.fingerprint.partition(" ")[0] == VERSION
