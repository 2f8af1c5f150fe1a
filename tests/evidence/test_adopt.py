"""What lists on the web add to a profile, and what they never change in it."""

from __future__ import annotations

from datetime import date

import pytest

from build import a_profile, an_article
from folio.evidence.adopt import adopted
from folio.evidence.model import AccountSeen, Entry, Evidence, FeedSeen, Listed, Observation
from folio.profile.model import Profile


def listed(name: str, **more: object) -> Listed:
    base: dict[str, object] = {
        "name": f"ada/{name}", "url": f"https://github.com/ada/{name}", "fork": False, "archived": False,
        "template": False, "description": f"What {name} is", "homepage": None, "topics": (), "language": "Python",
        "default_branch": "main", "created_on": date(2024, 2, 1), "pushed_on": date(2026, 10, 30),
    }  # fmt: skip
    return Listed.model_validate({**base, **more})


def account(*repositories: Listed, **more: object) -> Observation:
    seen = AccountSeen(login="ada", website=None, repositories=repositories).model_copy(update=more)
    return Observation(
        source="accounts", subject="account:ada", observed_on=date(2026, 11, 22), fingerprint="", seen=seen
    )


def feed(*entries: Entry) -> Observation:
    seen = FeedSeen(title="Ada", home=None, form="rss20", entries=entries)
    return Observation(source="feeds", subject="feed:a", observed_on=date(2026, 11, 22), fingerprint="", seen=seen)


def entry(url: str, title: str | None = "On looms", **more: object) -> Entry:
    return Entry.model_validate({"url": url, "guid": None, "title": title, "day": date(2026, 3, 1), **more})


def with_lists(*looks: Observation, **said: object) -> Profile:
    return adopted(a_profile(**{"github": "ada", **said}), Evidence(observations=looks))


def test_a_name_on_github_is_enough_for_projects() -> None:
    profile = with_lists(account(listed("loom", homepage="https://loom.example")))
    (project,) = profile.projects or ()
    assert (project.id, project.title, project.summary) == ("loom", "loom", "What loom is")
    assert project.repository == "https://github.com/ada/loom.git"
    assert project.code_url == "https://github.com/ada/loom"
    assert project.live
    assert project.live.url == "https://loom.example"
    assert profile.links.github == "ada"
    assert "ada@users.noreply.github.com" in profile.emails


@pytest.mark.parametrize(
    "page", ["https://pypi.org/project/loom", "https://www.youtube.com/watch?v=1", "loom.example", ""]
)
def test_a_homepage_where_nothing_runs_is_no_deployment(page: str) -> None:
    (project,) = with_lists(account(listed("loom", homepage=page))).projects or ()
    assert project.live is None


@pytest.mark.parametrize(
    "address", ["https://GitHub.com/Ada/Loom.git", "git@github.com:ada/loom.git", "ssh://git@github.com/ada/loom/"]
)
def test_what_the_person_wrote_comes_first_and_stays_as_it_is(address: str) -> None:
    written = {"id": "loom", "title": "My loom", "summary": "s", "repository": address}
    profile = with_lists(account(listed("loom"), listed("cards")), projects=[written])
    first, second = profile.projects or ()
    assert (first.title, second.title) == ("My loom", "cards")


def test_two_of_one_name_get_two_ids() -> None:
    written = {"id": "loom", "title": "Another", "summary": "s"}
    profile = with_lists(account(listed("Loom"), listed("loom.")), projects=[written])
    assert [one.id for one in profile.projects or ()] == ["loom", "loom-2", "loom-3"]


def test_an_account_without_repositories_is_known_to_have_none() -> None:
    assert with_lists(account()).projects == ()
    failed = Observation(
        source="accounts", subject="account:ada", observed_on=date(2026, 11, 22), fingerprint="", problem="not reached"
    )
    assert with_lists(failed).projects is None


def test_the_addresses_that_github_knows_are_the_persons() -> None:
    profile = with_lists(account(addresses=("ada@home.example",)), contact={})
    assert "ada@home.example" in profile.emails


def test_a_feed_is_enough_for_articles() -> None:
    profile = with_lists(feed(entry("https://a.example/looms?utm_source=rss", text=an_article())))
    (article,) = profile.articles or ()
    assert (article.id, article.title, str(article.date)) == ("on-looms", "On looms", "2026-03-01")


def test_an_article_that_the_profile_names_is_not_listed_twice() -> None:
    written = {"id": "looms", "url": "http://www.a.example/looms/", "title": "Mine"}
    profile = with_lists(
        feed(entry("https://a.example/looms"), entry("https://a.example/cards", None)), articles=[written]
    )
    assert [one.title for one in profile.articles or ()] == ["Mine", "cards"]


@pytest.mark.parametrize("text", ["\u202eevil\u0000 title", " ", "\u200b", "織機について", "x" * 5000, "a\nb"])
def test_foreign_words_of_any_kind_become_words_of_a_profile(text: str) -> None:
    profile = with_lists(account(listed("loom", description=text)), feed(entry("https://a.example/1", text)))
    assert profile.projects
    assert profile.articles
    Profile.model_validate(profile.model_dump())


def test_an_address_that_is_none_is_left_out() -> None:
    assert with_lists(feed(entry("javascript:alert(1)"), entry("https://[::1"))).articles is None


def test_without_lists_the_profile_is_what_it_was() -> None:
    profile = a_profile()
    assert adopted(profile, Evidence()) is profile
