"""What a run over a million profiles would take, from what was measured: pure arithmetic over stated inputs."""

from __future__ import annotations

import math
import statistics
from dataclasses import dataclass, fields
from typing import Any

HOUR = 3600
GIB = 2**30


@dataclass(frozen=True)
class Assumed:
    """What nobody measured here. Prices are list prices as of late 2026 in round numbers: put your own in."""

    profiles: int = 1_000_000
    projects: float = 4.5
    """Repositories of a profile that are read, on average."""
    cores: int = 16
    """Of one rented machine; a worker takes one."""
    machine_dollars_an_hour: float = 0.68
    """A machine of that many cores and four GiB each, on demand."""
    gib_a_machine: float = 64
    storage_dollars_a_gib_month: float = 0.08
    clone_mib: float = 20
    """Of a repository, as it comes over the network."""
    network_mib_a_second: float = 30
    """That one machine gets from a code host which is in no hurry."""
    calls_account: float = 4
    """To GitHub for a profile at first; `How many calls` in docs/explanation/evidence.md."""
    calls_project: float = 6
    calls_an_hour: int = 5_000
    """That GitHub allows one token."""
    tokens: int = 20
    changed: float = 0.1
    """The share of profiles with something new when the run is repeated."""


@dataclass(frozen=True)
class Measured:
    """Means of one profile, in seconds of CPU, bytes and MiB."""

    stored_cpu: float
    collect_cpu: float
    build_cpu: float
    evidence_bytes: float
    row_bytes: float
    site_bytes: float
    worker_mib: float


def measured(cohort: dict[str, Any]) -> Measured:
    """From benchmarks/cohort.json. What the parent process takes counts for the worker, which is too much."""
    runs, units = cohort["runs"], cohort["units"]
    return Measured(
        stored_cpu=statistics.median(runs["one"]["cpu"]) / runs["profiles"],
        collect_cpu=units["collect_cpu"],
        build_cpu=units["build_cpu"],
        evidence_bytes=runs["stored_bytes"] / runs["profiles"],
        row_bytes=runs["row_bytes"] / runs["profiles"],
        site_bytes=units["site_bytes"],
        worker_mib=max(runs["one"]["memory"], runs["two"]["memory"] / 2),
    )


@dataclass(frozen=True)
class Cost:
    """Of one kind of run over all profiles."""

    what: str
    core_hours: float
    machines: int
    hours: float
    """On those machines; the slowest of computing, cloning and GitHub's limit."""
    slowest: str
    calls: float
    transfer_gib: float
    kept_gib: float
    dollars: float


def plan(unit: Measured, assumed: Assumed) -> list[Cost]:
    """Scoring what is stored; looking at everything for the first time; looking again; and building for everybody."""
    number = assumed.profiles
    calls = assumed.calls_account + assumed.calls_project * assumed.projects
    first = _cost(
        "look at everything, and score",
        assumed,
        cpu=unit.collect_cpu + unit.stored_cpu,
        calls=calls,
        clones=assumed.projects,
        kept=unit.evidence_bytes + unit.row_bytes,
        machines=8,
    )
    share = assumed.changed
    again = _cost(
        f"look again, when {share:.0%} have changed",
        assumed,
        cpu=unit.stored_cpu + share * unit.collect_cpu,
        calls=1 + share * calls,
        clones=share * assumed.projects,
        kept=unit.row_bytes,
        machines=2,
    )
    stored = _cost("score what is stored", assumed, cpu=unit.stored_cpu, kept=unit.row_bytes, machines=1)
    build = _cost("build everybody's site and documents", assumed, cpu=unit.build_cpu, kept=unit.site_bytes, machines=8)
    assert number > 0
    return [stored, first, again, build]


def _cost(
    what: str, assumed: Assumed, *, cpu: float, kept: float, machines: int, calls: float = 0, clones: float = 0
) -> Cost:
    number = assumed.profiles
    core_hours = number * cpu / HOUR
    transfer = number * clones * assumed.clone_mib / 1024
    times = {
        "computing": core_hours / assumed.cores / machines,
        "cloning": transfer * 1024 / assumed.network_mib_a_second / machines / HOUR,
        "GitHub's limit": number * calls / assumed.calls_an_hour / assumed.tokens,
    }
    slowest = max(times, key=lambda name: times[name])
    kept_gib = number * kept / GIB
    busy = max(times["computing"], times["cloning"])
    dollars = busy * machines * assumed.machine_dollars_an_hour + kept_gib * assumed.storage_dollars_a_gib_month
    return Cost(what, core_hours, machines, times[slowest], slowest, number * calls, transfer, kept_gib, dollars)


def tokens_for(assumed: Assumed, hours: float) -> int:
    """How many tokens let a first look end in so many hours, as far as GitHub is concerned."""
    calls = assumed.calls_account + assumed.calls_project * assumed.projects
    return math.ceil(assumed.profiles * calls / assumed.calls_an_hour / hours)


STATED = {
    "profiles": "profiles",
    "projects": "repositories of a profile that are read, on average",
    "cores": "cores of a rented machine; a worker takes one",
    "gib_a_machine": "GiB of memory of it",
    "machine_dollars_an_hour": "US dollars for an hour of it",
    "storage_dollars_a_gib_month": "US dollars for a GiB kept for a month",
    "clone_mib": "MiB of a repository, as it comes over the network",
    "network_mib_a_second": "MiB a second that a machine gets from a code host",
    "calls_account": "calls to GitHub for an account, at first",
    "calls_project": "calls to GitHub for a project, at first",
    "calls_an_hour": "calls an hour that GitHub allows a token",
    "tokens": "tokens",
    "changed": "share of profiles with something new at the next look",
}


def stated(assumed: Assumed) -> list[tuple[str, str]]:
    """Every input in words, for the page."""
    return [(STATED[one.name], f"{getattr(assumed, one.name):,.9g}") for one in fields(assumed)]
