"""A plan as a person reads it: where it leads, and honestly what is between."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import click
import pytest

from build import (
    a_good_repository,
    a_repository,
    an_article,
    excellent_facts,
    places,
    project_said,
    some_facts,
    some_tests,
)
from folio.cli.planned import STEPS, lines
from folio.errors import FolioError
from folio.facts import Facts
from folio.readiness.assess import stand
from folio.readiness.outlook import about, aim, ending, what
from folio.readiness.planning import PlanSeen, planned
from folio.readiness.rubric import platforms, rubric

ENGINEER = some_facts(
    repositories={"shelfcast": a_good_repository(tests=some_tests(12)), "routes": a_repository()},
    articles=[], contracts=[], references=[], services=[], talks=[], rehearsals=[], foundations={}, skills=[], work=[],
)  # fmt: skip
PRIVATE = some_facts(projects=[project_said(name, repository=None) for name in ("billing", "ledger")], articles=[])


def the_plan(facts: Facts, platform: str = "direct-client", **asked: object) -> PlanSeen:
    return planned(facts, stand(facts, rubric(platform)), **asked)  # type: ignore[arg-type]


@pytest.mark.parametrize("platform", platforms())
def test_it_leads_to_the_level_it_says(platform: str) -> None:
    plan = the_plan(ENGINEER, platform)
    assert plan.target is not None
    assert plan.reaches in (plan.target, *(step.level for step in plan.steps))
    assert plan.earned_then == plan.steps[-1].earned == plan.earned + sum(step.step.gain for step in plan.steps)
    totals = [plan.earned, *(step.earned for step in plan.steps)]
    assert all(before <= after for before, after in pairwise(totals))
    assert plan.minutes == sum(week.minutes for week in plan.weeks)
    assert plan.effort[0] <= plan.minutes <= plan.effort[1]


def test_it_says_in_the_end_where_it_leads() -> None:
    plan = the_plan(ENGINEER)
    [sentence] = ending(plan)
    assert plan.reaches.id == "ready"
    assert sentence.startswith(f"After these {len(plan.steps)} steps, about {about(plan.minutes)} (")
    assert sentence.endswith(f": Ready, {plan.earned_then // 10_000} points.")


def test_it_says_how_many_hours_are_missing() -> None:
    whole, part = the_plan(ENGINEER), the_plan(ENGINEER, hours=10)
    [between] = part.between
    assert (between.why, between.level.id) == ("hours", "ready")
    assert part.minutes + between.minutes == pytest.approx(whole.minutes, rel=0.5)
    assert list(ending(part))[-1] == f"Ready takes about {about(between.minutes)} more."


@pytest.mark.parametrize(("hours", "weekly"), [(1, 1), (5, 3), (12, 6), (60, 7)])
def test_it_keeps_to_the_hours_and_to_the_week(hours: int, weekly: int) -> None:
    plan = the_plan(ENGINEER, hours=hours, weekly=weekly)
    assert plan.minutes <= hours * 60
    assert all(week.minutes <= weekly * 60 for week in plan.weeks)
    assert plan.weeks[0].monday == date(2026, 11, 23)


def test_a_level_that_is_reached_is_said_and_the_next_one_planned_for() -> None:
    plan = the_plan(some_facts(repositories={"shelfcast": a_good_repository()}, articles=[]), level="building")
    assert plan.level.id == "building"
    assert [(one.level.id, one.why) for one in plan.between] == [("building", "reached")]
    assert plan.target is not None
    assert plan.target.id == "ready"
    assert "Building is reached already." in list(aim(plan))


def test_what_is_not_known_is_no_plan_of_four_hundred_hours() -> None:
    """Nobody read the code: what that holds decides, and no amount of steps makes up for it."""
    plan = the_plan(PRIVATE, weekly=5)
    [between] = [one for one in plan.between if one.level.id == "ready"]
    assert between.why == "unknown"
    assert "Fundamentals at 40 %" in between.conditions
    assert plan.minutes <= 4 * 5 * 60
    assert plan.questions[0].todo.startswith("name a local copy of the code")
    assert "Find it out first" in " ".join((*aim(plan), *ending(plan)))


def test_with_every_level_reached_it_adds_points_for_a_month() -> None:
    plan = the_plan(excellent_facts(), "toptal", weekly=3)
    if plan.level.id == "strong":
        assert plan.target is None
        assert plan.between[-1].why == "reached"
    assert plan.minutes <= 12 * 60


def test_no_hour_for_any_step_is_said() -> None:
    plan = the_plan(some_facts(repositories={"s": a_good_repository()}, articles=[]), hours=1, level="strong")
    assert plan.minutes <= 60
    assert list(ending(plan))


def test_the_same_step_several_times_is_one_line() -> None:
    plan = the_plan(ENGINEER)
    [several] = [one for one in plan.steps if one.times > 1 and one.step.check == "articles-published"]
    assert what(several).endswith(f"({several.times} times)")
    assert several.minutes == several.times * 420
    assert several.step.minutes == (240 * several.times, 600 * several.times)


def test_keys_are_distinct_and_stay() -> None:
    keys = [step.key for step in the_plan(ENGINEER).steps]
    assert len(keys) == len(set(keys))
    assert set(keys[:4]) <= {step.key for step in the_plan(ENGINEER, hours=400).steps}


def test_an_article_that_was_written_leaves_the_key_of_the_rest() -> None:
    """One of three is done: the issue for all three stays theirs."""

    def key(facts: Facts) -> str:
        return next(one.key for one in the_plan(facts).steps if one.step.check == "articles-published")

    def facts(*names: str) -> Facts:
        return some_facts(repositories={"shelfcast": a_good_repository(tests=some_tests(12))}, contracts=[],
                          articles=[{"id": name, "title": name, "file": f"{name}.md"} for name in names],
                          texts={name: an_article() for name in names})  # fmt: skip

    assert key(facts()) == key(facts("first"))


def test_names_under_nda_never_appear() -> None:
    facts = some_facts(
        repositories={"core": a_good_repository(tests=some_tests(12)), "rest": "Acme Mutual's server timed out"},
        projects=[
            project_said("core", title="Ledger for Acme Mutual"),
            project_said("rest", title="acme-mutual tools"),
        ],
        clients=[{"id": "acme", "name": "Acme Mutual", "sector": "finance", "nda": True, "shown_as": "an insurer"}],
        articles=[],
    )
    text = the_plan(facts).to_json().casefold()
    assert "an insurer" in text
    assert "acme" not in text.replace('"acme"', "")


def test_an_unknown_level_is_an_error() -> None:
    with pytest.raises(FolioError, match="there is no level 'perfect'"):
        the_plan(ENGINEER, level="perfect")


def test_the_json_is_the_same_each_time_and_says_its_version() -> None:
    first, second = the_plan(ENGINEER).to_json(), the_plan(ENGINEER).to_json()
    assert first == second
    assert '"schema_version": 1' in first
    assert '"monday": "2026-11-23"' in first


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(20, "20 minutes"), (60, "1 hour"), (75, "1 hour"), (90, "1.5 hours"), (450, "7.5 hours"), (1899, "32 hours")],
)
def test_time_is_said_in_round_figures(minutes: int, words: str) -> None:
    assert about(minutes) == words


def test_a_notebook_analyst_is_told_first_what_opens_the_gates() -> None:
    facts = some_facts(
        repositories={"churn": a_repository(metrics=places("accuracy"), validation=places("holdout"))},
        texts={f"t{number}": an_article() for number in range(3)},
    )
    plan = the_plan(facts)
    gates = [step.step.check for step in plan.steps if step.step.because == "gate"]
    assert gates[0] == "case-studies"
    assert plan.steps.index(
        next(one for one in plan.steps if one.step.check == "serving-interface")
    ) < plan.steps.index(next(one for one in plan.steps if one.step.check == "live-url-responds"))


def test_a_long_plan_shows_its_first_steps_and_counts_the_rest() -> None:
    plan = the_plan(ENGINEER, hours=200)
    shown = [click.unstyle(line) for line in lines(plan)]
    numbers = [line.split(".")[0].strip() for line in shown if line[:3].strip().isdigit() and line[3:4] == "."]
    assert len(plan.steps) > STEPS
    assert max(map(int, numbers)) == STEPS
    gain = sum(one.step.gain for one in plan.steps[STEPS:]) // 1000
    assert f"and {len(plan.steps) - STEPS} more, for {gain // 10}.{gain % 10} points: --format markdown" in " ".join(
        shown
    )


def test_what_could_bring_more_than_all_steps_is_asked_first() -> None:
    """Hours for one step alone, and a repository that nobody could read."""
    facts = some_facts(repositories={"shelfcast": a_good_repository(), "main": "git can't read it"}, articles=[])
    plan = the_plan(facts, hours=1)
    assert plan.questions[0].up_to > plan.earned_then - plan.earned
    shown = [click.unstyle(line) for line in lines(plan)]
    assert next(n for n, line in enumerate(shown) if line.startswith("Find out")) < next(
        n for n, line in enumerate(shown) if line.startswith("Week of")
    )


def test_a_step_that_is_done_several_times_says_how_far_the_gate_is() -> None:
    plan = the_plan(ENGINEER)
    [several] = [one for one in plan.steps if one.step.check == "articles-published" and one.step.because == "gate"]
    assert several.step.todo.endswith("; the gate asks for three, none is there yet")
