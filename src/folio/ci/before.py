"""The files of an earlier commit in a folder of their own: taken out of git's objects, with nothing of theirs run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path, PurePosixPath

from folio.errors import FolioError
from folio.repository.git.location import work_tree
from folio.repository.git.opening import opened
from folio.repository.git.repository import GitFailed, Repository, run

FILES = (b"100644", b"100755")
"""The modes of files; links and other repositories are left out."""
MOST_FILES = 50_000
MOST_BYTES = 512 << 20


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
        _write(repository, commit, "" if below == "." else f"{below}/", target)
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


def _write(repository: Repository, commit: str, below: str, target: Path) -> None:
    found = _listed(repository, commit, below)
    wanted: dict[str, list[Path]] = {}
    for path, name in found:
        wanted.setdefault(name, []).append(target / path)
    left = MOST_BYTES
    with closing(repository.stream(list(wanted))) as contents:
        for name, content in contents:
            left -= len(content)
            if left < 0:
                raise FolioError(f"that commit holds over {MOST_BYTES >> 20} MB")
            for file in wanted[name]:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(content)


def _listed(repository: Repository, commit: str, below: str) -> Iterator[tuple[str, str]]:
    """Path below the folder and object of each file that may be written."""
    rows = repository.run("ls-tree", "-r", "-z", "--full-tree", commit, *([below] if below else [])).split(b"\0")
    if len(rows) > MOST_FILES:
        raise FolioError(f"that commit holds over {MOST_FILES:,} files")
    for row in rows:
        about, _, path = row.partition(b"\t")
        mode, _, name = about.partition(b" blob ")
        text = path.decode("utf-8", "surrogateescape").removeprefix(below)
        if mode in FILES and name and _harmless(text):
            yield text, name.decode("ascii")


def _harmless(path: str) -> bool:
    """Whether a path stays below the folder; git's objects can hold any."""
    parts = PurePosixPath(path).parts
    return bool(parts) and parts[0] != "/" and not {"..", ".git"} & {one.lower() for one in parts} and "\\" not in path
