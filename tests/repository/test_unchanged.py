"""That a local repository is as it was is told without starting git, and never told where it is not so."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from folio.repository import state
from folio.repository.git import opening
from folio.repository.git.references import references
from folio.repository.state import fingerprint
from repository.build import ME, TODAY, Built

FILES = {"README.md": "# Shop\n\nSells things.\n", "src/shop.py": "def sell(thing):\n    return thing\n"}


@pytest.fixture
def shop(tmp_path: Path) -> Built:
    built = Built(tmp_path / "shop")
    built.commit("Sell things to people", FILES)
    built.git("tag", "v1.0.0")
    built.git("tag", "-a", "-m", "The second", "v1.1.0")
    return built


@pytest.fixture
def without_git(monkeypatch: pytest.MonkeyPatch) -> None:
    def started(*_: object) -> None:
        raise AssertionError("git was started")

    monkeypatch.setattr(opening, "repository_at", started)


def mark(folder: Path, before: str = "", today: date = TODAY) -> str:
    return fingerprint(str(folder), base=Path("/"), own=frozenset({ME}), today=today, before=before)


@pytest.mark.usefixtures("without_git")
def test_git_is_started_where_nothing_is_known_before(shop: Built) -> None:
    with pytest.raises(AssertionError, match="started"):
        mark(shop.folder)


def test_git_is_not_started_where_the_references_are_as_they_were(shop: Built, request: pytest.FixtureRequest) -> None:
    before = mark(shop.folder)
    request.getfixturevalue("without_git")
    assert mark(shop.folder, before) == before


def test_packing_references_changes_nothing(shop: Built, request: pytest.FixtureRequest) -> None:
    before, said = mark(shop.folder), references(shop.folder / ".git")
    shop.git("pack-refs", "--all")
    assert not (shop.folder / ".git/refs/tags/v1.0.0").exists()
    assert references(shop.folder / ".git") == said
    request.getfixturevalue("without_git")
    assert mark(shop.folder, before) == before


CHANGES: dict[str, Callable[[Built], object]] = {
    "a commit": lambda shop: shop.commit("Sell one thing more"),
    "a tag": lambda shop: shop.git("tag", "v2.0.0"),
    "a tag that is moved": lambda shop: (shop.commit("More", {"a": "b"}), shop.git("tag", "-f", "v1.0.0")),
    "a tag that is gone": lambda shop: shop.git("tag", "-d", "v1.0.0"),
    "a packed tag that is gone": lambda shop: (shop.git("pack-refs", "--all"), shop.git("tag", "-d", "v1.0.0")),
    "a branch": lambda shop: shop.git("branch", "other"),
    "another branch checked out": lambda shop: shop.git("checkout", "--quiet", "-b", "other"),
    "no branch checked out": lambda shop: shop.git("checkout", "--quiet", "--detach"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_what_changes_a_reference_changes_the_fingerprint(shop: Built, change: str) -> None:
    before = mark(shop.folder)
    CHANGES[change](shop)
    after = mark(shop.folder, before)
    assert after not in ("", before)
    assert mark(shop.folder, after) == after == mark(shop.folder)


@pytest.mark.parametrize("only_git_knows", [False, True])
def test_a_shallow_clone_that_is_deepened_is_read_again(
    tmp_path: Path, shop: Built, monkeypatch: pytest.MonkeyPatch, only_git_knows: bool
) -> None:
    if only_git_knows:
        monkeypatch.setattr(state, "references", lambda _: None)
    shop.commit("Sell one thing more", {"src/more.py": "MORE = 1\n"})
    shop.commit("Sell all things", {"src/all.py": "ALL = 1\n"})
    shop.git("clone", "--quiet", "--depth", "1", f"file://{shop.folder}", str(tmp_path / "some"))
    some = Built(tmp_path / "some")
    latest, before = some.git("rev-parse", "HEAD"), mark(some.folder)
    assert mark(some.folder, before) == before
    some.git("fetch", "--quiet", "--depth", "2")
    deeper = mark(some.folder, before)
    some.git("fetch", "--quiet", "--unshallow", "--no-tags")
    assert some.git("rev-parse", "HEAD") == latest
    assert len({before, deeper, mark(some.folder, deeper)}) == 3


def test_a_linked_work_tree_goes_by_its_own_head_and_the_shared_references(tmp_path: Path, shop: Built) -> None:
    shop.git("worktree", "add", "--quiet", "-b", "other", str(tmp_path / "linked"))
    linked = mark(tmp_path / "linked")
    assert linked not in ("", mark(shop.folder))
    assert mark(tmp_path / "linked", linked) == linked
    shop.git("tag", "v3.0.0")
    assert mark(tmp_path / "linked", linked) != linked


def test_what_was_dated_ahead_is_looked_at_again_when_its_day_has_come(shop: Built) -> None:
    early, later = date(2026, 1, 1), date(2026, 1, 2)  # all commits are of March
    before = mark(shop.folder, today=early)
    assert mark(shop.folder, before, today=early) == before
    assert mark(shop.folder, before, today=later) != before
    assert mark(shop.folder, before, today=TODAY) != before
    now = mark(shop.folder, today=TODAY)
    assert mark(shop.folder, now, today=date(2027, 1, 1)) == now
    assert mark(shop.folder, now, today=early) == before


@pytest.mark.parametrize("before", ["", "0" * 64, "x", f"{'0' * 64} 2026-03-02", f"{'0' * 64} 2026-03-02-private"])
def test_a_mark_that_is_none_of_this_repository_saves_nothing(shop: Built, before: str) -> None:
    assert mark(shop.folder, before) == mark(shop.folder)


def test_a_hashed_paths_mark_is_not_taken_for_a_plain_one(shop: Built) -> None:
    plain = mark(shop.folder)
    assert mark(shop.folder, f"{plain}-private") == plain


def _symlinked_folder(git: Path) -> None:
    (git / "refs/heads").rename(git / "elsewhere")
    (git / "refs/heads").symlink_to(git / "elsewhere")
    (git / "refs/tags/linked").symlink_to(git / "refs")


HOSTILE: dict[str, Callable[[Path], object]] = {
    "another store of references": lambda git: (git / "reftable").mkdir(),
    "a folder that leads elsewhere": _symlinked_folder,
    "a file that leads elsewhere": lambda git: (git / "refs/tags/passwd").symlink_to("/etc/passwd"),
    "a pipe": lambda git: os.mkfifo(git / "refs/tags/pipe"),
    "a large file": lambda git: (git / "refs/tags/large").write_bytes(b"0" * 10_000),
    "a reference to what is not read": lambda git: (git / "refs/heads/remote").write_text("ref: refs/remotes/a/b\n"),
    "a head that is not read": lambda git: (git / "HEAD").write_text("ref: refs/remotes/a/b\n"),
    "no head": lambda git: (git / "HEAD").unlink(),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_only_git_is_asked_where_files_can_not_tell(shop: Built, case: str) -> None:
    assert references(shop.folder / ".git") is not None
    HOSTILE[case](shop.folder / ".git")
    assert references(shop.folder / ".git") is None


def test_a_lock_that_a_git_holds_now_is_no_reference(shop: Built) -> None:
    said = references(shop.folder / ".git")
    (shop.folder / ".git/refs/heads/main.lock").write_text("")
    assert references(shop.folder / ".git") == said
