"""What GitHub says of repositories, through the real PyGithub and real HTTP."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from evidence.hub import Hub, Reply, refused
from evidence.hub.contract import COUNT
from evidence.hub.rig import SAID, SECRET, a_profile, a_task, as_stored, hosted, later, look, looks, of_github
from folio.cli.commands import collect as collect_command
from folio.evidence import store
from folio.evidence.access import GITHUB_API, Access, Subject, Task
from folio.evidence.collect import collect
from folio.evidence.github import address
from folio.evidence.model import Deployment, HostedSeen, Pages, Release, Run
from folio.evidence.sources import accounts, github
from folio.profile.model import Profile


def test_what_github_says_is_seen(hub: Hub, access: Access) -> None:
    hub.add("ada/loom", languages={"CSS": 10, "Python": 900})
    seen = hosted(hub, access)
    assert seen.model_copy(update={"marks": {}}) == HostedSeen(
        fork=False,
        archived=False,
        private=False,
        parent=None,
        homepage="https://loom.example",
        description="Weaves patterns from punched cards",
        topics=("cards", "weaving"),
        default_branch="main",
        name="ada/loom",
        pushed_on=date(2026, 10, 30),
        languages={"Python": 900, "CSS": 10},
    )
    assert list(seen.languages) == ["Python", "CSS"]


def test_each_request_says_who_asks_and_in_which_version(hub: Hub, access: Access) -> None:
    hub.add("ada/loom")
    hosted(hub, access)
    assert hub.asked[0] == "/repos/ada/loom"
    for one in hub.journal:
        assert one.headers["user-agent"] == "folio"
        assert one.headers["x-github-api-version"] == "2022-11-28"
        assert "authorization" not in one.headers


def test_a_fork_names_its_parent(hub: Hub, access: Access) -> None:
    hub.add("ada/loom", fork=True, archived=True, parent="jacquard/loom")
    seen = hosted(hub, access)
    assert (seen.fork, seen.archived, seen.parent) == (True, True, "jacquard/loom")


def test_stars_watchers_and_followers_are_not_kept(hub: Hub, access: Access) -> None:
    everything = {"releases": [{}], "deployments": [{"statuses": [{}]}], "runs": [{}], "pages": {}}
    hub.add("ada/loom", **everything, fork=True, parent="jacquard/loom")
    kept = look(hub, access).model_dump_json()
    assert str(COUNT) not in kept
    for word in ("star", "watch", "follow", "subscribe", "forks"):
        assert word not in kept
        models = (HostedSeen, Release, Deployment, Run, Pages)
        assert not [name for model in models for name in model.model_fields if word in name]


def test_a_private_repository_keeps_its_words_to_itself(hub: Hub, access: Access) -> None:
    hub.add("ada/loom", private=True)
    seen = hosted(hub, replace(access, token=SECRET))
    assert (seen.private, seen.description, seen.topics) == (True, None, ())


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("two\nlines\u202e and\x1b[31m more", "two lines and [31m more"),
        ("x" * 400, "x" * 300),
        (" ", None),
        ("", None),
        (None, None),
    ],
)
def test_a_description_is_one_plain_line(said: str | None, kept: str | None, hub: Hub, access: Access) -> None:
    hub.add("ada/loom", description=said)
    assert hosted(hub, access).description == kept


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("https://loom.example/a", "https://loom.example/a"),
        ("loom.example", "https://loom.example"),
        ("javascript:alert(1)", None),
        ("https://me:pass@loom.example", None),
        ("", None),
        (None, None),
    ],
)
def test_a_homepage_is_a_web_address(said: str | None, kept: str | None, hub: Hub, access: Access) -> None:
    hub.faithful = False  # it describes an address, as GitHub does, and hands out whatever was typed
    hub.add("ada/loom", homepage=said)
    assert hosted(hub, access).homepage == kept


def test_an_old_answer_without_topics_is_read(hub: Hub, access: Access) -> None:
    hub.add("ada/loom", topics=None)
    hub.faithful = False
    assert hosted(hub, access).topics == ()


def test_the_token_arrives_and_is_kept_nowhere(
    hub: Hub, access: Access, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    hub.token = SECRET
    hub.add("ada/loom")
    access = replace(access, token=SECRET)
    with caplog.at_level(logging.DEBUG):
        seen = look(hub, access)
        hub.faults = [Reply(403, {"message": "Resource not accessible by personal access token"})]
        refusal = look(hub, replace(access, max_age=0)).problem
    assert {one.headers["authorization"] for one in hub.journal} == {f"token {SECRET}"}
    store.save(access.base / "kept", seen)
    written = (access.base / "kept" / "project" / "loom.json").read_text(encoding="utf-8")
    printed = "".join(capfd.readouterr())
    assert '"hosted"' in written
    for shown in (written, refusal or SECRET, caplog.text, printed, repr(access)):
        assert SECRET not in shown


def test_a_wrong_token_is_named_as_the_reason_and_asked_with_once(hub: Hub, access: Access) -> None:
    hub.token = SECRET
    evidence = collect(a_profile(hub, "loom", "engine", "cards"), replace(access, token="ghp_another"))
    said = {one.problem for one in of_github(evidence)}
    assert said == {"GitHub refuses the token (401); renew it, or leave it out for public ones"}
    assert len(hub.journal) == 1


@pytest.mark.parametrize("token", ["", "two words", "line\nbreak", "schlüssel"])
def test_a_token_that_can_not_be_one_is_not_sent(token: str, hub: Hub, access: Access) -> None:
    problem = look(hub, replace(access, token=token)).problem
    assert problem == "not asked: the token is empty or holds a space; copy it again"
    assert hub.journal == []


def test_a_repository_that_is_not_there_may_be_private(hub: Hub, access: Access) -> None:
    assert look(hub, access, "gone").problem == "not found (or private)"


def test_trouble_with_one_repository_does_not_stop_the_others(hub: Hub, access: Access) -> None:
    hub.add("ada/engine")
    evidence = collect(a_profile(hub, "loom", "engine"), access)
    said = {one.subject: one.problem for one in of_github(evidence)}
    assert said == {"project:loom": "not found (or private)", "project:engine": None}


def test_a_renamed_repository_is_followed_and_called_by_its_new_name(
    hub: Hub, access: Access, capfd: pytest.CaptureFixture[str]
) -> None:
    hub.add("ada/new-loom", releases=[{}])
    hub.moved["ada/loom"] = "ada/new-loom"
    seen = hosted(hub, access)
    assert (seen.name, len(seen.releases)) == ("ada/new-loom", 1)
    assert hub.asked[:3] == ["/repos/ada/loom", "/repositories/1", hub.asked[2]]
    assert all(path.startswith("/repos/ada/new-loom/") for path in hub.asked[2:])
    assert capfd.readouterr() == ("", "")


def test_another_host_is_not_followed_and_never_gets_the_token(hub: Hub, access: Access) -> None:
    elsewhere = hub.address.replace("127.0.0.1", "localhost")
    hub.faults = [Reply(301, {"message": "Moved Permanently"}, {"Location": f"{elsewhere}/repos/ada/loom"})]
    said = look(hub, replace(access, token=SECRET)).problem
    assert said == "it redirects where folio does not follow; write the repository's new address"
    assert hub.asked == ["/repos/ada/loom"]


def test_offline_nobody_is_asked(hub: Hub, access: Access) -> None:
    assert look(hub, replace(access, offline=True)).problem == "not asked: offline"
    assert hub.journal == []


@pytest.mark.parametrize(
    "api", ["http://api.github.com", "ftp://github.com", "github.com", "https://me:pass@github.com", "https://[x"]
)
def test_an_unfit_api_address_is_not_asked(api: str, access: Access) -> None:
    [observation] = accounts.observe([Task(Subject("account:ada", "ada"))], replace(access, github_api=api))
    assert observation.problem == "not asked: the address of GitHub's API is not one like https://api.github.com"


def test_a_second_run_on_the_same_day_asks_nobody(hub: Hub, access: Access) -> None:
    hub.add("ada/loom")
    profile = a_profile(hub, "loom")
    stored = as_stored(collect(profile, access))
    asked = len(hub.journal)
    for again in (access, replace(access, offline=True), later(access, day=22, hour=18)):
        assert as_stored(collect(profile, again, stored=stored)) == stored
    assert len(hub.journal) == asked


def test_a_day_later_github_is_asked_again(hub: Hub, access: Access) -> None:
    one = hub.add("ada/loom")
    before = look(hub, access)
    one.facts["archived"] = True
    assert hosted(hub, later(access), before=before).archived


def test_one_request_is_under_way_at_a_time(hub: Hub, access: Access) -> None:
    names = [f"loom-{index}" for index in range(8)]
    for name in names:
        hub.add(f"ada/{name}")
    evidence = collect(a_profile(hub, *names), access)
    assert len([one for one in of_github(evidence) if one.seen]) == len(names)
    assert hub.at_once == 1


@pytest.mark.parametrize(
    ("location", "repository"),
    [
        ("https://github.com/ada/loom", "ada/loom"),
        ("https://github.com/ada/loom.git", "ada/loom"),
        ("https://www.GitHub.com/Ada/lo.om/", "Ada/lo.om"),
        ("https://github.com/ada/loom/tree/main/src?tab=readme#usage", "ada/loom"),
        ("git@github.com:ada/loom.git", "ada/loom"),
        ("ssh://git@github.com/ada/loom.git", "ada/loom"),
        ("ssh://git@github.com:22/ada/loom", "ada/loom"),
        ("https://github.com/ada", None),
        ("https://github.com/ada/..", None),
        ("https://github.com/ada/%2e%2e", None),
        ("https://github.com/../loom", None),
        ("https://github.com.example/ada/loom", None),
        ("https://gist.github.com/ada/123", None),
        ("https://github.com@evil.example/ada/loom", None),
        ("https://gitlab.com/ada/loom", None),
    ],
)
def test_only_a_repository_of_github_is_its_subject(location: str, repository: str | None, access: Access) -> None:
    assert address.repository(location, GITHUB_API) == repository
    offline = replace(access, offline=True, github_api=GITHUB_API)
    found = list(github.observe([Task(Subject("project:loom", location))], offline))
    assert len(found) == (repository is not None)


@pytest.mark.parametrize(
    ("api", "home"),
    [
        ("https://git.mill.example/api/v3", "https://git.mill.example/ada/loom"),
        ("https://git.mill.example/api/v3/", "git@git.mill.example:ada/loom.git"),
        ("https://api.mill.ghe.com", "https://mill.ghe.com/ada/loom"),
    ],
)
def test_an_enterprise_github_has_its_own_host(api: str, home: str, access: Access) -> None:
    asked = replace(access, offline=True, github_api=api)
    assert list(github.observe([Task(Subject("project:loom", home))], asked))
    assert not list(github.observe([Task(Subject("project:loom", "https://github.com/ada/loom"))], asked))


def test_an_enterprise_api_is_asked_below_its_path(hub: Hub, access: Access) -> None:
    hub.add("ada/loom")
    hub.below = "/api/v3"
    assert hosted(hub, replace(access, github_api=f"{hub.address}/api/v3")).name == "ada/loom"
    assert hub.asked[0] == "/api/v3/repos/ada/loom"


def test_a_project_elsewhere_leaves_no_observation(access: Access) -> None:
    profile = Profile.model_validate(
        SAID
        | {
            "projects": [
                {"id": "a", "title": "A", "summary": "It weaves.", "code_url": "https://gitlab.com/ada/loom"},
                {"id": "b", "title": "B", "summary": "It weaves.", "repository": "code/github.com/ada"},
                {"id": "c", "title": "C", "summary": "It weaves."},
            ]
        }
    )
    assert [one.name for one in github.subjects(profile)] == ["project:a"]
    assert of_github(collect(profile, replace(access, offline=True))) == []


def test_the_repository_that_is_read_goes_before_what_is_said_to_be_its_page() -> None:
    project = {"id": "a", "title": "A", "summary": "It weaves.", "repository": "git@github.com:ada/loom.git"}
    with_both = project | {"code_url": "https://github.com/ada/loom-public"}
    local = with_both | {"repository": "../loom"}
    for given, location in (
        (project, project["repository"]),
        (with_both, project["repository"]),
        (local, local["code_url"]),
    ):
        profile = Profile.model_validate(SAID | {"projects": [given]})
        assert github.subjects(profile) == (Subject("project:a", location),)


def test_what_is_done_is_told_before_the_next_is_asked_for(hub: Hub, access: Access) -> None:
    for name in ("loom", "engine"):
        hub.add(f"ada/{name}")
    first = next(iter(github.observe([a_task(hub, "loom"), a_task(hub, "engine")], access)))
    assert first.subject == "project:loom"
    assert not [path for path in hub.asked if path.startswith("/repos/ada/engine/")]


@pytest.mark.parametrize("name", ["GITHUB_TOKEN", "GH_TOKEN"])
def test_the_command_takes_token_and_address_from_the_environment(name: str, hub: Hub, tmp_path: Path) -> None:
    hub.add("ada/loom")
    home = f"{hub.address}/ada/loom"
    text = f"""
name: Ada
headline: Engines for weavers
summary: I build engines.
projects:
  - {{id: loom, title: Loom, summary: It weaves., code_url: "{home}"}}
"""
    (tmp_path / "profile.yaml").write_text(text, encoding="utf-8")
    environment = {"GITHUB_TOKEN": "", "GH_TOKEN": ""} | {name: f"{SECRET}\n", "GITHUB_API_URL": hub.address}
    result = CliRunner().invoke(collect_command, [str(tmp_path)], env=environment)
    assert result.exit_code == 0, result.output
    assert {one.headers["authorization"] for one in hub.journal} == {f"token {SECRET}"}
    kept = (tmp_path / ".folio" / "evidence" / "project" / "loom.json").read_text(encoding="utf-8")
    assert '"hosted"' in kept
    assert SECRET not in kept + result.output


def test_refusals_of_one_part_leave_the_others(hub: Hub, access: Access) -> None:
    hub.add("ada/loom", releases=[{}])
    hub.faulty = [("/actions/runs", refused(403, "Resource not accessible"))]
    seen = hosted(hub, access)
    assert seen.unasked == {"last_run": "GitHub denies access (403)"}
    assert len(seen.releases) == 1
    assert looks(hub, access, ["loom"])["loom"].again_at is None
