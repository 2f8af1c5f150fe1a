"""What is known of an address, and what else has to say so before it is called verified."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from build import TODAY, a_hosted, a_link, a_profile, a_repository, project_said
from folio.evidence.level import Level
from folio.evidence.model import AccountSeen, Evidence, HostedSeen, Observation, Probe, RepositoryObserved
from folio.facts import Facts, derive
from folio.facts.links import LinkFacts, by_host, link_facts, link_guard, own_pages

URL = "https://loom.example.org"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def looked(source: str = "links", subject: str = "project:shelfcast", **more: object) -> Observation:
    base: dict[str, object] = {"observed_on": TODAY, "fingerprint": ""}
    return Observation.model_validate({"source": source, "subject": subject, **base, **more})


def up(days_ago: float) -> Probe:
    return Probe(at=NOON - timedelta(days=days_ago), outcome="up", status=200)


def test_nobody_looked_and_nobody_could_tell_are_two_reasons() -> None:
    assert link_facts(URL, None).unread == "the address was not opened"
    found = link_facts(URL, looked(problem="answers 503"))
    assert (found.unread, found.up, found.gone, found.level) == ("answers 503", False, False, Level.CLAIMED)


@pytest.mark.parametrize(
    ("probes", "level"),
    [
        ((up(0),), Level.OBSERVED),
        ((up(6), up(0)), Level.OBSERVED),
        ((up(7), up(0)), Level.VERIFIED),
        ((up(9), Probe(at=NOON - timedelta(days=5), outcome="gone", status=404), up(0)), Level.VERIFIED),
    ],
)
def test_one_answer_is_observed_and_a_second_a_week_later_verified(probes: tuple[Probe, ...], level: Level) -> None:
    assert link_facts(URL, looked(seen=a_link(), probes=probes)).level == level


def test_a_page_that_links_back_is_verified_and_says_why() -> None:
    found = link_facts(URL, looked(seen=a_link(links_back=("https://ada.example",))))
    assert (found.level, found.confirmed) == (Level.VERIFIED, ("it links back to the other pages",))


@pytest.mark.parametrize(
    ("hosted", "says"),
    [
        (a_hosted(homepage=f"{URL}/"), ("the repository names it as its homepage",)),
        (a_hosted(homepage="https://other.example"), ()),
        (a_hosted(homepage=URL, fork=True), ()),
        (a_hosted(homepage=URL, owned=False), ()),
        (
            a_hosted(deployments=[{"environment": "production", "day": None, "state": "success", "url": URL}]),
            ("the code host deployed it there",),
        ),
        (a_hosted(deployments=[{"environment": "production", "day": None, "state": "failure", "url": URL}]), ()),
        (a_hosted(pages={"url": URL}), ("the code host serves it from the repository",)),
        (a_hosted(pages={"url": "https://ada.github.io", "domain": "loom.example.org"}), ("the code host serves it from the repository",)),
        (a_hosted(pages={"url": URL, "built": False}), ()),
        (None, ()),
    ],
)  # fmt: skip
def test_a_code_host_confirms_an_address_of_ones_own_repository(
    hosted: HostedSeen | None, says: tuple[str, ...]
) -> None:
    assert by_host(URL, hosted) == says


@pytest.mark.parametrize(
    ("link", "guard"),
    [
        (LinkFacts(URL, a_link()), None),
        (LinkFacts(URL, unread="answers 503"), None),
        (LinkFacts(URL, a_link(placeholder="login")), None),
        (LinkFacts(URL, a_link(status=404)), "dead-link"),
        (LinkFacts(URL, a_link(placeholder="parked")), "parked-page"),
        (LinkFacts(URL, a_link(placeholder="not-found")), "parked-page"),
    ],
)
def test_what_is_gone_or_nobodys_is_left_out_by_a_guard(link: LinkFacts, guard: str | None) -> None:
    verdict = link_guard(link)
    assert (verdict and verdict[0]) == guard


def known(hosted: HostedSeen, **repository: object) -> Facts:
    profile = a_profile(identities=["ada@example.org"], projects=[project_said(live={"url": URL})])
    looks = (
        looked(seen=a_link()),
        looked("github", seen=hosted),
        looked("git", seen=RepositoryObserved(repository=a_repository(**repository))),
    )
    return derive(profile, Evidence(observations=looks), today=TODAY)


def test_somebody_elses_repository_confirms_nothing() -> None:
    (mine,) = known(a_hosted(homepage=URL, owned=True)).projects
    assert mine.live
    assert mine.live.level == Level.VERIFIED
    (other,) = known(a_hosted(homepage=URL, name="react/react")).projects
    assert other.live
    assert (other.live.level, other.hosted) == (Level.OBSERVED, None)
    nobodys = a_repository().history.model_copy(update={"own": 0, "own_days": (), "own_weeks": ()})
    (foreign,) = known(a_hosted(homepage=URL, owned=True), history=nobodys).projects
    assert foreign.foreign
    assert foreign.live
    assert (foreign.live.level, foreign.live.unread) == (Level.CLAIMED, "its repository is somebody else's")


@pytest.mark.parametrize(
    ("more", "is_of"),
    [
        ({"owned": True}, True),
        ({"name": "ada/elsewhere"}, True),
        ({"name": "me/shelfcast"}, True),
        ({"name": "react/react"}, False),
        (
            {
                "name": "react/react",
                "last_run": {"workflow": "ci", "conclusion": "success", "day": None, "commit": "c" * 40},
            },
            False,
        ),
    ],
)
def test_the_host_has_to_speak_of_the_repository_that_was_read(more: dict[str, object], is_of: bool) -> None:
    said = project_said(repository="https://github.com/me/shelfcast", code_url="https://github.com/x/y")
    profile = a_profile(projects=[said], links={"github": "Ada"})
    looks = (looked("github", seen=a_hosted(**more)), looked("git", seen=RepositoryObserved(repository=a_repository())))
    (project,) = derive(profile, Evidence(observations=looks), today=TODAY).projects
    assert (project.hosted is not None) is is_of
    assert (project.unhosted is None) is is_of


def test_what_is_gone_is_told_among_what_was_not_counted() -> None:
    profile = a_profile(projects=[project_said(live={"url": URL})], links={"website": "https://ada.example.org"})
    looks = (looked(seen=a_link(status=410)), looked(subject="link:website", seen=a_link(placeholder="parked")))
    facts = derive(profile, Evidence(observations=looks), today=TODAY)
    told = {one.subject: (one.guard, one.reason) for one in facts.exclusions}
    assert told["project:shelfcast"] == ("dead-link", f"{URL} answers 410, and did a day before")
    assert told["link:website"] == ("parked-page", "https://ada.example.org shows a parked domain")


@pytest.mark.parametrize(("site", "level"), [("https://ada.example.org", Level.VERIFIED), (None, Level.OBSERVED)])
def test_an_account_that_was_listed_is_there_though_its_page_was_not_opened(site: str | None, level: Level) -> None:
    profile = a_profile(github="ada", links={"website": "https://www.ada.example.org/", "github": "ada"})
    account = looked("accounts", "account:ada", seen=AccountSeen(login="Ada", website=site))
    page = own_pages(profile, Evidence(observations=(account,)))["link:github"]
    assert (page.up, page.level, page.observed_on) == (True, level, date(2026, 11, 22))
