"""The report on a cohort on a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from folio.cli.terminal import EARNED, MISSING, UNKNOWN, bold, drawn, faint, flowing, width, wrapped
from folio.cli.text import columns, fitted
from folio.readiness.figures import hours

if TYPE_CHECKING:
    from folio.cohort.report.model import CheckFigures, CohortReport, Person, PlatformFigures, Spread, StepFigures

MOST = 6
"""Lines of a list; the page and JSON have more."""
TITLE, BAR, SHORTEST, GAP, NARROW = 44, 40, 10, 2, 56


def lines(report: CohortReport) -> Iterator[str]:
    """Each platform in turn: how points lie, where they are, what is missing, and what helps most people."""
    several = f" on {len(report.platforms)} platforms" if len(report.platforms) != 1 else ""
    days = f" · {' to '.join(dict.fromkeys(report.days))}" if report.days else ""
    yield wrapped(bold(f"{report.people:,} {'profile' if report.people == 1 else 'profiles'}{several}") + days)
    for one in report.platforms:
        yield ""
        yield from _platform(one, report)
    yield ""
    yield faint(wrapped(report.note))


def _platform(one: PlatformFigures, report: CohortReport) -> Iterator[str]:
    wrong = f" · {one.with_problems:,} with problems" if one.with_problems else ""
    yield wrapped(f"{bold(one.title)} · {one.scored:,} of {one.profiles:,} scored{wrong}")
    if one.points is not None:
        yield from _points(one, one.points)
        yield from _categories(one)
        yield from _checks("Most often missing", "half of it or more", one.missing, "lost")
        yield from _steps(one.steps)
        yield from _checks("Most often not known", "one look away", one.unknown, "open")
        yield from _guards(one)
    yield from _problems(one)
    if one.held_back:
        yield ""
        yield faint(
            wrapped(f"Fewer than {report.least} were scored: their figures would be those of single persons. --people "
                    "shows them, --least takes another number.")
        )  # fmt: skip
    elif one.left_out:
        yield ""
        lines_of = "line is" if one.left_out == 1 else "lines are"
        yield faint(wrapped(f"{one.left_out} more {lines_of} about fewer than {report.least} people, and held back."))
    yield from _persons(one, ranked=report.ranked)


def _points(one: PlatformFigures, points: Spread) -> Iterator[str]:
    yield ""
    yield wrapped(
        f"  {bold(f'{points.median:.0f} points')} in the middle; half of them have {points.low:.0f} to"
        f" {points.high:.0f}", indent=2,
    )  # fmt: skip
    room = min(width() - 18, BAR)
    most = max(one.histogram)
    for place, many in enumerate(one.histogram):
        label = f"{place * 10:>3} to {place * 10 + 9 + (place == 9):>3}"
        long = max(many * room // most, 1) if many else 0
        yield f"  {label}  {drawn(((EARNED, long, 'green'),)) if long else faint(MISSING)} {many:,}"
    yield from flowing((f"{each.title} {each.people:,} ({each.percent} %)" for each in one.levels), " · ", 2)
    if one.coverage is not None and one.beyond_claims is not None:
        yield faint(
            wrapped(f"  {one.coverage.median:.0f} % was looked at, and {one.beyond_claims.median:.0f} % of what is "
                    "earned rests on more than claims, in the middle", indent=2)
        )  # fmt: skip


def _categories(one: PlatformFigures) -> Iterator[str]:
    yield ""
    yield from _head("Where the points are", "on average; half of the people have")
    titles = _column([each.title for each in one.categories], TITLE)
    figures = [f"{each.mean_earned:>5.1f} of {each.whole:>4.1f}" for each in one.categories]
    spreads = [f"{each.earned.low:>4.1f} to {each.earned.high:>4.1f}" for each in one.categories]
    taken = max(map(columns, titles), default=0) + 13 + 12 + 4 * GAP
    room = min(width() - taken, 24)
    widest = max((each.whole for each in one.categories), default=0) or 1
    for title, each, figure, shares in zip(titles, one.categories, figures, spreads, strict=True):
        long = round(each.whole * room / widest)
        earned = min(round(each.mean_earned * room / widest), long)
        open_ = min(round(each.mean_unknown * room / widest), long - earned)
        shown = drawn(((EARNED, earned, "green"), (UNKNOWN, open_, "yellow"), (MISSING, long - earned - open_, "")))
        bar = f"{shown}{' ' * (room - long)}  " if room >= SHORTEST else ""
        yield f"  {fitted(title, min(width() - 31, columns(title)))}  {bar}{figure}  {faint(shares)}".rstrip()
    if room >= SHORTEST:
        yield from flowing(
            (f"{click.style(EARNED, fg='green')} earned", f"{click.style(UNKNOWN, fg='yellow')} not known",
             f"{faint(MISSING)} not there"), "   ", 2,
        )  # fmt: skip


def _checks(head: str, meaning: str, found: Sequence[CheckFigures], word: str) -> Iterator[str]:
    """A line for each check: how many it is so for, and what that is of a person's points on average."""
    if not found:
        return
    yield ""
    yield from _head(head, f"{meaning}; points {word} on average")
    room = min(width() - 26, TITLE)
    for one in found[:MOST]:
        many = f"{one.people:>7,} {one.percent:>3} %"
        yield f"  {fitted(one.title, room)}  {many}  {one.points:>5.2f}"
    yield from _more(found)


def _steps(found: Sequence[StepFigures]) -> Iterator[str]:
    if not found:
        return
    yield ""
    yield from _head("What would help most people", "it is among their best next steps")
    for one in found[:MOST]:
        yield f"  - {wrapped(one.todo, indent=4, most=2)}"
        many, time = f"{_people(one.people)} ({one.percent} %)", hours((one.minutes_least, one.minutes_most))
        told = (many, f"+{one.gain:.1f} points", time, f"{one.per_hour:.1f} points an hour on average", one.check)
        yield f"    {faint(wrapped(' · '.join(told), indent=4))}"
    yield from _more(found)


def _guards(one: PlatformFigures) -> Iterator[str]:
    if not one.guards:
        return
    yield ""
    yield bold("Seen and not counted")
    for each in one.guards[:MOST]:
        yield f"  - {wrapped(each.title, indent=4, most=2)}"
        yield f"    {faint(f'{_people(each.people)} ({each.percent} %) · {each.id}')}"
    yield from _more(one.guards)


def _problems(one: PlatformFigures) -> Iterator[str]:
    if not one.problems:
        return
    yield ""
    yield bold("Why profiles were not scored")
    for each in one.problems[:MOST]:
        name = f"{each.field}: " if each.field else ""
        yield f"  {each.people:>7,}  {wrapped(f'{name}{each.what}', indent=11, most=2)}"
    yield from _more(one.problems)


def _persons(one: PlatformFigures, *, ranked: bool) -> Iterator[str]:
    if not one.persons:
        return
    yield ""
    yield bold("Everybody") + faint(" (by points)" if ranked else " (by id)")
    ids = _column([each.id for each in one.persons], min(TITLE, max(width() - 46, 8)))
    titles = {each.id: each.title for each in one.levels}
    levels = _column([titles.get(each.level or "", each.level or "not scored") for each in one.persons], 12)
    for place, (name, level, each) in enumerate(zip(ids, levels, one.persons, strict=True), 1):
        number = f"{place:>5}  " if ranked else "  "
        yield f"{number}{name}  {level}  {_result(each)}".rstrip()
    if one.persons_more:
        yield faint(f"  and {one.persons_more:,} more: --platform and fewer files show them")


def _result(one: Person) -> str:
    if one.points is None:
        return f"{one.problems} {'problem' if one.problems == 1 else 'problems'}"
    open_ = f"  {one.unknown:.1f} not known" if one.unknown and width() > NARROW else ""
    return f"{one.points:>3}{open_}"


def _head(title: str, remark: str) -> Iterator[str]:
    """A heading, and what its figures are: beside it where there is room."""
    beside = columns(title) + columns(remark) + 3 <= width()
    yield bold(title) + (faint(f" ({remark})") if beside else "")
    if not beside:
        yield faint(wrapped(f"({remark})"))


def _more(found: Sequence[object]) -> Iterator[str]:
    if (more := len(found) - MOST) > 0:
        yield faint(f"  and {more} more: --format json lists all")


def _people(many: int) -> str:
    return "1 person" if many == 1 else f"{many:,} people"


def _column(cells: Sequence[str], most: int) -> list[str]:
    """Cells of one width."""
    wide = min(max(map(columns, cells), default=0), most)
    return [fitted(one, wide) for one in cells]
