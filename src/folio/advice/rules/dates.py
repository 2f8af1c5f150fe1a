"""Days that can't be meant: finished things in the future, promises that have run out."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic_core import PydanticCustomError

from folio.advice.seen import Seen
from folio.errors import Problem
from folio.profile.fields import When, parse_when
from folio.readiness.fields import FRESH_DAYS

BEGUN = (("work", "start"), ("projects", "start"), ("contracts", "start"))
DONE = (("articles", "date"), ("references", "date"), ("rehearsals", "date"), ("study_log", "date"))


def in_the_future(seen: Seen) -> Iterator[Problem]:
    """Something that is told as begun, done or said has a day that is still to come."""
    for section, name in (*BEGUN, *DONE):
        for path, entry in seen.entries(section):
            if (day := _moment(entry.get(name))) and day.first_day > seen.today:
                yield _future(seen, (*path, name), day)
    for number, contract in enumerate(seen.profile.contracts or ()):
        if contract.completed and contract.end and contract.end.first_day > seen.today:
            path = ("contracts", number, "end")
            todo = "write 'completed: false' until it is, or correct the day"
            yield seen.problem(path, f"{contract.end} is still to come, and the contract is told as completed", todo)
    for number, project in enumerate(seen.profile.projects or ()):
        if project.outcome and project.end and project.end.first_day > seen.today:
            yield _future(seen, ("projects", number, "end"), project.end)


def old_availability(seen: Seen) -> Iterator[Problem]:
    """What is said of free time is so old that nobody relies on it."""
    offer = seen.profile.availability
    if offer and (age := (seen.today - offer.as_of.last_day).days) > FRESH_DAYS:
        todo = "look it over and write today's day, or take 'availability' out"
        yield seen.problem(("availability", "as_of"), f"{offer.as_of} is {age} days ago", todo)


def expired_pitch(seen: Seen) -> Iterator[Problem]:
    """A pitch is no longer valid on the day it would be printed."""
    for number, pitch in enumerate(seen.profile.pitches or ()):
        if pitch.valid_until and pitch.valid_until.last_day < seen.today:
            path = ("pitches", number, "valid_until")
            yield seen.problem(path, f"{pitch.valid_until} is past", "give it another day, or take the pitch out")


def _future(seen: Seen, path: tuple[str | int, ...], day: When) -> Problem:
    return seen.problem(path, f"{day} is still to come", "correct the day, or leave it out until then")


def _moment(value: object) -> When | None:
    try:
        return parse_when(value)
    except PydanticCustomError:
        return None
