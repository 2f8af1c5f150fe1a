"""The account that the profile names on GitHub: its repositories, pinned ones and addresses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from graphql import parse, validate

from evidence.hub import Hub, Reply, limited, refused
from evidence.hub.contract import COUNT
from evidence.hub.graphql import schema
from evidence.hub.rig import SAID, SECRET, account, as_stored, later, look_at_account
from folio.evidence.access import Access, Subject
from folio.evidence.collect import collect
from folio.evidence.github.pinned import QUERY
from folio.evidence.model import AccountSeen, Listed
from folio.evidence.sources import accounts
from folio.profile.model import Profile

PROFILE = Profile.model_validate(SAID | {"github": "ada"})
NEEDS_TOKEN = {"pinned": "GitHub tells which are pinned only to those with a token"}


@pytest.fixture
def hub(hub: Hub) -> Hub:
    hub.account("ada", blog="ada.example", commits=("ada@mill.example", "1+ada@users.noreply.github.com"))
    return hub


def names(seen: AccountSeen) -> list[str]:
    return [one.name for one in seen.repositories]


def pins(seen: AccountSeen) -> dict[str, int]:
    return {one.name: one.pinned for one in seen.repositories if one.pinned}


def test_the_account_of_the_profile_is_the_subject() -> None:
    assert accounts.subjects(PROFILE) == (Subject("account:ada", "ada"),)
    assert accounts.subjects(Profile.model_validate(SAID)) == ()


def test_a_repository_is_listed_with_what_its_list_says(hub: Hub, access: Access) -> None:
    hub.add("ada/loom", topics=["weaving", "cards"], pages={})
    assert account(access).repositories == (
        Listed(
            name="ada/loom",
            url=f"{hub.address}/ada/loom",
            fork=False,
            archived=False,
            template=False,
            description="Weaves patterns from punched cards",
            homepage="https://loom.example",
            topics=("cards", "weaving"),
            language="Python",
            default_branch="main",
            created_on=date(2024, 2, 1),
            pushed_on=date(2026, 10, 30),
            pages=True,
        ),
    )


def test_forks_archives_templates_and_empty_ones_are_known_as_such(hub: Hub, access: Access) -> None:
    hub.add("ada/a", fork=True)
    hub.add("ada/b", archived=True)
    hub.add("ada/c", is_template=True)
    hub.add("ada/d", size=0, language=None)
    hub.add("ada/e", size=0)
    told = {one.name[-1]: (one.fork, one.archived, one.template, one.empty) for one in account(access).repositories}
    assert told == {
        "a": (True, False, False, False),
        "b": (False, True, False, False),
        "c": (False, False, True, False),
        "d": (False, False, False, True),
        "e": (False, False, False, False),
    }


@pytest.mark.parametrize(("count", "pages"), [(0, 1), (1, 1), (100, 1), (101, 2), (250, 3)])
def test_every_page_of_the_list_is_read(count: int, pages: int, hub: Hub, access: Access) -> None:
    for index in range(count):
        hub.add(f"ada/loom-{index:03}")
    assert names(account(access)) == [f"ada/loom-{index:03}" for index in range(count)]
    assert len([path for path in hub.asked if "/repos?" in path]) == pages


def test_an_enterprise_is_asked_below_its_path_page_by_page(hub: Hub, access: Access) -> None:
    hub.below = "/api/v3"
    for index in range(101):
        hub.add(f"ada/loom-{index:03}")
    hub.accounts["ada"].pinned = ("ada/loom-007",)
    seen = account(replace(access, token=SECRET, github_api=f"{hub.address}/api/v3"))
    assert (len(seen.repositories), pins(seen)) == (101, {"ada/loom-007": 1})
    assert {path.split("/")[2] for path in hub.asked} == {"v3", "graphql"}


def test_a_private_repository_is_never_listed(hub: Hub, access: Access) -> None:
    hub.viewer = "ada"
    hub.add("ada/loom")
    hub.add("ada/secret", private=True)
    hub.add("mill/internal", private=True, visibility="internal")
    hub.accounts["ada"].pinned = ("ada/secret", "ada/loom")
    observation = look_at_account(replace(access, token=SECRET))
    assert isinstance(observation.seen, AccountSeen)
    assert names(observation.seen) == ["ada/loom"]
    assert pins(observation.seen) == {"ada/loom": 1}
    kept = observation.model_dump_json()
    assert "secret" not in kept
    assert "internal" not in kept


def test_stars_and_followers_are_not_kept(hub: Hub, access: Access) -> None:
    hub.add("ada/loom")
    hub.accounts["ada"].pinned = ("ada/loom",)
    kept = look_at_account(replace(access, token=SECRET)).model_dump_json()
    assert str(COUNT) not in kept
    for word in ("star", "follow", "watch"):
        assert word not in kept
        assert not [name for kind in (AccountSeen, Listed) for name in kind.model_fields if word in name]


@pytest.mark.parametrize(("said", "kept"), [("ada.example", "https://ada.example"), ("", None), (None, None)])
def test_the_website_is_an_address(said: str | None, kept: str | None, hub: Hub, access: Access) -> None:
    hub.accounts["ada"].blog = said
    assert account(access).website == kept


def test_the_pinned_ones_come_in_their_order_and_may_be_anothers(hub: Hub, access: Access) -> None:
    for name in ("ada/loom", "ada/jig", "mill/engine"):
        hub.add(name)
    hub.accounts["ada"].pinned = ("mill/engine", "ada/loom")
    seen = account(replace(access, token=SECRET))
    assert pins(seen) == {"mill/engine": 1, "ada/loom": 2}
    assert names(seen) == ["ada/jig", "ada/loom", "mill/engine"]
    assert (seen.pins_known, seen.unasked) == (True, {})


def test_without_a_token_nobody_knows_which_are_pinned(hub: Hub, access: Access) -> None:
    hub.add("ada/loom")
    seen = account(access)
    assert (seen.pins_known, seen.owned, seen.unasked) == (False, False, NEEDS_TOKEN)
    assert "/graphql" not in hub.asked


def test_what_was_pinned_when_there_was_a_token_stays_known_without_one(hub: Hub, access: Access) -> None:
    hub.add("ada/loom")
    hub.accounts["ada"].pinned = ("ada/loom",)
    before = look_at_account(replace(access, token=SECRET))
    seen = account(later(access), before)
    assert (seen.pins_known, pins(seen), seen.unasked) == (True, {"ada/loom": 1}, {})


def test_a_new_token_completes_a_look_of_the_same_day(hub: Hub, access: Access) -> None:
    hub.add("ada/loom")
    hub.accounts["ada"].pinned = ("ada/loom",)
    before = look_at_account(access)
    hub.journal.clear()
    seen = account(replace(access, token=SECRET), before)
    assert (pins(seen), seen.unasked) == ({"ada/loom": 1}, {})
    assert hub.asked == ["/graphql"]


@pytest.mark.parametrize("kind", ["User", "Organization"])
def test_an_organisation_is_asked_in_the_same_words(kind: str, hub: Hub, access: Access) -> None:
    hub.account("mill", kind=kind)
    assert validate(schema(), parse(QUERY)) == []
    hub.accounts["ada"].kind = kind
    hub.accounts["ada"].pinned = ("ada/loom",)
    hub.add("ada/loom")
    assert pins(account(replace(access, token=SECRET))) == {"ada/loom": 1}


@pytest.mark.parametrize(("viewer", "owned"), [("Ada", True), ("charles", False), ("github-actions[bot]", False)])
def test_whose_the_token_is_is_known(viewer: str, owned: bool, hub: Hub, access: Access) -> None:
    hub.viewer = viewer
    assert account(replace(access, token=SECRET)).owned is owned


def test_the_addresses_of_public_commits_are_the_accounts(hub: Hub, access: Access) -> None:
    hub.accounts["ada"].commits += ("Ada@Mill.example", "noreply@github.com", "no address", "charles@mill.example")
    assert account(access).addresses == (
        "1+ada@users.noreply.github.com",
        "ada@mill.example",
        "charles@mill.example",
    )
    assert [path for path in hub.asked if path.startswith("/search/")] == [
        "/search/commits?order=desc&per_page=100&q=author%3Aada+is%3Apublic&sort=author-date"
    ]


def test_addresses_are_not_asked_for_where_the_profile_names_some(hub: Hub, access: Access) -> None:
    assert account(replace(access, own=frozenset({"ada@mill.example"}))).addresses == ()
    assert not [path for path in hub.asked if path.startswith("/search/")]


def test_addresses_are_asked_for_again_when_something_was_pushed(hub: Hub, access: Access) -> None:
    one = hub.add("ada/loom")
    before = look_at_account(access)
    hub.accounts["ada"].commits = ("ada@new.example",)
    again = look_at_account(later(access), before)
    assert isinstance(again.seen, AccountSeen)
    assert "ada@mill.example" in again.seen.addresses
    one.facts["pushed_at"] = "2026-11-23T07:00:00Z"
    assert account(later(access, day=24), again).addresses == ("ada@new.example",)


def test_an_unchanged_list_is_not_read_again(hub: Hub, access: Access) -> None:
    for index in range(150):
        hub.add(f"ada/loom-{index:03}")
    access = replace(access, token=SECRET)
    before = look_at_account(access)
    hub.spent = 0
    assert len(account(later(access), before).repositories) == 150
    assert hub.spent == 1


def test_a_changed_page_is_read_and_those_before_it_again(hub: Hub, access: Access) -> None:
    for index in range(150):
        hub.add(f"ada/loom-{index:03}")
    access = replace(access, token=SECRET)
    before = look_at_account(access)
    hub.repositories["ada/loom-140"].facts["archived"] = True
    hub.spent = 0
    archived = [one.name for one in account(later(access), before).repositories if one.archived]
    assert archived == ["ada/loom-140"]
    assert hub.spent == 1 + 2


def test_a_repository_on_a_page_of_its_own_is_noticed(hub: Hub, access: Access) -> None:
    for index in range(100):
        hub.add(f"ada/loom-{index:03}")
    before = look_at_account(access)
    hub.add("ada/new")
    assert "ada/new" in names(account(later(access), before))


def test_a_deleted_repository_is_no_longer_listed(hub: Hub, access: Access) -> None:
    for name in ("loom", "jig"):
        hub.add(f"ada/{name}")
    before = look_at_account(access)
    del hub.repositories["ada/jig"]
    assert names(account(later(access), before)) == ["ada/loom"]


def test_a_list_that_leads_elsewhere_is_not_followed(hub: Hub, access: Access) -> None:
    said = "the answer is not GitHub's; does a proxy or a login page stand in between?"
    for target in ("https://elsewhere.example/user/1/repos?page=2", f"{hub.address}/users/ada/repos?per_page=100"):
        run = replace(access, scratch=access.scratch / str(len(hub.journal)))
        hub.faulty = [("/repos?", Reply(200, [], {"Link": f'<{target}>; rel="next"'}))]
        assert look_at_account(run).problem == said


def test_a_list_without_end_is_left_and_said_to_be_cut(hub: Hub, access: Access) -> None:
    for index in range(2101):
        hub.add(f"ada/loom-{index:04}")
    seen = account(replace(access, token=SECRET))
    assert len(seen.repositories) == 2000
    assert seen.unasked == {"repositories": "they are very many; only the first of them are listed"}


FAULTS = {
    "no such account": ("/users/ada", refused(404, "Not Found"), "not found (or private)"),
    "no list": ("/repos?", refused(502, "Server Error"), "GitHub has trouble of its own (502); try again"),
    "limit before the second page": (
        "?page=2",
        limited(),
        "GitHub's hourly limit is used up; try again after 2026-11-22 14:05 UTC",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_an_account_that_is_not_to_be_had_leaves_what_was_seen_before(fault: str, hub: Hub, access: Access) -> None:
    words, reply, said = FAULTS[fault]
    for index in range(101):
        hub.add(f"ada/loom-{index:03}")
    access = replace(access, token=SECRET, own=frozenset({"ada@mill.example"}))
    hub.faulty = [(words, reply)]
    assert look_at_account(access).problem == said
    nothing = Profile.model_validate(SAID | {"github": {"user": "ada", "most": 0}})
    stored = as_stored(collect(nothing, later(access)))
    hub.faulty = [(words, reply)]
    if "page" in words:
        hub.repositories["ada/loom-100"].facts["archived"] = True
    kept = collect(nothing, later(access, day=24), stored=stored).of("accounts", "account:ada")
    assert kept is not None
    assert (kept.seen, kept.missed) == (stored["accounts", "account:ada"].seen, said)


@pytest.mark.parametrize(
    ("words", "reply", "unasked"),
    [
        (
            "/graphql",
            Reply(200, {"data": None, "errors": [{"type": "RATE_LIMITED"}]}),
            "GitHub does not tell this token which are pinned",
        ),
        (
            "/graphql",
            refused(403, "Resource not accessible"),
            "GitHub denies access (403); the token may lack a permission",
        ),
        ("/graphql", refused(502, "Server Error"), "GitHub has trouble of its own (502); try again"),
        ("/search/", refused(422, "Validation Failed"), "GitHub answers 422"),
        (
            "/search/",
            refused(403, "API rate limit exceeded", x_ratelimit_remaining="0", x_ratelimit_resource="search"),
            "GitHub's limit for search is used up; try again after 2026-11-22 14:05 UTC",
        ),
    ],
)
def test_a_part_that_is_not_to_be_had_leaves_the_list(
    words: str, reply: Reply, unasked: str, hub: Hub, access: Access
) -> None:
    hub.add("ada/loom")
    hub.faulty = [(words, reply)]
    seen = account(replace(access, token=SECRET))
    assert names(seen) == ["ada/loom"]
    assert seen.unasked == {"pinned" if words == "/graphql" else "addresses": unasked}


def test_only_the_missing_part_is_asked_for_next(hub: Hub, access: Access) -> None:
    hub.add("ada/loom")
    access = replace(access, token=SECRET)
    hub.faulty = [("/search/", refused(502, "Server Error"))]
    before = look_at_account(access)
    hub.journal.clear()
    seen = account(later(access, day=22, hour=18), before)
    assert (seen.unasked, seen.addresses[1]) == ({}, "ada@mill.example")
    assert [path.partition("?")[0] for path in hub.asked] == ["/search/commits"]


def test_offline_an_account_is_as_it_was(hub: Hub, access: Access) -> None:
    hub.add("ada/loom")
    before = look_at_account(access)
    hub.journal.clear()
    assert look_at_account(replace(access, offline=True), before) is before
    assert look_at_account(replace(access, offline=True)).problem == "not asked: offline"
    assert hub.journal == []


def test_what_is_chosen_is_asked_about_as_the_persons_own(hub: Hub, access: Access) -> None:
    for name in ("loom", "jig"):
        hub.add(f"ada/{name}", homepage=None, releases=[{}])
    evidence = collect(Profile.model_validate(SAID | {"github": {"user": "ada", "exclude": ["jig"]}}), access)
    hosted = {one.subject: one.seen for one in evidence.observations if one.source == "github"}
    assert list(hosted) == ["project:loom"]
    assert hosted["project:loom"] is not None
