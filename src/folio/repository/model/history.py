"""What the commits and tags say."""

from __future__ import annotations

from datetime import date

from folio.frozen import Frozen


class Tag(Frozen):
    """A tag that looks like a version, and the commit it points at."""

    name: str
    commit: str
    day: date


class History(Frozen):
    """What the commits say. `own` are those by one of the profile's addresses, merges left out."""

    commits: int
    own: int
    authors: int
    first_day: date | None
    last_day: date | None
    own_days: tuple[date, ...]
    """Days with at least one own commit that changes something and whose subject says what."""
    own_weeks: tuple[str, ...]
    """ISO weeks (`2026-W07`) of own commits that change something."""
    future: int = 0
    """Commits dated after the run's day; they are evidence of nothing."""
    shallow: bool = False
    tags: tuple[Tag, ...] = ()


class Files(Frozen):
    """What the commit's tree holds, as `git ls-tree -rl` counts it."""

    count: int = 0
    size: int = 0
    """Bytes of all regular files and links."""
    links: int = 0
    submodules: int = 0
