"""Which files a commit holds, and what they come to."""

from __future__ import annotations

from pathlib import Path

import pytest

from folio.repository.entries import chosen, listed
from folio.repository.git import listing as module
from folio.repository.git.bounds import Deadline
from folio.repository.git.listing import Listing, listing
from folio.repository.git.opening import repository_at
from folio.repository.git.repository import RepositoryUnreadable
from repository.build import Built


def of(built: Built) -> Listing:
    return listing(repository_at(built.folder / ".git", Deadline.after(60)))


def test_files_are_sorted_and_have_their_sizes(tmp_path: Path) -> None:
    built = Built(tmp_path / "made")
    built.commit("Write some files down", {"b/a.py": "x = 1\n", "b.py": "", "a b\t.py": "y\n"})
    assert [(one.path, one.size) for one in of(built).entries] == [("a b\\t.py", 2), ("b.py", 0), ("b/a.py", 6)]


def test_the_figures_are_those_of_git(tmp_path: Path) -> None:
    built = Built(tmp_path / "made")
    (built.folder / "link").symlink_to("b.py")
    commit = built.commit("Write some files down", {"a.png": b"\0" * 70_000, "b.py": "x = 1\n", "run": "#!/bin/sh\n"})
    built.git("update-index", "--add", "--cacheinfo", f"160000,{commit},sub")
    built.git("update-index", "--chmod=+x", "run")
    built.git("commit", "--quiet", "-m", "Add a submodule as well")
    rows = built.git("ls-tree", "-rl", "HEAD").splitlines()
    files = of(built).files
    assert files.count == len(rows) == 5
    assert files.size == sum(int(row.split()[3]) for row in rows if row.split()[3] != "-") == 70_020
    assert (files.links, files.submodules) == (1, 1)
    assert [one.path for one in of(built).entries] == ["a.png", "b.py", "run"]


def test_more_files_than_can_be_listed_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_LISTED", 4)
    built = Built(tmp_path / "made")
    built.commit("Write some files down", {f"f{number}": "" for number in range(5)})
    with pytest.raises(RepositoryUnreadable, match="over 4 files"):
        of(built)


def test_pictures_and_models_are_passed_over_unread(tmp_path: Path) -> None:
    built = Built(tmp_path / "made")
    built.commit("Test with large data", {"tests/a.png": b"\0" * 500_000, "tests/a.csv": "1\n", "model.PKL": "x"})
    wanted, over = chosen(listed(repository_at(built.folder / ".git", Deadline.after(60))))
    assert ([one.path for one in wanted], over) == (["tests/a.csv"], {})
