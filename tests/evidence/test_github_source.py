"""What GitHub says of repositories, through the real PyGithub and real HTTP."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from evidence.hub import RESET, Hub, Reply, a_hub, a_repository
from folio.cli.commands import collect as collect_command
from folio.evidence import store
from folio.evidence.access import Access, Subject
from folio.evidence.collect import collect
from folio.evidence.model import Evidence, HostedSeen, Observation
from folio.evidence.sources import github
from folio.profile.model import Profile

SECRET = "ghp_onlyForTheseTests"
LIMITED = {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": str(RESET)}


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with a_hub() as started:
        yield started


@pytest.fixture
def access(hub: Hub, tmp_path: Path) -> Access:
    return Access(base=tmp_path, today=date(2026, 11, 22), offline=False, scratch=tmp_path, github_api=hub.address)


def a_profile(hub: Hub, *names: str) -> Profile:
    said = {"name": "Ada", "headline": "Engines for weavers", "summary": "I build engines."}
    projects = [
        {"id": name, "title": name, "summary": "It weaves.", "code_url": f"{hub.address}/ada/{name}"} for name in names
    ]
    return Profile.model_validate(said | {"projects": projects})


def observed(hub: Hub, access: Access, name: str = "loom") -> Observation:
    observation = github.observe(Subject(f"project:{name}", f"{hub.address}/ada/{name}"), access)
    assert observation is not None
    return observation


def hosted(hub: Hub, access: Access) -> HostedSeen:
    observation = observed(hub, access)
    assert isinstance(observation.seen, HostedSeen), observation.problem
    return observation.seen


def problem(hub: Hub, access: Access, *faults: Reply) -> str:
    hub.add("ada/loom")
    hub.faults = list(faults)
    observation = observed(hub, access)
    assert observation.seen is None
    assert observation.problem is not None
    return observation.problem


def as_stored(evidence: Evidence) -> store.Stored:
    return {(one.source, one.subject): one for one in evidence.observations}


def test_what_github_says_is_seen(hub: Hub, access: Access) -> None:
    hub.add("ada/loom")
    assert hosted(hub, access) == HostedSeen(
        fork=False,
        archived=False,
        private=False,
        parent=None,
        homepage="https://loom.example",
        description="Weaves patterns from punched cards",
        topics=("cards", "weaving"),
        default_branch="main",
    )


def test_one_repository_costs_one_request_that_says_who_asks(hub: Hub, access: Access) -> None:
    hub.add("ada/loom", fork=True, parent={"name": "loom", "url": f"{hub.address}/repos/jacquard/loom"})
    assert hosted(hub, access).parent is None
    assert [(one.path, one.headers["user-agent"]) for one in hub.journal] == [("/repos/ada/loom", "folio")]
    assert "authorization" not in hub.journal[0].headers


def test_a_fork_names_its_parent(hub: Hub, access: Access) -> None:
    parent = a_repository("jacquard/loom", hub.address)
    hub.add("ada/loom", fork=True, archived=True, parent=parent)
    seen = hosted(hub, access)
    assert (seen.fork, seen.archived, seen.parent) == (True, True, "jacquard/loom")


def test_stars_and_watchers_are_not_kept(hub: Hub, access: Access) -> None:
    hub.add("ada/loom")
    assert "77700" not in observed(hub, access).model_dump_json()


def test_a_private_repository_keeps_its_words_to_itself(hub: Hub, access: Access) -> None:
    hub.add("ada/loom", private=True)
    seen = hosted(hub, access)
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
        ("", None),
        (None, None),
    ],
)
def test_a_homepage_is_a_web_address(said: str | None, kept: str | None, hub: Hub, access: Access) -> None:
    hub.add("ada/loom", homepage=said)
    assert hosted(hub, access).homepage == kept


def test_an_old_answer_without_topics_is_read(hub: Hub, access: Access) -> None:
    hub.add("ada/loom", topics=None)
    assert hosted(hub, access).topics == ()


def test_the_token_arrives_and_is_kept_nowhere(
    hub: Hub, access: Access, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    hub.token = SECRET
    hub.add("ada/loom")
    access = replace(access, token=SECRET)
    with caplog.at_level(logging.DEBUG):
        seen = observed(hub, access)
        refused = problem(hub, access, Reply(403, {"message": "Resource not accessible by personal access token"}))
    assert hub.journal[0].headers["authorization"] == f"token {SECRET}"
    store.save(access.base / "kept", [seen])
    written = (access.base / "kept" / "github.jsonl").read_text(encoding="utf-8")
    printed = "".join(capfd.readouterr())
    assert "hosted" in written
    for shown in (written, refused, caplog.text, printed, repr(access)):
        assert SECRET not in shown


def test_a_wrong_token_is_named_as_the_reason_and_asked_with_once(hub: Hub, access: Access) -> None:
    hub.token = SECRET
    access = replace(access, token="ghp_another")
    evidence = collect(a_profile(hub, "loom", "engine", "cards"), access)
    said = {one.problem for one in evidence.observations if one.source == "github"}
    assert said == {"GitHub refuses the token (401); renew it, or leave it out for public ones"}
    assert len(hub.journal) == 1


@pytest.mark.parametrize("token", ["", "two words", "line\nbreak", "schlüssel"])
def test_a_token_that_can_not_be_one_is_not_sent(token: str, hub: Hub, access: Access) -> None:
    assert problem(hub, replace(access, token=token)).startswith("not asked: the token")
    assert hub.journal == []


def test_a_repository_that_is_not_there_may_be_private(hub: Hub, access: Access) -> None:
    assert observed(hub, access, "gone").problem == "not found (or private)"


def test_the_hourly_limit_is_not_waited_for(hub: Hub, access: Access) -> None:
    said = {"message": "API rate limit exceeded for 203.0.113.7. (But here's the good news: ...)"}
    assert problem(hub, access, Reply(403, said, LIMITED)) == (
        "GitHub's hourly limit is used up; try again after 2026-11-22 14:05 UTC; a token raises it"
    )


def test_after_a_limit_nobody_else_of_the_run_is_asked(hub: Hub, access: Access) -> None:
    for name in ("loom", "engine", "cards"):
        hub.add(f"ada/{name}")
    hub.faults = [Reply(429, {"message": "Too many requests"}, LIMITED)]
    profile = a_profile(hub, "loom", "engine", "cards")
    evidence = collect(profile, replace(access, token=SECRET))
    assert {one.problem for one in evidence.observations if one.source == "github"} == {
        "GitHub's hourly limit is used up; try again after 2026-11-22 14:05 UTC"
    }
    assert len(hub.journal) == 1
    again = collect(profile, replace(access, scratch=access.scratch / "next"), stored=as_stored(evidence))
    assert all(one.seen for one in again.observations if one.source == "github")


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (
            Reply(403, {"message": "You have exceeded a secondary rate limit. Please wait"}, {"Retry-After": "60"}),
            "GitHub asks to go slower; try again in 60 s",
        ),
        (
            Reply(403, {"message": "You have exceeded a secondary rate limit"}),
            "GitHub asks to go slower; try again in a minute",
        ),
        (
            Reply(429, "slow down", {"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"}),
            "GitHub asks to go slower; try again in a minute",
        ),
        (
            Reply(429, {}, {"X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "9" * 30}),
            "GitHub's hourly limit is used up; try again later; a token raises it",
        ),
        (
            Reply(403, {"message": "API rate limit exceeded"}, {"X-RateLimit-Reset": "soon"}),
            "the answer can't be read; try again",
        ),
        (Reply(403, {"message": "Repository access blocked"}), "GitHub denies access (403)"),
        (Reply(451, {"message": "Repository unavailable"}), "taken down for legal reasons (451)"),
        (Reply(500, {"message": "Server Error"}), "GitHub has trouble of its own (500); try again"),
        (Reply(502, "<html>Unicorn!</html>"), "GitHub has trouble of its own (502); try again"),
        (Reply(503, ""), "GitHub has trouble of its own (503); try again"),
        (Reply(500, ["odd"]), "the answer can't be read; try again"),
        (Reply(404, {"message": 7}), "the answer can't be read; try again"),
        (Reply(418, {}), "GitHub answers 418"),
        (
            Reply(200, "<html>Log in to the guest network</html>", {"Content-Type": "text/html"}),
            "the answer is not GitHub's; does a proxy or a login page stand in between?",
        ),
        (
            Reply(302, "", {"Location": "http://127.0.0.1:9/login"}),
            "the answer can't be read; try again",
        ),
        (Reply(200, '{"full_name": "ada/lo'), "the answer can't be read; try again"),
        (Reply(200, ""), "the answer can't be read; try again"),
        (Reply(200, [1, 2]), "the answer is not GitHub's; does a proxy or a login page stand in between?"),
        (Reply(200, "[" * 100_000), "the answer is nested too deeply, or redirects in a circle"),
        (Reply(200, {"fork": "perhaps"}), "the answer is not GitHub's; does a proxy or a login page stand in between?"),
        (Reply(200, {"fork": True, "full_name": "a/b"}, cut=True), "the connection broke within the answer; try again"),
        (Reply(reset=True), "not reached; check the network and try again"),
        (Reply(wait=True), "no full answer within 0.3 s; try again"),
        (Reply(200, {"message": "x" * 1000}, drip=True), "no full answer within 0.3 s; try again"),
    ],
)
def test_trouble_outside_is_put_into_words(reply: Reply, said: str, hub: Hub, access: Access) -> None:
    assert problem(hub, replace(access, timeout=0.3), reply) == said
    assert len(hub.journal) == 1


def test_a_server_that_is_not_there_is_not_reached(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with a_hub() as gone:
        address = gone.address
    access = Access(base=tmp_path, today=date(2026, 11, 22), offline=False, scratch=tmp_path, github_api=address)
    assert observed(gone, access).problem == "not reached; check the network and try again"


def test_trouble_with_one_repository_does_not_stop_the_others(hub: Hub, access: Access) -> None:
    hub.add("ada/engine")
    evidence = collect(a_profile(hub, "loom", "engine"), access)
    assert [one.problem for one in evidence.observations if one.source == "github"] == [None, "not found (or private)"]


def test_a_renamed_repository_is_followed(hub: Hub, access: Access, capfd: pytest.CaptureFixture[str]) -> None:
    moved = Reply(301, {"message": "Moved Permanently"}, {"Location": f"{hub.address}/repositories/7"})
    hub.replies["/repos/ada/loom"] = moved
    hub.replies["/repositories/7"] = Reply(body=a_repository("ada/new-loom", hub.address))
    assert hosted(hub, access).default_branch == "main"
    assert capfd.readouterr() == ("", "")


def test_another_host_is_not_followed_and_never_gets_the_token(hub: Hub, access: Access) -> None:
    with a_hub() as other:
        elsewhere = other.address.replace("127.0.0.1", "localhost")
        away = Reply(301, {"message": "Moved Permanently"}, {"Location": f"{elsewhere}/repos/ada/loom"})
        said = problem(hub, replace(access, token=SECRET), away)
        assert other.journal == []
    assert said == "it redirects where folio does not follow; write the repository's new address"


def test_offline_nobody_is_asked(hub: Hub, access: Access) -> None:
    assert problem(hub, replace(access, offline=True)) == "not asked: offline"
    assert hub.journal == []


@pytest.mark.parametrize(
    "api", ["http://api.github.com", "ftp://github.com", "github.com", "https://me:pass@github.com", "https://[x"]
)
def test_an_unfit_api_address_is_not_asked(api: str, access: Access) -> None:
    said = github.observe(Subject("project:loom", "https://github.com/ada/loom"), replace(access, github_api=api))
    assert said is not None
    assert said.problem == "not asked: the address of GitHub's API is not one like https://api.github.com"


def test_a_second_run_on_the_same_day_asks_nobody(hub: Hub, access: Access) -> None:
    hub.add("ada/loom")
    profile = a_profile(hub, "loom")
    stored = as_stored(collect(profile, access))
    again = collect(profile, replace(access, offline=True), stored=stored)
    assert as_stored(again) == stored
    assert len(hub.journal) == 1


def test_a_day_later_github_is_asked_again(hub: Hub, access: Access) -> None:
    hub.add("ada/loom")
    profile = a_profile(hub, "loom")
    stored = as_stored(collect(profile, access))
    collect(profile, replace(access, today=date(2026, 11, 23)), stored=stored)
    assert len(hub.journal) == 2


def test_one_request_is_under_way_at_a_time(hub: Hub, access: Access) -> None:
    names = [f"loom-{index}" for index in range(8)]
    for name in names:
        hub.add(f"ada/{name}")
    evidence = collect(a_profile(hub, *names), access)
    assert len([one for one in evidence.observations if one.seen]) == len(names) == len(hub.journal)
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
    subject = Subject("project:loom", location)
    offline = replace(access, offline=True, github_api="https://api.github.com")
    assert (github.observe(subject, offline) is None) == (repository is None)
    if repository:
        assert github.fingerprint(subject, offline) == f"1-2026-11-22-https://api.github.com/repos/{repository}"


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
    assert github.observe(Subject("project:loom", home), asked) is not None
    assert github.observe(Subject("project:loom", "https://github.com/ada/loom"), asked) is None


def test_a_project_elsewhere_leaves_no_observation(access: Access) -> None:
    said = {"name": "Ada", "headline": "Engines for weavers", "summary": "I build engines."}
    profile = Profile.model_validate(
        said
        | {
            "projects": [
                {"id": "a", "title": "A", "summary": "It weaves.", "code_url": "https://gitlab.com/ada/loom"},
                {"id": "b", "title": "B", "summary": "It weaves.", "repository": "code/github.com/ada"},
                {"id": "c", "title": "C", "summary": "It weaves."},
            ]
        }
    )
    assert [one.name for one in github.subjects(profile)] == ["project:a"]
    names: list[str] = []
    evidence = collect(profile, replace(access, offline=True), watch=lambda name, again: names.append(name))
    assert [one for one in evidence.observations if one.source == "github"] == []
    assert names == ["git project:b"]


def test_the_address_for_clients_goes_before_the_one_for_git() -> None:
    said = {"name": "Ada", "headline": "Engines for weavers", "summary": "I build engines."}
    project = {"id": "a", "title": "A", "summary": "It weaves.", "repository": "git@github.com:ada/loom.git"}
    with_both = project | {"code_url": "https://github.com/ada/loom-public"}
    for given, location in ((project, project["repository"]), (with_both, with_both["code_url"])):
        profile = Profile.model_validate(said | {"projects": [given]})
        assert github.subjects(profile) == (Subject("project:a", location),)


@pytest.mark.parametrize("name", ["GITHUB_TOKEN", "GH_TOKEN"])
def test_the_command_takes_token_and_address_from_the_environment(name: str, hub: Hub, tmp_path: Path) -> None:
    hub.add("ada/loom")
    address = f"{hub.address}/ada/loom"
    text = f"""
name: Ada
headline: Engines for weavers
summary: I build engines.
projects:
  - {{id: loom, title: Loom, summary: It weaves., code_url: "{address}"}}
"""
    (tmp_path / "profile.yaml").write_text(text, encoding="utf-8")
    environment = {"GITHUB_TOKEN": "", "GH_TOKEN": ""} | {name: f"{SECRET}\n", "GITHUB_API_URL": hub.address}
    result = CliRunner().invoke(collect_command, [str(tmp_path)], env=environment)
    assert result.exit_code == 0, result.output
    assert [one.headers["authorization"] for one in hub.journal] == [f"token {SECRET}"]
    kept = (tmp_path / ".folio" / "evidence" / "github.jsonl").read_text(encoding="utf-8")
    assert '"kind":"hosted"' in kept
    assert SECRET not in kept + result.output
