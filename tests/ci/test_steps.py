"""The scripts of the action and of the generated workflows, run in order in a clone with a bare remote."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from ci.portfolio import PROFILE, git, portfolio, variables
from ci.runner import Runner
from folio.starting.begin import begin
from folio.starting.workflows import PORTFOLIO, WEEKLY

ACTION = Path(__file__).parents[2] / "action.yml"
OWN = {"full_name": "ada/me", "private": True, "visibility": "private", "default_branch": "main"}
TOKEN = (
    "(!github.event.pull_request || github.event.pull_request.head.repo.full_name == github.repository)"
    " && {} || ''"
)  # fmt: skip
PUSH, PULL = "github.event_name != 'pull_request'", "github.event_name == 'pull_request'"


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return portfolio(tmp_path_factory.mktemp("ci"))


def inputs(**given: str) -> dict[str, str]:
    """The values of an action's expressions, for a push to the default branch."""
    declared = yaml.safe_load(ACTION.read_text(encoding="utf-8"))["inputs"]
    values = {name: one["default"] for name, one in declared.items()} | {"token": "t0ken"} | given
    steps = yaml.safe_load(ACTION.read_text(encoding="utf-8"))["runs"]["steps"]
    publish = steps[-1]["if"]
    return {
        **{f"inputs.{name}": value for name, value in values.items()},
        "github.action_path": str(ACTION.parent),
        "github.run_id": "1",
        "github.run_attempt": "1",
        "steps.python.outputs.python-version": "3.13.9",
        "inputs.engine == 'zensical' && 'zensical' || 'plain'": "plain",
        TOKEN.format("inputs.token"): values["token"],
        publish: values["publish"],
    }


def runner(tree: Path, event: str, content: dict[str, Any], expressions: dict[str, str]) -> Runner:
    folder = tree.parent
    (folder / "summary.md").unlink(missing_ok=True)
    (folder / "asked.log").unlink(missing_ok=True)
    given = variables(folder, event, content)
    return Runner(tree, folder / "steps", given, expressions, folder / "artifacts")


def test_the_action_builds_publishes_and_hands_over_what_it_made_and_reuses_it_the_next_time(tree: Path) -> None:
    steps = yaml.safe_load(ACTION.read_text(encoding="utf-8"))["runs"]["steps"]
    event = {"repository": OWN, "before": "0" * 40}
    first = runner(tree, "push", event, inputs(publish="gh-pages"))
    assert first.run(steps) == 0, first.printed
    said = first.expressions
    asked = (tree.parent / "asked.log").read_text().splitlines()
    assert (said["steps.ci.outputs.level"], said["steps.ci.outputs.score"].isdigit()) == ("foundation", True)
    assert (said["steps.ci.outputs.site"], said["steps.ci.outputs.pdfs"]) == ("out/site", "out/resume.pdf")
    assert said["steps.places.outputs.state"].splitlines() == ["./.folio/cache", "./.folio/pdf", "./.folio/evidence"]
    assert any(one.startswith("apt-get install") and "libpango-1.0-0" in one for one in asked)
    locked, folio = (one for one in asked if "-m pip install" in one)
    assert "--require-hashes" in locked
    assert locked.endswith("locks/plain.txt")
    assert "--no-index" in folio
    assert folio.endswith(str(ACTION.parent))
    assert "Readiness of Ada Byrne" in (tree.parent / "summary.md").read_text(encoding="utf-8")
    _fetch(tree)
    pushed = git(tree, "ls-tree", "-r", "--name-only", "refs/remotes/origin/gh-pages")
    assert {"index.html", "resume.pdf", ".nojekyll"} <= set(pushed.splitlines())
    assert not any(one.startswith("readiness") for one in pushed.splitlines())
    commit = git(tree, "rev-parse", "refs/remotes/origin/gh-pages")

    kept = _kept(tree / ".folio")
    shutil.rmtree(tree / "out")
    second = runner(tree, "push", event, inputs(publish="gh-pages"))
    assert second.run(steps) == 0, second.printed
    assert not any("pip" in one for one in (tree.parent / "asked.log").read_text().splitlines())
    assert _kept(tree / ".folio") == kept
    _fetch(tree)
    assert git(tree, "rev-parse", "refs/remotes/origin/gh-pages") == commit
    assert "nothing was pushed" in second.printed


def test_a_level_that_is_not_reached_stops_the_action_before_it_publishes(tree: Path) -> None:
    steps = yaml.safe_load(ACTION.read_text(encoding="utf-8"))["runs"]["steps"]
    event = {"repository": {**OWN, "private": False, "visibility": "public"}, "before": "0" * 40}
    found = runner(tree, "push", event, inputs(publish="gh-pages", **{"min-level": "ready"}))
    assert found.run(steps) == 1
    assert "Publish the site" not in found.ran
    whole = found.printed + (tree.parent / "summary.md").read_text(encoding="utf-8")
    assert "the level is below what --min-level asks for" in whole
    assert "Foundation" not in whole
    assert (found.expressions["steps.ci.outputs.score"], found.expressions["steps.ci.outputs.level"]) == ("", "")


def test_a_pull_request_is_built_told_in_one_comment_and_not_deployed(tree: Path) -> None:
    jobs = yaml.safe_load((tree / PORTFOLIO).read_text(encoding="utf-8"))["jobs"]
    base = git(tree, "rev-parse", "HEAD")
    profile = tree / "profile.yaml"
    profile.write_text(profile.read_text(encoding="utf-8").replace("title: Bread", "title: Bread and rolls"))
    pull = {"base": {"sha": base}, "head": {"repo": {"full_name": "ada/me"}}, "number": 5}
    event = {"repository": OWN, "pull_request": pull}
    values = {PUSH: "", PULL: "yes", "github.run_id": "1", "github.run_attempt": "1"}
    values |= {TOKEN.format("github.token"): "t0ken", "github.token": "t0ken", "github.event.pull_request.number": "5"}
    build = runner(tree, "pull_request", event, values)
    assert build.run(jobs["build"]["steps"]) == 0, build.printed
    git(tree, "checkout", "-q", "--", "profile.yaml")
    summary = (tree.parent / "artifacts/summary/summary.md").read_text(encoding="utf-8")
    assert f"Since commit {base[:10]}" in summary
    assert "- /work/bread/" in summary
    assert "Bread and rolls" in (tree.parent / "artifacts/preview/index.html").read_text(encoding="utf-8")
    assert not list((tree.parent / "artifacts").rglob("readiness"))
    assert "Hand the site over" not in build.ran

    for there, method in (
        (False, "issues/5/comments --field"),
        (True, "--method PATCH repos/ada/me/issues/comments/7"),
    ):
        if there:
            (tree.parent / "asked.log.there").touch()
        comment = runner(tree, "pull_request", event, values)
        assert comment.run(jobs["comment"]["steps"]) == 0, comment.printed
        assert any(method in one for one in (tree.parent / "asked.log").read_text().splitlines())
    (tree.parent / "asked.log.there").unlink()
    assert (tree / "comment.md").read_text(encoding="utf-8") == f"<!-- folio ci -->\n{summary}"


def test_the_weekly_look_proposes_evidence_and_history_on_a_branch_of_its_own(tree: Path) -> None:
    jobs = yaml.safe_load((tree / WEEKLY).read_text(encoding="utf-8"))["jobs"]
    before = git(tree, "rev-parse", "main")
    values = {"github.run_id": "1", "github.run_attempt": "1", "github.token": "t0ken"}
    values |= {"github.event.repository.private": "true", "runner.temp": str(tree.parent / "temp")}
    look = runner(tree, "schedule", {"repository": OWN}, values)
    assert look.run(jobs["look"]["steps"]) == 0, look.printed
    propose = runner(tree, "schedule", {"repository": OWN}, values)
    assert propose.run(jobs["propose"]["steps"]) == 0, propose.printed
    _fetch(tree)
    changed = git(tree, "diff", "--name-only", "origin/main", "origin/folio/evidence").splitlines()
    assert ".folio/history.jsonl" in changed
    assert [one for one in changed if not one.startswith((".folio/evidence/", ".folio/history"))] == []
    assert git(tree, "rev-parse", "origin/main") == before
    asked = (tree.parent / "asked.log").read_text()
    assert "gh pr create --head folio/evidence --base main" in asked
    again = runner(tree, "schedule", {"repository": OWN}, values)
    assert again.run(jobs["propose"]["steps"]) == 0, again.printed
    assert "Everything is as it was." in again.printed


def test_in_a_public_repository_the_weekly_look_keeps_the_history_to_itself(tmp_path: Path) -> None:
    here = tmp_path / "me"
    begin(here, PROFILE)
    (here / "summary.md").touch()
    (here / ".folio/evidence").mkdir()
    (here / ".folio/history.jsonl").touch()
    steps = yaml.safe_load((here / WEEKLY).read_text(encoding="utf-8"))["jobs"]["look"]["steps"]
    (gather,) = [one for one in steps if one.get("name") == "Gather what was seen"]
    for private, told in (("false", False), ("", False), ("true", True)):
        shutil.rmtree(here / "seen", ignore_errors=True)
        found = runner(here, "schedule", {}, {"github.event.repository.private": private})
        assert found.run([gather]) == 0, found.printed
        assert ((here / "seen/history.jsonl").exists(), (here / "seen/evidence").is_dir()) == (told, True)


def _fetch(tree: Path) -> None:
    git(tree, "fetch", "-q", "origin", "+refs/heads/*:refs/remotes/origin/*")


def _kept(state: Path) -> dict[str, int]:
    """When each printed PDF and finished page was written."""
    files = (one for part in ("pdf", "cache/pages") for one in (state / part).rglob("*") if one.is_file())
    return {one.relative_to(state).as_posix(): one.stat().st_mtime_ns for one in files}
