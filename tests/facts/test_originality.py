"""Projects that show study only, that show no fundamentals, and that are one project under two names."""

from __future__ import annotations

import random

import pytest

from build import a_good_repository, a_profile, a_repository, places, project_said, some_code
from facts.test_derive import joined, looked
from folio.facts import Facts
from folio.facts.originality import contained
from folio.readiness.assess import assess, stand
from folio.readiness.rubric import rubric
from folio.repository.model import KnownSource, Place, RepositorySeen, Sample, Sql

README = Place(name="tutorial", path="README.md", line=3)
CHAT = places("openai")


def known(share: int, kind: str = "tutorial") -> tuple[KnownSource, ...]:
    return (KnownSource(name="the Till Tutorial", kind=kind, share=share),)  # type: ignore[arg-type]


def facts(**repositories: RepositorySeen) -> Facts:
    profile = a_profile(identities=["ada@example.org"], projects=[project_said(name) for name in sorted(repositories)])
    looks = (looked("git", f"project:{name}", seen) for name, seen in repositories.items())
    return joined(profile, *looks)


def scores(seen: Facts) -> dict[str, int]:
    return {check.id: check.score for check in assess(seen, rubric()).checks}


def sampled(seed: int, size: int, *, beside: Sample | None = None, shared: int = 0) -> Sample:
    """A sample of a repository with so many shingles; `shared` of them are those of another."""
    rolls = random.Random(seed)
    own = [rolls.getrandbits(64) for _ in range(size - shared)]
    return Sample(
        size=size, lowest=tuple(sorted([*own, *(rolls.sample(beside.lowest, shared) if beside else ())])[:400])
    )


# ------------------------------------------------------------------ study only


@pytest.mark.parametrize(
    ("seen", "reason"),
    [
        ({"known_sources": known(410)}, "41 % of its code is in the Till Tutorial; it shows study"),
        ({"learning": README}, "its README says that it is made with a tutorial or course (README.md:3)"),
        (
            {"learning": README.model_copy(update={"name": "assignment"})},
            "its README says that it is an assignment (README.md:3); it shows study",
        ),
    ],
)
def test_a_learning_project_is_named_as_what_it_is(seen: dict[str, object], reason: str) -> None:
    found = facts(loom=a_good_repository(**seen))
    (exclusion,) = found.exclusions
    assert exclusion.guard == "tutorial-clone"
    assert exclusion.reason.startswith(reason)
    assert "cheat" not in exclusion.reason


def test_a_learning_project_shows_study_and_nothing_else() -> None:
    nothing, learning = facts(), facts(loom=a_good_repository(learning=README))
    rose = {check for check, score in scores(learning).items() if score > scores(nothing).get(check, 0)}
    assert "active-weeks" in rose
    categories = {entry.id: entry.category for entry in rubric().catalogue.checks}
    assert {categories[check] for check in rose} == {"consistency"}


def test_a_fifth_of_the_code_is_where_study_begins() -> None:
    assert facts(loom=a_repository(known_sources=known(199))).projects[0].counts is True
    assert facts(loom=a_repository(known_sources=known(200))).projects[0].counts is False


def test_a_template_is_no_tutorial() -> None:
    found = facts(loom=a_repository(known_sources=known(900, "template")))
    assert (found.projects[0].counts, found.exclusions) == (True, ())


def test_a_template_with_nothing_beside_it_is_no_project() -> None:
    found = facts(loom=a_repository(known_sources=known(900, "template"), code=some_code(12)))
    (exclusion,) = found.exclusions
    assert exclusion.guard == "template"
    assert exclusion.reason.startswith("12 lines of code beside the Till Tutorial; a project has at least 100")


def test_the_calendar_does_not_know_the_project_of_somebody_else() -> None:
    found = facts(loom=a_repository(learning=README, history=a_repository().history.model_copy(update={"own": 0})))
    assert [one.guard for one in found.exclusions] == ["no-own-commits"]
    assert found.within("consistency").counted_projects == ()


# ------------------------------------------------------------------ remote models


def test_a_layer_over_a_remote_model_counts_for_no_fundamentals() -> None:
    wrapper = a_good_repository(remote_models=CHAT, algorithms=())
    found = facts(loom=wrapper)
    (exclusion,) = found.exclusions
    assert exclusion.guard == "api-wrapper"
    assert "openai, src/openai.py:7" in exclusion.reason
    categories = {entry.id: entry.category for entry in rubric().catalogue.checks}
    earned = {categories[check] for check, score in scores(found).items() if score}
    assert "fundamentals" not in earned
    assert {"deployed", "craft"} <= earned


@pytest.mark.parametrize("own", [{"local_models": places("sklearn")}, {"algorithms": places("k-means")}])
def test_whoever_trains_a_model_beside_it_shows_fundamentals(own: dict[str, object]) -> None:
    found = facts(loom=a_repository(remote_models=CHAT, metrics=places("mae"), **own))
    assert found.exclusions == ()
    assert scores(found)["multi-metric-evaluation"] > 0


# ------------------------------------------------------------------ one project under two names

FIRST = sampled(1, 900)


def test_a_copy_with_changes_is_the_same_project() -> None:
    copy = sampled(2, 900, beside=FIRST, shared=100)
    found = facts(loom=a_repository(sample=FIRST, commit="a" * 40), mill=a_repository(sample=copy, commit="b" * 40))
    assert [one.guard for one in found.exclusions] == []  # a part of a larger project may stand for itself
    copy = FIRST.model_copy(update={"lowest": (*FIRST.lowest[1:], 2**64 - 1)})
    found = facts(loom=a_repository(sample=FIRST, commit="a" * 40), mill=a_repository(sample=copy, commit="b" * 40))
    (exclusion,) = found.exclusions
    assert (exclusion.subject, exclusion.guard) == ("project:mill", "same-code")
    assert exclusion.reason == "99 % of its code is in project:loom; the two count as one"
    assert {one.subject for one in found.projects} == {"project:loom"}


@pytest.mark.parametrize("better", ["loom", "mill"])
def test_a_copy_neither_adds_nor_takes_away(better: str) -> None:
    rich, poor = a_good_repository(sample=FIRST, commit="a" * 40), a_repository(sample=FIRST, commit="b" * 40)
    both = facts(**{better: rich, ({"loom", "mill"} - {better}).pop(): poor})
    assert scores(both) == scores(facts(**{better: rich}))


def test_other_projects_are_other_projects() -> None:
    others = {name: a_repository(sample=sampled(seed, 700), commit=name * 10) for seed, name in enumerate("abcd")}
    assert facts(**others).exclusions == ()


def test_a_link_between_two_projects_takes_neither_away() -> None:
    one, two = sampled(1, 400), sampled(2, 400)
    between = Sample(size=400, lowest=tuple(sorted([*one.lowest[::2], *two.lowest[::2]])))
    names = {"loom": one, "mill": two}
    apart = facts(**{name: a_repository(sample=each, commit=name * 10) for name, each in names.items()})
    joined_up = facts(
        **{name: a_repository(sample=each, commit=name * 10) for name, each in {**names, "between": between}.items()}
    )
    assert len({each.subject for each in joined_up.projects}) == len({each.subject for each in apart.projects}) == 2


@pytest.mark.parametrize("shared", [0, 100, 250, 400])
def test_how_much_is_shared_is_told_from_the_lowest_hashes(shared: int) -> None:
    one = sampled(1, 400)
    other = sampled(2, 400, beside=one, shared=shared)
    there, back = contained(one, other)
    assert there == pytest.approx(shared * 1000 / 400, abs=60)
    assert back == pytest.approx(shared * 1000 / 400, abs=60)


def test_a_few_lines_say_nothing_of_who_copied_whom() -> None:
    small = sampled(1, 20)
    assert contained(small, small) == (0, 0)


# ------------------------------------------------------------------ what it touches


def test_an_exclusion_names_the_checks_that_it_touches() -> None:
    learning = a_good_repository(learning=README, commit="a" * 40)
    wrapper = a_repository(remote_models=CHAT, metrics=places("mae"), sql=Sql(files=0, lines=0, constructs=()))
    report = assess(facts(loom=learning, mill=wrapper), rubric())
    touched = {one.guard: set(one.checks) for one in report.exclusions}
    assert {"project-substance", "tests-meaningful", "serving-interface"} <= touched["tutorial-clone"]
    assert "active-weeks" not in touched["tutorial-clone"]
    assert "multi-metric-evaluation" in touched["api-wrapper"]
    assert "project-substance" not in touched["api-wrapper"]


def test_what_is_not_counted_is_found_nowhere_else() -> None:
    standing = stand(facts(loom=a_good_repository(known_sources=known(500))), rubric())
    found = {
        one.entry.category
        for one in standing.checks
        if "repository" in one.entry.reads and any(item.subject == "project:loom" for item in one.items)
    }
    assert found == {"consistency"}
