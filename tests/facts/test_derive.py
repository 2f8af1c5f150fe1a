"""Claims joined to observations: known, known to be absent, or not known and why."""

from __future__ import annotations

from datetime import date

import pytest

from build import a_history, a_profile, a_readme, a_repository, an_article, article_said, project_said, some_code
from folio.evidence.level import Level
from folio.evidence.model import ArticleSeen, Evidence, Observation, RepositoryObserved
from folio.facts import Facts, derive
from folio.profile.model import Profile
from folio.repository.model import RepositorySeen

TODAY = date(2026, 11, 22)


def looked(source: str, subject: str, seen: RepositorySeen | ArticleSeen | str) -> Observation:
    return Observation(
        source=source,
        subject=subject,
        observed_on=TODAY,
        fingerprint="x",
        seen=None
        if isinstance(seen, str)
        else RepositoryObserved(repository=seen)
        if isinstance(seen, RepositorySeen)
        else seen,
        problem=seen if isinstance(seen, str) else None,
    )


def joined(profile: Profile, *observations: Observation) -> Facts:
    return derive(profile, Evidence(observations=observations), today=TODAY)


def test_a_repository_that_was_read_and_is_ones_own_counts() -> None:
    facts = joined(a_profile(projects=[project_said("loom")]), looked("git", "project:loom", a_repository()))
    assert facts.projects[0].counts is True
    assert facts.exclusions == ()


def test_a_repository_that_could_not_be_read_is_not_known_and_says_why() -> None:
    facts = joined(a_profile(projects=[project_said("loom")]), looked("git", "project:loom", "timed out after 120 s"))
    project = facts.projects[0]
    assert (project.repository, project.counts, project.unread) == (None, None, "timed out after 120 s")


def test_a_project_without_a_repository_is_no_trouble() -> None:
    facts = joined(a_profile(projects=[project_said("loom", repository=None)]))
    assert (facts.projects[0].counts, facts.projects[0].unread) == (None, None)


def test_somebody_elses_repository_is_left_out_with_the_reason() -> None:
    seen = a_repository(history=a_history(own=0))
    facts = joined(
        a_profile(identities=["ada@example.org"], projects=[project_said("loom")]), looked("git", "project:loom", seen)
    )
    assert facts.projects[0].counts is False
    assert [(one.subject, one.guard) for one in facts.exclusions] == [("project:loom", "no-own-commits")]
    assert "add its address to 'identities'" in facts.exclusions[0].reason


def test_whose_a_repository_is_stays_open_until_the_person_says_which_addresses_are_theirs() -> None:
    seen = a_repository(history=a_history(own=0))
    facts = joined(a_profile(projects=[project_said("loom", live={"url": "https://loom.example.org"})]),
                   looked("git", "project:loom", seen))  # fmt: skip
    (project,) = facts.projects
    assert (project.counts, project.untold, project.foreign) == (None, True, False)
    assert project.unread == "none of its 0 commits is by ada@example.org"
    assert project.live is not None
    assert project.live.unread == "whose its repository is has not been told"
    assert facts.exclusions == ()


def test_without_an_address_nobody_can_tell_whose_the_commits_are() -> None:
    profile = a_profile(projects=[project_said("loom")], contact={}, identities=[])
    facts = joined(profile, looked("git", "project:loom", a_repository()))
    assert facts.projects[0].counts is None
    assert "add 'identities'" in str(facts.projects[0].unread)


def test_a_few_lines_are_not_a_project() -> None:
    seen = a_repository(code=some_code(99))
    facts = joined(a_profile(projects=[project_said("loom")]), looked("git", "project:loom", seen))
    assert [one.guard for one in facts.exclusions] == ["empty-repo"]


@pytest.mark.parametrize("names", [("loom", "mill"), ("mill", "loom")])
def test_one_repository_under_two_names_counts_once(names: tuple[str, str]) -> None:
    profile = a_profile(projects=[project_said(name) for name in names])
    facts = joined(profile, *(looked("git", f"project:{name}", a_repository()) for name in names))
    assert {one.code for one in facts.projects} == {"project:loom"}
    assert {one.subject for one in facts.projects} == {"project:loom", "project:mill"}  # it may hold two pieces of work
    assert [(one.subject, one.guard) for one in facts.exclusions] == [("project:mill", "same-repository")]


def test_articles_and_projects_find_each_other_by_their_addresses() -> None:
    profile = a_profile(
        projects=[project_said("loom", code_url="https://code.example/ada/loom")],
        articles=[article_said("seams", url="https://ada.example/seams/")],
    )
    text = an_article(links=("https://www.code.example/ada/loom/blob/main/README.md",))
    seen = a_repository(readme=a_readme(links=("http://ada.example/seams",)))
    facts = joined(profile, looked("git", "project:loom", seen), looked("articles", "article:seams", text))
    assert facts.articles[0].projects_linked == ("loom",)
    assert facts.articles[0].projects_linking == ("loom",)


def test_a_link_to_a_name_that_only_begins_alike_is_no_link() -> None:
    profile = a_profile(
        projects=[project_said("loom", code_url="https://code.example/ada/loom")], articles=[article_said("seams")]
    )
    text = an_article(links=("https://code.example/ada/loom-old",))
    facts = joined(profile, looked("git", "project:loom", a_repository()), looked("articles", "article:seams", text))
    assert facts.articles[0].projects_linked == ()


def test_a_named_referee_lifts_a_claim_and_the_person_themselves_does_not() -> None:
    def reference(identifier: str, name: str) -> dict[str, object]:
        return {
            "id": identifier,
            "name": name,
            "role": "Owner",
            "organisation": "Mill",
            "date": "2026",
            "text": "Good.",
        }

    profile = a_profile(
        references=[reference("bo", "Bo Weaver"), reference("me", "ADA EXAMPLE")],
        projects=[
            project_said("loom", proof={"reference": "bo"}),
            project_said("mill", proof={"reference": "me"}),
            project_said("yarn", proof={"document": "letter.pdf", "sha256": "0" * 64}),
        ],
    )
    assert [one.proof for one in joined(profile).projects] == [Level.ATTESTED, Level.CLAIMED, Level.ATTESTED]


def test_what_supports_a_claim_is_seen_claimed_or_not_known() -> None:
    profile = a_profile(projects=[project_said("loom"), project_said("mill")], work=[])
    facts = joined(
        profile, looked("git", "project:loom", a_repository()), looked("git", "project:mill", "no such folder")
    )
    levels = {
        link: facts.support(link).level for link in ("project:loom", "project:mill", "work:x", "https://a.example")
    }
    assert levels == {
        "project:loom": Level.OBSERVED,
        "project:mill": Level.CLAIMED,
        "work:x": Level.CLAIMED,
        "https://a.example": None,
    }
    assert [facts.support(f"project:{one}").unread for one in ("loom", "mill")] == [None, "no such folder"]
