"""Bare clones: of a bundle, and of a remote without the contents of files, which are fetched when asked for."""

from __future__ import annotations

from pathlib import Path

from folio.repository.git.bounds import Deadline, GitFailed, RepositoryUnreadable
from folio.repository.git.failures import why_no_copy
from folio.repository.git.remote import DETACHED, Advertised, Remote
from folio.repository.git.repository import run
from folio.repository.git.room import Room


def clone_bundle(bundle: Path, folder: Path, deadline: Deadline) -> None:
    """Makes a bare clone of everything in the bundle; raises RepositoryUnreadable."""
    how = ["--quiet", "--bare", "--no-hardlinks", "--no-local", "--template=", "--no-recurse-submodules"]
    allowed = {"protocol.file.allow": "always"}
    try:
        run(["clone", *how, "--", bundle, folder], deadline=deadline, settings=allowed, room=Room(folder))
    except GitFailed as error:
        raise RepositoryUnreadable(why_no_copy(str(error), bundle=True)) from None


def update(folder: Path, remote: Remote, advertised: Advertised) -> None:
    """Makes the bare clone at `folder`, or brings it up to date; raises GitFailed when what is there is damaged.

    Its HEAD, its one branch and its tags are those of the remote afterwards.
    """
    deadline = remote.deadline
    names = "sha256" if len(advertised.commit) == 64 else "sha1"
    if not folder.exists():
        run(["init", "--quiet", "--bare", "--template=", f"--object-format={names}", "--", folder], deadline=deadline)
    _sweep(folder)
    remote.configure(folder, names)
    here = _references(folder, deadline)
    wanted = advertised.wanted
    gone = here.keys() - wanted.keys()
    _delete(folder, [name for name in gone if name.startswith("refs/tags/")], deadline)
    if changed := [name for name, value in wanted.items() if here.get(name) != value]:
        remote.fetch(folder, sorted(changed))
    _delete(folder, [name for name in gone if not name.startswith("refs/tags/")], deadline)
    if advertised.branch is not None:
        run(["symbolic-ref", "HEAD", advertised.branch], deadline=deadline, git_dir=folder)
    else:
        run(["update-ref", "--no-deref", "HEAD", DETACHED], deadline=deadline, git_dir=folder)


def _sweep(folder: Path) -> None:
    """Removes what a run that was stopped has left behind."""
    for pattern in ("*.lock", "refs/**/*.lock", "objects/pack/tmp_*", "objects/info/alternates"):
        for file in folder.glob(pattern):
            file.unlink()


def _references(folder: Path, deadline: Deadline) -> dict[str, str]:
    listed = run(["for-each-ref", "--format=%(objectname) %(refname)"], deadline=deadline, git_dir=folder)
    rows = (line.partition(" ") for line in listed.decode("utf-8", "surrogateescape").split("\n"))
    return {name: value for value, _, name in rows if name}


def _delete(folder: Path, names: list[str], deadline: Deadline) -> None:
    if names:
        lines = "".join(f"delete {name}\n" for name in sorted(names)).encode("utf-8", "surrogateescape")
        run(["update-ref", "--stdin"], deadline=deadline, git_dir=folder, stdin=lines)
