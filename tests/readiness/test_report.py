"""The report as data: what is printed adds up, nothing under NDA gets out, and the JSON is canonical."""

from __future__ import annotations

import json

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
)
from folio.readiness.assess import assess
from folio.readiness.present import whole_points
from folio.readiness.report import NOTE, Report
from folio.readiness.rubric import platforms, rubric

MIXED = some_facts(
    repositories={"shelfcast": a_good_repository(), "churn": a_repository(), "gone": "no such folder"},
    texts={"a": an_article(), "b": "it lives elsewhere", "c": an_article()},
    left_out={"c": "short-article", "churn": "fork"},
    rehearsals=[],
)


@pytest.mark.parametrize("platform", platforms())
def test_what_is_printed_adds_up(platform: str) -> None:
    report = assess(MIXED, rubric(platform))
    points = report.points
    assert points.earned + points.unknown + points.missing == 100
    assert sum(part.points for part in report.parts) == points.earned
    assert sum(part.millionths for part in report.parts) == report.totals.earned
    for kind in ("earned", "unknown", "missing"):
        assert sum(getattr(one.points, kind) for one in report.categories) == getattr(points, kind)
        assert sum(getattr(one.split, kind) for one in report.categories) == getattr(report.totals, kind)
        assert sum(getattr(one.split, kind) for one in report.checks) == getattr(report.totals, kind)


@pytest.mark.parametrize("platform", platforms())
def test_a_category_is_printed_as_parts_of_its_weight(platform: str) -> None:
    for category in assess(MIXED, rubric(platform)).categories:
        points = category.points
        assert points.earned + points.unknown + points.missing == category.weight // 10


@pytest.mark.parametrize(
    ("split", "printed"),
    [
        ((549_999, 0, 450_001), (54, 0, 46)),
        ((1_000_000, 0, 0), (100, 0, 0)),
        ((0, 1_000_000, 0), (0, 100, 0)),
        ((995_000, 5_000, 0), (99, 1, 0)),
        ((333_333, 333_333, 333_334), (33, 33, 34)),
    ],
)
def test_what_is_earned_is_rounded_down(split: tuple[int, int, int], printed: tuple[int, int, int]) -> None:
    points = whole_points(*split)
    assert (points.earned, points.unknown, points.missing) == printed


def test_the_json_is_canonical_and_reads_back() -> None:
    report = assess(MIXED, rubric())
    text = report.to_json()
    assert text.endswith("}\n")
    assert text == json.dumps(json.loads(text), sort_keys=True, ensure_ascii=False, indent=2) + "\n"
    assert Report.from_json(text) == report
    assert json.loads(text)["schema_version"] == 1


def test_the_report_says_by_what_and_of_when_it_is() -> None:
    report = assess(MIXED, rubric("toptal"))
    assert report.rubric.digest == rubric("toptal").digest
    assert report.today == MIXED.today
    assert report.platform.as_of
    assert report.not_observable
    assert report.note == NOTE
    assert "does not predict" in NOTE


def test_what_is_not_counted_is_named_with_its_reason() -> None:
    report = assess(MIXED, rubric())
    assert sorted(one.guard for one in report.exclusions) == ["fork", "short-article"]
    assert all(one.name and one.reason for one in report.exclusions)


def test_what_was_not_read_is_named_with_its_reason() -> None:
    check = assess(MIXED, rubric()).check("tests-meaningful")
    assert check is not None
    assert [(one.subject, "no such folder" in one.why) for one in check.unread] == [("project:gone", True)]


def test_evidence_carries_its_places() -> None:
    check = assess(MIXED, rubric()).check("data-structures-practice")
    assert check is not None
    assert check.items[0].places == ("src/async.py:7",)


SECRET = {
    "clients": [
        {"id": "acme-mutual", "name": "Acme Mutual", "sector": "insurance", "nda": True, "shown_as": "an insurer"}
    ],
    "contracts": [
        {
            "id": "acme-mutual-triage",
            "client": "acme-mutual",
            "role": "Engineer",
            "deliverable": "Triage for ACME Mutual",
            "start": "2025-01",
            "end": "2025-03",
        }
    ],
}


def test_a_name_under_nda_is_nowhere_in_the_report() -> None:
    facts = some_facts(
        **SECRET,
        projects=[project_said("acme-mutual", title="Claims at Acme Mutual", outcomes=[{"what": "x", "value": "1"}])],
        repositories={"acme-mutual": a_repository(structures=places("acme_mutual_heap"))},
    )
    text = assess(facts, rubric()).to_json()
    for spelling in ("acme mutual", "acme-mutual", "acme_mutual"):
        assert spelling not in text.casefold()
    assert "Claims at an insurer" in text


def test_an_empty_profile_gives_a_whole_report() -> None:
    report = assess(some_facts(), rubric())
    assert report.questions
    assert report.actions
    assert report.points.earned <= 2


def test_a_text_of_the_person_stays_as_it_is() -> None:
    facts = excellent_facts(**everything_said(name="Ada <b>Example</b>"))
    assert assess(facts, rubric()).person == "Ada <b>Example</b>"
