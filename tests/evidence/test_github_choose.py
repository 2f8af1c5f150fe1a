"""Which repositories of an account become projects."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from folio.evidence.github.choose import chosen
from folio.evidence.model import AccountSeen, Listed


def one(name: str, pushed: int = 1, *, owner: str = "ada", **facts: object) -> Listed:
    """A repository last pushed to on that day of November."""
    said = {"fork": False, "archived": False, "template": False, "description": "It weaves.", "homepage": None}
    rest = {
        "topics": (),
        "language": None,
        "default_branch": "main",
        "created_on": None,
        "pushed_on": date(2026, 11, pushed),
    }
    place = {"name": f"{owner}/{name}", "url": f"https://hub.example/{owner}/{name}"}
    return Listed.model_validate(said | rest | place | facts)


def names(*repositories: Listed, most: int = 6, **rule: object) -> list[str]:
    account = AccountSeen(login="Ada", website=None, repositories=repositories)
    return [each.name.partition("/")[2] for each in chosen(account, most=most, **rule)]  # type: ignore[arg-type]


def test_the_last_push_decides_newest_first_then_the_name() -> None:
    assert names(one("b", 3), one("d", 2), one("c", 2), one("a", 1)) == ["b", "c", "d", "a"]


def test_at_most_so_many_are_chosen() -> None:
    assert names(one("a", 3), one("b", 2), one("c", 1), most=2) == ["a", "b"]
    assert names(one("a"), most=0) == []


def test_a_described_one_goes_before_one_that_is_not() -> None:
    assert names(one("a", 9, description=None), one("b", 1)) == ["b", "a"]


@pytest.mark.parametrize(
    "facts",
    [{"fork": True}, {"archived": True}, {"template": True}, {"empty": True}, {"owner": "jacquard"}],
)
def test_what_is_no_project_of_the_persons_is_left_out(facts: dict[str, object]) -> None:
    assert names(one("a", **facts), one("b")) == ["b"]  # type: ignore[arg-type]


def test_the_profile_page_and_the_site_are_about_the_person() -> None:
    assert names(one("ada"), one("Ada.github.io"), one("b")) == ["b"]


def test_forks_may_be_let_in() -> None:
    assert names(one("a", fork=True), one("b"), forks=True) == ["a", "b"]


def test_pinned_ones_come_first_in_their_order_whatever_they_are() -> None:
    pinned = (one("old", 1, pinned=1, archived=True), one("theirs", 1, owner="mill", pinned=2))
    assert names(one("a", 9), *pinned) == ["old", "theirs", "a"]


def test_included_ones_come_before_pinned_ones_whatever_they_are() -> None:
    repositories = (one("a", 9), one("p", 1, pinned=1), one("fork", 1, fork=True), one("empty", 1, empty=True))
    assert names(*repositories, include=["Empty", "fork"]) == ["empty", "fork", "p", "a"]


def test_what_is_included_and_is_not_there_is_left_out() -> None:
    assert names(one("a"), include=["gone"]) == ["a"]


def test_all_that_are_included_are_chosen_even_beyond_the_number() -> None:
    assert names(one("a", 9), one("b"), one("c"), include=["c", "b"], most=1) == ["c", "b"]


def test_excluded_ones_are_never_chosen() -> None:
    assert names(one("a", pinned=1), one("b"), one("c"), include=["b"], exclude=["A", "b"]) == ["c"]


def test_a_repository_without_a_push_goes_last() -> None:
    assert names(one("a", pushed_on=None), one("b")) == ["b", "a"]


@given(some.permutations([one("a", 3), one("b", 3), one("c", 1, description=None), one("d", pinned=1), one("e", 2)]))
def test_the_order_of_the_list_changes_nothing(repositories: list[Listed]) -> None:
    assert names(*repositories) == ["d", "a", "b", "e", "c"]
