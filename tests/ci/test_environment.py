"""What a run knows of the service that began it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from folio.ci.environment import Environment, environment, read_event
from folio.ci.outputs import as_lines
from folio.ci.shown import Shown, shown
from folio.profile.model import Publishing

SHA = "a" * 40
HUB = {"GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "ada/me"}
LAB = {"GITLAB_CI": "true"}
ADA = {"full_name": "ada/me", "private": True}


def test_a_laptop_compares_with_its_last_commit_and_tells_all() -> None:
    assert environment({}) == Environment(base=("HEAD",), private=True)


@pytest.mark.parametrize(
    ("event", "content", "base"),
    [
        ("push", {"before": SHA}, (SHA,)),
        ("push", {"before": "0" * 40}, ()),
        ("push", {}, ()),
        ("pull_request", {"pull_request": {"base": {"sha": SHA}}}, (SHA, "refs/remotes/origin/main")),
        ("pull_request", {"pull_request": "x"}, ("refs/remotes/origin/main",)),
        ("schedule", {}, ("HEAD",)),
    ],
)
def test_on_github_the_event_says_what_to_compare_with(
    event: str, content: dict[str, object], base: tuple[str, ...]
) -> None:
    branch = {"GITHUB_BASE_REF": "main"} if event == "pull_request" else {}
    assert environment({**HUB, **branch, "GITHUB_EVENT_NAME": event}, content).base == base


@pytest.mark.parametrize(
    ("variables", "base"),
    [
        ({"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BEFORE_SHA": SHA}, (SHA,)),
        ({"CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BEFORE_SHA": "0" * 40}, ()),
        ({"CI_PIPELINE_SOURCE": "merge_request_event", "CI_MERGE_REQUEST_DIFF_BASE_SHA": SHA}, (SHA,)),
        ({"CI_PIPELINE_SOURCE": "schedule"}, ("HEAD",)),
    ],
)
def test_on_gitlab_the_variables_say_it(variables: dict[str, str], base: tuple[str, ...]) -> None:
    assert environment({**LAB, **variables}).base == base


def test_a_repository_is_private_only_where_the_service_says_so() -> None:
    for repository, private in (
        (ADA, True), ({**ADA, "visibility": "private"}, True), ({**ADA, "visibility": "internal"}, False),
        ({**ADA, "private": False}, False), ({**ADA, "private": "true"}, False), ({}, False), (None, False), ("x", False),
    ):  # fmt: skip
        assert environment({**HUB, "GITHUB_EVENT_NAME": "push"}, {"repository": repository}).private is private
    for visibility, private in (("private", True), ("internal", False), ("public", False), ("", False)):
        assert environment({**LAB, "CI_PROJECT_VISIBILITY": visibility}).private is private


def test_a_change_from_a_fork_or_from_nobody_knows_where_is_a_strangers() -> None:
    for head, stranger in (
        ({"repo": {"full_name": "ada/me"}}, False), ({"repo": {"full_name": "eve/me"}}, True),
        ({"repo": None}, True), (None, True),
    ):  # fmt: skip
        event: dict[str, object] = {"repository": ADA, "pull_request": {"head": head}}
        for name in ("pull_request", "pull_request_target"):
            assert environment({**HUB, "GITHUB_EVENT_NAME": name}, event).stranger is stranger
    assert not environment({**HUB, "GITHUB_EVENT_NAME": "push"}, {"repository": ADA}).stranger
    merge = {**LAB, "CI_PIPELINE_SOURCE": "merge_request_event", "CI_MERGE_REQUEST_PROJECT_ID": "1"}
    assert not environment({**merge, "CI_MERGE_REQUEST_SOURCE_PROJECT_ID": "1"}).stranger
    assert environment({**merge, "CI_MERGE_REQUEST_SOURCE_PROJECT_ID": "2"}).stranger


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"[" * 100_000, b'"x"', b"\xff\xfe"])
def test_an_event_that_can_not_be_read_says_nothing(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "event.json").write_bytes(content)
    assert read_event({"GITHUB_EVENT_PATH": str(tmp_path / "event.json")}) == {}
    assert read_event({"GITHUB_EVENT_PATH": str(tmp_path)}) == read_event({}) == {}


def test_an_event_is_read_from_its_file(tmp_path: Path) -> None:
    (tmp_path / "event.json").write_text(json.dumps({"repository": ADA}))
    assert read_event({"GITHUB_EVENT_PATH": str(tmp_path / "event.json")}) == {"repository": ADA}


def test_in_public_a_run_tells_of_the_readiness_what_the_site_tells() -> None:
    public, private = environment(HUB, {}), environment({})
    level, points = Publishing(readiness=True), Publishing(readiness=True, readiness_points=True)
    assert shown(public, Publishing(), asked=False) is Shown.NOTHING
    assert shown(public, Publishing(readiness_points=True), asked=False) is Shown.NOTHING
    assert shown(public, level, asked=False) is Shown.LEVEL
    assert shown(public, points, asked=False) is Shown.POINTS
    assert shown(public, Publishing(), asked=True) is shown(private, Publishing(), asked=False) is Shown.ALL


def test_no_value_of_an_output_can_end_itself_or_begin_another_one() -> None:
    hostile = "a\nend\nlevel=strong\nlevel<<x\nstrong\nx"
    first, *lines, last, end = as_lines({"site": hostile}).split("\n")
    assert (first, end, "\n".join(lines)) == (f"site<<{last}", "", hostile)
    assert last not in lines
