"""The parts of what GitHub says of a repository: releases, deployments, runs, languages, Pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from evidence.hub import Hub, refused
from evidence.hub.rig import SECRET, hosted, later, look
from folio.evidence.access import Access
from folio.evidence.model import Deployment, HostedSeen, Pages, Release, Run

MONDAY, TUESDAY = "2026-11-16T08:00:00Z", "2026-11-17T08:00:00Z"


def test_releases_are_seen_without_drafts(hub: Hub, access: Access) -> None:
    drafted = {"tag_name": "v3", "draft": True, "published_at": None}
    candidate = {"tag_name": "v2-rc.1", "prerelease": True, "published_at": TUESDAY}
    hub.add("ada/loom", releases=[drafted, candidate, {"tag_name": "v1", "published_at": MONDAY}])
    assert hosted(hub, access).releases == (
        Release(tag="v2-rc.1", day=date(2026, 11, 17), prerelease=True),
        Release(tag="v1", day=date(2026, 11, 16)),
    )


def test_the_latest_deployment_to_each_environment_is_seen_and_the_state_of_production(
    hub: Hub, access: Access
) -> None:
    preview = {"environment": "preview", "production_environment": False}
    live = {"environment_url": "https://loom.example", "state": "success", "created_at": TUESDAY}
    queued = {"environment_url": "", "state": "queued", "created_at": MONDAY}
    hub.add(
        "ada/loom",
        deployments=[
            preview | {"created_at": "2026-11-20T08:00:00Z"},
            preview | {"created_at": TUESDAY},
            {"created_at": MONDAY, "statuses": [queued, live]},
            {"created_at": "2026-01-01T00:00:00Z"},
        ],
    )
    assert hosted(hub, access).deployments == (
        Deployment(environment="preview", day=date(2026, 11, 20)),
        Deployment(environment="production", day=date(2026, 11, 16), state="success", url="https://loom.example"),
    )
    assert [path for path in hub.asked if "/statuses" in path] == ["/repos/ada/loom/deployments/3/statuses?per_page=30"]


def test_where_none_is_to_production_the_newest_is_asked_about(hub: Hub, access: Access) -> None:
    preview = {"environment": "preview", "production_environment": False, "created_at": MONDAY, "statuses": []}
    hub.add("ada/loom", deployments=[preview])
    [seen] = hosted(hub, access).deployments
    assert seen == Deployment(environment="preview", day=date(2026, 11, 16), state=None)


@pytest.mark.parametrize(
    ("runs", "seen"),
    [
        ([], None),
        ([{"conclusion": "skipped"}, {"conclusion": "cancelled"}], None),
        ([{"conclusion": "skipped"}, {"name": "ci", "conclusion": "failure"}], ("ci", "failure")),
        ([{"name": "pages-build-deployment", "event": "dynamic"}, {"name": "ci"}], ("ci", "success")),
        ([{"name": "pages-build-deployment", "event": "dynamic"}], ("pages-build-deployment", "success")),
        ([{"name": "theirs", "event": "pull_request", "conclusion": "failure"}, {"name": "ci"}], ("ci", "success")),
        ([{"name": "wip", "head_branch": "wip"}, {"name": "ci", "conclusion": "timed_out"}], ("ci", "timed_out")),
        ([{"name": "ci", "status": "in_progress", "conclusion": None}, {"name": "ci"}], ("ci", "success")),
        ([{"name": None, "path": ".github/workflows/ci.yml"}], (".github/workflows/ci.yml", "success")),
    ],
)
def test_the_last_run_is_the_newest_of_the_default_branch_that_came_to_an_end(
    runs: list[dict[str, Any]], seen: tuple[str, str] | None, hub: Hub, access: Access
) -> None:
    hub.add("ada/loom", runs=runs)
    run = hosted(hub, access).last_run
    assert (run and (run.workflow, run.conclusion)) == seen


def test_a_run_says_its_day_commit_and_page(hub: Hub, access: Access) -> None:
    page = "https://hub.example/ada/loom/actions/runs/7"
    hub.add("ada/loom", runs=[{"name": "ci", "head_sha": "c0ffee", "updated_at": MONDAY, "html_url": page}])
    day = date(2026, 11, 16)
    assert hosted(hub, access).last_run == Run(workflow="ci", conclusion="success", day=day, commit="c0ffee", url=page)


def test_a_default_branch_of_any_name_is_asked_for(hub: Hub, access: Access) -> None:
    branch = "release/2 & {next}"
    hub.add("ada/loom", default_branch=branch, runs=[{"name": "ci", "head_branch": branch}])
    assert hosted(hub, access).last_run is not None


@pytest.mark.parametrize(
    ("facts", "seen"),
    [
        (
            {"html_url": "https://ada.github.io/loom/", "cname": None},
            Pages(url="https://ada.github.io/loom/"),
        ),
        (
            {"html_url": "https://loom.example/", "cname": "loom.example", "protected_domain_state": "verified"},
            Pages(url="https://loom.example/", domain="loom.example", domain_verified=True),
        ),
        (
            {"html_url": "https://ada.github.io/loom/", "status": "errored"},
            Pages(url="https://ada.github.io/loom/", built=False),
        ),
        ({"html_url": "https://loom.pages.hub.example/", "public": False}, None),
    ],
)
def test_the_site_that_github_serves_is_seen(
    facts: dict[str, Any], seen: Pages | None, hub: Hub, access: Access
) -> None:
    hub.add("ada/loom", pages=facts)
    assert hosted(hub, access).pages == seen


def test_pages_are_asked_for_only_where_there_are_some(hub: Hub, access: Access) -> None:
    hub.add("ada/loom")
    assert hosted(hub, access).pages is None
    assert not [path for path in hub.asked if path.endswith("/pages")]


def test_languages_are_not_asked_for_again_while_nothing_is_pushed(hub: Hub, access: Access) -> None:
    one = hub.add("ada/loom", languages={"Python": 1})
    access = replace(access, token=SECRET)
    before = look(hub, access)
    one.languages["Rust"] = 2
    assert hosted(hub, later(access), before=before).languages == {"Python": 1}
    assert hosted(hub, replace(later(access), refresh=True), before=before).languages == {"Python": 1, "Rust": 2}
    one.facts["pushed_at"] = "2026-11-23T07:00:00Z"
    assert hosted(hub, later(access), before=before).languages == {"Python": 1, "Rust": 2}


def test_a_push_on_the_day_of_the_look_may_have_followed_it(hub: Hub, access: Access) -> None:
    one = hub.add("ada/loom", languages={"Python": 1}, pushed_at="2026-11-22T07:00:00Z")
    before = look(hub, access)
    one.languages["Rust"] = 2
    assert hosted(hub, later(access), before=before).languages == {"Python": 1, "Rust": 2}


def test_what_came_of_a_deployment_is_asked_for_again_until_it_is_known(hub: Hub, access: Access) -> None:
    one = hub.add("ada/loom", deployments=[{"statuses": [{"state": "success"}]}])
    hub.faulty = [("/statuses", refused(502, "Server Error"))]
    first = look(hub, access)
    assert isinstance(first.seen, HostedSeen)
    assert first.seen.unasked == {"state": "GitHub has trouble of its own (502); try again"}
    assert [each.state for each in first.seen.deployments] == [None]
    second = hosted(hub, later(access, day=22, hour=18), before=first)
    assert (second.unasked, [each.state for each in second.deployments]) == ({}, ["success"])
    one.deployments.clear()
    third = hosted(hub, later(access), before=first)
    assert (third.unasked, third.deployments) == ({}, ())


def test_an_outcome_that_changes_later_is_seen(hub: Hub, access: Access) -> None:
    statuses = [{"state": "in_progress", "created_at": MONDAY, "environment_url": ""}]
    hub.add(
        "ada/loom", deployments=[{"environment": "preview", "production_environment": False}, {"statuses": statuses}]
    )
    access = replace(access, token=SECRET)
    before = look(hub, access)
    statuses.append({"state": "success", "created_at": TUESDAY, "environment_url": "https://loom.example"})
    states = {one.environment: one.state for one in hosted(hub, later(access), before=before).deployments}
    assert states == {"preview": None, "production": "success"}
