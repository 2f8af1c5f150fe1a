"""Where the token for a GitHub is found, and where it never goes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from folio.evidence.github import token
from folio.evidence.github.token import found

API = "https://api.github.com"
ENTERPRISE = "https://git.mill.example/api/v3"


@pytest.mark.parametrize(
    ("environ", "api", "kept"),
    [
        ({}, API, None),
        ({"GITHUB_TOKEN": "a", "GH_TOKEN": "b"}, API, "a"),
        ({"GITHUB_TOKEN": "", "GH_TOKEN": " b\n"}, API, "b"),
        ({"GH_ENTERPRISE_TOKEN": "e"}, API, None),
        ({"GH_TOKEN": "b"}, "https://api.mill.ghe.com", "b"),
        ({"GITHUB_TOKEN": "a", "GH_TOKEN": "b"}, ENTERPRISE, None),
        ({"GITHUB_TOKEN": "a", "GH_ENTERPRISE_TOKEN": "e", "GITHUB_ENTERPRISE_TOKEN": "f"}, ENTERPRISE, "e"),
        ({"GITHUB_ENTERPRISE_TOKEN": "f"}, ENTERPRISE, "f"),
        ({"GITHUB_TOKEN": "a", "GITHUB_ACTIONS": "true", "GITHUB_API_URL": ENTERPRISE}, ENTERPRISE, "a"),
        ({"GITHUB_TOKEN": "a", "GITHUB_ACTIONS": "true", "GITHUB_API_URL": API}, ENTERPRISE, None),
        ({"GITHUB_TOKEN": "a"}, "http://api.github.com", None),
    ],
)
def test_each_host_has_its_own_variables(environ: dict[str, str], api: str, kept: str | None) -> None:
    assert found(environ | {"PATH": ""}, api) == kept


def a_gh(folder: Path, script: str) -> dict[str, str]:
    """An environment in which `gh` is this shell script."""
    command = folder / "gh"
    command.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    command.chmod(0o755)
    return {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}


@pytest.mark.parametrize(
    ("script", "kept"),
    [
        ('echo "$@" | tr " " -', "auth-token---hostname-github.com"),
        ("echo gho_told; echo noise >&2", "gho_told"),
        ("echo no oauth token found >&2; exit 1", None),
        ("echo half; exit 1", None),
        ("exit 0", None),
        ('read answer; echo "asked: $answer"; test -n "$answer"', None),
        ('test "$GH_PROMPT_DISABLED" = 1 && echo unprompted', "unprompted"),
    ],
)
def test_the_command_line_tool_is_asked_for_its_own(script: str, kept: str | None, tmp_path: Path) -> None:
    assert found(a_gh(tmp_path, script), API) == kept


def test_the_tool_is_asked_for_the_host_of_the_api(tmp_path: Path) -> None:
    assert found(a_gh(tmp_path, 'echo "$4"'), ENTERPRISE) == "git.mill.example"


def test_the_environment_goes_before_the_tool(tmp_path: Path) -> None:
    assert found(a_gh(tmp_path, "echo theirs") | {"GH_TOKEN": "mine"}, API) == "mine"


def test_a_tool_that_hangs_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(token, "SECONDS", 0.2)
    assert found(a_gh(tmp_path, "exec sleep 60"), API) is None


def test_a_tool_that_can_not_be_started_is_as_good_as_none(tmp_path: Path) -> None:
    environ = a_gh(tmp_path, "")
    (tmp_path / "gh").write_bytes(b"\x7fELF not a program")
    assert found(environ, API) is None
