"""Next steps: their order, and that every promised gain is what scoring again gives."""

from __future__ import annotations

from itertools import product

import pytest

from build import (
    a_good_repository,
    a_repository,
    an_article,
    everything_said,
    excellent_facts,
    places,
    project_said,
    some_facts,
    some_tests,
)
from folio.facts import Facts
from folio.readiness.assess import assess, stand
from folio.readiness.plan import ORDER, actions, plan, questions
from folio.readiness.rubric import platforms, rubric

SAID = everything_said()

PEOPLE: dict[str, Facts] = {
    "nobody": some_facts(),
    "empty": some_facts(
        projects=[], articles=[], contracts=[], references=[], services=[], rehearsals=[], talks=[], foundations={}
    ),
    "notebook": some_facts(
        repositories={"churn": a_repository(metrics=places("accuracy"))}, texts={"a": an_article(words=600)}
    ),
    "engineer": some_facts(
        repositories={"shelfcast": a_good_repository(tests=some_tests(12)), "routes": a_repository(), "nda": None},
        rehearsals=[],
        contracts=[],
    ),
    "excellent": excellent_facts(),
}
CASES = list(product(PEOPLE, platforms()))


@pytest.mark.parametrize(("person", "platform"), CASES)
def test_i7_a_promised_gain_is_the_scored_gain(person: str, platform: str) -> None:
    standing = stand(PEOPLE[person], rubric(platform))
    steps = actions(standing)
    assert steps
    for step in steps:
        before = standing.by_id[step.entry.id]
        after = standing.with_findings(step.entry.id, (*step.items, *before.unread))
        assert after.earned - standing.earned == step.gain
        assert after.level().id == step.level
        assert after.by_id[step.entry.id].score == step.score
        assert step.gain > 0 or step.entry.hygiene


@pytest.mark.parametrize(("person", "platform"), CASES)
def test_gates_come_first_then_pillars_then_points_an_hour(person: str, platform: str) -> None:
    steps = actions(stand(PEOPLE[person], rubric(platform)))
    needed = {name for step in steps for name in step.after}
    ranks = [step.rank for step in steps if step.entry.id not in needed and not step.after]
    assert ranks == sorted(ranks)
    assert [ORDER[rank[0]] for rank in ranks] == [step.because for step in steps if step.rank in ranks]


def test_what_comes_first_stands_first() -> None:
    facts = some_facts(projects=[project_said(repository="x")], repositories={"shelfcast": a_repository()})
    steps = [step.entry.id for step in actions(stand(facts, rubric("direct-client")))]
    assert steps.index("serving-interface") < steps.index("live-url-responds")
    assert steps.index("tests-meaningful") < steps.index("ci-runs-tests")


def test_a_step_finishes_the_best_work_before_it_begins_something() -> None:
    facts = some_facts(
        repositories={
            "apes": a_repository(),
            "shelfcast": a_good_repository(tests=some_tests(0)),
        }
    )
    step = next(one for one in actions(stand(facts, rubric("toptal"))) if one.entry.id == "tests-meaningful")
    assert step.subject == "project:shelfcast"


def test_what_nobody_looked_at_is_a_question_and_no_step() -> None:
    standing = stand(some_facts(repositories={"shelfcast": "timed out"}), rubric("toptal"))
    assert "tests-meaningful" not in [
        step.entry.id for step in actions(standing) if standing.by_id[step.entry.id].missing == 0
    ]
    asked = questions(standing)
    assert any(one.subjects == ("project:shelfcast",) and "tests-meaningful" in one.checks for one in asked)


def test_a_question_holds_everything_that_one_answer_settles() -> None:
    first = questions(stand(some_facts(), rubric("toptal")))[0]
    assert first.todo.startswith("list your projects")
    assert len(first.checks) > 25
    assert first.up_to > 600_000


def test_a_section_the_profile_leaves_out_is_a_step() -> None:
    """Saying it is doing it: rate and hours take ten minutes."""
    steps = {step.entry.id: step for step in actions(stand(some_facts(), rubric("braintrust")))}
    assert steps["rate-and-availability"].because == "gate"
    assert steps["rate-and-availability"].score == 1000


def test_private_code_that_is_not_named_is_asked_for() -> None:
    asked = questions(stand(PEOPLE["engineer"], rubric("toptal")))
    assert any("name a local copy" in one.todo and one.subjects == ("project:nda",) for one in asked)


@pytest.mark.parametrize("hours", [0, 3, 12, 60])
def test_a_plan_keeps_its_budget_and_scores_again_after_each_step(hours: int) -> None:
    standing = stand(PEOPLE["engineer"], rubric("toptal"))
    chosen = plan(standing, hours)
    assert sum(step.minutes for step in chosen) <= hours * 60
    assert bool(chosen) == (hours > 0)
    for step in chosen:
        after = standing.with_findings(step.entry.id, (*step.items, *standing.by_id[step.entry.id].unread))
        assert after.earned - standing.earned == step.gain
        standing = after


def test_a_long_plan_reaches_a_higher_level() -> None:
    standing = stand(PEOPLE["engineer"], rubric("toptal"))
    last = plan(standing, 400)[-1]
    assert standing.level().id in ("foundation", "building")
    assert last.level in ("ready", "strong")


def test_the_report_carries_the_steps_in_order() -> None:
    report = assess(PEOPLE["engineer"], rubric("toptal"))
    steps = actions(stand(PEOPLE["engineer"], rubric("toptal")))
    assert [one.check for one in report.actions] == [step.entry.id for step in steps]
    assert [one.gain for one in report.actions] == [step.gain for step in steps]
