"""The one door to git: runs it on repositories that nobody vouches for, bounded, and takes objects from them only.

GitPython starts git and hands over its process; what it leaves open is closed here. A repository's own configuration
can name programs (`core.fsmonitor`, `gpg.program`, `diff.*.textconv`, hooks, filters) and git runs them on the most
harmless command, so every setting that does is overridden at command scope, which beats the repository's. Commands
that can't be made safe (status, diff against the work tree, checkout) are not used at all.
"""

from __future__ import annotations

import os
import selectors
import signal
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from folio.errors import FolioError

if TYPE_CHECKING:
    from subprocess import Popen

MAX_OUTPUT = 256 << 20
MAX_ERRORS = 64 << 10
MAX_CLONE = 1 << 30
"""Bytes that one file of a clone may take."""

SETTINGS = {
    "advice.detachedHead": "false",
    "core.alternateRefsCommand": "",
    "core.askPass": "true",
    "core.attributesFile": os.devnull,
    "core.bigFileThreshold": "2m",  # above it, a file is not loaded to be compared
    "core.deltaBaseCacheLimit": "64m",
    "core.excludesFile": os.devnull,
    "core.fsmonitor": "false",
    "core.gitProxy": "",
    "core.hooksPath": os.devnull,
    "core.packedGitLimit": "512m",
    "core.pager": "cat",
    "core.symlinks": "false",
    "credential.helper": "",
    "diff.external": "",
    "diff.renameLimit": "200",
    "fetch.recurseSubmodules": "false",
    "gc.auto": "0",
    "gpg.openpgp.program": "false",
    "gpg.program": "false",
    "gpg.ssh.program": "false",
    "gpg.x509.program": "false",
    "http.followRedirects": "false",
    "http.lowSpeedLimit": "1000",
    "http.lowSpeedTime": "15",
    "log.decorate": "false",
    "log.mailmap": "false",
    "log.showSignature": "false",
    "maintenance.auto": "false",
    "pack.threads": "1",
    "pack.windowMemory": "64m",
    "protocol.allow": "never",
    "safe.directory": "*",  # asks who owns it before trusting its settings; here they are overridden
    "submodule.recurse": "false",
    "transfer.credentialsInUrl": "die",
}

ENVIRONMENT = {
    "GIT_ASKPASS": "true",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_LFS_SKIP_SMUDGE": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_PAGER": "cat",
    "GIT_PROTOCOL_FROM_USER": "0",
    "GIT_SSH_COMMAND": "ssh -oBatchMode=yes -oClearAllForwardings=yes -oPermitLocalCommand=no",
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C.UTF-8",
    "SSH_ASKPASS": "true",
    "TZ": "UTC",
}


class RepositoryUnreadable(FolioError):
    """A repository that can't be read; the text says what is wrong and what to do."""


class GitFailed(Exception):
    """A git command said no; its words are for this package to interpret, not for a person."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """The moment at which reading one repository must be over."""

    seconds: float
    end: float

    @classmethod
    def after(cls, seconds: float) -> Deadline:
        return cls(seconds, time.monotonic() + seconds)

    def left(self) -> float:
        """Seconds that are left; raises RepositoryUnreadable when there are none."""
        if (left := self.end - time.monotonic()) <= 0:
            raise self.passed()
        return left

    def passed(self) -> RepositoryUnreadable:
        return RepositoryUnreadable(f"not read within {self.seconds:g} s; try again, or name a local clone or a bundle")


def run(
    arguments: Sequence[str | Path],
    *,
    deadline: Deadline,
    git_dir: Path | None = None,
    stdin: bytes | None = None,
    limit: int = MAX_OUTPUT,
    settings: Mapping[str, str] | None = None,
    guard_disk: bool = False,
) -> bytes:
    """What `git arguments` prints. Raises GitFailed when it says no, RepositoryUnreadable over a limit."""
    try:
        from git import Git
        from git.exc import GitCommandNotFound
    except ImportError as error:  # GitPython looks for git when it is imported
        raise RepositoryUnreadable("git was not found; install git") from error

    where = [f"--git-dir={git_dir}", "--bare"] if git_dir else []
    command = [
        *_wrapped(guard_disk=guard_disk),
        Git.GIT_PYTHON_GIT_EXECUTABLE or "git",
        "--no-pager",
        "--literal-pathspecs",
        *where,
        *map(str, arguments),
    ]
    with tempfile.TemporaryFile() as source:
        if stdin is not None:
            source.write(stdin)
            source.seek(0)
        try:
            process = Git(os.path.abspath(os.sep)).execute(
                command,
                istream=source if stdin is not None else None,
                as_process=True,
                env=ENVIRONMENT | _at_command_scope(SETTINGS | dict(settings or {})),
                start_new_session=True,
            )
        except (GitCommandNotFound, OSError) as error:
            raise RepositoryUnreadable("git could not be started; check that it is installed") from error
        # GitPython's wrapper raises when it is waited for; the process in it is what is bounded here.
        return _collect(cast("Popen[bytes]", process.proc), str(arguments[0]), deadline=deadline, limit=limit)


def _wrapped(*, guard_disk: bool) -> list[str]:
    """What stands before `git`: GitPython passes this process' variables on, and some would point git elsewhere."""
    wrapper: list[str] = []
    if guard_disk:
        wrapper += ["sh", "-c", f'ulimit -f {MAX_CLONE // 512}; exec "$@"', "sh"]
    ours = ENVIRONMENT.keys()
    if foreign := sorted(name for name in os.environ if name.startswith("GIT_") and name not in ours):
        wrapper.append("env")
        for name in foreign:
            if not name.startswith("GIT_CONFIG_"):
                wrapper += ["-u", name]
    return wrapper


def _at_command_scope(settings: Mapping[str, str]) -> dict[str, str]:
    environment = {"GIT_CONFIG_COUNT": str(len(settings)), "GIT_CONFIG_PARAMETERS": ""}
    for number, (name, value) in enumerate(sorted(settings.items())):
        environment[f"GIT_CONFIG_KEY_{number}"] = name
        environment[f"GIT_CONFIG_VALUE_{number}"] = value
    return environment


def _collect(process: Popen[bytes], verb: str, *, deadline: Deadline, limit: int) -> bytes:
    """Reads both of the process' streams to their end, or kills it with all it started."""
    outputs: dict[str, list[bytes]] = {"out": [], "err": []}
    size = {"out": 0, "err": 0}
    finished = False
    try:
        with selectors.DefaultSelector() as streams:
            streams.register(cast("IO[bytes]", process.stdout), selectors.EVENT_READ, "out")
            streams.register(cast("IO[bytes]", process.stderr), selectors.EVENT_READ, "err")
            while streams.get_map():
                ready = streams.select(deadline.left())
                if not ready:
                    raise deadline.passed()
                for key, _ in ready:
                    chunk = os.read(key.fd, 1 << 20)
                    if not chunk:
                        streams.unregister(key.fileobj)
                        continue
                    size[key.data] += len(chunk)
                    if key.data == "out" or size["err"] <= MAX_ERRORS:
                        outputs[key.data].append(chunk)
                    if size["out"] > limit:
                        raise RepositoryUnreadable(
                            f"'git {verb}' gives over {limit >> 20} MB; it is too large to be read"
                        )
        status = process.wait()
        finished = True
    finally:
        if not finished:
            _kill(process)
        for stream in (process.stdout, process.stderr):
            if stream is not None:
                stream.close()
    if status:
        raise GitFailed(b"".join(outputs["err"]).decode("utf-8", "replace").strip() or f"git {verb}: status {status}")
    return b"".join(outputs["out"])


def _kill(process: Popen[bytes]) -> None:
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@dataclass(frozen=True)
class Repository:
    """A repository whose objects can be read: where git keeps it, and until when."""

    git_dir: Path
    deadline: Deadline
    commit: str
    branch: str | None
    refs: tuple[tuple[str, str, str, str], ...] = field(default=(), repr=False)
    """Of each branch and tag: its full name, its object, the commit a tag object points at, and its day."""

    @cached_property
    def shallow(self) -> bool:
        """Whether the clone leaves out earlier commits."""
        return self.run("rev-parse", "--is-shallow-repository").strip() == b"true"

    def run(self, *arguments: str, stdin: bytes | None = None, limit: int = MAX_OUTPUT) -> bytes:
        """What a git command prints about this repository."""
        try:
            return run(arguments, deadline=self.deadline, git_dir=self.git_dir, stdin=stdin, limit=limit)
        except GitFailed as error:
            reason = str(error).splitlines()[-1].removeprefix("fatal: ").removeprefix("error: ")
            raise RepositoryUnreadable(f"git can't read it ({reason}); check it with 'git fsck'") from None

    def blobs(self, objects: Sequence[str]) -> dict[str, bytes]:
        """The contents of blobs, in one process; those that are missing are left out."""
        asked = sorted(set(objects))
        if not asked:
            return {}
        output = self.run("cat-file", "--batch", "--buffer", stdin="\n".join(asked).encode() + b"\n")
        found: dict[str, bytes] = {}
        at = 0
        for name in asked:
            end = output.index(b"\n", at)
            header = output[at:end].split()
            at = end + 1
            if len(header) == 3 and header[1] == b"blob":
                size = int(header[2])
                found[name] = output[at : at + size]
                at += size + 1
        return found
