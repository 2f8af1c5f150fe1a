"""The course over time: whole numbers, the same each time, and nothing drawn that can't be compared."""

from __future__ import annotations

import re
from dataclasses import asdict, replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build import TODAY
from folio.render.report import render_report
from folio.render.report_view.since import since
from folio.render.timeline import BOTTOM, LEFT, RIGHT, ROWS, TOP, timeline
from render.reports import a_report, on, runs

REPORT = a_report()
EARNED = REPORT.points.earned


def drawn(*points: int, **course: object) -> dict[str, object]:
    found = timeline(REPORT, runs(REPORT, *points, **course))  # type: ignore[arg-type]
    assert found is not None
    return asdict(found)


def coordinates(points: str) -> list[tuple[int, ...]]:
    return [tuple(map(int, pair.split(","))) for pair in points.split()]


def test_one_day_is_no_course() -> None:
    assert timeline(REPORT, ()) is None
    assert timeline(REPORT, [on(TODAY, one) for one in runs(REPORT, 10, 20)]) is None
    assert 'id="course"' not in render_report(REPORT)[0].content.decode()


def test_two_days_are() -> None:
    found = timeline(REPORT, runs(REPORT, 20))
    assert found is not None
    [stretch] = found.stretches
    assert [x for x, _ in coordinates(stretch.line)] == [LEFT, RIGHT]
    assert [(row.day, row.earned, row.change) for row in found.rows] == [
        ("2026-11-22", EARNED, f"{EARNED - 20:+}"),
        ("2026-11-15", 20, ""),
    ]
    assert found.label.startswith(f"Points earned went from 20 on 2026-11-15 to {EARNED} on 2026-11-22;")


def test_this_report_is_the_last_run_whether_the_history_holds_it_already_or_not() -> None:
    before = runs(REPORT, 20)
    stale = on(TODAY, runs(REPORT, 99)[0])
    assert timeline(REPORT, before) == timeline(REPORT, (*before, stale))


def test_runs_for_other_platforms_and_later_days_are_left_aside() -> None:
    [one] = runs(REPORT, 20)
    others = (replace(one, platform="elsewhere"), replace(one, track="data-engineer"), on(TODAY + timedelta(1), one))
    assert timeline(REPORT, others) is None


def test_another_rubric_breaks_the_line() -> None:
    found = timeline(REPORT, runs(REPORT, 20, 30, 40, 50, rubrics="aab."))
    assert found is not None
    assert [len(coordinates(one.line)) for one in found.stretches] == [2, 1, 2]
    assert len(found.breaks) == 2
    assert [(row.earned, row.change, row.other_rubric) for row in reversed(found.rows)] == [
        (20, "", False),
        (30, "+10", False),
        (40, "", True),
        (50, "", True),
        (EARNED, f"{EARNED - 50:+}", False),
    ]
    page = render_report(REPORT, past=runs(REPORT, 20, 30, rubrics="ab"))[0].content.decode()
    assert page.count(">other rubric</text>") == 2
    assert page.count('<td class="number">other rubric</td>') == 2


def test_levels_are_lines_at_their_points() -> None:
    found = timeline(REPORT, runs(REPORT, 20))
    assert found is not None
    assert [one.says for one in found.levels] == ["Building", "Ready", "Strong"]
    heights = [one.at for one in found.levels]
    assert heights == sorted(heights, reverse=True)
    assert BOTTOM - (BOTTOM - TOP) * 55 // 100 in heights


@given(
    st.lists(st.integers(0, 95), min_size=1, max_size=90),
    st.integers(1, 400),
    st.text(st.sampled_from("ab."), max_size=90),
)
def test_nothing_is_drawn_outside_the_frame(points: list[int], days: int, rubrics: str) -> None:
    found = timeline(REPORT, runs(REPORT, *points, days=days, rubrics=rubrics))
    assert found is not None
    assert sum(len(coordinates(one.line)) for one in found.stretches) == len(points) + 1
    assert len(found.rows) + found.earlier == len(points) + 1
    assert len(found.rows) <= ROWS
    for stretch in found.stretches:
        for x, y in coordinates(f"{stretch.line} {stretch.band}"):
            assert LEFT <= x <= RIGHT
            assert TOP <= y <= BOTTOM
        xs = [x for x, _ in coordinates(stretch.line)]
        assert xs == sorted(xs)


def test_many_runs_are_a_line_without_dots_and_the_table_says_what_it_leaves_out() -> None:
    many = drawn(*(number % 90 for number in range(100)))
    assert not any(one["dots"] for one in many["stretches"])  # type: ignore[attr-defined]
    assert many["earlier"] == 101 - ROWS
    text = render_report(REPORT, past=runs(REPORT, *range(90)))[0].content.decode()
    assert re.search(r"31 earlier runs are in the history file", text)


def test_what_changed_names_the_checks_that_moved_most() -> None:
    [before] = runs(REPORT, 20)
    check = max(REPORT.checks, key=lambda one: one.weight * one.score)
    moved = since(REPORT, [replace(before, checks={**before.checks, check.id: (0, 1000)})])
    assert moved is not None
    assert moved.day == "2026-11-15"
    assert moved.says.startswith(f"{EARNED - 20:+} points earned")
    assert [one.check for one in moved.moved] == [check.id]
    assert moved.moved[0].up


@pytest.mark.parametrize(
    ("earned", "says"), [(EARNED, "as many points earned as before"), (EARNED - 1, "+1 point earned")]
)
def test_small_changes_are_said_as_they_are(earned: int, says: str) -> None:
    moved = since(REPORT, runs(REPORT, earned))
    assert moved is not None
    assert moved.says.startswith(says)


def test_a_run_by_another_rubric_is_not_compared() -> None:
    moved = since(REPORT, runs(REPORT, 20, rubrics="a"))
    assert moved is not None
    assert "can't be compared" in moved.says
    assert moved.moved == ()
    assert since(REPORT, ()) is None
