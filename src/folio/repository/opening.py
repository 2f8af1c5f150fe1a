"""Turns a location (work tree, bare repository, bundle, https or ssh address) into a repository that can be read."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from folio.repository.git import Deadline, GitFailed, Repository, RepositoryUnreadable, run

SCP_LIKE = re.compile(r"[A-Za-z0-9_][\w.-]*@[A-Za-z0-9][A-Za-z0-9.-]*:(?!//)[\w~./-][^:]*")
CONTROL = re.compile(r"[\x00-\x1f\x7f]")
BUNDLE = (b"# v2 git bundle\n", b"# v3 git bundle\n")
FAILURES = (
    ("prerequisite", "the bundle builds on commits that it leaves out; make it with 'git bundle create FILE --all'"),
    ("could not resolve host", "its host was not found; check the address and the network"),
    ("unable to update url base from redirection", "the address moved; write the new one"),
    ("permission denied", "access was denied; give your key access, or name a local clone"),
    ("host key verification failed", "the host's key is not known; connect to it once with ssh"),
    ("could not read username", "it is private or does not exist; use its ssh address, or name a local clone"),
    ("authentication failed", "access was denied; use its ssh address, or name a local clone"),
    ("not found", "nothing was found at the address; check it"),
    ("transport", "that kind of address is not allowed; write an https or ssh address"),
)


@dataclass(frozen=True, slots=True)
class Location:
    """Where a repository is: a remote address, a bundle file or a git folder; exactly one is set."""

    address: str | None = None
    bundle: Path | None = None
    git_dir: Path | None = None


@contextmanager
def opened(
    location: str, *, base: Path, scratch: Path, timeout: float = 120.0, offline: bool = False
) -> Iterator[Repository]:
    """The repository at `location`, readable inside the block; raises RepositoryUnreadable.

    Bundles and addresses are cloned bare into a folder of their own below `scratch`, which is removed afterwards.
    """
    found = located(location, base=base)
    deadline = Deadline.after(timeout)
    if found.git_dir is not None:
        yield repository_at(found.git_dir, deadline)
        return
    if found.address is not None and offline:
        raise RepositoryUnreadable("not looked at, because folio runs offline; run it online, or name a local clone")
    scratch.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="clone-", dir=scratch))
    try:
        _clone(found, folder / "repository.git", deadline)
        yield repository_at(folder / "repository.git", deadline)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def located(location: str, *, base: Path) -> Location:
    """What kind of place `location` names, paths taken from `base`; raises RepositoryUnreadable."""
    if not location or location.startswith("-") or CONTROL.search(location):
        raise RepositoryUnreadable("not an address or a path; write a path, or an https or ssh address")
    if "://" in location or "::" in location:
        return Location(address=_checked(location))
    if SCP_LIKE.fullmatch(location):
        return Location(address=location)
    path = base / Path(location).expanduser()
    try:
        if path.is_dir():
            return Location(git_dir=_git_folder(path))
        if path.is_file():
            with path.open("rb") as stream:
                if stream.read(16) not in BUNDLE:
                    raise RepositoryUnreadable(
                        "a file that is not a git bundle; make one with 'git bundle create FILE --all'"
                    )
            return Location(bundle=path.absolute())
    except OSError as error:
        raise RepositoryUnreadable(f"{(error.strerror or 'unreadable').lower()}; check the path") from None
    raise RepositoryUnreadable("there is nothing at this path; check it")


def _checked(address: str) -> str:
    """The address, when it can run nothing and show no secret."""
    scheme = address.split(":", 1)[0].lower()
    if scheme == "file":
        raise RepositoryUnreadable("file:// is not read; write the path")
    if "::" in address or scheme not in ("https", "ssh"):
        raise RepositoryUnreadable(f"'{scheme}' addresses are not read; write an https or ssh address")
    try:
        parts = urlsplit(address)
        host, secret = parts.hostname, parts.password is not None or (scheme == "https" and parts.username)
        _ = parts.port
    except ValueError:
        host, secret = None, None
    if not host or host.startswith("-") or (urlsplit(address).username or "").startswith("-"):
        raise RepositoryUnreadable("not an address; write it as https://host/path")
    if secret:
        raise RepositoryUnreadable("the address holds a name or a password; take it out and use an ssh address")
    return address


def _git_folder(path: Path) -> Path:
    """The folder with git's own files for a work tree or bare repository at `path`."""
    inside = path / ".git"
    if inside.is_file():  # a linked work tree or a submodule says where its repository is
        text = inside.read_text("utf-8", "replace") if inside.stat().st_size < 4096 else ""
        inside = path / text.removeprefix("gitdir:").strip() if text.startswith("gitdir:") else inside
        if (inside / "HEAD").is_file():
            return inside.resolve()
    for candidate in (inside, path):
        if (candidate / "HEAD").is_file() and all((candidate / part).is_dir() for part in ("objects", "refs")):
            return candidate.absolute()
    raise RepositoryUnreadable(
        "a folder that is not a git repository; name the folder that holds .git, or run 'git init'"
    )


def _clone(found: Location, target: Path, deadline: Deadline) -> None:
    if found.bundle is not None:
        source, protocol, flags = str(found.bundle), "file", ["--no-local"]
    else:
        from git import Git
        from git.exc import UnsafeProtocolError

        source = found.address or ""
        protocol, flags = ("https" if source.startswith("https:") else "ssh"), ["--single-branch"]
        try:
            Git.check_unsafe_protocols(source)
        except UnsafeProtocolError:
            raise RepositoryUnreadable("that kind of address is not read; write an https or ssh address") from None
    fixed = ["clone", "--quiet", "--bare", "--no-hardlinks", "--template=", "--no-recurse-submodules"]
    allowed = {f"protocol.{protocol}.allow": "always"}
    try:
        run([*fixed, *flags, "--", source, target], deadline=deadline, settings=allowed, guard_disk=True)
    except GitFailed as error:
        raise RepositoryUnreadable(_why(str(error), bundle=found.bundle is not None)) from None


def _why(said: str, *, bundle: bool) -> str:
    for words, reason in FAILURES[:1] if bundle else FAILURES:
        if words in said.lower():
            return reason
    if bundle:
        return "the bundle is cut short or damaged; make it again with 'git bundle create FILE --all'"
    last = said.splitlines()[-1] if said else "no reason given"
    return f"it could not be cloned ({last.removeprefix('fatal: ')}); check the address and the network"


def repository_at(git_dir: Path, deadline: Deadline) -> Repository:
    """The repository with what its HEAD and its references point at."""
    form = "%(HEAD)%00%(refname)%00%(objectname)%00%(*objectname)%00%(creatordate:short)"
    try:
        listed = run(
            ["for-each-ref", f"--format={form}", "refs/heads", "refs/tags"], deadline=deadline, git_dir=git_dir
        ).decode("utf-8", "backslashreplace")
        rows = [line.split("\0") for line in listed.split("\n") if line.count("\0") == 4]
        heads = {
            name.removeprefix("refs/heads/"): commit for _, name, commit, *_ in rows if name.startswith("refs/heads/")
        }
        branch = next((name.removeprefix("refs/heads/") for mark, name, *_ in rows if mark == "*"), None)
        commit = heads.get(branch or "")
        if commit is None:
            commit = _detached(git_dir, deadline)
        if commit is None and heads:  # HEAD names a branch that is not there, as in a bundle of one branch
            branch = next((name for name in ("main", "master") if name in heads), min(heads))
            commit = heads[branch]
    except GitFailed as error:
        last = str(error).splitlines()[-1].removeprefix("fatal: ")
        raise RepositoryUnreadable(f"git can't read it ({last}); check it with 'git fsck'") from None
    if commit is None:
        raise RepositoryUnreadable("it has no commits yet; commit something, or leave it out")
    return Repository(git_dir, deadline, commit, branch, tuple((row[1], row[2], row[3], row[4]) for row in rows))


def _detached(git_dir: Path, deadline: Deadline) -> str | None:
    """The commit of a HEAD that names no branch."""
    try:
        answer = run(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], deadline=deadline, git_dir=git_dir)
    except GitFailed:
        return None
    return answer.decode("ascii").strip()
