"""The token for a GitHub, from where its own command line tool looks for one."""

from __future__ import annotations

from collections.abc import Mapping

from folio.evidence.github.address import LOOPBACK, fit, host

SECONDS = 5
"""For `gh`, which may have to wait for the keyring of the desktop."""


def found(environ: Mapping[str, str], api: str) -> str | None:
    """The token for the GitHub of this API: from the environment, else from `gh`; None when there is none."""
    there = placed(environ, api)
    return there[1] if there else None


def placed(environ: Mapping[str, str], api: str) -> tuple[str, str] | None:
    """The same, after where it is from.

    For github.com and its subdomains of ghe.com: GITHUB_TOKEN, GH_TOKEN. For another host GH_ENTERPRISE_TOKEN,
    GITHUB_ENTERPRISE_TOKEN, as `gh help environment` has it, so that a token for github.com never reaches it; and
    GITHUB_TOKEN in a workflow of that host, whose runner sets it. Never asks, never raises.
    """
    if not fit(api):
        return None
    for name in _names(environ, host(api)):
        if token := environ.get(name, "").strip():
            return name, token
    by_gh = _of_gh(environ, host(api))
    return ("'gh auth token'", by_gh) if by_gh else None


def _names(environ: Mapping[str, str], name: str) -> tuple[str, ...]:
    if name == "github.com" or name.endswith(".ghe.com") or name in LOOPBACK:
        return ("GITHUB_TOKEN", "GH_TOKEN")
    in_workflow = environ.get("GITHUB_ACTIONS") == "true" and environ.get("GITHUB_API_URL", "").find(f"//{name}/") > 0
    return ("GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN", *(("GITHUB_TOKEN",) if in_workflow else ()))


def _of_gh(environ: Mapping[str, str], name: str) -> str | None:
    import shutil
    import subprocess

    command = shutil.which("gh", path=environ.get("PATH"))
    if command is None:
        return None
    try:
        done = subprocess.run(
            [command, "auth", "token", "--hostname", name],
            env={**environ, "GH_PROMPT_DISABLED": "1", "GH_NO_UPDATE_NOTIFIER": "1"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=SECONDS,
            check=False,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("ascii", "ignore").strip() or None if done.returncode == 0 else None
