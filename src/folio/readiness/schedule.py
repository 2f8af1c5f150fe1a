"""Steps laid into weeks: a few hours each, one after the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

WEEK = timedelta(weeks=1)
SLIVER = 30
"""Minutes at a week's end in which nothing long is begun."""


@dataclass(frozen=True, slots=True)
class Stint:
    """The part of a step that is done in one week."""

    step: int
    """The step's place in the plan, from 0."""
    minutes: int
    begins: bool
    finishes: bool


@dataclass(frozen=True, slots=True)
class Week:
    """What is done in the week that begins on this Monday."""

    monday: date
    stints: tuple[Stint, ...]

    @property
    def minutes(self) -> int:
        return sum(stint.minutes for stint in self.stints)


def first_monday(today: date) -> date:
    """The Monday after a day; on a Monday, the next one."""
    return today + timedelta(days=7 - today.weekday())


def schedule(minutes: Sequence[int], weekly: int, today: date) -> tuple[Week, ...]:
    """The weeks that steps of so many minutes take, at most `weekly` minutes in each, in their order.

    A step that is longer than what is left of a week goes on in the next one.
    """
    stints: dict[int, list[Stint]] = {}
    week, left = 0, weekly
    for number, whole in enumerate(minutes):
        begins = True
        for here, part, finishes in _stretches(whole, weekly, week, left):
            stints.setdefault(here, []).append(Stint(number, part, begins, finishes))
            left, week, begins = left - part if here == week else weekly - part, here, False
    begin = first_monday(today)
    return tuple(Week(begin + number * WEEK, tuple(stints[number])) for number in sorted(stints))


def _stretches(minutes: int, weekly: int, week: int, left: int) -> Iterator[tuple[int, int, bool]]:
    """The weeks of one step, with the minutes in each and whether it is done then."""
    if left <= 0 or (minutes > left and left < min(SLIVER, weekly)):
        week, left = week + 1, weekly
    while minutes > left:
        yield week, left, False
        minutes, week, left = minutes - left, week + 1, weekly
    yield week, minutes, True
