"""What is kept of a run: figures and ids, on a line that reads back, and nothing of the person's."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from build import TODAY, excellent_facts, some_facts
from folio.readiness.assess import assess
from folio.readiness.history import Past, from_line, past, series
from folio.readiness.rubric import rubric

REPORT = assess(excellent_facts(), rubric("toptal"))
PAST = past(REPORT, "1.2.3")


def on(day: date, **changes: object) -> Past:
    return replace(PAST, today=day, **changes)  # type: ignore[arg-type]


def test_a_line_reads_back_as_it_was() -> None:
    line = PAST.to_line()
    assert "\n" not in line
    assert from_line(line.encode()) == PAST


def test_a_line_carries_every_figure_of_the_report() -> None:
    assert PAST.totals == REPORT.totals
    assert {name: weight * PAST.checks[name][0] for name, weight in PAST.weights.items()} == {
        one.id: one.split.earned for one in REPORT.checks
    }
    assert sum(one.earned for one in PAST.categories.values()) == REPORT.totals.earned


def test_a_line_holds_no_name_and_no_word_of_the_persons() -> None:
    said = "Zebedee Quillfeather"
    facts = excellent_facts(name=said, headline="Forecasts for zoos", contact={"email": "zeb@zoo.example"})
    line = past(assess(facts, rubric("toptal")), "1").to_line()
    for word in ("Zebedee", "zoo", "shelfcast", "routes", "Grocer", "example.org"):
        assert word.casefold() not in line.casefold()


def test_what_a_later_folio_adds_to_a_line_is_passed_over() -> None:
    content = json.loads(PAST.to_line()) | {"mood": "hopeful", "checks": {"a": [1, 2, 3]}}
    assert from_line(json.dumps(content).encode()).checks == {"a": (1, 2)}


@pytest.mark.parametrize(
    "change",
    [
        {"today": "yesterday"},
        {"today": None},
        {"totals": [1, 2]},
        {"totals": [1, 2, -3]},
        {"totals": [1, 2, 10**400]},
        {"totals": [0.5, 0, 0]},
        {"totals": [True, 0, 0]},
        {"checks": {"a": [1001, 0, 0]}},
        {"checks": []},
        {"level": 7},
    ],
)
def test_a_line_of_other_figures_is_refused(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        from_line(json.dumps(json.loads(PAST.to_line()) | change).encode())


@pytest.mark.parametrize("line", [b"", b"\0\0", b"[[[[", b"[" * 8000, b'{"totals": NaN}', b"\xff\xfe", b"null"])
def test_what_is_no_line_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        from_line(line)


def test_a_series_is_of_one_platform_and_track_with_the_last_run_of_each_day() -> None:
    monday, tuesday = TODAY - timedelta(days=8), TODAY - timedelta(days=7)
    history = (
        on(tuesday, level="building"),
        on(monday, level="ready"),
        on(tuesday, platform="upwork"),
        on(tuesday, track="data-engineer"),
        on(tuesday, level="strong"),
        PAST,
    )
    assert [(one.today, one.level) for one in series(history, REPORT)] == [
        (monday, "ready"),
        (tuesday, "strong"),
        (TODAY, REPORT.level.id),
    ]


def test_a_series_ends_with_the_reports_day() -> None:
    """Otherwise making an old day's report again would draw what came after it."""
    history = (PAST, on(TODAY + timedelta(days=1)))
    assert series(history, REPORT) == (PAST,)


def test_an_empty_history_gives_an_empty_series() -> None:
    assert series((), assess(some_facts(), rubric())) == ()
