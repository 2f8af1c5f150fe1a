"""The kinds of fault that lie in the machine: kills, disks, folders, clocks, and company."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import partial

from torture import clocks, company, disks, folders
from torture.kills import kills
from torture.kinds import Kind

SHARES = {"build": 0.3, "collect": 0.3, "site": 0.2, "resume": 0.2}
PARTS = 2
"""Every command is killed in so many places at once."""


def kinds() -> Iterator[Kind]:
    number, seed = int(os.environ.get("FOLIO_TORTURE", "500")), int(os.environ.get("FOLIO_TORTURE_SEED", "1"))
    for name, share in SHARES.items():
        for part in range(PARTS):
            count = round(number * share / PARTS) or 1
            yield Kind(
                f"kill -9 during folio {name}, part {part + 1}", partial(kills, name, count, seed * PARTS + part)
            )
    some = max(1, number // 25)
    yield Kind("files that may not grow", partial(disks.limited, some))
    yield Kind("a disk that is full", partial(disks.full, some))
    yield Kind("folders that take no files", folders.closed)
    yield Kind("a disk that is read-only", folders.read_only)
    yield Kind("a clock that jumps", clocks.jumps)
    yield Kind("two builds into one folder", partial(company.pairs, some, same_state=True))
    yield Kind("two builds of two people into one folder", partial(company.pairs, some, same_state=False))
