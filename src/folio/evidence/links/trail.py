"""What the answers of an address so far come to: there, gone, or not to be told yet.

An outage is never a fault: an address is gone when it was not there twice, a day apart, with no answer in between
(scoring specification, guard `dead-link`), and it is confirmed when it answered twice, a week apart, and was not gone
in between (4.1, level `verified`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from folio.evidence.model import Probe

GONE_AFTER = timedelta(hours=24)
CONFIRMED_AFTER = timedelta(days=7)


def extended(probes: Sequence[Probe], new: Probe) -> tuple[Probe, ...]:
    """The trail with one more answer, and without those that decide nothing any more: five of them at most.

    Kept are the first and the last of the answers since the address was gone last, the first and the last of the
    misses since, and an unclear one when it is the newest.
    """
    known = sorted((*(one for one in probes if one.at != new.at), new), key=lambda one: one.at)
    ups: list[Probe] = []
    misses: list[Probe] = []
    for one in known:
        if one.outcome == "up":
            ups, misses = [*ups[:1], one], []
        elif one.outcome == "gone":
            misses = [*misses[:1], one]
            if _is_gone(misses):
                ups = []
    unclear = [one for one in known[-1:] if one.outcome == "unclear"]
    return tuple(sorted((*ups, *misses, *unclear), key=lambda one: one.at))


def is_gone(probes: Sequence[Probe]) -> bool:
    """Whether the address was looked for twice, a day apart, and was not there."""
    return _is_gone(_misses(probes))


def missing_since(probes: Sequence[Probe]) -> datetime | None:
    """When it was first not there, if it has not answered since."""
    misses = _misses(probes)
    return misses[0].at if misses else None


def last_up(probes: Sequence[Probe]) -> datetime | None:
    """When it last answered, if it has not been gone since."""
    ups = [] if is_gone(probes) else [one.at for one in probes if one.outcome == "up"]
    return max(ups, default=None)


def answered_apart(probes: Sequence[Probe]) -> tuple[datetime, datetime] | None:
    """The first and the last time it answered, when a week or more lies between them and it was not gone meanwhile.

    One miss takes nothing away: only a second one, a day later, makes it one.
    """
    if is_gone(probes):
        return None
    moments = sorted(one.at for one in probes if one.outcome == "up")
    return (moments[0], moments[-1]) if moments and moments[-1] - moments[0] >= CONFIRMED_AFTER else None


def _misses(probes: Sequence[Probe]) -> list[Probe]:
    """Those since it last answered."""
    found: list[Probe] = []
    for one in sorted(probes, key=lambda probe: probe.at):
        if one.outcome == "up":
            found = []
        elif one.outcome == "gone":
            found.append(one)
    return found


def _is_gone(misses: Sequence[Probe]) -> bool:
    return bool(misses) and misses[-1].at - misses[0].at >= GONE_AFTER
