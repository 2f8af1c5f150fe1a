"""Next steps: their order, their words, and that every promised gain is what scoring again gives."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import (
    TODAY,
    a_good_repository,
    a_history,
    a_repository,
    an_article,
    article_said,
    everything_said,
    excellent_facts,
    places,
    project_said,
    some_code,
    some_facts,
    some_tests,
)
from folio.facts import Facts
from folio.readiness.assess import assess, stand
from folio.readiness.check import Found, Item, Unread
from folio.readiness.plan import NEW, ORDER, WORTH_SAYING, Action, actions, done, plan, questions
from folio.readiness.rubric import Rung, platforms, rubric
from folio.readiness.standing import Standing
from folio.repository.model import Ci, Dependencies, Deployment, Documents, Pipeline, Place, Tag
from readiness.people import Piece, drawn, people, person

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
TRACKS = sorted(rubric().catalogue.tracks)
CASES = list(product(PEOPLE, platforms()))


def held_to_its_promise(standing: Standing, step: Action) -> Standing:
    """The standing after a step, once everything that the step says of it was found true."""
    before = standing.by_id[step.entry.id]
    after = standing.with_findings(step.entry.id, (*step.items, *before.unread))
    assert after.earned - standing.earned == step.gain
    assert after.level().id == step.level
    assert (step.before, step.score) == (before.score, after.by_id[step.entry.id].score)
    assert step.gain >= WORTH_SAYING or step.because == "gate"
    return after


def first_step(facts: Facts, check: str, platform: str = "direct-client") -> Action:
    return next(one for one in actions(stand(facts, rubric(platform))) if one.entry.id == check)


@pytest.mark.parametrize(("who", "platform"), CASES)
def test_i7_a_promised_gain_is_the_scored_gain(who: str, platform: str) -> None:
    standing = stand(PEOPLE[who], rubric(platform))
    steps = actions(standing)
    assert steps
    for step in steps:
        held_to_its_promise(standing, step)


@drawn
@given(
    people(), st.sampled_from(platforms()), st.sampled_from(TRACKS), st.sampled_from(["building", "ready", "strong"])
)
def test_i7_holds_for_anybody_on_every_platform_and_track(
    pieces: tuple[Piece, ...], platform: str, track: str, level: str
) -> None:
    standing = stand(person(pieces), rubric(platform), track=track)
    target = rung(standing, level)
    steps = actions(standing, target=target)
    for step in steps:
        held_to_its_promise(standing, step)
    placed = [step.entry.id for step in steps]
    assert all(placed.index(name) < placed.index(step.entry.id) for step in steps for name in step.after)


@drawn
@given(people(), st.sampled_from(platforms()), st.integers(1, 60), st.sampled_from(["building", "ready", "strong"]))
def test_a_plan_keeps_every_promise_one_after_the_other(
    pieces: tuple[Piece, ...], platform: str, hours: int, level: str
) -> None:
    standing = stand(person(pieces), rubric(platform))
    chosen = plan(standing, hours, target=rung(standing, level))
    assert sum(step.minutes for step in chosen) <= hours * 60
    for step in chosen:
        after = held_to_its_promise(standing, step)
        assert after.earned >= standing.earned
        standing = after


def rung(standing: Standing, level: str) -> Rung:
    return next(one for one in standing.rubric.catalogue.levels if one.id == level)


@pytest.mark.parametrize(("who", "platform"), CASES)
def test_gates_come_first_then_pillars_then_points_an_hour(who: str, platform: str) -> None:
    steps = actions(stand(PEOPLE[who], rubric(platform)))
    needed = {name for step in steps for name in step.after}
    ranks = [step.rank for step in steps if step.entry.id not in needed and not step.after]
    assert ranks == sorted(ranks)
    assert [ORDER[rank[0]] for rank in ranks] == [step.stands_with for step in steps if step.rank in ranks]


def test_a_gate_that_takes_days_waits_for_what_takes_an_afternoon() -> None:
    """To offer a first job takes a week; to link what is there takes ten minutes."""
    standing = stand(PEOPLE["engineer"], rubric("lemon-io"))
    steps = {one.entry.id: one for one in actions(standing)}
    job = steps["contracts-completed"]
    assert (job.because, job.stands_with) == ("gate", "floor")
    assert all(one.rank < job.rank for one in steps.values() if one.stands_with == "gate")


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
        standing = held_to_its_promise(standing, step)


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


# ------------------------------------------------------------------ towards a level


@pytest.mark.parametrize("platform", platforms())
def test_without_hours_a_plan_goes_to_its_level_and_no_further(platform: str) -> None:
    standing = stand(PEOPLE["engineer"], rubric(platform))
    target = standing.target
    steps = plan(standing, target=target)
    for step in steps:
        assert not standing.has_reached(target)
        standing = done(standing, step)
    assert standing.has_reached(target) or not any(one.state == "not met" for one in standing.unmet(target))


def test_a_floor_that_takes_several_steps_gets_them() -> None:
    facts = some_facts(repositories={"shelfcast": a_good_repository()}, articles=[])
    standing = stand(facts, rubric("direct-client"))
    ready = rung(standing, "ready")
    low = {one.about for one in standing.unmet(ready) if one.kind == "floor"}
    steps = plan(standing, target=ready)
    assert "articles" in low
    assert sum(step.entry.category == "articles" and step.because in ("gate", "floor") for step in steps) >= 3
    for step in steps:
        standing = done(standing, step)
    assert not [one for one in standing.unmet(ready) if one.kind == "floor"]


def test_the_level_asked_for_decides_what_comes_first() -> None:
    standing = stand(PEOPLE["notebook"], rubric("direct-client"))
    assert {one.because for one in actions(standing, target=rung(standing, "building"))} == {"points"}
    assert "gate" in {one.because for one in actions(standing, target=rung(standing, "ready"))}


def test_more_hours_never_earn_less() -> None:
    standing = stand(PEOPLE["engineer"], rubric("direct-client"))
    earned = [sum(step.gain for step in plan(standing, hours)) for hours in (2, 20, 200)]
    assert earned == sorted(earned)


def test_a_committed_secret_comes_before_everything_on_every_level() -> None:
    facts = some_facts(repositories={"shelfcast": a_good_repository(secrets=(Place(name="aws", path="a.py", line=3),))})
    standing = stand(facts, rubric("toptal"))
    for level in ("building", "ready", "strong"):
        first = actions(standing, target=rung(standing, level))[0]
        assert (first.entry.id, first.subject, first.because) == ("no-committed-secrets", "project:shelfcast", "gate")


def test_a_crumb_does_not_come_before_work_that_a_client_sees() -> None:
    """A fifth of a point in forty minutes is more for the hour than most work, until getting into it is counted."""
    facts = excellent_facts(articles=[article_said("only")], texts={"only": an_article()})
    standing = stand(facts, rubric("direct-client"))
    steps = list(actions(standing, target=rung(standing, "building")))
    crumb, work = (
        next(one for one in steps if one.entry.id == name) for name in ("client-references", "articles-depth")
    )
    assert crumb.gain * 60 // crumb.minutes > work.gain * 60 // work.minutes
    assert crumb.gain < 3000 < work.gain
    assert steps.index(work) < steps.index(crumb)


# ------------------------------------------------------------------ what a step says, and on what


def test_a_dockerfile_that_is_there_is_not_asked_for_again() -> None:
    there = Deployment(kind="docker", path="Dockerfile", pinned=True, unprivileged=False, small=True, supervised=True)
    step = first_step(
        some_facts(repositories={"shelfcast": a_good_repository(deployments=(there,))}), "deployment-config"
    )
    lacks = next(part for part in step.entry.parts if part.id == "unprivileged")
    assert step.subject == "project:shelfcast"
    assert step.change.todo == lacks.next
    assert step.change.effort == lacks.minutes
    assert "Dockerfile with" not in step.change.todo


def test_what_comes_with_time_is_not_promised_by_the_first_step() -> None:
    """Three releases take time: the first step brings a release and a changelog, and says so."""
    nothing = a_good_repository(documents=Documents(changelog=None), history=a_history(tags=()))
    step = first_step(some_facts(repositories={"shelfcast": nothing}), "release-history")
    assert (step.before, step.score) == (0, 750)
    both = a_good_repository(
        documents=Documents(changelog="CHANGELOG.md"),
        history=a_history(tags=(Tag(name="v0.1.0", commit="a", day=TODAY),)),
    )
    step = first_step(some_facts(repositories={"shelfcast": both}), "release-history")
    assert (step.before, step.score, step.change.missing) == (750, 1000, ("three releases",))


def test_two_parts_that_are_missing_are_one_sentence() -> None:
    there = Deployment(kind="docker", path="Dockerfile", pinned=False, unprivileged=False, small=True, supervised=True)
    step = first_step(
        some_facts(repositories={"shelfcast": a_good_repository(deployments=(there,))}), "deployment-config"
    )
    first, second = (part for part in step.entry.parts if part.id in ("pinned", "unprivileged"))
    assert step.change.todo == f"{first.next}; {second.next[0].lower()}{second.next[1:]}"
    assert step.change.missing == (first.says, second.says)
    assert step.change.goal == "pinned+unprivileged"


def test_more_parts_than_two_are_named_briefly() -> None:
    """Each in a sentence of its own is four lines, and nobody reads them."""
    text = " ".join(f"word{number}" for number in range(30))
    facts = some_facts(projects=[project_said("shelfcast", repository="x", problem=text)],
                       repositories={"shelfcast": a_good_repository()})  # fmt: skip
    step = first_step(facts, "case-studies")
    assert step.change.todo == (
        "Finish the case study: what stood in the way, the approach, the outcome and your own part"
    )


def test_part_that_may_be_there_is_not_asked_for() -> None:
    """The tool of the lock is there; whether CI runs the tests nobody could see."""
    ci = Ci(systems=("gitlab",), files=(".gitlab-ci.yml",), test_steps=(), deploy_steps=(),
            unseen=(Place(name="shared/ci.yml", path=".gitlab-ci.yml"),))  # fmt: skip
    facts = some_facts(repositories={"shelfcast": a_good_repository(ci=ci)})
    assert not [one for one in actions(stand(facts, rubric("toptal"))) if one.subject == "project:shelfcast"
                and one.entry.id == "ci-runs-tests"]  # fmt: skip


def test_an_amount_is_said_from_what_to_what() -> None:
    facts = some_facts(repositories={"shelfcast": a_good_repository(tests=some_tests(12))})
    step = first_step(facts, "tests-meaningful")
    assert step.change.todo.endswith("(from 12 to 30 assertions that can fail)")
    assert step.change.adds == (Item("project:shelfcast", step.change.adds[0].level, Found(amount=30)),)


def test_no_amount_goes_beyond_the_end_of_its_curve() -> None:
    facts = some_facts(repositories={"shelfcast": a_good_repository(tests=some_tests(70))})
    step = first_step(facts, "tests-meaningful", "toptal")
    assert "(from 70 to 80 assertions" in step.change.todo
    assert step.change.effort < step.entry.minutes


def test_a_project_that_does_not_count_gets_no_step() -> None:
    facts = some_facts(
        repositories={"shelfcast": a_repository(), "course": a_good_repository(tests=some_tests(3))},
        left_out={"course": "tutorial-clone"},
    )
    for platform in platforms():
        assert "project:course" not in {one.subject for one in actions(stand(facts, rubric(platform)))}


def test_a_project_to_learn_by_gets_no_step() -> None:
    """It is found in the fundamentals alone, where study counts."""
    repository = a_repository(validation=places("holdout"))
    standing = stand(some_facts(repositories={"shelfcast": repository}), rubric("toptal"))
    study = Item(
        "project:course", standing.checks[0].items[0].level if standing.checks[0].items else 3, Found(amount=1)
    )  # type: ignore[arg-type]
    standing = standing.with_findings(
        "multi-metric-evaluation", (study, *standing.by_id["multi-metric-evaluation"].items)
    )
    step = next(one for one in actions(standing) if one.entry.id == "multi-metric-evaluation")
    assert step.subject == "project:shelfcast"


def test_a_step_that_needs_code_names_the_project_to_do_it_in() -> None:
    facts = some_facts(repositories={"shelfcast": a_good_repository(learning_curves=()), "apes": a_repository()})
    assert first_step(facts, "learning-curves-read").subject == "project:shelfcast"


def test_an_article_that_is_there_is_linked_before_another_is_written() -> None:
    facts = some_facts(repositories={"shelfcast": a_good_repository()}, texts={"a": an_article()})
    assert first_step(facts, "articles-linked-to-work").subject == "article:a"


def test_a_lock_file_alone_is_asked_for_where_the_manifest_is_there() -> None:
    dependencies = Dependencies(manifests=("pyproject.toml",), locks=(), exact_pins=0)
    facts = some_facts(repositories={"shelfcast": a_good_repository(dependencies=dependencies)})
    assert first_step(facts, "dependencies-declared-locked").change.goal == "locked"


def test_steps_on_one_thing_tell_apart_what_they_reach() -> None:
    """Their keys name them in calendars and issues, from one plan to the next."""
    standing = stand(some_facts(repositories={"shelfcast": a_repository(code=some_code(120))}), rubric("toptal"))
    keys = [(one.entry.id, one.subject, one.change.goal) for one in plan(standing, 400)]
    assert len(keys) == len(set(keys))
    assert any(subject == NEW for _, subject, _ in keys)


def test_what_decides_a_gate_is_asked_first() -> None:
    standing = stand(some_facts(repositories={"shelfcast": a_good_repository()}), rubric("direct-client"))
    about = Unread("project:nda", "timed out", "read it", anything=True)
    large = Unread("profile", "not said", "say it", anything=True)
    standing = standing.with_findings("case-studies", (about,)).with_findings("core-algorithms-from-scratch", (large,))
    todos = [one.todo for one in questions(standing)]
    assert todos.index("read it") < todos.index("say it")


def test_an_article_is_written_before_it_is_linked() -> None:
    """One is there; linking a second one takes a second one."""
    facts = some_facts(repositories={"shelfcast": a_good_repository()}, texts={"a": an_article()})
    written, linked = 0, 0
    for step in plan(stand(facts, rubric("direct-client")), 200):
        written += step.entry.id == "articles-published"
        linked += step.entry.id == "articles-linked-to-work" and step.subject == NEW
        assert linked <= written
    assert linked > 0


# ------------------------------------------------------------------ what suits the work that is there


ALGORITHMS = places("logistic-regression", "k-means", "perceptron", "decision-tree")
FORECAST = a_good_repository(validation=places("holdout"), baselines=(), learning_curves=(), algorithms=(),
                             tests=some_tests(12), documents=Documents())  # fmt: skip
WORDS = " ".join(f"word{number}" for number in range(30))


def said_of(name: str, parts: int, **said: object) -> dict[str, object]:
    """A project with so many texts of a case study."""
    texts = ("problem", "approach", "outcome", "constraints", "my_part")
    return project_said(name, **{text: f"{name} {text} {WORDS}" for text in texts[:parts]}, **said)


def test_a_case_study_that_is_begun_is_finished_before_a_second_one() -> None:
    """The ledger can't be read and has three of five texts; the board has code, and nothing is told of it."""
    facts = some_facts(
        projects=[said_of("ledger", 3, repository=None), said_of("board", 0, repository="x")],
        repositories={"board": a_good_repository(), "ledger": None},
    )
    for platform in platforms():
        step = first_step(facts, "case-studies", platform)
        assert (step.subject, len(step.change.missing)) == ("project:ledger", 2)
        assert step.minutes < sum(step.entry.minutes) // 2


def test_a_model_is_evaluated_where_there_is_one() -> None:
    service = a_good_repository(validation=(), metrics=(), learning_curves=(), baselines=(), algorithms=())
    facts = some_facts(repositories={"zeta": service, "forecast": FORECAST})
    for check in ("validation-discipline", "baseline-compared", "learning-curves-read"):
        assert first_step(facts, check).subject == "project:forecast"


def test_where_nothing_suits_the_step_says_what_to_begin() -> None:
    service = a_good_repository(validation=(), metrics=(), learning_curves=(), baselines=(), algorithms=())
    step = first_step(some_facts(repositories={"zeta": service}), "validation-discipline")
    assert step.subject == NEW
    assert step.change.todo.startswith("With a small model on data of your own: keep ")
    assert step.minutes > sum(step.entry.minutes) // 2


def test_a_comparison_with_a_reference_is_for_own_algorithms() -> None:
    facts = some_facts(
        repositories={"methods": a_good_repository(algorithms=ALGORITHMS, tests=some_tests(12)), "forecast": FORECAST}
    )
    assert first_step(facts, "numeric-check-against-reference").subject == "project:methods"


@pytest.mark.parametrize("track", ["backend-engineer", "full-stack"])
def test_nobody_who_builds_services_is_told_to_cross_validate(track: str) -> None:
    standing = stand(some_facts(repositories={"board": a_repository()}), rubric("toptal"), track=track)
    asked = {step.entry.id for step in actions(standing)}
    assert asked.isdisjoint(("validation-discipline", "core-algorithms-from-scratch", "baseline-compared"))


def test_who_has_nothing_yet_is_told_to_build_one_thing() -> None:
    standing = stand(PEOPLE["empty"], rubric("direct-client"))
    steps = actions(standing)
    placed = [one.entry.id for one in steps]
    assert next(one.entry.id for one in steps if not one.entry.single) == "project-substance"
    assert placed.index("project-substance") < placed.index("case-studies")
    assert placed.index("serving-interface") < placed.index("live-url-responds")


def test_who_said_nothing_yet_is_told_what_can_be_written_tonight() -> None:
    standing = stand(PEOPLE["nobody"], rubric("direct-client"))
    assert questions(standing)[0].todo.startswith("list your projects")
    steps = {step.entry.id for step in actions(standing)}
    assert {"focus-statement", "rate-and-availability", "working-language"} <= steps
    assert all("repository" not in step.entry.reads for step in actions(standing))


def test_a_section_that_can_be_written_is_a_step_and_no_question() -> None:
    for facts in PEOPLE.values():
        said = " ".join(f"{one.todo} {one.why}" for one in questions(stand(facts, rubric("direct-client"))))
        assert not [
            name for name in ("'focus'", "'services'", "'languages'", "'education'", "'skills'") if name in said
        ]


def test_sections_that_may_be_empty_are_one_question() -> None:
    asked = questions(stand(PEOPLE["nobody"], rubric("direct-client")))
    [whole] = [one for one in asked if one.todo.startswith("say in the profile")]
    assert "'articles', 'contracts', 'outcomes', 'references'" in whole.todo
    steps = {step.entry.id for step in actions(stand(PEOPLE["nobody"], rubric("direct-client")))}
    assert steps.isdisjoint(("contracts-completed", "client-references", "talks-or-teaching", "study-log"))


def test_what_waits_for_one_section_alone_keeps_its_words() -> None:
    asked = questions(stand(some_facts(**(SAID | {"talks": None})), rubric("direct-client")))
    assert [one.todo for one in asked if "talks" in one.todo] == [
        "list talks, workshops and teaching, or write 'talks: []'"
    ]


def test_foundations_are_linked_at_once_as_far_as_work_shows_them() -> None:
    step = first_step(some_facts(repositories={"forecast": FORECAST}), "six-foundations-map")
    shown = [item.found.facet for item in step.change.adds]
    assert "machine-learning" in shown
    assert "mathematics" not in shown
    assert {item.subject for item in step.change.adds} == {"project:forecast"}
    assert step.minutes <= 10 * len(shown)
    nothing = actions(stand(PEOPLE["empty"], rubric("direct-client")))
    assert "six-foundations-map" not in [one.entry.id for one in nothing]


def test_a_gate_that_takes_several_says_how_far_it_is() -> None:
    none = some_facts(repositories={"shelfcast": a_good_repository()}, articles=[])
    one = some_facts(repositories={"shelfcast": a_good_repository()}, texts={"a": an_article()})
    assert first_step(none, "articles-published").change.so_far == "; the gate asks for three, none is there yet"
    assert first_step(one, "articles-published").change.so_far == "; the gate asks for three, one is there yet"


def test_what_builds_on_a_long_step_does_not_pull_it_forward() -> None:
    """Holding an algorithm against a reference takes an afternoon, once there is an algorithm."""
    facts = some_facts(repositories={"forecast": a_good_repository(algorithms=(), tests=some_tests(12))})
    standing = stand(facts, rubric("direct-client"))
    steps = {one.entry.id: one for one in actions(standing, target=rung(standing, "strong"))}
    test, algorithm = steps["numeric-check-against-reference"], steps["core-algorithms-from-scratch"]
    assert test.after == ("core-algorithms-from-scratch",)
    assert test.with_first == (algorithm.gain, algorithm.minutes)
    assert test.rank[2] > -test.gain * 60 // test.minutes


@pytest.mark.parametrize("who", PEOPLE)
def test_no_step_is_longer_than_two_lines(who: str) -> None:
    """A hundred columns, and the name of a project of up to thirty characters."""
    for platform, track in product(platforms(), TRACKS):
        for step in actions(stand(PEOPLE[who], rubric(platform), track=track)):
            assert len(step.change.todo + step.change.so_far) <= 160, step.change.todo


# ------------------------------------------------------------------ where a step makes sense

MART = a_repository(
    largest=(Place(name="SQL", path="models/bill.sql"),), pipeline=Pipeline(graphs=places("dbt"), stages=()),
    data_checks=places("dbt"),
)  # fmt: skip
"""A project of SQL models that are joined in a graph."""
API = a_repository(largest=(Place(name="Python", path="api/app.py"),))


@pytest.mark.parametrize("check", ["monitoring-present", "serving-interface", "configuration-by-environment",
                                   "tests-meaningful", "lint-format-types"])  # fmt: skip
def test_what_needs_a_program_goes_to_one_and_not_to_the_queries_beside_it(check: str) -> None:
    facts = some_facts(repositories={"mart": MART, "api": API})
    for track in ("data-engineer", "analytics-engineer"):
        steps = actions(stand(facts, rubric("direct-client"), track=track))
        assert [one.subject for one in steps if one.entry.id == check] == ["project:api"]


def test_a_notebook_is_taken_apart_only_where_there_is_one() -> None:
    notebook = a_repository(largest=(Place(name="notebook", path="load.ipynb"),))
    assert first_step(some_facts(repositories={"load": notebook}), "modular-code").subject == "project:load"
    steps = actions(stand(some_facts(repositories={"zapi": API}), rubric("direct-client")))
    assert "modular-code" not in {one.entry.id for one in steps}


def test_a_project_that_is_begun_is_taken_further() -> None:
    small = a_repository(code=some_code(133), largest=API.largest)
    step = first_step(some_facts(repositories={"zapi": small}), "project-substance")
    assert step.change.todo.startswith("Take it further ")
    assert "(from 133 to " in step.change.todo


def test_a_signal_that_is_there_is_not_asked_for_again() -> None:
    health = a_repository(monitoring=places("health"), largest=API.largest)
    step = first_step(some_facts(repositories={"zapi": health}), "monitoring-present")
    assert step.change.todo.startswith("Add what it has none of yet: ")


def test_the_words_of_a_role_stand_alone() -> None:
    """They say what to do it with; the model of others is no business of theirs."""
    facts = some_facts(repositories={"zapi": a_repository(documents=Documents(), largest=API.largest)})
    for track in ("data-engineer", "backend-engineer"):
        for step in actions(stand(facts, rubric("direct-client"), track=track)):
            assert "small model" not in step.change.todo


def test_what_takes_days_for_next_to_nothing_is_left_out() -> None:
    for facts in PEOPLE.values():
        for platform in platforms():
            standing = stand(facts, rubric(platform))
            low = {one.about for one in standing.unmet(standing.target) if one.kind == "floor"}
            for step in actions(standing):
                needed = step.because == "gate" or step.entry.category in low
                assert needed or step.gain >= 5000 or step.minutes <= 600


def test_under_a_check_stands_the_step_that_the_report_advises() -> None:
    """Two texts for one check are one too many: the one that knows what is there already stands in both places."""
    report = assess(PEOPLE["engineer"], rubric("direct-client"))
    steps = {one.check: one for one in report.actions}
    generic = {one.id: one for one in rubric("direct-client").entries(report.track)}
    for check in report.checks:
        step = steps.get(check.id)
        assert check.minutes == (step.minutes if step else generic[check.id].minutes)
        assert check.next.startswith(step.todo if step else generic[check.id].next)
    assert any(one.next != generic[one.id].next for one in report.checks)
