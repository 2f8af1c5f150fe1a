"""Levels, floors, gates and confidence."""

from __future__ import annotations

from typing import Any

import pytest

from build import (
    a_good_repository,
    a_history,
    a_link,
    a_repository,
    everything_said,
    excellent_facts,
    places,
    project_said,
    some_facts,
)
from folio.facts import Facts
from folio.readiness.arithmetic import POINT
from folio.readiness.assess import assess, stand
from folio.readiness.report import ConditionSeen, Report
from folio.readiness.rubric import rubric

SAID = everything_said()


def condition(report: Report, about: str) -> ConditionSeen:
    return next(one for one in report.conditions if one.about == about and one.kind != "floor")


def excellent(**changes: Any) -> Report:
    return assess(excellent_facts(**changes), rubric("toptal"))


def test_somebody_who_has_everything_is_strong() -> None:
    report = excellent()
    assert report.level.id == "strong"
    assert report.points.earned >= 90
    assert {one.state for one in report.conditions} == {"met"}
    assert report.confidence.word == "high"


def test_a_gate_that_is_known_not_to_be_met_holds_the_level() -> None:
    report = excellent(rehearsals=[])
    assert condition(report, "screening-practice").state == "not met"
    assert report.points.earned >= 75
    assert (report.level.id, report.up_to.id) == ("building", "building")


def test_a_gate_nobody_could_look_at_is_open() -> None:
    report = excellent(rehearsals=None)
    assert condition(report, "screening-practice").state == "open"
    assert (report.level.id, report.up_to.id) == ("building", "strong")
    assert "up to 100 %" in condition(report, "screening-practice").says


def test_a_gate_counts_evidence_of_its_level_only() -> None:
    gone = {name: a_link(placeholder="parked") for name in ("shelfcast", "routes", "returns")}
    report = assess(excellent_facts(pages=gone), rubric("direct-client"))
    assert condition(report, "live-url-responds").state == "not met"
    check = report.check("live-url-responds")
    assert check is not None
    assert check.score == 200  # three times claimed, and claims don't open this gate


def test_a_secret_blocks_the_level_and_costs_no_points() -> None:
    clean = excellent()
    repositories = {"shelfcast": a_good_repository(secrets=places("aws-key")), "routes": a_good_repository()}
    repositories["returns"] = a_good_repository()
    found = excellent(repositories=repositories)
    assert found.totals == clean.totals
    assert found.level.id == "building"
    assert condition(found, "no-committed-secrets").state == "not met"
    assert found.actions[0].check == "no-committed-secrets"
    assert found.actions[0].because == "gate"


def test_a_repository_nobody_read_leaves_hygiene_open_and_blocks_nothing() -> None:
    repositories = {name: a_good_repository() for name in ("shelfcast", "routes")}
    report = excellent(repositories={**repositories, "returns": "timed out"})
    assert condition(report, "no-committed-secrets").state == "open"
    assert report.level.id == "strong"


def test_a_pillar_below_its_floor_holds_the_level() -> None:
    report = assess(excellent_facts(articles=[], texts={}, days={}), rubric("direct-client"))
    floor = next(one for one in report.conditions if one.kind == "floor" and one.about == "articles")
    assert floor.state == "not met"
    assert report.level.id == "building"


def test_a_platform_that_asks_for_no_articles_has_no_such_floor() -> None:
    report = excellent(articles=[], texts={}, days={})
    assert not [one for one in report.conditions if one.kind == "floor" and one.about == "articles"]
    assert report.level.id == "strong"


def test_claims_alone_do_not_make_anybody_ready() -> None:
    claims = {**SAID, "references": [], "articles": [], "projects": [project_said("x", repository=None)]}
    standing = stand(some_facts(**claims), rubric("braintrust"))
    assert standing.beyond_claims < standing.earned
    assert standing.level().id in ("foundation", "building")


def private() -> Facts:
    """Somebody whose work nobody but its clients can open, with the repositories on their own machine."""
    projects = [
        {**one, "live": {"description": "inside the client's network", "proof": {"reference": "buyer"}}}
        for one in SAID["projects"]  # type: ignore[attr-defined]
    ]
    return excellent_facts(projects=projects, pages={})


@pytest.mark.parametrize("platform", ["toptal", "direct-client", "braintrust"])
def test_no_level_needs_a_public_repository(platform: str) -> None:
    report = assess(private(), rubric(platform))
    assert report.up_to.id == "strong"
    blockers = [one.about for one in report.conditions if one.state == "not met"]
    assert blockers == []


@pytest.mark.parametrize(("unread", "word"), [({}, "high"), ({"shelfcast": "x", "routes": "x", "returns": "x"}, "low")])
def test_confidence_is_about_what_was_looked_at(unread: dict[str, str], word: str) -> None:
    repositories = {name: unread.get(name, a_good_repository()) for name in ("shelfcast", "routes", "returns")}
    report = excellent(repositories=repositories)
    assert report.confidence.word == word
    assert report.confidence.coverage == 100 - -(-report.totals.unknown // 10_000)


@pytest.mark.parametrize("facts", [some_facts(), some_facts(projects=[])])
def test_of_less_than_a_point_no_part_is_said_to_be_more_than_claims(facts: Facts) -> None:
    standing = stand(facts, rubric())
    assert 0 < standing.beyond_claims < standing.earned < POINT
    shown = assess(facts, rubric()).confidence
    assert (shown.beyond_claims, shown.word) == (0, "low")


def test_a_track_leaves_out_what_the_role_does_not_ask_for() -> None:
    facts = some_facts(repositories={"api": a_repository(history=a_history())})
    report = assess(facts, rubric("toptal"), track="backend-engineer")
    assert report.check("validation-discipline") is None
    assert not [one for one in report.conditions if one.about == "validation-discipline"]
    assert report.role == "backend engineer"
