"""A person's portfolio in a repository with a bare remote, and the programs that a runner of GitHub has."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from folio.starting.begin import begin

EPOCH = "1795305600"
"""22 November 2026."""
PROFILE = """\
name: Ada Byrne
headline: I build forecasts for bakeries with 20 shops
summary: I build forecasts for bakeries, and I stay until less bread is thrown away.
contact: {email: ada@loom.dev}
projects:
  - {id: bread, title: Bread, summary: How much bread to bake tomorrow., repository: ../code}
"""
STUBS = {
    "sudo": 'exec "$@"\n',
    "apt-get": 'echo "apt-get $*" >>"$STUBS_LOG"\n',
    "ldconfig": "",  # no library is there, so that the step has to install them
    "python": """\
echo "python $*" >>"$STUBS_LOG"
if [ "$2" = venv ]; then mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; ln -s "$FOLIO" "$3/bin/folio"; fi
""",
    "gh": """\
echo "gh $*" >>"$STUBS_LOG"
case "$*" in
*--jq*) if [ -f "$STUBS_LOG.there" ]; then echo 7; fi ;;
esac
""",
}
"""Programs that reach the network or change the machine: they note what they were asked for."""


def git(where: Path, *words: str) -> str:
    done = subprocess.run(
        ["git", "-c", "user.name=Ada", "-c", "user.email=ada@loom.dev", "-c", "commit.gpgsign=false", *words],
        cwd=where, check=True, capture_output=True, text=True,
        env={**os.environ, "GIT_AUTHOR_DATE": "2026-11-20T12:00:00Z", "GIT_COMMITTER_DATE": "2026-11-20T12:00:00Z"},
    )  # fmt: skip
    return done.stdout.strip()


def portfolio(folder: Path) -> Path:
    """The work tree, pushed to `folder/remote.git`; beside it is the code that the profile names."""
    code, tree, remote = folder / "code", folder / "me", folder / "remote.git"
    code.mkdir()
    (code / "README.md").write_text("# Bread\n\nTells how much bread to bake tomorrow.\n")
    begin(tree, PROFILE)
    for one in (code, tree):
        git(one, "init", "-q", "-b", "main")
        git(one, "add", "-A")
        git(one, "commit", "-qm", "Begin")
    git(folder, "init", "-q", "--bare", "-b", "main", str(remote))
    git(tree, "remote", "add", "origin", str(remote))
    git(tree, "push", "-q", "origin", "main")
    return tree


def variables(folder: Path, event: str, content: dict[str, object]) -> dict[str, str]:
    """What GitHub's runner sets, and a PATH with the stubs first."""
    stubs = folder / "stubs"
    stubs.mkdir(exist_ok=True)
    for name, text in STUBS.items():
        file = stubs / name
        file.write_text(f"#!/bin/sh\n{text}")
        file.chmod(0o755)
    (folder / "event.json").write_text(json.dumps(content))
    own = Path(sys.executable).parent
    return {
        "PATH": f"{stubs}:{own}:{os.environ['PATH']}",
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "FOLIO": str(own / "folio"),
        "FOLIO_OFFLINE": "1",
        "FOLIO_QUIET": "1",
        "SOURCE_DATE_EPOCH": EPOCH,
        "STUBS_LOG": str(folder / "asked.log"),
        "CI": "true",
        "GITHUB_ACTIONS": "true",
        "GITHUB_EVENT_NAME": event,
        "GITHUB_EVENT_PATH": str(folder / "event.json"),
        "GITHUB_REF_NAME": "main",
        "GITHUB_REPOSITORY": "ada/me",
        "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
        "RUNNER_ARCH": "X64",
        "RUNNER_OS": "Linux",
        "RUNNER_TEMP": str(folder / "temp"),
    }
