"""What a history's guards left out is said, and copies of one history are one project."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from build import TODAY, a_history, a_profile, a_repository, project_said
from facts.test_derive import joined, looked
from folio.facts.commits import is_copy, not_counted
from folio.repository.model import History
from repository.build import ME, Built, look

CODE = "".join(f"line{number} = {number}\n" for number in range(150))


def grown(built: Built, commits: int, *, start: int = 0) -> Built:
    """More commits, each on an hour of its own."""
    for number in range(start, start + commits):
        at = f"2026-03-{1 + number // 20:02}T{number % 20:02}:00:00Z"
        built.commit(f"Change step number {number}", {"a.py": CODE, "b.py": f"b = {number}\n"}, at=at)
    return built


def cloned(built: Built, name: str) -> Built:
    """Another repository with the same history."""
    other = Built(built.folder.parent / name)
    other.git("pull", "--quiet", str(built.folder), "main")
    return other


def history(built: Built) -> History:
    return look(built.folder, built.folder.parent).history


def test_each_guard_that_took_effect_is_said_and_none_that_did_not() -> None:
    assert list(not_counted(a_history(), TODAY)) == []
    seen = a_history(own=190, coauthored=10, stuffed=180, idle=1, backdated=3, future=1, second_tags=2)
    assert list(not_counted(seen, date(2026, 11, 22))) == [
        ("commit-stuffing", "180 of 200 commits: 20 or more within ten minutes count as one"),
        ("commit-stuffing", "1 commit that changed nothing people write: blank space, names, lock files or nothing"),
        ("backdated", "the date of 3 commits, over 30 days before the commit; the day of the commit counts"),
        ("future-date", "1 commit dated after 2026-11-22"),
        ("same-commit-tags", "2 tags on a commit that is a release already"),
    ]


def test_what_was_not_counted_never_accuses() -> None:
    seen = a_history(own=190, coauthored=10, stuffed=180, idle=1, backdated=3, future=1, second_tags=2)
    said = " ".join(reason for _, reason in not_counted(seen, TODAY)).lower()
    assert not any(word in said for word in ("cheat", "fake", "fraud", "suspicious", "stuffing"))


def test_the_facts_hold_what_a_counted_repository_lost_and_nothing_of_one_left_out() -> None:
    profile = a_profile(identities=["ada@example.org"], projects=[project_said("loom"), project_said("mill")])
    facts = joined(
        profile,
        looked("git", "project:loom", a_repository(commit="1" * 40, history=a_history(future=2))),
        looked("git", "project:mill", a_repository(commit="2" * 40, history=a_history(own=0, future=2))),
    )
    assert [(one.subject, one.guard) for one in facts.exclusions] == [
        ("project:loom", "future-date"),
        ("project:mill", "no-own-commits"),
    ]


def test_a_copy_with_one_more_commit_is_the_same_project(tmp_path: Path) -> None:
    first = grown(Built(tmp_path / "first"), 3)
    second = grown(cloned(first, "second"), 1, start=30)
    seen = {name: look(tmp_path / name, tmp_path) for name in ("first", "second")}
    assert seen["first"].commit != seen["second"].commit
    assert is_copy(history(first), history(second))
    profile = a_profile(projects=[project_said("loom"), project_said("mill")], identities=[ME])
    facts = joined(profile, looked("git", "project:loom", seen["first"]), looked("git", "project:mill", seen["second"]))
    assert {one.code for one in facts.projects} == {"project:mill"}  # the one that knows more
    assert (facts.exclusions[-1].subject, facts.exclusions[-1].guard) == ("project:loom", "same-repository")
    assert "mostly the same commits as project:mill" in facts.exclusions[-1].reason


def test_a_chain_of_copies_keeps_as_many_as_can_be_without_two_alike() -> None:
    def part(first: int, last: int) -> dict[str, object]:
        return {"roots": ("1" * 40,), "commits": last - first, "sample": tuple(f"{n:040}" for n in range(first, last))}

    chain = {"a": part(0, 10), "b": part(4, 14), "c": part(9, 19)}
    seen = {name: a_repository(commit=name, history=a_history(**some)) for name, some in chain.items()}
    for order in ("abc", "bac", "cab", "cba"):
        profile = a_profile(projects=[project_said(name) for name in order])
        facts = joined(profile, *(looked("git", f"project:{name}", seen[name]) for name in order))
        assert {one.claim.id: one.code for one in facts.projects} == {
            "a": "project:a", "b": "project:a", "c": "project:c",
        }  # fmt: skip


@pytest.mark.parametrize(("shared", "more", "copy"), [(80, 20, True), (10, 60, False), (60, 90, True)])
def test_histories_with_one_beginning_are_copies_when_most_of_the_shorter_one_is_shared(
    tmp_path: Path, shared: int, more: int, copy: bool
) -> None:
    first = grown(Built(tmp_path / "first"), shared)
    second = cloned(first, "second")
    grown(first, more, start=200)
    grown(second, more // 2, start=400)
    assert is_copy(history(first), history(second)) is copy
    assert is_copy(history(second), history(first)) is copy


def test_other_histories_are_no_copies(tmp_path: Path) -> None:
    first, second = grown(Built(tmp_path / "first"), 3), grown(Built(tmp_path / "second"), 3, start=9)
    assert not is_copy(history(first), history(second))
    assert not is_copy(a_history(), a_history())


def test_a_shallow_copy_is_a_copy(tmp_path: Path) -> None:
    first = grown(Built(tmp_path / "first"), 9)
    first.git("clone", "--quiet", "--depth=4", f"file://{first.folder}", str(tmp_path / "shallow"))
    shallow = look(tmp_path / "shallow", tmp_path).history
    assert shallow.roots != history(first).roots
    assert is_copy(shallow, history(first))


def test_a_repository_that_does_not_count_makes_no_copy_of_another() -> None:
    same = {"roots": ("1" * 40,), "sample": tuple(f"{n:040}" for n in range(10))}
    theirs = a_repository(commit="1" * 40, history=a_history(own=1, commits=10, **same))
    mine = a_repository(commit="2" * 40, history=a_history(own=10, commits=14, **same))
    profile = a_profile(projects=[project_said("loom"), project_said("mill")])
    facts = joined(profile, looked("git", "project:loom", theirs), looked("git", "project:mill", mine))
    assert [one.counts for one in facts.projects] == [False, True]


def test_lines_are_the_persons_by_their_share() -> None:
    from folio.readiness.checks.deployed import authored_lines

    assert authored_lines(a_repository(history=a_history(own=10, commits=40, people=20, share=500))) == 250
    assert authored_lines(a_repository(history=a_history(own=10, commits=40))) == 125  # as an older folio kept it
