"""Starting git with the person's own settings and keys, for a remote that they named: no hook runs, nobody is asked.

Reading strangers' repositories is another matter, and has its own door in `repository`, where nothing of the person's
is used. Here a push needs what lets them in.
"""

from __future__ import annotations

import contextlib
import os
import re
import signal
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from folio.errors import FolioError

SECONDS = 600.0
KEPT = re.compile(r"GIT_(CONFIG_(GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)|(SSH|SSL|HTTP|PROXY)\w*|EXEC_PATH)")
"""Of git's variables those by which somebody is let in; the others would point it at other folders, or log secrets."""
SETTINGS = {
    "core.alternateRefsCommand": "",
    "core.askPass": "true",
    "core.fsmonitor": "false",
    "core.hooksPath": os.devnull,
    "credential.interactive": "false",
    "gc.auto": "0",
    "http.followRedirects": "false",  # a token goes to the host that was named
    "maintenance.auto": "false",
    "pack.threads": "1",
    "protocol.allow": "never",
    "push.followTags": "false",
    "push.gpgSign": "false",
    "receive.autogc": "false",
    "safe.directory": "*",  # in containers the folder is somebody else's; none of its settings runs anything here
    "submodule.recurse": "false",
    "transfer.credentialsInUrl": "die",
}
VARIABLES = {"GIT_ASKPASS": "true", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C.UTF-8", "SSH_ASKPASS": "true"}
HARMLESS = "git -c core.hooksPath=/dev/null -c core.alternateRefsCommand= -c receive.autogc=false -c 'safe.directory=*'"
"""How git is started at the other end, where that is a folder of this machine: settings are not passed on to it."""


class GitFailed(Exception):
    """git said no; the text is what it printed."""


@dataclass(frozen=True, slots=True)
class Git:
    """git as it is started here: with these variables, in this repository, until so many seconds have passed."""

    environ: Mapping[str, str] = field(repr=False)
    git_dir: Path | None = None
    settings: Mapping[str, str] = field(default_factory=dict, repr=False)
    seconds: float = SECONDS

    def run(self, *arguments: str, stdin: bytes = b"") -> bytes:
        """What `git arguments` prints; raises GitFailed when it says no, and FolioError where it can't be started."""
        where = [f"--git-dir={self.git_dir}"] if self.git_dir else []
        try:
            process = subprocess.Popen(
                ["git", "--no-pager", "--literal-pathspecs", *where, *arguments],
                cwd=self.git_dir or os.sep,
                env=variables(self.environ, self.settings),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                start_new_session=True,  # without a terminal, so that ssh asks nobody either
            )
        except OSError:
            raise FolioError("git was not found; install git") from None
        return _finished(process, arguments, stdin, self.seconds)


def variables(environ: Mapping[str, str], settings: Mapping[str, str]) -> dict[str, str]:
    """The variables of one run: the person's, without those that lead git elsewhere, and folio's settings above all."""
    given = {name: value for name, value in environ.items() if not name.startswith("GIT_") or KEPT.fullmatch(name)}
    count = given.get("GIT_CONFIG_COUNT", "")
    first = int(count) if re.fullmatch(r"\d{1,4}", count) else 0
    rows = sorted((SETTINGS | dict(settings)).items())
    for number, (name, value) in enumerate(rows, first):
        given |= {f"GIT_CONFIG_KEY_{number}": name, f"GIT_CONFIG_VALUE_{number}": value}
    return given | VARIABLES | {"GIT_CONFIG_COUNT": str(first + len(rows))}


def _finished(process: subprocess.Popen[bytes], words: Sequence[str], stdin: bytes, seconds: float) -> bytes:
    with process:
        try:
            printed, said = process.communicate(stdin, seconds)
        except subprocess.TimeoutExpired:
            raise FolioError(
                f"git {words[0]} was not done within {seconds:g} s; check the network, try again"
            ) from None
        finally:
            if process.poll() is None:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
    if process.returncode:
        raise GitFailed((printed + b"\n" + said).decode("utf-8", "replace").strip())
    return printed
