"""The files of an earlier commit in a folder of their own: taken out of git's objects, with nothing of theirs run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from folio.errors import FolioError
from folio.repository.git.extracting import extract, files_of
from folio.repository.git.location import work_tree
from folio.repository.git.opening import opened
from folio.repository.git.repository import GitFailed, Repository, run


@contextmanager
def checked_out(folder: Path, names: Sequence[str], scratch: Path) -> Iterator[tuple[Path, str]]:
    """What `folder` held at the first commit of `names` that is there: where its files are, and the commit's name.

    Raises FolioError where there is no repository, no such commit, or more than can be taken.
    """
    top = work_tree(folder)
    if top is None:
        raise FolioError("it is in no git repository")
    below = folder.resolve().relative_to(top).as_posix()
    with opened(str(top), base=top, scratch=scratch, offline=True) as repository:
        commit = _commit(repository, names)
        target = scratch / "before"
        target.mkdir()
        extract(repository, files_of(repository, commit, "" if below == "." else f"{below}/"), target)
    yield target, commit


def _commit(repository: Repository, names: Sequence[str]) -> str:
    for name in names:
        if name.startswith("-"):
            continue
        asked = ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"]
        try:
            found = run(asked, deadline=repository.deadline, git_dir=repository.git_dir)
        except GitFailed:
            continue
        return found.decode("ascii", "replace").split()[-1]
    raise FolioError(f"this clone holds no commit {' or '.join(name[:60] for name in names)}; fetch it all (depth 0)")
