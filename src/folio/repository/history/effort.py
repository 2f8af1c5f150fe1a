"""On which days and in which weeks a person's commits changed something: as few of them compared as that takes.

Comparing a commit with its parent costs as much as walking a hundred. No check asks for more than the newest forty
days, the very first one, and the weeks of two years; one commit is enough to settle each.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile
from typing import NamedTuple

from folio.markdown import words
from folio.repository.history.changes import Change
from folio.repository.history.commits import Commit

LATEST_DAYS = 40
LATEST_WEEKS = 105
WINDOW_WEEKS = 26
"""So many weeks in a row are all that `active-weeks` can ask for, and no others are looked at then."""
MATERIAL_LINES = 3
MAX_COMPARED = 400
MAX_ROUNDS = 5
MAX_LOOKED_AT = 32
"""Commits of one day that are candidates."""
BOILERPLATE = re.compile(
    r"(add files via upload|(initial|first) commit|(create|update|delete|rename) \S+"
    r"|(minor |small |quick |some |bug ?|more )*(fix(es|ed)?|updates?|changes?|commit|wip|edits?|cleanup"
    r"|tweaks?)( \d+)?)[.! ]*",
    re.I,
)
"""Subjects that say nothing. Source: rubric, `commit-hygiene`."""
UNLIKELY = re.compile(
    r"\b(bump|black|changelog|docs?|format(ting)?|isort|lint|lock(file)?|merge|readme|release|rename|revert|ruff|typos?"
    r"|upgrade|version|whitespace)\b",
    re.I,
)
"""Words of commits that seldom change source; they are compared last."""

Compare = Callable[[Sequence[str]], Mapping[str, Change]]


@dataclass(slots=True)
class Effort:
    """What was found, as ordinals; `idle` commits were compared and change nothing that people write."""

    days: set[int] = field(default_factory=set)
    """Those with a commit that changes source and whose subject says what."""
    weeks: set[int] = field(default_factory=set)
    """Mondays of those with a commit that changes anything."""
    idle: int = 0


def effort(days: Mapping[int, Sequence[Commit]], compare: Compare, *, today: int) -> Effort:
    """Looks at the most promising commit of each day and week first, and at others where that settles nothing."""
    search = _Search(days, today)
    for number in range(MAX_ROUNDS):
        chosen = search.chosen(2**number)
        if not chosen:
            break
        search.learn(chosen, compare([one.commit.name for one in chosen]))
    return search.found


def says_something(subject: str) -> bool:
    """Whether a commit's subject has at least three different words, in any script, and is not boilerplate."""
    return len(set(words(subject.casefold()))) >= 3 and BOILERPLATE.fullmatch(subject.strip()) is None


def monday(day: int) -> int:
    """The first day of the week, both as ordinals."""
    return day - (day - 1) % 7


class _Candidate(NamedTuple):
    commit: Commit
    day: int
    telling: bool
    """Whether its subject says something."""


class _Search:
    def __init__(self, days: Mapping[int, Sequence[Commit]], today: int) -> None:
        self.found = Effort()
        self.days = days
        self.order = sorted(days, reverse=True)
        self.weeks: dict[int, list[int]] = {}
        for day in self.order:
            if day > today - 7 * LATEST_WEEKS:
                self.weeks.setdefault(monday(day), []).append(day)
        self.left: dict[int, list[_Candidate]] = {}
        self.compared = 0

    def chosen(self, most: int) -> list[_Candidate]:
        """What to compare next: at most so many commits of each day and week that is still open."""
        wanted: dict[int, list[_Candidate]] = {}
        settled = 0
        for day in self.order:
            settled += day in self.found.days or self._want(wanted, day, most, telling=True)
            if settled == LATEST_DAYS:
                break
        before = takewhile(lambda day: day not in self.found.days, reversed(self.order))
        earliest = (day for day in before if self._want(wanted, day, most, telling=True))
        deque(islice(earliest, most), maxlen=0)
        planned = {monday(day) for day in wanted} | self.found.weeks
        for week in self._row() or self.weeks:
            if week not in planned:
                any(self._want(wanted, day, most, telling=False) for day in self.weeks[week])
        together = [one for candidates in wanted.values() for one in candidates]
        return together[: MAX_COMPARED - self.compared]

    def _row(self) -> list[int]:
        """The newest weeks in a row that were worked in, or may have been, when there are enough of them."""
        row: list[int] = []
        for week, its_days in self.weeks.items():
            if week in self.found.weeks or any(self.left.get(day, True) for day in its_days):
                row = [*row, week] if row and row[-1] - week == 7 else [week]
                if len(row) == WINDOW_WEEKS:
                    return row
        return []

    def learn(self, chosen: Sequence[_Candidate], changed: Mapping[str, Change]) -> None:
        """Enters what comparing the chosen ones has shown."""
        self.compared += len(chosen)
        for one in chosen:
            self.left[one.day].remove(one)
            change = changed.get(one.commit.name, Change())
            if not change.every:
                self.found.idle += 1
                continue
            self.found.weeks.add(monday(one.day))
            if one.telling and change.source >= MATERIAL_LINES:
                self.found.days.add(one.day)

    def _want(self, wanted: dict[int, list[_Candidate]], day: int, most: int, *, telling: bool) -> bool:
        """Whether commits of the day are left to be compared; the most promising of them are wanted then."""
        if day not in self.left:
            found = (_Candidate(one, day, says_something(one.subject)) for one in self.days[day][:MAX_LOOKED_AT])
            self.left[day] = sorted(found, key=lambda one: (not one.telling, _is_unlikely(one.commit.subject)))
        taken = [one for one in self.left[day] if one.telling or not telling][:most]
        if taken:
            wanted[day] = taken
        return bool(taken)


def _is_unlikely(subject: str) -> bool:
    return UNLIKELY.search(subject) is not None
