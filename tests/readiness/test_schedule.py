"""Weeks: none holds more than there is time for, and every step is done in its order."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folio.readiness.schedule import Stint, first_monday, schedule
from readiness.people import drawn

SUNDAY = date(2026, 11, 22)
MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize(("today", "begins"), [(SUNDAY, MONDAY), (MONDAY, MONDAY + timedelta(weeks=1))])
def test_the_first_week_begins_on_the_monday_after(today: date, begins: date) -> None:
    assert first_monday(today) == begins
    assert schedule([30], 60, today)[0].monday == begins


@drawn
@given(st.lists(st.integers(0, 2000), max_size=25), st.integers(60, 2400), st.dates())
def test_no_week_is_longer_than_there_is_time_and_nothing_is_lost(minutes: list[int], weekly: int, today: date) -> None:
    if today > date(9990, 1, 1):
        return
    weeks = schedule(minutes, weekly, today)
    stints = [stint for week in weeks for stint in week.stints]
    assert all(0 <= week.minutes <= weekly for week in weeks)
    assert [week.monday for week in weeks] == sorted({week.monday for week in weeks})
    assert all(week.monday.weekday() == 0 and week.monday > today for week in weeks)
    for number, whole in enumerate(minutes):
        own = [stint for stint in stints if stint.step == number]
        assert sum(stint.minutes for stint in own) == whole
        assert [stint.begins for stint in own] == [True] + [False] * (len(own) - 1)
        assert [stint.finishes for stint in own] == [False] * (len(own) - 1) + [True]
    assert [stint.step for stint in stints] == sorted(stint.step for stint in stints)


def test_a_long_step_goes_on_in_the_next_week() -> None:
    weeks = schedule([450, 60], 360, SUNDAY)
    assert [week.stints for week in weeks] == [
        (Stint(0, 360, begins=True, finishes=False),),
        (Stint(0, 90, begins=False, finishes=True), Stint(1, 60, begins=True, finishes=True)),
    ]


def test_nothing_long_is_begun_in_the_last_minutes_of_a_week() -> None:
    first, second = schedule([340, 200], 360, SUNDAY)
    assert [stint.step for stint in first.stints] == [0]
    assert second.stints == (Stint(1, 200, begins=True, finishes=True),)


def test_a_short_step_fills_the_last_minutes_of_a_week() -> None:
    assert len(schedule([340, 20], 360, SUNDAY)) == 1


def test_no_steps_take_no_weeks() -> None:
    assert schedule([], 360, SUNDAY) == ()
