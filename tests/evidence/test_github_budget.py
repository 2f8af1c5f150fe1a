"""How many calls GitHub counts, and what is asked first when they do not suffice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from evidence.hub import Hub, refused
from evidence.hub.rig import SECRET, a_task, later, look, look_at_account, looks
from folio.evidence.access import Access
from folio.evidence.github.choose import chosen
from folio.evidence.model import AccountSeen, HostedSeen, Observation
from folio.evidence.sources import github

EVERYTHING = {
    "releases": [{"tag_name": "v1"}],
    "deployments": [{"statuses": [{"environment_url": "https://loom.example"}]}],
    "runs": [{"name": "ci"}],
    "pages": {"html_url": "https://ada.github.io/loom"},
    "languages": {"Python": 9000},
}
PARTS = ("last_run", "releases", "deployments", "languages", "pages")


@pytest.fixture
def hub(hub: Hub) -> Hub:
    """With an account of a hundred repositories, each with all that can be asked for."""
    hub.account("ada", commits=("ada@mill.example",), pinned=("ada/loom-99", "ada/loom-3"))
    for index in range(100):
        hub.add(f"ada/loom-{index}", **EVERYTHING)
    return hub


def run(hub: Hub, access: Access, before: dict[str, Observation] | None = None) -> dict[str, Observation]:
    """The account and the six repositories that are chosen from it."""
    known = before or {}
    listing = look_at_account(access, known.get("account:ada"))
    assert isinstance(listing.seen, AccountSeen), listing.problem
    names = [one.name.removeprefix("ada/") for one in chosen(listing.seen, most=6)]
    told = replace(access, accounts={"ada": listing.seen})
    found = looks(hub, told, names, [known.get(f"project:{name}") for name in names])
    return {"account:ada": listing} | {f"project:{name}": one for name, one in found.items()}


@pytest.mark.parametrize(("token", "cold", "warm"), [(None, 39, 2), (SECRET, 40, 1)])
def test_six_repositories_of_a_hundred_cost_forty_calls_at_first_and_hardly_any_later(
    token: str | None, cold: int, warm: int, hub: Hub, access: Access
) -> None:
    access = replace(access, token=token)
    first = run(hub, access)
    assert hub.spent == cold <= 40
    for one in first.values():
        if isinstance(one.seen, HostedSeen):
            assert one.seen.unasked == {}
            assert all(getattr(one.seen, part) for part in PARTS)
    hub.spent = 0
    second = run(hub, later(access), first)
    assert hub.spent == warm <= 5
    assert [one.missed for one in second.values()] == [None] * 7
    assert [one.seen and one.seen.model_copy(update={"marks": {}}) for one in second.values()] == [
        one.seen and one.seen.model_copy(update={"marks": {}}) for one in first.values()
    ]
    assert run(hub, later(access, hour=23), second) == second
    assert hub.spent == warm


def test_a_repository_by_itself_costs_seven_calls(hub: Hub, access: Access) -> None:
    look(hub, access, "loom-1")
    assert hub.spent == 7


def test_a_list_spares_the_call_for_the_repository_but_not_for_a_fork(hub: Hub, access: Access) -> None:
    hub.add("ada/jig", fork=True, parent="jacquard/jig")
    listing = look_at_account(replace(access, own=frozenset({"ada@mill.example"})))
    assert isinstance(listing.seen, AccountSeen)
    told = replace(access, accounts={"ada": listing.seen})
    found = looks(hub, told, ["jig", "loom-1"])
    assert found["jig"].seen is not None
    assert found["jig"].seen.parent == "jacquard/jig"
    assert [path for path in hub.asked if path.count("/") == 3 and path.startswith("/repos/")] == ["/repos/ada/jig"]
    assert [one.seen.owned for one in found.values() if isinstance(one.seen, HostedSeen)] == [True, True]


def test_without_a_token_what_nobody_pushed_to_is_asked_about_once_a_week(hub: Hub, access: Access) -> None:
    first = run(hub, access)
    hub.spent = 0
    again = run(hub, later(access, day=28), first)
    assert hub.spent == 2
    assert all(again[name] is one for name, one in first.items() if name.startswith("project:"))
    hub.repositories["ada/loom-0"].facts["pushed_at"] = "2026-11-28T07:00:00Z"
    hub.spent = 0
    pushed = run(hub, later(access, day=28, hour=23), again | {"account:ada": first["account:ada"]})
    assert hub.spent == 2 + 1 + 6
    assert pushed["project:loom-0"].observed_on == date(2026, 11, 28)
    hub.spent = 0
    run(hub, later(access, day=30), pushed)
    assert hub.spent == 2 + 5 * 5 + 6  # all but languages of five, and all of the one that was pushed to on its day


def test_what_the_list_says_anew_is_seen_without_a_call(hub: Hub, access: Access) -> None:
    first = run(hub, access)
    hub.repositories["ada/loom-0"].facts["description"] = "Weaves anything"
    second = run(hub, later(access), first)["project:loom-0"]
    assert isinstance(second.seen, HostedSeen)
    assert (second.seen.description, second.observed_on) == ("Weaves anything", date(2026, 11, 23))
    hub.spent = 0
    run(hub, later(access, day=29), first | {"project:loom-0": second})
    assert [path for path in hub.asked if "loom-0/" in path and "releases" in path] == 2 * [
        "/repos/ada/loom-0/releases?per_page=30"
    ]


def test_where_the_limit_does_not_suffice_the_worthiest_parts_of_all_come_first(hub: Hub, access: Access) -> None:
    names = ["loom-1", "loom-2", "loom-3"]
    hub.limit = 3 + 3 + 3 + 3  # the repositories, runs, releases, and one and a half times deployments
    found = looks(hub, access, names)
    known = {name: [part for part in PARTS if part not in one.seen.unasked] for name, one in found.items() if one.seen}
    assert known == {
        "loom-1": ["last_run", "releases", "deployments"],
        "loom-2": ["last_run", "releases", "deployments"],
        "loom-3": ["last_run", "releases"],
    }
    assert found["loom-2"].seen
    assert "state" in found["loom-2"].seen.unasked
    words = "GitHub's hourly limit is used up; try again after 2026-11-22 14:05 UTC; a token raises it"
    assert {why for one in found.values() if one.seen for why in one.seen.unasked.values()} == {words}
    assert {one.again_at is not None for one in found.values()} == {True}


def test_the_next_run_asks_only_for_what_was_not_had(hub: Hub, access: Access) -> None:
    names = ["loom-1", "loom-2", "loom-3"]
    hub.limit = 12
    first = looks(hub, access, names)
    hub.spent, hub.limit = 0, 60
    hub.journal.clear()
    second = looks(hub, later(access, day=22, hour=15), names, [first[name] for name in names])
    assert {name: one.seen and one.seen.unasked for name, one in second.items()} == {name: {} for name in names}
    assert {one.again_at for one in second.values()} == {None}
    asked = [path.removeprefix("/repos/ada/").partition("?")[0] for path in hub.asked]
    assert sorted(asked) == [
        "loom-1/languages",
        "loom-1/pages",
        "loom-2/deployments",
        "loom-2/deployments/1/statuses",
        "loom-2/languages",
        "loom-2/pages",
        "loom-3/deployments",
        "loom-3/deployments/1/statuses",
        "loom-3/languages",
        "loom-3/pages",
    ]
    everything = looks(hub, replace(later(access, day=22, hour=16), token=SECRET), names)
    facts = {"marks": {}}
    assert [one.seen and one.seen.model_copy(update=facts) for one in second.values()] == [
        everything[name].seen and everything[name].seen.model_copy(update=facts) for name in second
    ]


def test_a_part_that_was_refused_is_not_asked_for_again_that_day(hub: Hub, access: Access) -> None:
    hub.faulty = [("/pages", refused(404, "Not Found"))]
    first = look(hub, access, "loom-1")
    assert first.seen
    assert first.seen.unasked == {"pages": "not found (or private)"}
    asked = len(hub.journal)
    assert look(hub, later(access, day=22, hour=18), "loom-1", before=first) is first
    assert len(hub.journal) == asked


def test_without_a_token_a_refused_part_is_asked_for_again_with_the_others(hub: Hub, access: Access) -> None:
    hub.replies["/repos/ada/loom-1/pages"] = refused(404, "Not Found")
    first = look(hub, access, "loom-1")
    hub.journal.clear()
    second = look(hub, later(access), "loom-1", before=first)
    assert hub.asked == ["/repos/ada/loom-1"]
    assert second.seen
    assert second.seen.unasked == {"pages": "not found (or private)"}
    del hub.replies["/repos/ada/loom-1/pages"]
    third = look(hub, later(access, day=29), "loom-1", before=second)
    assert third.seen
    assert third.seen.unasked == {}


def test_a_part_that_was_known_stands_when_it_can_not_be_had_again(hub: Hub, access: Access) -> None:
    access = replace(access, token=SECRET)
    first = look(hub, access, "loom-1")
    hub.repositories["ada/loom-1"].releases.append({"tag_name": "v2"})
    hub.repositories["ada/loom-1"].languages["Rust"] = 1
    hub.faulty = [("/releases", refused(502, "Server Error"))]
    second = look(hub, later(access), "loom-1", before=first)
    assert second.seen
    assert first.seen
    assert second.seen.releases == first.seen.releases
    assert second.seen.unasked == {}
    assert second.missed == "releases: GitHub has trouble of its own (502); try again"
    third = look(hub, later(access, hour=18), "loom-1", before=second)
    assert third.seen
    assert (third.missed, len(third.seen.releases)) == (None, 2)


def test_what_was_seen_longest_ago_is_looked_at_first(hub: Hub, access: Access) -> None:
    names = ["loom-1", "loom-2", "loom-3"]
    access = replace(access, token=SECRET)
    days = {name: later(access, day=day) for name, day in zip(names, (12, 10, 11), strict=True)}
    before = [look(hub, days[name], name) for name in names]
    hub.journal.clear()
    looks(hub, access, names, before)
    repositories = [path for path in hub.asked if path.count("/") == 3]
    assert repositories == [f"/repos/ada/loom-{number}" for number in (2, 3, 1)]


def test_an_interrupted_run_keeps_what_it_has_and_the_next_goes_on_there(hub: Hub, access: Access) -> None:
    names = ["loom-1", "loom-2", "loom-3"]
    going = github.observe([a_task(hub, name) for name in names], access)
    first = next(going)
    going.close()
    assert first.subject == "project:loom-1"
    hub.journal.clear()
    found = looks(hub, later(access, day=22, hour=18), names, [first, None, None])
    assert found["loom-1"] is first
    assert all(one.seen and one.seen.unasked == {} for one in found.values())
    assert not [path for path in hub.asked if "loom-1" in path]
