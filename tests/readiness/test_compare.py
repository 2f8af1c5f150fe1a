"""What is different between two results: it adds up exactly, and says what it comes from."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import (
    TODAY,
    a_good_repository,
    a_history,
    a_repository,
    an_article,
    everything_said,
    excellent_facts,
    places,
    some_facts,
)
from folio.errors import FolioError
from folio.readiness.assess import assess
from folio.readiness.compare import compare
from folio.readiness.comparison import Comparison
from folio.readiness.findings import Findings
from folio.readiness.history import past
from folio.readiness.present import Presenter
from folio.readiness.report import Report
from folio.readiness.rubric import Rubric, rubric
from folio.readiness.standing import Standing
from folio.render.comparison import compared, dealt
from folio.render.comparison_page import markdown
from readiness.test_invariants import drawn, finding, standings
from readiness.test_rescore import changed

FACTS = some_facts()


def written(standing: Standing, day: date = TODAY) -> Report:
    return replace(Presenter(Findings(FACTS)).report(standing), today=day)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Report, Report]:
    """Two results on one platform and track, perhaps by two rubrics and of two days."""
    standing = draw(standings())
    other = standing
    for scored in draw(st.lists(st.sampled_from(standing.checks), max_size=6)):
        other = other.with_findings(scored.entry.id, draw(st.lists(finding(scored.entry), max_size=4)))
    if draw(st.booleans()):
        by = changed(standing.rubric)
        weights = by.weights(standing.track)
        entries = {entry.id: entry for entry in by.entries(standing.track)}
        checks = tuple(
            replace(
                one,
                entry=entries[one.entry.id],
                caps=by.catalogue.caps[one.entry.caps],
                weight=weights[one.entry.id],
            )
            for one in other.checks
        )
        other = Standing(by, standing.track, checks)
    return written(standing), written(other, TODAY + timedelta(days=draw(st.sampled_from((0, 30, 900, -30)))))


def tenths(text: str) -> int:
    return round(float(text) * 10)


def holds(comparison: Comparison, before: Report, after: Report) -> None:
    change = comparison.change
    for part in ("earned", "unknown", "missing"):
        assert getattr(change, part) == getattr(after.totals, part) - getattr(before.totals, part)
        assert sum(getattr(one.change, part) for one in comparison.checks) == getattr(change, part)


@drawn
@given(pairs())
def test_the_parts_add_up_to_the_difference(pair: tuple[Report, Report]) -> None:
    before, after = pair
    comparison = compare(before, after)
    holds(comparison, before, after)
    for one in (comparison, *comparison.checks):
        assert one.causes is not None
        assert one.causes.evidence + one.causes.rubric + one.causes.time == one.change.earned
    for cause in ("evidence", "rubric", "time"):
        assert sum(getattr(one.causes, cause) for one in comparison.checks) == getattr(comparison.causes, cause)
    holds(compare(past(before, ""), after), before, after)
    holds(compare(past(before, ""), past(after, "")), before, after)


@drawn
@given(pairs())
def test_what_is_printed_adds_up_too(pair: tuple[Report, Report]) -> None:
    for before, after in (pair, (past(pair[0], ""), past(pair[1], ""))):
        page = compared(compare(before, after))
        figures = {name: (tenths(was), tenths(is_), tenths(by)) for name, was, is_, by in page.figures if by}
        for was, is_, by in figures.values():
            assert is_ - was == by
        assert sum(was for was, _, _ in figures.values()) == sum(is_ for _, is_, _ in figures.values()) == 1000
        assert figures["earned"][0] // 10 == before.totals.earned // 10_000
        rows = (*page.rows, *page.quiet)
        assert sum(tenths(row.change) for row in rows) == figures["earned"][2]
        unknown = [row.unknown.removeprefix("not known ") for row in rows if row.unknown]
        assert sum(map(tenths, unknown)) == figures["not known"][2]


@given(st.dictionaries(st.integers(), st.integers(-300_000, 300_000), max_size=30), st.integers(0, 999))
def test_differences_are_dealt_as_tenths_that_differ_by_less_than_one(shares: dict[int, int], offset: int) -> None:
    total = sum(shares.values())
    whole = (offset + total) // 1000 - offset // 1000  # what a total that is rounded down rises by
    parts = dealt(whole, shares)
    assert sum(parts.values()) == whole
    for key, share in shares.items():
        assert abs(parts[key] * 1000 - share) < 1000
        assert share or not parts[key]


# ------------------------------------------------------------------ what it comes from


def report(by: Rubric | None = None, day: date = TODAY, **changes: Any) -> Report:
    return assess(excellent_facts(today=day, **changes), by or rubric("toptal"))


def change(comparison: Comparison, check: str) -> Any:
    return next(one for one in comparison.checks if one.id == check)


def kinds(comparison: Comparison, check: str) -> list[tuple[str, str]]:
    return [(one.kind, one.subject) for one in change(comparison, check).findings]


def test_two_equal_results_are_said_to_be_equal() -> None:
    comparison = compare(report(), report())
    assert comparison.same
    assert compared(comparison).causes == "Nothing is different."
    assert comparison.fell(["building", "strong"]) == ""


def test_new_evidence_is_gained_and_what_is_gone_is_lost() -> None:
    poor = report(rehearsals=[{"kind": "take-home", "date": "2026-10-01"}])
    gain = change(compare(poor, report()), "screening-practice")
    assert sorted((one.kind, one.subject) for one in gain.findings) == [
        ("gained", "rehearsal:live-coding"),
        ("gained", "rehearsal:timed-coding"),
    ]
    assert (gain.causes.evidence, gain.causes.rubric, gain.causes.time) == (gain.change.earned, 0, 0)
    assert gain.change.earned > 0
    loss = change(compare(report(), poor), "screening-practice")
    assert {one.kind for one in loss.findings} == {"lost"}
    assert loss.change.earned == -gain.change.earned


def test_what_is_better_supported_is_raised() -> None:
    said = everything_said()["contracts"]
    bare = [{name: value for name, value in one.items() if name != "proof"} for one in said]  # type: ignore[attr-defined]
    comparison = compare(report(contracts=bare), report())
    raised = change(comparison, "contracts-completed")
    assert {(one.kind, one.before, one.after) for one in raised.findings} == {("raised", "claimed", "attested")}
    assert {one.kind for one in change(compare(report(), report(contracts=bare)), "contracts-completed").findings} == {
        "lowered"
    }


def test_what_is_settled_and_what_nobody_could_look_at_is_told() -> None:
    settled = change(compare(report(rehearsals=None), report()), "screening-practice")
    assert ("no longer unknown", "profile") in kinds(compare(report(rehearsals=None), report()), "screening-practice")
    assert settled.change.unknown < 0
    assert ("newly unknown", "profile") in kinds(compare(report(), report(rehearsals=None)), "screening-practice")


def test_exclusions_that_came_and_went_are_told() -> None:
    there = some_facts(texts={"a": an_article(), "b": an_article()})
    without = some_facts(texts={"a": an_article(), "b": an_article()}, left_out={"b": "short-article"})
    came = compare(assess(there, rubric()), assess(without, rubric()))
    went = compare(assess(without, rubric()), assess(there, rubric()))
    assert [one.guard for one in came.excluded] == ["short-article"] == [one.guard for one in went.included]
    assert (came.included, went.excluded) == ((), ())


def test_an_exclusion_that_names_another_day_is_the_same_one() -> None:
    one = report(repositories={"shelfcast": a_good_repository(), "routes": a_repository()}, left_out={"routes": "fork"})
    other = replace(one, exclusions=tuple(replace(each, reason=f"{each.reason}, 7") for each in one.exclusions))
    first = replace(one, exclusions=tuple(replace(each, reason=f"{each.reason}, 12") for each in one.exclusions))
    assert compare(first, other).same


def test_a_changed_rubric_is_no_evidence() -> None:
    by = rubric("toptal")
    comparison = compare(report(by), report(changed(by)))
    assert comparison.causes is not None
    assert comparison.causes.rubric == comparison.change.earned != 0
    assert (comparison.causes.evidence, comparison.causes.time) == (0, 0)
    assert not any(one.findings for one in comparison.checks)
    assert "from the changed rubric" in compared(comparison).causes


def test_evidence_and_a_changed_rubric_are_told_apart() -> None:
    by = rubric("toptal")
    poor = report(by, contracts=[])
    comparison = compare(poor, report(changed(by)))
    same = compare(report(changed(by), contracts=[]), report(changed(by)))
    assert comparison.causes is not None
    assert same.causes is not None
    assert comparison.causes.evidence == same.causes.evidence > 0
    assert comparison.causes.rubric != 0


def test_a_new_check_and_one_that_is_gone_are_told() -> None:
    whole = rubric("toptal")
    fewer = Rubric(
        catalogue=whole.catalogue.model_copy(update={"checks": whole.catalogue.checks[1:]}), platform=whole.platform
    )
    name = whole.catalogue.checks[0].id
    new, gone = compare(report(fewer), report(whole)), compare(report(whole), report(fewer))
    assert (change(new, name).before, change(gone, name).after) == (None, None)
    assert change(gone, name).causes.rubric == change(gone, name).change.earned


# ------------------------------------------------------------------ time

LATER = TODAY + timedelta(days=120)


def test_availability_that_nobody_confirmed_again_is_lost_to_time() -> None:
    lost = change(compare(report(), report(day=LATER)), "rate-and-availability")
    assert lost.change.earned < 0
    assert lost.causes.time == lost.change.earned


def test_availability_that_was_taken_back_on_a_later_day_is_not_lost_to_time() -> None:
    lost = change(compare(report(), report(day=LATER, availability=None)), "rate-and-availability")
    assert (lost.causes.time, lost.causes.evidence) == (0, lost.change.earned)


def test_on_the_same_day_nothing_is_lost_to_time() -> None:
    old = everything_said()["availability"] | {"as_of": "2026-01-01"}  # type: ignore[operator]
    lost = change(compare(report(), report(availability=old)), "rate-and-availability")
    assert (lost.causes.time, lost.causes.evidence) == (0, lost.change.earned)


def test_weeks_and_months_that_a_check_looks_back_on_no_more_are_lost_to_time() -> None:
    far = TODAY + timedelta(weeks=160)
    before, after = report(), report(day=far)
    for check in ("active-weeks", "articles-spread-over-time"):
        lost = change(compare(before, after), check)
        assert lost.change.earned <= 0
        gone = [one for one in lost.findings if one.kind == "lost"]
        assert gone
        assert all(one.by_time for one in gone)
        assert lost.causes.time <= 0
    assert compare(before, after).causes.time < 0  # type: ignore[union-attr]
    assert "time alone" in compared(compare(before, after)).causes


def test_weeks_that_vanish_from_inside_the_window_are_evidence() -> None:
    poor = {name: a_good_repository(history=a_history(own=1)) for name in ("shelfcast", "routes", "returns")}
    lost = change(compare(report(), report(repositories=poor, day=TODAY + timedelta(days=7))), "active-weeks")
    assert lost.change.earned < 0
    assert lost.causes.evidence <= lost.change.earned
    assert not all(one.by_time for one in lost.findings)


def test_a_job_that_goes_on_gains_by_time() -> None:
    work = [{"id": "shop", "organisation": "Shop", "role": "Analyst", "start": "2026-01"}]
    said: dict[str, Any] = {"work": work, "contracts": [], "repositories": {}, "texts": {}}
    before, after = (assess(some_facts(today=day, **said), rubric()) for day in (TODAY, TODAY + timedelta(days=400)))
    gain = change(compare(before, after), "time-horizon")
    assert gain.causes.time == gain.change.earned > 0


def test_going_back_in_time_is_said() -> None:
    comparison = compare(report(day=LATER), report())
    assert comparison.causes is not None
    assert comparison.causes.time == 0
    assert any("earlier day" in note for note in comparison.notes)


@pytest.mark.parametrize("facet", ["week of 2026-99-99", "week of soon", "0000-00", "", None])
def test_a_facet_that_is_no_week_is_no_matter_of_time(facet: str | None) -> None:
    before = report()
    checks = tuple(
        replace(one, items=tuple(replace(item, facet=facet) for item in one.items))
        if one.id in ("active-weeks", "articles-spread-over-time")
        else one
        for one in before.checks
    )
    comparison = compare(replace(before, checks=checks), report(day=LATER))
    assert comparison.causes is not None


# ------------------------------------------------------------------ what can't be compared, and what is told


def test_two_platforms_are_refused_with_what_to_do() -> None:
    with pytest.raises(FolioError, match="the platform 'toptal' and the second for 'direct-client'; score both"):
        compare(report(), report(rubric("direct-client")))


def test_two_tracks_are_refused_with_what_to_do() -> None:
    other = assess(excellent_facts(), rubric("toptal"), track="data-engineer")
    for one in (other, past(other, "")):
        with pytest.raises(FolioError, match="the track 'ml-engineer'"):
            compare(report(), one)


def test_a_result_that_was_changed_by_hand_is_told_and_its_evidence_compared() -> None:
    forged = replace(report(), totals=replace(report().totals, earned=1_000_000))
    for other in (report(), past(report(), "")):
        comparison = compare(other, forged)
        assert comparison.change.earned == 0
        assert any("The figures of the second don't follow from its evidence" in note for note in comparison.notes)


def test_other_names_are_told_and_no_hindrance() -> None:
    assert any("Ada Example" in note for note in compare(report(), report(name="Ada Lovelace")).notes)


def test_days_of_the_history_say_how_much_and_not_why() -> None:
    poor, rich = report(contracts=[]), report()
    comparison = compare(past(poor, "1"), past(rich, "1"), titles={"contracts-completed": "Contracts"})
    assert comparison.change == compare(poor, rich).change
    assert comparison.causes is None
    assert change(comparison, "contracts-completed").title == "Contracts"
    assert any("figures alone" in note for note in comparison.notes)


def test_days_by_two_rubrics_say_that_the_rubric_may_be_it() -> None:
    by = rubric("toptal")
    assert any("rubric" in one for one in compare(past(report(by), ""), past(report(changed(by)), "")).notes)


def test_a_fall_of_points_or_of_the_level_is_told() -> None:
    levels = ["foundation", "building", "ready", "strong"]
    assert "fewer points" in compare(report(), report(contracts=[])).fell(levels)
    secret = report(repositories={"shelfcast": a_good_repository(secrets=places("aws-key"))})
    assert "the level fell from Strong to Building" in compare(report(), secret).fell(levels)
    assert compare(report(contracts=[]), report()).fell(levels) == ""


def test_the_json_is_canonical_and_says_its_version() -> None:
    text = compare(report(contracts=[]), report(day=LATER)).to_json()
    content = json.loads(text)
    assert content["schema_version"] == 1
    assert content["before"]["today"] == "2026-11-22"
    assert text == json.dumps(content, sort_keys=True, ensure_ascii=False, indent=2) + "\n"


def test_markdown_takes_no_text_for_markup() -> None:
    said = everything_said()["rehearsals"]
    evil = "](http://x.example) <script> @somebody \x1b[2J"
    comparison = compare(report(rehearsals=[]), report(rehearsals=said))
    checks = tuple(
        replace(one, title=evil, findings=tuple(replace(each, name=evil, says=evil) for each in one.findings))
        for one in comparison.checks
    )
    text = markdown(replace(comparison, checks=checks, person=evil, notes=(evil,)))
    for bad in ("\x1b", "<script>", "](http", "@somebody"):
        assert bad not in text.replace("\\]", "").replace("\\<", "")
