"""Systems of continuous integration: where their files lie, and under which keys their commands stand.

To know another one, add a row; when its commands stand under keys, the walker reads it.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class System(NamedTuple):
    """One system: its name, its files, how they are read, and what a walker has to know of them."""

    name: str
    files: re.Pattern[str]
    reader: str = "walk"
    keys: tuple[str, ...] = ()
    """Keys that hold commands; one that begins with a star is the end of a key."""
    soft: tuple[str, ...] = ()
    """Keys that say that a failure changes nothing."""
    off: tuple[str, ...] = ()
    """Keys that switch a step off when they are false."""


def _row(name: str, files: str, reader: str = "walk", keys: str = "", soft: str = "", off: str = "") -> System:
    return System(name, re.compile(files), reader, tuple(keys.split()), tuple(soft.split()), tuple(off.split()))


YAML = r"\.ya?ml"
SYSTEMS: tuple[System, ...] = (
    _row("GitHub Actions", rf"\.github/workflows/[^/]+{YAML}", "github"),
    _row("Forgejo Actions", rf"\.(forgejo|gitea)/workflows/[^/]+{YAML}", "github"),
    _row("GitLab CI", rf"\.gitlab-ci{YAML}", "gitlab"),
    _row("CircleCI", rf"\.circleci/(config|continue[\w-]*){YAML}", "circleci"),
    _row("Azure Pipelines", rf"(\.azure/|\.azuredevops/|\.pipelines/)?azure-pipelines[^/]*{YAML}",
         keys="script bash pwsh powershell inlineScript", soft="continueOnError", off="condition enabled"),
    _row("Bitbucket Pipelines", rf"bitbucket-pipelines{YAML}", keys="script after-script"),
    _row("Travis CI", rf"\.travis{YAML}", "travis"),
    _row("Woodpecker CI", rf"\.woodpecker{YAML}|\.woodpecker/[^/]+{YAML}", keys="commands entrypoint", soft="failure"),
    _row("Drone", rf"\.drone{YAML}", keys="commands", soft="failure"),
    _row("Cirrus CI", rf"\.cirrus{YAML}", keys="*script", soft="allow_failures"),
    _row("SourceHut", rf"\.build{YAML}|\.builds/[^/]+{YAML}", keys="tasks *"),
    _row("Buildkite", rf"\.buildkite/pipeline[^/]*{YAML}", keys="command commands run", soft="soft_fail", off="if"),
    _row("AppVeyor", rf"\.?appveyor{YAML}", keys="*_script test install sh cmd ps"),
    _row("Tekton", rf"\.tekton/[^/]+{YAML}", keys="script args command", soft="onError"),
    _row("Semaphore", rf"\.semaphore/[^/]+{YAML}", keys="commands"),
    _row("Codefresh", rf"\.?codefresh(/[^/]+)?{YAML}", keys="commands cmd", soft="fail_fast"),
    _row("CodeBuild", rf"buildspec[^/]*{YAML}", keys="commands"),
    _row("Cloud Build", rf"cloudbuild[^/]*{YAML}", keys="args script", soft="allowFailure"),
    _row("Codemagic", rf"codemagic{YAML}", keys="script scripts", soft="ignore_failure"),
    _row("Screwdriver", rf"screwdriver{YAML}", keys="steps *"),
    _row("Concourse", rf"(\.concourse|concourse|ci)/(pipeline|tasks/[^/]+){YAML}", keys="args"),
    _row("Harness", rf"\.harness/[^/]+{YAML}", keys="command run script"),
    _row("Taskcluster", rf"\.taskcluster{YAML}", keys="command"),
    _row("Jenkins", r"Jenkinsfile[^/]*|(\.jenkins|jenkins)/[^/]+\.(groovy|[jJ]enkinsfile)", "jenkins"),
    _row("local CI", r"\.ci/[\w.-]+", "script"),
)  # fmt: skip
"""The key `*` stands for every key of a list's entries: SourceHut and Screwdriver name their steps by them."""
