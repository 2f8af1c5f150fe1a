"""Waiting for GitHub: how long, how often, and when not at all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from evidence.hub import RESET, Hub, Reply, limited, refused
from evidence.hub.rig import SECRET, a_task, later
from folio.evidence.access import Access
from folio.evidence.model import Observation
from folio.evidence.sources import github

SECONDARY = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again."
NOW = RESET - 45 * 60
"""The hub's moment."""


@pytest.fixture
def naps() -> list[float]:
    return []


@pytest.fixture
def look(hub: Hub, naps: list[float]) -> Callable[..., list[Observation]]:
    def looked(access: Access, *names: str, before: Observation | None = None) -> list[Observation]:
        return list(github.observe([a_task(hub, name, before) for name in names], access, sleep=naps.append))

    return looked


@pytest.mark.parametrize(
    ("fault", "waits"),
    [
        (refused(502, "Server Error"), [1, 2]),
        (refused(503, "Unavailable"), [1, 2]),
        (Reply(202, {}), [1, 2]),
        (Reply(200, '{"cut'), [1, 2]),
        (Reply(reset=True), [1, 2]),
        (refused(403, SECONDARY, Retry_After="20"), [20, 40]),
        (refused(429, SECONDARY, Retry_After="20"), [20, 40]),
        (refused(403, SECONDARY), [60]),
        (refused(403, SECONDARY, Retry_After="61"), []),
        (limited(reset=NOW + 29), [30]),
        (limited(reset=NOW + 58), [59]),
        (limited(reset=NOW + 60), []),
        (refused(404, "Not Found"), []),
        (refused(451, "Unavailable"), []),
        (refused(401, "Bad credentials"), []),
        (Reply(200, "<html>"), []),
    ],
)
def test_what_passes_is_tried_three_times_within_the_runs_patience(
    fault: Reply,
    waits: list[float],
    hub: Hub,
    access: Access,
    naps: list[float],
    look: Callable[..., list[Observation]],
) -> None:
    hub.add("ada/loom")
    patient = replace(access, patience=60)
    hub.faults = [fault] * 3
    [observation] = look(patient, "loom")
    assert observation.seen is None
    assert naps == waits
    assert len(hub.journal) == 1 + len(waits)


def test_a_limit_that_ends_soon_is_waited_for(
    hub: Hub, access: Access, naps: list[float], look: Callable[..., list[Observation]]
) -> None:
    hub.add("ada/loom", releases=[{}])
    hub.faulty = [("/releases", limited(reset=NOW + 10))]
    [observation] = look(replace(access, patience=60), "loom")
    assert observation.seen is not None
    assert (observation.seen.unasked, len(observation.seen.releases)) == ({}, 1)
    assert naps == [11]


def test_patience_is_the_runs_and_not_a_requests(
    hub: Hub, access: Access, naps: list[float], look: Callable[..., list[Observation]]
) -> None:
    for name in ("loom", "engine", "cards"):
        hub.add(f"ada/{name}")
    slower = refused(403, SECONDARY, Retry_After="25")
    hub.faulty = [(f"/{name}", slower) for name in ("loom", "engine", "cards")]
    said = {one.subject: one.problem for one in look(replace(access, patience=60), "loom", "engine", "cards")}
    assert naps == [25, 25]
    assert said["project:cards"] == "GitHub asks to go slower; try again in 25 s"
    assert not [path for path in hub.asked if "releases" in path]


def test_the_last_call_that_a_limit_allows_is_not_followed_by_another(
    hub: Hub, access: Access, naps: list[float], look: Callable[..., list[Observation]]
) -> None:
    hub.add("ada/loom")
    hub.limit = 3
    [observation] = look(access, "loom")
    assert observation.seen is not None
    words = "GitHub's hourly limit is used up; try again after 2026-11-22 14:05 UTC; a token raises it"
    assert observation.seen.unasked == {"deployments": words, "languages": words}
    assert len(hub.journal) == 3


def test_until_then_nobody_asks_again(hub: Hub, access: Access, look: Callable[..., list[Observation]]) -> None:
    hub.add("ada/loom")
    hub.limit = 0
    [refusal] = look(access, "loom")
    assert refusal.again_at is not None
    assert refusal.again_at.isoformat() == "2026-11-22T14:05:00+00:00"
    [same] = look(later(access, day=22, hour=14), "loom", before=refusal)
    assert same is refusal
    assert len(hub.journal) == 1
    hub.limit = 60
    [seen] = look(later(access, day=22, hour=15), "loom", before=refusal)
    assert seen.seen is not None


def test_a_token_is_tried_at_once(hub: Hub, access: Access, look: Callable[..., list[Observation]]) -> None:
    hub.add("ada/loom")
    hub.limit = 0
    [refusal] = look(access, "loom")
    hub.limit = None
    [seen] = look(replace(access, token=SECRET), "loom", before=refusal)
    assert seen.seen is not None


def test_a_refresh_does_not_wait_for_the_hour_to_end(
    hub: Hub, access: Access, look: Callable[..., list[Observation]]
) -> None:
    hub.add("ada/loom")
    hub.limit = 0
    [refusal] = look(access, "loom")
    hub.limit = 60
    [seen] = look(replace(later(access, day=22, hour=13), refresh=True), "loom", before=refusal)
    assert seen.seen is not None
