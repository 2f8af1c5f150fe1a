"""Who works on this machine, as git knows them."""

from __future__ import annotations

import shutil
import subprocess

from folio.starting.answers import problem

SECONDS = 5
NOBODY = "noreply"
"""In addresses that code hosts hand out for commits."""


def whoami() -> dict[str, str]:
    """The name and the address that git commits with everywhere on this machine, as far as it knows them."""
    found = {field: _configured(key) for field, key in (("name", "user.name"), ("email", "user.email"))}
    if NOBODY in found["email"]:  # reads no mail
        found["email"] = ""
    return {field: text for field, text in found.items() if text and problem(field, text) is None}


def _configured(key: str) -> str:
    git = shutil.which("git")
    if git is None:
        return ""
    try:
        done = subprocess.run(
            [git, "config", "--global", "--get", key],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace").strip()
