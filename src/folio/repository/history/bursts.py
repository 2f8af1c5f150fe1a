"""The guard `commit-stuffing` over time: twenty or more commits within ten minutes are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from folio.repository.history.commits import Commit

BURST_COMMITS = 20
BURST_SECONDS = 600


@dataclass(frozen=True, slots=True)
class Worked:
    """A person's commits by the day (an ordinal) that each counts for, and what bursts took away."""

    days: dict[int, list[Commit]]
    stuffed: int
    """Commits beyond the first of each burst."""
    over: int
    over_halves: int
    """Commits beyond the nineteenth of each burst, and what they weigh: two as an author, one as a co-author.

    For days and weeks a burst is one commit. For the share it is the most that ten minutes hold without being one: then
    the twentieth commit takes nothing away from the nineteen before it.
    """


def by_day(commits: Sequence[Commit]) -> Worked:
    """The commits by day, those of a burst all on the day of its first."""
    ordered = sorted(commits)
    days: dict[int, list[Commit]] = defaultdict(list)
    stuffed = over = over_halves = at = 0
    for start, end in _bursts([one.when for one in ordered]):
        for one in ordered[at:start]:
            days[one.day].append(one)
        burst = ordered[start:end]
        days[burst[0].day] += burst
        stuffed += len(burst) - 1
        weights = sorted((1 + one.whole for one in burst), reverse=True)[BURST_COMMITS - 1 :]
        over, over_halves = over + len(weights), over_halves + sum(weights)
        at = end
    for one in ordered[at:]:
        days[one.day].append(one)
    return Worked(days, stuffed, over, over_halves)


def _bursts(times: Sequence[int]) -> list[tuple[int, int]]:
    """From where to where each burst goes: stretches of twenty within ten minutes, joined where they overlap."""
    last = BURST_COMMITS - 1
    found: list[tuple[int, int]] = []
    for start, (first, final) in enumerate(zip(times, times[last:], strict=False)):
        if final - first > BURST_SECONDS:
            continue
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], start + BURST_COMMITS
        else:
            found.append((start, start + BURST_COMMITS))
    return found
