"""What GitHub and GitLab say of a run, as a value: made from their variables, which the command line alone reads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

HERE = "HEAD"
"""The commit to compare with where nothing else changed: what was looked at since is the difference."""
MAX_EVENT = 32 << 20
NOTHING = "0" * 40
"""What both services write for a commit where there is none."""


@dataclass(frozen=True, slots=True)
class Environment:
    """A run as its service describes it; on a laptop all is as the defaults say."""

    service: Literal["github", "gitlab"] | None = None
    event: str = ""
    """What began the run, in the service's own word: `push`, `pull_request`, `schedule` ..."""
    base: tuple[str, ...] = (HERE,)
    """Names of the commit to compare with, the best first; none where the first commit is built."""
    private: bool = True
    """Whether only those who work on the repository read what the run prints. False where nobody says so."""
    stranger: bool = False
    """Whether the change comes from a fork: its run is given no token."""
    outputs: Path | None = None
    summary: Path | None = None


def environment(variables: Mapping[str, str], event: Mapping[str, object] | None = None) -> Environment:
    """The run that the variables describe; `event` is what `read_event` gives for GitHub's file."""
    if variables.get("GITHUB_ACTIONS") == "true":
        return _github(variables, event or {})
    if variables.get("GITLAB_CI") == "true":
        return _gitlab(variables)
    return Environment()


def read_event(variables: Mapping[str, str]) -> dict[str, object]:
    """What GitHub tells of the event in a file; empty where there is none that can be read."""
    try:
        with Path(variables.get("GITHUB_EVENT_PATH") or "").open("rb") as stream:
            content = json.loads(stream.read(MAX_EVENT))
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def _github(variables: Mapping[str, str], event: Mapping[str, object]) -> Environment:
    name = variables.get("GITHUB_EVENT_NAME", "")
    branch = variables.get("GITHUB_BASE_REF")
    names = [_at(event, "before")] if name == "push" else [] if name.startswith("pull_request") else [HERE]
    if name.startswith("pull_request"):
        names = [_at(event, "pull_request", "base", "sha"), f"refs/remotes/origin/{branch}" if branch else ""]
    own = _at(event, "repository", "full_name") or variables.get("GITHUB_REPOSITORY", "")
    private = event.get("repository")
    return Environment(
        "github",
        name,
        tuple(one for one in names if one and one != NOTHING),
        private=isinstance(private, Mapping) and _is_private(private),
        stranger=name.startswith("pull_request") and _at(event, "pull_request", "head", "repo", "full_name") != own,
        outputs=_file(variables, "GITHUB_OUTPUT"),
        summary=_file(variables, "GITHUB_STEP_SUMMARY"),
    )


def _is_private(repository: Mapping[str, object]) -> bool:
    """Not `internal` ones, which everybody in a company reads."""
    return repository.get("private") is True and repository.get("visibility", "private") == "private"


def _gitlab(variables: Mapping[str, str]) -> Environment:
    event = variables.get("CI_PIPELINE_SOURCE", "")
    names = {
        "merge_request_event": [variables.get("CI_MERGE_REQUEST_DIFF_BASE_SHA", "")],
        "push": [variables.get("CI_COMMIT_BEFORE_SHA", "")],
    }.get(event, [HERE])
    source, own = variables.get("CI_MERGE_REQUEST_SOURCE_PROJECT_ID"), variables.get("CI_MERGE_REQUEST_PROJECT_ID")
    return Environment(
        "gitlab",
        event,
        tuple(one for one in names if one and one != NOTHING),
        private=variables.get("CI_PROJECT_VISIBILITY") == "private",
        stranger=event == "merge_request_event" and source != own,
    )


def _at(value: object, *names: str) -> str:
    """The text at a path of an object; empty where there is none."""
    for name in names:
        value = value.get(name) if isinstance(value, Mapping) else None
    return value if isinstance(value, str) else ""


def _file(variables: Mapping[str, str], name: str) -> Path | None:
    return Path(variables[name]) if variables.get(name) else None
