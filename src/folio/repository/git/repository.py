"""The one door to git: runs it on repositories that nobody vouches for, bounded, and takes objects from them only."""

from __future__ import annotations

import re
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from folio.repository.git.bounds import Damaged, Deadline, GitFailed, RepositoryUnreadable
from folio.repository.git.objects import contents
from folio.repository.git.process import pieces
from folio.repository.git.room import Room

__all__ = ["Damaged", "Deadline", "GitFailed", "Repository", "RepositoryUnreadable", "run"]

MAX_OUTPUT = 256 << 20
MAX_BLOB = 8 << 20
"""Bytes of one blob; more than any file that is read may have."""
CHANGED = re.compile(rb":\d+ \d+ ([0-9a-f]{40,}) ([0-9a-f]{40,}) [A-Z]\0")


def run(
    arguments: Sequence[str | Path],
    *,
    deadline: Deadline,
    git_dir: Path | None = None,
    stdin: bytes | None = None,
    limit: int = MAX_OUTPUT,
    settings: Mapping[str, str] | None = None,
    room: Room | None = None,
) -> bytes:
    """What `git arguments` prints. Raises GitFailed when it says no, RepositoryUnreadable over a limit."""
    printed = pieces(arguments, deadline=deadline, git_dir=git_dir, stdin=stdin, settings=settings, room=room)
    output: list[bytes] = []
    size = 0
    with closing(printed):
        for piece in printed:
            size += len(piece)
            if size > limit:
                raise RepositoryUnreadable(
                    f"'git {arguments[0]}' gives over {limit >> 20} MB; it is too large to be read"
                )
            output.append(piece)
    return b"".join(output)


@dataclass(frozen=True)
class Repository:
    """A repository whose objects can be read: where git keeps it, and until when."""

    git_dir: Path
    deadline: Deadline
    commit: str
    branch: str | None
    refs: tuple[tuple[str, str, str, str], ...] = field(default=(), repr=False)
    """Of each branch and tag: its full name, its object, the commit a tag object points at, and its day."""
    supply: Callable[[Sequence[str]], None] | None = field(default=None, repr=False, compare=False)
    """Fetches objects that the clone leaves out; None when nobody can, or all should be there."""

    @cached_property
    def shallow(self) -> bool:
        """Whether the clone leaves out earlier commits."""
        return self.run("rev-parse", "--is-shallow-repository").strip() == b"true"

    def run(self, *arguments: str, stdin: bytes | None = None, limit: int = MAX_OUTPUT) -> bytes:
        """What a git command prints about this repository."""
        try:
            return run(arguments, deadline=self.deadline, git_dir=self.git_dir, stdin=stdin, limit=limit)
        except GitFailed as error:
            raise unreadable(error) from None

    def stream(self, names: Sequence[str], *, limit: int = MAX_BLOB) -> Generator[tuple[str, bytes], None, None]:
        """The contents of blobs by their object names, one at a time, in the order asked.

        Those that are missing, or larger than `limit`, are left out. All come from one process, which ends with the
        iterator: close it when leaving early.
        """
        if not names:
            return
        self.need(names)
        printed = pieces(
            ["cat-file", "--batch", "--buffer"],
            deadline=self.deadline,
            git_dir=self.git_dir,
            stdin="\n".join(names).encode() + b"\n",
        )
        with closing(printed):
            try:
                yield from contents(printed, names, limit=limit)
            except GitFailed as error:
                raise unreadable(error) from None

    def blobs(self, names: Sequence[str]) -> dict[str, bytes]:
        """The contents of blobs by their object names, all at once; those that are missing are left out."""
        return dict(self.stream(sorted(set(names))))

    def sizes(self, names: Iterable[str]) -> dict[str, int]:
        """The sizes of objects by their names; those that are missing are left out. Nothing is fetched."""
        asked = list(dict.fromkeys(names))
        if not asked:
            return {}
        rows = self.run(
            "cat-file", "--batch-check=%(objectsize)", "--buffer", stdin="\n".join(asked).encode() + b"\n"
        ).split(b"\n")
        return {name: int(row) for name, row in zip(asked, rows, strict=False) if row.isdigit()}  # or "<name> missing"

    def need(self, names: Iterable[str]) -> None:
        """Sees to it that objects are there, in one go, where a clone leaves them out and somebody can supply them."""
        if self.supply is None:
            return
        asked = set(names)
        if missing := sorted(asked - self.sizes(asked).keys()):
            self.supply(missing)

    def need_changes(self, commits: Sequence[str]) -> None:
        """Sees to it that the files that commits changed can be compared; one of them missing would end `git log`."""
        if self.supply is None or not commits:
            return
        rows = self.run(
            "log", "--stdin", "--no-walk=unsorted", "--format=", "--raw", "-z", "--no-abbrev", "--no-renames", "--root",
            "--ignore-submodules=all", "--no-show-signature", stdin="\n".join(commits).encode() + b"\n",
        )  # fmt: skip
        names = {name for found in CHANGED.finditer(rows) for name in found.groups()}
        self.need(name.decode() for name in names if name.strip(b"0"))


def unreadable(error: GitFailed) -> RepositoryUnreadable:
    """The problem that a person is shown for what git said about the repository."""
    if "from promisor remote" in str(error):
        return RepositoryUnreadable(
            "the clone leaves out files ('--filter'), so it can't be read; run 'git fetch --refetch --no-filter' in it"
        )
    if "out of memory" in str(error).lower():
        return RepositoryUnreadable("it takes too much memory to be read; leave it out, or name a smaller part of it")
    return Damaged(f"git can't read it ({error.reason}); check it with 'git fsck'")
