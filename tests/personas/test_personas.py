"""Ten people, whole runs, all platforms: the order and the shape that SCORING.md 6.4 expects, in sentences."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from folio.readiness.report import Report
from folio.readiness.rubric import platforms, rubric
from personas.page import written
from personas.people import attested, freelancer, ladder, nobody, personas
from personas.run import Town

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "personas.md"
LEVELS = [level.id for level in rubric().catalogue.levels]
Scored = Mapping[str, Mapping[str, Report]]

COLLECTOR, ANALYST, THEORIST, FREELANCER, ENGINEER, ATTESTED, SCANNED, STRONG, OFFLINE, EMPTY = (
    one.name for one in personas()
)
BUILT = (ANALYST, THEORIST, FREELANCER, ENGINEER, SCANNED, STRONG)


def rank(level: str) -> int:
    return LEVELS.index(level)


def blocked(report: Report) -> set[str]:
    """The gates that are not met, and could not be."""
    return {gate.about for gate in report.gates if gate.state == "not met"}


def test_the_page_in_the_docs_is_what_folio_says_today(town: Town) -> None:
    text = written(town)
    if os.environ.get("FOLIO_GOLDEN") == "renew":
        PAGE.write_text(text, encoding="utf-8")
    assert text.splitlines() == PAGE.read_text(encoding="utf-8").splitlines()


def test_the_ten_make_whole_runs_with_nothing_in_the_way(town: Town) -> None:
    """A repository that nobody could read, or an article whose text is not there, would make every figure worthless."""
    for one in personas():
        facts = town.appraisal(one).facts
        trouble = {each.subject: each.unread for each in (*facts.projects, *facts.articles) if each.unread}
        assert trouble == {} or not one.online
        assert {article.guard for article in facts.exclusions if article.subject.startswith("article:")} == set()


@pytest.mark.parametrize("platform", platforms())
def test_a_tutorial_collector_is_below_everyone_who_built_something(platform: str, scored: Scored) -> None:
    mine = scored[COLLECTOR][platform]
    assert mine.level.id == "foundation"
    assert all(mine.totals.earned * 2 < scored[name][platform].totals.earned for name in BUILT)


@pytest.mark.parametrize("platform", platforms())
def test_the_strong_all_round_is_above_everyone_and_strong(platform: str, scored: Scored) -> None:
    report = scored[STRONG][platform]
    assert report.level.id == "strong"
    assert report.totals.earned == max(one[platform].totals.earned for one in scored.values())


@pytest.mark.parametrize("platform", platforms())
@pytest.mark.parametrize("name", [ANALYST, THEORIST])
def test_whoever_has_nothing_live_is_building_and_told_so(name: str, platform: str, scored: Scored) -> None:
    report = scored[name][platform]
    assert (report.level.id, report.up_to.id) == ("building", "building")
    assert [one.state for one in report.conditions if (one.kind, one.about) == ("floor", "deployed")] == ["not met"]


@pytest.mark.parametrize("name", [ANALYST, THEORIST])
def test_a_client_of_ones_own_asks_for_something_live_first(name: str, scored: Scored) -> None:
    assert "live-url-responds" in blocked(scored[name]["direct-client"])


def test_a_working_freelancer_is_ready_for_clients_and_not_for_timed_tests(scored: Scored) -> None:
    reports = scored[FREELANCER]
    assert rank(reports["direct-client"].level.id) >= rank("ready")
    assert rank(reports["upwork"].level.id) >= rank("ready")
    assert reports["toptal"].level.id == "building"
    assert {"data-structures-practice", "screening-practice"} <= blocked(reports["toptal"])


@pytest.mark.parametrize("platform", platforms())
def test_writing_nothing_blocks_no_platform_but_the_client_of_ones_own(platform: str, scored: Scored) -> None:
    report = scored[ENGINEER][platform]
    assert (blocked(report) & {"articles-published"} != set()) == (platform == "direct-client")
    unmet = {one.about for one in report.conditions if one.kind == "floor" and one.state != "met"}
    assert ("articles" in unmet) == (platform == "direct-client")


def test_a_production_engineer_lacks_only_rehearsal_for_toptal(scored: Scored) -> None:
    assert blocked(scored[ENGINEER]["toptal"]) == {"screening-practice"}
    assert scored[ENGINEER]["upwork"].level.id == "strong"


@pytest.mark.parametrize("platform", platforms())
def test_scanning_private_work_at_home_earns_more_than_any_word_for_it(platform: str, scored: Scored) -> None:
    word, scan = scored[ATTESTED][platform], scored[SCANNED][platform]
    assert scan.totals.earned > word.totals.earned
    assert scan.totals.unknown < word.totals.unknown
    assert rank(word.up_to.id) >= rank(scan.level.id) or platform == "toptal"


@pytest.mark.parametrize("platform", sorted({*platforms()} - {"toptal"}))
def test_private_work_that_was_scanned_is_ready_everywhere_but_where_screens_are_rehearsed(
    platform: str, scored: Scored
) -> None:
    assert rank(scored[SCANNED][platform].level.id) >= rank("ready")


def test_private_work_that_was_scanned_lacks_only_rehearsal_for_toptal(scored: Scored) -> None:
    assert blocked(scored[SCANNED]["toptal"]) == {"screening-practice"}


@pytest.mark.parametrize("platform", platforms())
def test_private_work_that_nobody_may_read_is_not_known_and_not_missing(platform: str, scored: Scored) -> None:
    report = scored[ATTESTED][platform]
    assert report.points.unknown > 2 * report.points.missing
    assert report.points.missing <= scored[SCANNED][platform].points.missing


@pytest.mark.parametrize("platform", ["direct-client", "upwork"])
def test_private_work_that_others_vouch_for_is_ready(platform: str, town: Town) -> None:
    everything = attested()
    assert town.reports(everything)[platform].level.id == "ready"


def test_a_gate_that_wants_something_observed_stays_closed_for_a_clients_word(scored: Scored) -> None:
    gates = {gate.about: gate.state for gate in scored[ATTESTED]["toptal"].gates}
    checks = {check.id: check for check in scored[ATTESTED]["toptal"].checks}
    for name in ("tests-meaningful", "validation-discipline"):
        assert checks[name].score > 0
        assert gates[name] == "open"


@pytest.mark.parametrize("platform", platforms())
def test_without_the_network_less_is_earned_and_nothing_more_is_missing(platform: str, scored: Scored) -> None:
    online, offline = scored[FREELANCER][platform], scored[OFFLINE][platform]
    assert offline.totals.earned < online.totals.earned
    assert offline.totals.unknown > online.totals.unknown
    assert offline.totals.missing <= online.totals.missing
    assert rank(offline.up_to.id) >= rank(online.level.id)
    for check in offline.checks:
        same = online.check(check.id)
        assert same is not None
        assert check.score <= same.score
        assert check.ceiling >= same.ceiling


@pytest.mark.parametrize("platform", platforms())
def test_an_empty_profile_has_failed_nowhere(platform: str, scored: Scored) -> None:
    report = scored[EMPTY][platform]
    words = {"platform-presence", "resume-complete"}  # its three lines fill the title and the overview
    assert {check.id for check in report.checks if check.score and not check.hygiene} <= words
    assert report.level.id == "foundation"
    assert rank(report.up_to.id) > rank("foundation")
    assert report.points.unknown >= 85


@pytest.mark.parametrize("platform", platforms())
def test_what_an_empty_profile_leaves_out_is_not_known(platform: str, town: Town) -> None:
    """Its summary is there, and shorter than some platforms ask for; with a longer one nothing at all is missing."""
    report = town.reports(nobody().changed(summary="I am new here, and there is much to say. " * 6))[platform]
    assert (report.points.missing, report.up_to.id) == (0, "strong")


@pytest.mark.parametrize("platform", platforms())
def test_every_level_can_be_reached_without_a_public_repository(platform: str, town: Town) -> None:
    levels = {town.reports(one)[platform].level.id for one in ladder()}
    assert {"building", "ready", "strong"} <= levels


def test_the_private_ladder_names_nothing_that_is_public(town: Town) -> None:
    for one in ladder():
        for project in town.appraisal(one).facts.projects:
            claim = project.claim
            assert (claim.private, claim.code_url, project.hosted) == (True, None, None)
            assert not (claim.repository or "").startswith("http")
            assert claim.live is None or claim.live.url is None
        assert town.appraisal(one).facts.profile.links.github is None


def test_the_gate_for_data_structures_opens_for_a_repository_that_only_its_owner_can_read(town: Town) -> None:
    strong = town.reports(ladder()[0])["toptal"]
    states = {gate.about: gate.state for gate in strong.gates}
    assert states["data-structures-practice"] == states["validation-discipline"] == "met"


def test_a_second_run_says_the_same(town: Town, tmp_path: Path) -> None:
    again = Town(tmp_path)
    persona = freelancer()
    first, second = (one.reports(persona)["direct-client"].to_json() for one in (town, again))
    assert first == second
