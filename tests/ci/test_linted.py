"""Workflows and actions, folio's own and those it writes for people, as their linters see them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from folio.starting.workflows import FILES, files

ROOT = Path(__file__).parents[2]
OWN = sorted((ROOT / ".github/workflows").glob("*.yml"))
USES = re.compile(r"^\s*(?:- )?uses: (\S+)(.*)$", re.MULTILINE)
TOOLS = Path(sys.executable).parent


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every workflow that there is: those of this repository, and those for people."""
    folder = tmp_path_factory.mktemp("written")
    made = []
    for one in files("github"):
        path = folder / one.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(one.content)
        made.append(path)
    assert len(made) == len(FILES["github"])
    return [*made, *OWN]


def test_the_schemas_of_workflows_and_actions_take_them(written: list[Path]) -> None:
    for schema, paths in (("vendor.github-workflows", written), ("vendor.github-actions", [ROOT / "action.yml"])):
        command = [TOOLS / "check-jsonschema", "--builtin-schema", schema, *paths]
        done = subprocess.run(command, check=False, capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_finds_nothing_in_them(written: list[Path]) -> None:
    command = [TOOLS / "zizmor", "--offline", "--no-config", "--quiet", *written, ROOT / "action.yml"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_action_is_pinned_by_one_commit_with_its_version_beside_it(written: list[Path]) -> None:
    pins: dict[str, set[str]] = {}
    for path in (*written, ROOT / "action.yml"):
        for action, rest in USES.findall(path.read_text(encoding="utf-8")):
            if action != "./":
                assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", action), (path, action)
                assert re.fullmatch(r" # v\d+\.\d+\.\d+", rest), (path, action, rest)
                pins.setdefault(action.partition("@")[0], set()).add(action + rest)
    assert {name: pin for name, pin in pins.items() if len(pin) > 1} == {}


def test_a_job_is_given_what_it_needs_and_no_other(written: list[Path]) -> None:
    for path in written:
        workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert workflow["permissions"] == {}, path
        for name, job in workflow["jobs"].items():
            used = [one.get("uses", "") for one in job["steps"]]
            writes = {right for right, how in job["permissions"].items() if how == "write"}
            installs = any("pip install" in one.get("run", "") or "./run" in one.get("run", "") for one in job["steps"])
            assert not (installs and writes), (path, name)
            assert job["timeout-minutes"] <= 60
            for step in job["steps"]:
                if "actions/checkout@" in step.get("uses", ""):
                    assert step["with"]["persist-credentials"] is False, (path, name)
            if any("upload-pages-artifact" in one for one in used):
                assert writes == set()


def test_no_workflow_runs_in_the_name_of_the_repository_on_a_strangers_change(written: list[Path]) -> None:
    for path in written:
        workflow = yaml.safe_load(path.read_text(encoding="utf-8"))
        events = workflow[True]  # YAML 1.1 reads `on` so
        assert not {"pull_request_target", "workflow_run", "issue_comment"} & set(events), path
        assert "secrets." not in path.read_text(encoding="utf-8"), path
