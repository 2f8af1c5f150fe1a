"""Real git repositories for tests: files and commits with fixed dates, made by git itself."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from folio.repository.entries import Entry
from folio.repository.model import RepositorySeen
from folio.repository.read import read
from folio.repository.scanners import SCANNERS
from folio.repository.tree import Tree

ME = "mara@example.org"
TODAY = date(2026, 11, 22)
PLAIN = {
    "PATH": os.environ["PATH"],
    "HOME": "/nonexistent",
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "LC_ALL": "C.UTF-8",
    "TZ": "UTC",
}


class Built:
    """A repository that is being made."""

    def __init__(self, folder: Path, *, bare: bool = False) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main", *(["--bare"] if bare else []))

    def git(self, *arguments: str, at: str = "2026-03-02T10:00:00+00:00", by: str = ME, committed: str = "") -> str:
        """Runs git here, with fixed names and dates."""
        who = {"GIT_AUTHOR_NAME": "A", "GIT_COMMITTER_NAME": "A", "GIT_AUTHOR_EMAIL": by, "GIT_COMMITTER_EMAIL": by}
        when = {"GIT_AUTHOR_DATE": at, "GIT_COMMITTER_DATE": committed or at}
        done = subprocess.run(
            ["git", *arguments], cwd=self.folder, env=PLAIN | who | when, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    def write(self, files: Mapping[str, str | bytes]) -> Built:
        """Files in the work tree."""
        for path, content in files.items():
            target = self.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content if isinstance(content, bytes) else content.encode())
        return self

    def commit(
        self,
        subject: str = "Say what this does",
        files: Mapping[str, str | bytes] | None = None,
        *,
        at: str = "2026-03-02T10:00:00+00:00",
        by: str = ME,
        committed: str = "",
    ) -> str:
        """Commits everything that is in the work tree; gives the commit's name."""
        self.write(files or {})
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", subject, at=at, by=by, committed=committed)
        return self.git("rev-parse", "HEAD")

    def bundle(self, name: str = "made.bundle") -> Path:
        """A bundle of all branches and tags, beside the repository."""
        target = self.folder.parent / name
        self.git("bundle", "create", "--quiet", str(target), "--all")
        return target


def look(location: str | Path, scratch: Path, **options: object) -> RepositorySeen:
    """What folio sees there, with the usual addresses and day unless `options` say otherwise."""
    given: dict[str, object] = {"own": frozenset({ME}), "today": TODAY, "offline": True} | options
    return read(str(location), base=scratch, scratch=scratch / "scratch", **given)  # type: ignore[arg-type]


def tree_of(files: Mapping[str, str]) -> Tree:
    """The tree with these texts, as if read from a repository."""
    contents = {path: text.encode() for path, text in files.items()}
    entries = tuple(Entry(path, path, len(contents[path])) for path in sorted(files))
    return Tree(entries, lambda names: [(name, contents[name]) for name in names], SCANNERS)
