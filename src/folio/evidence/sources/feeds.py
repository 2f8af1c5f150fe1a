"""The feeds of the person's own writing, and every text that they have listed since folio knows them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from folio.evidence.access import Access, Subject, Task
from folio.evidence.looked import looked
from folio.evidence.model import FeedSeen, Observation
from folio.evidence.reading.later import LATER
from folio.profile.model import Profile
from folio.web.offline import OFFLINE

NAME = "feeds"
VERSION = "3"
"""Raised whenever what is seen of the same feed changes."""


def subjects(profile: Profile) -> tuple[Subject, ...]:
    """Every feed that the profile names, with the person's addresses on whose sites its texts may be."""
    own = (*profile.pages.values(), *(one.url for one in profile.articles or () if one.url is not None))
    found: dict[str, str] = {}
    for url in profile.feeds or ():
        found.setdefault(_name(url), url)
    return tuple(Subject(name, url, own) for name, url in found.items())


def _name(url: str) -> str:
    """By host and path; a query, which may hold a key, only by its hash."""
    parts = urlsplit(url)
    query = f"?{hashlib.sha256(parts.query.encode()).hexdigest()[:8]}" if parts.query else ""
    return f"feed:{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}{query}"


def observe(tasks: Sequence[Task], access: Access) -> Iterator[Observation]:
    """What each feed lists, with the texts of up to 40 pages each, as it is done."""
    stale: list[Task] = []
    for task in tasks:
        before = task.before
        if before is not None and access.fresh(before) and not _has_more(before, access):
            yield before
        elif access.web is None:
            yield looked(NAME, task, access, problem=OFFLINE)
        else:
            stale.append(task)
    if stale and access.web is not None:
        from folio.evidence.reading.feeds import look

        yield from look(NAME, VERSION, stale, access, access.web)


def _has_more(before: Observation, access: Access) -> bool:
    """Whether pages were left for this run."""
    asleep = before.again_at is not None and before.again_at > access.now
    seen = before.seen
    return not asleep and isinstance(seen, FeedSeen) and any(one.problem == LATER for one in seen.entries)
