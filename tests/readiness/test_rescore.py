"""A report scored again from what it carries (I14): old figures stay, and changed ones are told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import a_repository, excellent_facts, some_facts
from folio.errors import FolioError
from folio.evidence.level import Level
from folio.readiness.assess import assess
from folio.readiness.findings import Findings
from folio.readiness.present import Presenter
from folio.readiness.report import LEVELS, Report
from folio.readiness.rescore import Rescored, figures_of, rescore, rubric_of, under
from folio.readiness.rubric import Rubric, platforms, rubric
from folio.readiness.standing import Standing
from readiness.test_invariants import TRACKS, drawn, standings

FACTS = some_facts()
MIXED = some_facts(repositories={"shelfcast": a_repository(), "gone": "no such folder"}, rehearsals=[])


def written(standing: Standing) -> Report:
    """The standing's report, after a way through a file."""
    return Report.from_json(Presenter(Findings(FACTS)).report(standing).to_json())


def same(again: Rescored, standing: Standing, report: Report) -> None:
    """Every figure is the same; where the report left out what was not read, that goes for what depends on it."""
    expected = figures_of(standing)
    assert again.differs == ()
    assert (again.totals, again.parts, again.categories) == (expected.totals, expected.parts, expected.categories)
    assert (again.level, again.up_to) == (expected.level, expected.up_to)
    assert again.checks.keys() == expected.checks.keys()
    for check in report.checks:
        known = check.weight or check.unread or check.settled is not None
        figures = again.checks[check.id]
        assert (
            replace(figures, ceiling=figures.ceiling if known else expected.checks[check.id].ceiling)
            == (expected.checks[check.id])
        )


@drawn
@given(standings())
def test_i14_a_report_gives_its_figures_again(standing: Standing) -> None:
    report = written(standing)
    same(rescore(report), standing, report)


@pytest.mark.parametrize("platform", platforms())
@pytest.mark.parametrize("track", TRACKS)
@pytest.mark.parametrize("facts", [excellent_facts(), MIXED, FACTS], ids=["everything", "something", "nothing"])
def test_i14_holds_for_whole_profiles(platform: str, track: str, facts: Any) -> None:
    report = Report.from_json(assess(facts, rubric(platform), track=track).to_json())
    again = rescore(report)
    assert again.differs == ()
    assert again.totals == report.totals
    assert [(one.id, again.checks[one.id].score) for one in report.checks] == [
        (one.id, one.score) for one in report.checks
    ]
    assert again.parts == {one.level: one.millionths for one in report.parts}
    assert (again.level, again.up_to) == (report.level.id, report.up_to.id)


def changed(chosen: Rubric) -> Rubric:
    """The rubric with other numbers everywhere, as a later folio could ship it."""
    catalogue = chosen.catalogue
    checks = tuple(
        one.model_copy(update={"weight": one.weight * 3 % 50 + 1, "curve": tuple((x * 2, y) for x, y in one.curve)})
        for one in catalogue.checks
    )
    caps = {name: one.model_copy(update={"claimed": 100, "observed": 700}) for name, one in catalogue.caps.items()}
    levels = tuple(one.model_copy(update={"points": min(one.points + 20, 100)}) for one in catalogue.levels)
    other = catalogue.model_copy(update={"checks": checks, "caps": caps, "levels": levels})
    return Rubric(catalogue=other, platform=chosen.platform.model_copy(update={"floors": {}, "gates": ()}))


def test_i14_a_changed_catalogue_leaves_old_figures_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    old = assess(excellent_facts(), rubric("toptal"))
    text, other = old.to_json(), changed(rubric("toptal"))
    for name in ("folio.readiness.rubric.rubric", "folio.readiness.rubric.loading.rubric"):
        monkeypatch.setattr(name, lambda *_: other)
    new = assess(excellent_facts(), other)
    assert new.totals != old.totals
    again = rescore(Report.from_json(text))
    assert (again.totals, again.level, again.differs) == (old.totals, old.level.id, ())


@drawn
@given(standings(), st.sampled_from(platforms()))
def test_under_another_rubric_it_is_scored_as_that_rubric_scores_it(standing: Standing, platform: str) -> None:
    """Where the findings are the same, as they are on platforms that share a catalogue."""
    other = rubric(platform)
    figures = under(written(standing), other)
    weights = other.weights(standing.track)
    assert sum((figures.totals.earned, figures.totals.unknown, figures.totals.missing)) == 1_000_000
    for name, one in figures.checks.items():
        assert one.weight == weights[name]
        if (
            name in standing.by_id
            and name not in other.platform.subjects
            and not standing.by_id[name].entry.of_platform
        ):
            assert one.score == standing.by_id[name].score


def test_under_its_own_rubric_nothing_changes() -> None:
    report = assess(excellent_facts(), rubric("toptal"))
    again = rescore(report)
    for own in (rubric("toptal"), rubric_of(report)):
        figures = under(report, own)
        assert (figures.totals, figures.checks, figures.level) == (again.totals, again.checks, again.level)


def test_under_a_rubric_with_another_check_that_is_not_known_and_one_without_drops_it() -> None:
    chosen = rubric("toptal")
    catalogue = chosen.catalogue
    first, second = catalogue.checks[0], catalogue.checks[1]
    stranger = first.model_copy(update={"id": "stranger"})
    other = Rubric(
        catalogue=catalogue.model_copy(update={"checks": (stranger, second, *catalogue.checks[2:])}),
        platform=chosen.platform,
    )
    figures = under(assess(excellent_facts(), chosen), other)
    assert first.id not in figures.checks
    assert (figures.checks["stranger"].score, figures.checks["stranger"].ceiling) == (0, 1000)


def test_an_amount_is_graded_by_the_other_rubrics_curve() -> None:
    report = assess(some_facts(repositories={"shelfcast": a_repository()}), rubric())
    check = report.check("modular-code")
    assert check is not None
    item = replace(check.items[0], amount=300, quality=600, value=600)
    report = replace(
        report, checks=tuple(replace(one, items=(item,)) if one is check else one for one in report.checks)
    )
    chosen = rubric()
    doubled = tuple(
        one.model_copy(update={"curve": ((0, 0), (600, 1000))}) if one.id == "modular-code" else one
        for one in chosen.catalogue.checks
    )
    other = Rubric(catalogue=chosen.catalogue.model_copy(update={"checks": doubled}), platform=chosen.platform)
    assert under(report, other).checks["modular-code"].score == 500


# ------------------------------------------------------------------ changed by hand

REPORT = assess(excellent_facts(), rubric("toptal"))
Edit = Callable[[dict[str, Any]], object]


def edited(edit: Edit) -> Report:
    content = json.loads(REPORT.to_json())
    edit(content)
    return Report.from_json(json.dumps(content))


@pytest.mark.parametrize(
    ("edit", "word"),
    [
        (lambda one: one["totals"].update(earned=1_000_000, unknown=0, missing=0), "millionths earned"),
        (lambda one: one["points"].update(earned=100), "100 points"),
        (lambda one: one["checks"][2].update(score=999), "a score of 999"),
        (lambda one: one["checks"][0]["split"].update(earned=7), "something else"),
        (lambda one: one["checks"][0].update(weight=500), "add up to"),
        (lambda one: one["level"].update(id="foundation"), "the level 'foundation'"),
        (lambda one: one["categories"][0]["split"].update(earned=1), "categories"),
        (lambda one: one["parts"][0].update(millionths=1), "levels of evidence"),
        (lambda one: one["checks"][0]["items"][0].update(quality=3), "core-algorithms-from-scratch"),
        (lambda one: one["checks"][0]["items"].clear(), "core-algorithms-from-scratch"),
    ],
)
def test_a_report_that_was_changed_by_hand_is_told(edit: Edit, word: str) -> None:
    assert word in "; ".join(rescore(edited(edit)).differs)


def test_a_changed_report_gives_the_figures_of_its_evidence() -> None:
    again = rescore(edited(lambda one: one["totals"].update(earned=1_000_000)))
    assert again.totals == REPORT.totals


@pytest.mark.parametrize(
    "edit",
    [
        lambda one: one["checks"][0].update(weight=-1),
        lambda one: one["checks"][0].update(weight=10**400),
        lambda one: one["checks"][0]["caps"].update(claimed=2000),
        lambda one: one["checks"][0]["caps"].pop("claimed"),
        lambda one: one["checks"].append(one["checks"][0]),
        lambda one: one["rules"].update(levels=[]),
        lambda one: one["rules"]["levels"][0].update(points=10**30),
    ],
)
def test_rules_that_no_rubric_can_have_are_refused(edit: Edit) -> None:
    with pytest.raises(FolioError, match="score again"):
        rescore(edited(edit))


def hostile() -> Iterator[tuple[str, str, str]]:
    plain = json.loads(REPORT.to_json())
    yield "an empty file", "", "not a readiness report"
    yield "no JSON", "hello", "not a readiness report"
    yield "NULs", "\0" * 100, "not a readiness report"
    yield "deep nesting", "[" * 200_000, "not a readiness report"
    yield "something else", '{"a": 1}', "not a readiness report"
    yield "a list", "[]", "not a readiness report"
    yield "NaN", REPORT.to_json().replace('"score": 1000', '"score": NaN', 1), "not a readiness report"
    yield "a huge number", json.dumps(plain | {"points": plain["points"] | {"earned": 1e300}}), "points.earned"
    yield "a later folio's", json.dumps(plain | {"schema_version": 2}), "later folio"
    yield "an earlier folio's", json.dumps({name: one for name, one in plain.items() if name != "rules"}), "rules"
    yield "a key that obeys", json.dumps({**plain, "rules": {**plain["rules"], "floors": {"\x1b[2J": "x"}}}), "rules"


@pytest.mark.parametrize(("text", "says"), [pytest.param(*rest, id=name) for name, *rest in hostile()])
def test_what_is_no_report_is_refused_in_plain_words(text: str, says: str) -> None:
    with pytest.raises(FolioError, match=says) as caught:
        Report.from_json(text)
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 400


def test_reading_stops_at_the_first_entry_that_is_none() -> None:
    """A million of them would make a million messages."""
    content = json.loads(REPORT.to_json()) | {"checks": [{}] * 100_000}
    with pytest.raises(FolioError) as caught:
        Report.from_json(json.dumps(content))
    cause = caught.value.__context__
    assert cause is not None
    assert cause.error_count() < 100  # type: ignore[attr-defined]


def test_the_names_of_levels_are_in_their_order() -> None:
    assert [Level[name.upper()] for name in LEVELS] == sorted(Level)


def test_two_names_that_are_hidden_by_the_same_words_stay_two_subjects() -> None:
    hidden = {"sector": "s", "nda": True, "shown_as": "an insurer"}
    facts = some_facts(
        clients=[{"id": "acme", "name": "Acme", **hidden}, {"id": "zenith", "name": "Zenith", **hidden}],
        contracts=[
            {"id": f"{name}-audit", "client": name, "role": "r", "deliverable": "d", "start": "2024", "end": "2025"}
            for name in ("acme", "zenith")
        ],
    )
    report = assess(facts, rubric())
    (contracts,) = (one for one in report.checks if one.id == "contracts-completed")
    assert len({item.subject for item in contracts.items}) == 2
    assert not {"acme", "zenith"} & set(report.to_json().casefold().replace("-", " ").split())
    again = rescore(report)
    assert again.checks["contracts-completed"].score == contracts.score
