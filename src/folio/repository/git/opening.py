"""Turns a location (work tree, bare repository, bundle, https or ssh address) into a repository that can be read."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from folio.repository.git.clones import Keep
from folio.repository.git.cloning import clone_bundle, update
from folio.repository.git.location import located
from folio.repository.git.network import Network
from folio.repository.git.remote import Advertised, Remote
from folio.repository.git.repository import (
    Damaged,
    Deadline,
    GitFailed,
    Repository,
    RepositoryUnreadable,
    run,
    unreadable,
)


@contextmanager
def opened(
    location: str,
    *,
    base: Path,
    scratch: Path,
    timeout: float = 120.0,
    offline: bool = False,
    network: Network | None = None,
    keep: Keep | None = None,
) -> Iterator[Repository]:
    """The repository at `location`, readable inside the block; raises RepositoryUnreadable.

    Bundles and addresses are cloned bare into a folder of their own below `scratch`, which is removed afterwards;
    clones of addresses stay in `keep`, if there is one, and are only brought up to date the next time. One that turns
    out to be Damaged is thrown away, so that opening it again makes it anew.
    """
    found = located(location, base=base).reachable(offline=offline)
    deadline = Deadline.after(timeout)
    if found.git_dir is not None:
        yield repository_at(found.git_dir, deadline)
    elif found.address is None:
        with _temporary(scratch) as folder:
            clone_bundle(found.bundle or folder, folder, deadline)
            yield repository_at(folder, deadline)
    else:
        remote = Remote(found.address, network or Network(), deadline)
        with keep.place(location, deadline) if keep else _temporary(scratch) as folder:
            try:
                yield _cloned(folder, remote)
            except Damaged:
                shutil.rmtree(folder, ignore_errors=True)
                raise


@contextmanager
def _temporary(scratch: Path) -> Iterator[Path]:
    scratch.mkdir(parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix="clone-", dir=scratch))
    try:
        yield folder / "repository.git"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _cloned(folder: Path, remote: Remote) -> Repository:
    """An up-to-date clone; one from an earlier run that can't be brought up to date is made anew."""
    advertised = remote.advertised()
    if folder.exists():
        try:
            return _updated(folder, remote, advertised)
        except (GitFailed, RepositoryUnreadable) as error:
            if isinstance(error, RepositoryUnreadable) and not isinstance(error.__cause__, GitFailed):
                raise  # a limit was passed; that says nothing about the clone
            shutil.rmtree(folder)
    return _updated(folder, remote, advertised)


def _updated(folder: Path, remote: Remote, advertised: Advertised) -> Repository:
    update(folder, remote, advertised)

    def supply(names: Sequence[str]) -> None:
        try:
            remote.fetch_objects(folder, names)
        except RepositoryUnreadable as error:
            if not isinstance(error.__cause__, GitFailed):
                raise
            remote.fetch(folder, sorted(advertised.wanted), everything=True)  # a host that gives no single objects

    return replace(repository_at(folder, remote.deadline), supply=supply)


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
        raise unreadable(error) from error
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
