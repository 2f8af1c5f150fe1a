"""`folio ci`: what it tells, to whom, and what a hostile commit or event can't do."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from ci.portfolio import PROFILE, git
from folio.build import Built
from folio.ci import run as running
from folio.ci.before import checked_out
from folio.ci.changes import Pages, changes
from folio.ci.environment import Environment
from folio.ci.run import look_over, make
from folio.cli import group
from folio.errors import FolioError
from folio.options import Options

BROKEN = PROFILE.replace("headline:", "headlin:")


@pytest.fixture(scope="module")
def me(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A portfolio with one commit, below the top of its repository."""
    top = tmp_path_factory.mktemp("top")
    (top / "me").mkdir()
    (top / "me/profile.yaml").write_text(PROFILE)
    git(top, "init", "-q", "-b", "main")
    git(top, "add", "-A")
    git(top, "commit", "-qm", "Begin")
    return top / "me"


def folio(monkeypatch: pytest.MonkeyPatch, where: Path, *words: str, **variables: str) -> Result:
    for name in ("GITHUB_ACTIONS", "GITLAB_CI", "GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(where)
    words = ("ci", *words, "--offline", "--today", "2026-11-22", "--quiet")
    return CliRunner().invoke(group, list(words), standalone_mode=False)


def test_on_a_laptop_the_summary_says_what_the_last_commit_did_not_have(
    me: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    profile = me / "profile.yaml"
    profile.write_text(PROFILE + "  - {id: cake, title: Cake, summary: How much cake to bake.}\n")
    done = folio(monkeypatch, me, "--out", str(tmp_path / "out"), "--summary", str(tmp_path / "sum.md"))
    profile.write_text(PROFILE)
    assert done.exception is None, done.exception
    assert done.return_value == 0
    assert done.stdout == (tmp_path / "sum.md").read_text(encoding="utf-8")
    for line in ("## Readiness of Ada Byrne", "### Since the last commit", "Pages that are new (1):", "- /work/cake/"):
        assert line in done.stdout.splitlines()
    assert "No evidence is committed there" in done.stdout


def test_a_wrong_profile_is_told_in_the_summary_and_nothing_is_built(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "profile.yaml").write_text(BROKEN)
    summary, outputs = tmp_path / "sum.md", tmp_path / "out.txt"
    variables = {"GITHUB_STEP_SUMMARY": str(summary), "GITHUB_OUTPUT": str(outputs), "GITHUB_EVENT_NAME": "push"}
    done = folio(monkeypatch, tmp_path, GITHUB_ACTIONS="true", **variables)
    assert done.return_value == 2
    assert "::error file=profile.yaml,line=2," in done.stdout
    assert summary.read_text(encoding="utf-8").startswith("## Nothing was built\n")
    assert "headlin: no such field" in summary.read_text(encoding="utf-8")
    assert not (tmp_path / "out").exists()
    assert not outputs.exists()


def test_what_keeps_it_from_being_built_is_in_the_summary_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "profile.yaml").write_text(PROFILE)
    (tmp_path / "out").mkdir()
    (tmp_path / "out/mine.txt").touch()
    done = folio(monkeypatch, tmp_path, "--summary", "sum.md")
    assert isinstance(done.exception, FolioError)
    assert "holds files that folio did not write (mine.txt)" in (tmp_path / "sum.md").read_text(encoding="utf-8")


def test_a_level_that_is_none_is_refused_before_anything_is_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "profile.yaml").write_text(PROFILE)
    done = folio(monkeypatch, tmp_path, "--min-level", "perfect")
    assert "there is no level 'perfect'" in str(done.exception)
    assert not (tmp_path / "out").exists()


def test_a_strangers_change_is_built_without_a_token_and_contacts_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "profile.yaml").write_text(PROFILE)
    seen: list[Options] = []

    def caught(profile: Path, out: Path, options: Options, *_: object) -> Built:
        seen.append(options)
        raise FolioError("enough")

    monkeypatch.setattr(running, "build", caught)
    options = Options(today=date(2026, 11, 22), token=lambda: "t0ken")
    for stranger in (True, False):
        given: dict[str, Any] = {"base": (), "show_score": False, "say": lambda _: None}
        with pytest.raises(FolioError, match="enough"):
            make(
                tmp_path,
                look_over(tmp_path, options),
                tmp_path / "out",
                options,
                Environment(stranger=stranger),
                **given,
            )
    assert [(one.token is None, one.offline) for one in seen] == [(True, True), (False, False)]
    assert seen[0] == replace(options, token=None, offline=True)


def test_a_commit_is_written_out_without_links_and_only_below_its_folder(me: Path, tmp_path: Path) -> None:
    top = tmp_path / "evil"
    top.mkdir()
    git(top, "init", "-q", "-b", "main")
    (top / ".gitattributes").write_text("* filter=evil\n")
    (top / "profile.yaml").write_text(PROFILE)
    (top / "link").symlink_to("/etc/passwd")
    git(top, "add", "-A")
    git(top, "commit", "-qm", "Begin")
    git(top, "config", "filter.evil.smudge", f"touch {tmp_path}/ran")
    git(top, "config", "core.fsmonitor", f"touch {tmp_path}/ran")
    blob = git(top, "rev-parse", "HEAD:profile.yaml")
    (tmp_path / "tree").write_bytes(b"100644 ..\0" + bytes.fromhex(blob) + b"100644 a\\b\0" + bytes.fromhex(blob))
    tree = git(top, "hash-object", "-t", "tree", "-w", "--literally", str(tmp_path / "tree"))
    evil = git(top, "commit-tree", tree, "-m", "evil")
    for name, expected in (("HEAD", {".gitattributes", "profile.yaml"}), (evil, set[str]())):
        scratch = tmp_path / f"scratch-{name}"
        scratch.mkdir()
        with checked_out(top, ["0" * 39 + "1", name], scratch) as (folder, commit):
            assert {one.name for one in folder.rglob("*")} == expected
            assert commit == git(top, "rev-parse", name)
        assert [one.name for one in scratch.iterdir()] == ["before"]
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("names", [["nowhere"], ["--output=/tmp/x"], ["-h"], ["HEAD~7"], ["HEAD:profile.yaml"]])
def test_a_commit_that_is_not_there_is_told(me: Path, tmp_path: Path, names: list[str]) -> None:
    with pytest.raises(FolioError, match="this clone holds no commit"), checked_out(me, names, tmp_path):
        pass


def test_a_folder_in_no_repository_has_nothing_to_compare_with(tmp_path: Path) -> None:
    with pytest.raises(FolioError, match="it is in no git repository"), checked_out(tmp_path, ["HEAD"], tmp_path):
        pass


def test_pages_are_new_changed_or_gone() -> None:
    before: Mapping[str, str] = {"/": "1", "/a/": "1", "/b/": "1"}
    assert changes(before, {"/": "2", "/a/": "1", "/c/": "1"}) == Pages(("/c/",), ("/",), ("/b/",))
    assert not changes(before, before)


def test_programs_get_the_same_as_one_object(me: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"repository": {"private": False}}))
    variables = {"GITHUB_ACTIONS": "true", "GITHUB_EVENT_NAME": "push", "GITHUB_EVENT_PATH": str(event)}
    done = folio(monkeypatch, me, "--out", str(tmp_path / "out"), "--json", **variables)
    assert done.exception is None, done.exception
    found = json.loads(done.stdout)
    assert (found["score"], found["level"], found["base"], found["pages"]) == (None, None, None, None)
    assert found["notes"] == ["There is no commit before this one to compare with."]
    assert found["pdfs"] == [str(tmp_path / "out/resume.pdf")]
