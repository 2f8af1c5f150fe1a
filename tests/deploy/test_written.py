"""What `folio init --ci gitlab` and `--ci make` write: their linters take it, and its scripts do what they say."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest
import yaml

from ci.portfolio import PROFILE
from deploy.remotes import bare, commits, git
from folio.cli.init import init
from folio.starting.begin import begin
from folio.starting.workflows import FILES
from folio.version import VERSION

TOOLS = Path(sys.executable).parent
INSTALL = f"python -m pip install --quiet folio-ready=={VERSION}"


@pytest.fixture(scope="module")
def me(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A person's repository with the files of both, and a bare remote beside it."""
    folder = tmp_path_factory.mktemp("written")
    for service in ("gitlab", "make"):
        begin(folder / service, PROFILE.partition("projects:")[0], ci=service)
    whole = folder / "gitlab"
    for name in FILES["make"]:
        (whole / name).write_bytes((folder / "make" / name).read_bytes())
    git("init", "--quiet", "--initial-branch=main", whole)
    git("add", "--all", cwd=whole)
    git("commit", "--quiet", "--message=Begin", cwd=whole)
    git("remote", "add", "origin", bare(folder / "remote.git"), cwd=whole)
    return whole


def test_every_service_can_be_asked_for() -> None:
    (ci,) = (one for one in init.params if one.name == "ci")
    assert isinstance(ci.type, click.Choice)
    assert set(ci.type.choices) == set(FILES)


def test_gitlabs_schema_takes_its_file(me: Path) -> None:
    command = [TOOLS / "check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", me / ".gitlab-ci.yml"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_hadolint_finds_nothing_in_the_dockerfile(me: Path) -> None:
    done = subprocess.run([TOOLS / "hadolint", me / "Dockerfile"], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_image_runs_as_nobody_of_note_and_holds_nothing_of_the_persons(me: Path) -> None:
    text = (me / "Dockerfile").read_text(encoding="utf-8")
    used = re.findall(r"^([A-Z]+) (.*)$", text, re.MULTILINE)
    assert [rest for name, rest in used if name == "USER"] == ["1000:1000"]
    assert not {"COPY", "ADD", "VOLUME"} & {name for name, _ in used}
    assert [line for line in (me / ".dockerignore").read_text().splitlines() if not line.startswith("#")] == ["*"]
    assert f'"folio-ready${{EXTRAS}}=={VERSION}"' in text


def test_the_jobs_of_gitlab_and_the_targets_of_make_build_and_publish(me: Path) -> None:
    programs = _programs(me.parent)
    given = {**os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "ASKED": str(me.parent / "asked"),
             "FOLIO_OFFLINE": "1", "FOLIO_TODAY": "2026-11-22", "GIT_CONFIG_GLOBAL": os.devnull}  # fmt: skip
    gitlab = {"GITLAB_CI": "true", "CI": "true", "CI_PROJECT_DIR": str(me), "CI_PROJECT_VISIBILITY": "private",
              "CI_PIPELINE_SOURCE": "push", "CI_COMMIT_BRANCH": "main", "CI_DEFAULT_BRANCH": "main"}  # fmt: skip
    jobs = yaml.safe_load((me / ".gitlab-ci.yml").read_text(encoding="utf-8"))
    printed = _run([*jobs["build"]["before_script"], *jobs["build"]["script"]], me, given | gitlab)
    assert "Readiness of Ada Byrne" in printed
    asked = (me.parent / "asked").read_text().splitlines()
    assert [one.split()[:2] for one in asked] == [["apt-get", "update"], ["apt-get", "install"], ["python", "-m"]]
    assert asked[-1] == INSTALL
    assert jobs["build"]["artifacts"]["paths"] == ["out/site/"]

    target = me.parent / "remote.git"
    told = _run(["make deploy FOLIO=folio BRANCH=shown"], me, given)
    (commit,) = commits(target, "shown")
    assert f"shown of {target}: {commit[:10]}," in told
    held = git("--git-dir", target, "ls-tree", "-r", "--name-only", "shown").splitlines()
    assert {"index.html", "resume.pdf", ".nojekyll"} < set(held)
    assert not any("readiness" in path for path in held)

    _run(jobs["pages"]["script"], me, given | gitlab)
    assert jobs["pages"]["artifacts"]["paths"] == ["public"]
    assert (me / "public" / "index.html").is_file()
    assert not (me / "public" / "readiness").exists()


def test_make_says_what_there_is_and_sets_folio_up_out_of_gits_sight(me: Path) -> None:
    shown = _run(["make"], me, dict(os.environ))
    told = set(re.findall(r"^make (\w+)", shown, re.MULTILINE))
    phony = re.search(r"^\.PHONY: help (.*)$", (me / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert phony is not None
    assert told == set(phony[1].split())
    planned = _run(["make --dry-run ci"], me, dict(os.environ)).splitlines()
    assert planned[0] == "python3 -m venv .folio/venv"
    assert planned[1].endswith(f"-m pip install --quiet 'folio-ready=={VERSION}'")
    assert planned[-1] == ".folio/venv/bin/folio ci . --out out"
    assert git("check-ignore", ".folio/venv", "out", cwd=me).split() == [".folio/venv", "out"]


def _programs(folder: Path) -> Path:
    """Stands in for what would reach the network or change the machine; folio itself is real."""
    programs = folder / "programs"
    programs.mkdir()
    for name in ("apt-get", "python"):
        (programs / name).write_text(f'#!/bin/sh\necho "{name} $*" >>"$ASKED"\n')
        (programs / name).chmod(0o755)
    (programs / "folio").symlink_to(TOOLS / "folio")
    return programs


def _run(lines: list[str], cwd: Path, variables: dict[str, str]) -> str:
    """What a job prints: its lines are one script, which ends with the first that fails."""
    script = "set -eo pipefail\n" + "\n".join(lines)
    done = subprocess.run(["bash", "-c", script], cwd=cwd, env=variables, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
