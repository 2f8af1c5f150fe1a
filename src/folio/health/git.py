"""git, as repositories are read with it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterator

from folio.health.finding import Finding, Surroundings, note, ok, trouble

OLDEST = (2, 31)
"""The first that takes settings from the environment, with which a repository's own programs are kept from running."""
BOUND = (2, 37)
"""The first that is bound to the host that folio looked up."""
SECONDS = 10
INSTALL = "install git: 'apt install git' on Debian and Ubuntu, 'brew install git' on macOS, else https://git-scm.com"


def look(around: Surroundings) -> Iterator[Finding]:
    version = found(around)
    yield judged(version) if version is not None else trouble("git", "not found", INSTALL)


def found(around: Surroundings) -> tuple[int, ...] | None:
    """The version of the git that is found first; None without one, () where it does not say."""
    command = shutil.which("git", path=around.environ.get("PATH", ""))
    if command is None:
        return None
    try:
        done = subprocess.run(
            [command, "--version"],
            env={"PATH": around.environ.get("PATH", ""), "LC_ALL": "C"},
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    said = re.search(rb"(\d+)\.(\d+)(?:\.(\d+))?", done.stdout)
    return tuple(int(part) for part in said.groups() if part) if said and done.returncode == 0 else ()


def judged(version: tuple[int, ...]) -> Finding:
    said = ".".join(map(str, version))
    if not version:
        return trouble("git", "there, and does not say its version", "run 'git --version' and follow what it says")
    if version < OLDEST:
        return trouble("git", f"{said} is too old to read repositories safely", f"{INSTALL}; 2.37 or newer")
    if version < BOUND:
        return note("git", f"{said} looks hosts' names up a second time when it clones", f"{INSTALL}; 2.37 or newer")
    return ok("git", said)
