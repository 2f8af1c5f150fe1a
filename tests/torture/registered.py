"""The kinds of fault that lie in the machine: kills, disks, folders, clocks, and company."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial

from torture import clocks, company, disks, folders
from torture.kills import kills
from torture.kinds import Kind

SHARES = (("build", 0.15), ("collect", 0.15), ("build", 0.15), ("collect", 0.15), ("site", 0.2), ("resume", 0.2))
"""Which part of the kills hits which command; the slow ones are killed in two places at once."""


def kinds() -> Iterator[Kind]:
    number, seed = int(os.environ.get("FOLIO_TORTURE", "500")), int(os.environ.get("FOLIO_TORTURE_SEED", "1"))
    for part, (name, share) in enumerate(SHARES, 1):
        count = round(number * share) or 1
        yield Kind(f"kill -9 during folio {name} ({part})", partial(kills, name, count, seed * len(SHARES) + part))
    some = max(1, number // 25)
    for name in ("build", "site"):
        yield Kind(f"files that may not grow, folio {name}", partial(disks.limited, some, name))
    yield Kind("a disk that is full", partial(disks.full, some))
    yield Kind("folders that take no files", folders.closed)
    yield Kind("a disk that is read-only", folders.read_only)
    yield Kind("a clock that jumps", clocks.jumps)
    yield Kind("two builds into one folder", partial(company.pairs, some, same_state=True))
    yield Kind("two builds of two people into one folder", partial(company.pairs, some, same_state=False))
