"""The lists of a report: categories, checks, steps, guards and problems, each from the counts of its question."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from folio.cohort.report.counting import at, mean, percent, spread
from folio.cohort.report.model import CategoryFigures, CheckFigures, ProblemFigures, Share, StepFigures
from folio.cohort.report.words import Words
from folio.readiness.arithmetic import POINT

Answers = Sequence[tuple[Any, ...]]
TENTHS = 10
"""In a point."""


def categories(answers: Answers, words: Words) -> tuple[CategoryFigures, ...]:
    """Each category in the catalogue's order; those of no catalogue come last."""
    order = {name: place for place, name in enumerate(words.categories)}
    found = []
    for name, people, earned, unknown, missing, *counts in answers:
        spreads = [spread(one, TENTHS) for one in counts]
        found.append(
            CategoryFigures(
                id=name,
                title=words.category(name),
                whole=mean(earned + unknown + missing, people),
                mean_earned=mean(earned, people),
                mean_unknown=mean(unknown, people),
                mean_missing=mean(missing, people),
                earned=spreads[0],
                unknown=spreads[1],
                missing=spreads[2],
            )
        )
    return tuple(sorted(found, key=lambda one: (order.get(one.id, len(order)), one.id)))


def checks(answers: Answers, words: Words, scored: int, *, unknown: bool) -> list[CheckFigures]:
    """The checks that are missing, or not known, for somebody: for most people first, then by the points it is."""
    found = []
    for name, category, people, lacking, missing, open_for, open_sum in answers:
        so, millionths = (open_for, open_sum) if unknown else (lacking, missing)
        if so:
            found.append(
                CheckFigures(
                    id=name,
                    title=words.check(name),
                    category=category,
                    people=so,
                    percent=percent(so, people),
                    points=mean(millionths, scored),
                    millionths=millionths,
                )
            )
    return sorted(found, key=lambda one: (-one.people, -one.millionths, one.id))


def steps(answers: Answers, words: Words, scored: int) -> list[StepFigures]:
    """The steps that most people have among their best ones first, then those that bring most."""
    found = []
    for check, people, gains, gain, least, most, all_least, all_most in answers:
        one = StepFigures(
            check=check,
            title=words.check(check),
            todo=words.todo(check),
            people=people,
            percent=percent(people, scored),
            gain=at(gains, 1, 2) / TENTHS,
            minutes_least=at(all_least, 1, 2),
            minutes_most=at(all_most, 1, 2),
            per_hour=_per_hour(gain, least + most),
        )
        found.append((-people, -gain, check, one))
    return [one for *_, one in sorted(found, key=lambda each: each[:3])]


def guards(answers: Answers, words: Words, scored: int) -> Iterator[Share]:
    """By how many people something was left out by each guard."""
    for name, people in answers:
        yield Share(id=name, title=words.guard(name), people=people, percent=percent(people, scored))


def problems(answers: Answers) -> Iterator[ProblemFigures]:
    """The kinds of problems, the most frequent first."""
    for field, what, people in answers:
        yield ProblemFigures(field=field or "", what=what or "", people=people)


def _per_hour(millionths: int, twice_minutes: int) -> float:
    """Points for an hour, to the nearest tenth, where steps take the middle of their times."""
    whole = POINT * twice_minutes
    tenths = millionths * 2 * 60 * TENTHS
    return (2 * tenths + whole) // (2 * whole) / TENTHS if whole else 0.0
