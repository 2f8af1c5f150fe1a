"""A step that raises what is earned, and its rank among others."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from folio.readiness.changes import Change, Minutes
from folio.readiness.check import Item
from folio.readiness.rubric import Entry

Because = Literal["gate", "floor", "points"]
ORDER: tuple[Because, ...] = ("gate", "floor", "points")
WORTH_SAYING = 1000
"""In millionths: a gain below a tenth of a point is no step worth a person's time."""
GETTING_INTO_IT = 60
"""Minutes that every step takes beside its own. Without them, a fifth of a point in ten minutes would come before work
that a client sees."""
AFTERNOON, DAYS = 240, 1200
"""Minutes."""
FIRST_OF_ALL = 10**9


@dataclass(frozen=True, slots=True)
class Action:
    """A step that raises what is earned: a change to one check's evidence, and what that brings."""

    entry: Entry
    because: Because
    change: Change
    items: tuple[Item, ...]
    """The check's evidence once it is done."""
    before: int
    """The check's score before it."""
    score: int
    gain: int
    """In millionths, by scoring again."""
    level: str
    """The level that it leads to on its own."""
    after: tuple[str, ...] = ()
    """Checks that come first."""
    by_points: bool = False
    """Worth its points alone: what is not known yet may meet what it is for, or it is a crumb towards it."""
    with_first: tuple[int, int] = (0, 0)
    """Gain and minutes of the steps that come first: who takes this one takes those."""

    @property
    def subject(self) -> str:
        return self.change.subject

    @property
    def minutes(self) -> int:
        """The middle of the effort."""
        return middle(self.change.effort)

    @property
    def rate(self) -> int:
        """The gain per hour, getting into it and what comes first counted too; a fault that blocks every level has no
        rate."""
        gain, minutes = self.with_first
        return FIRST_OF_ALL if self.entry.hygiene else rate(self.gain + gain, self.minutes + minutes)

    @property
    def stands_with(self) -> Because:
        """The class that it stands in: what takes days waits for what opens a gate or fills a floor in an afternoon."""
        if self.by_points:
            return "points"
        return "floor" if self.because == "gate" and self._whole > DAYS and not self.entry.hygiene else self.because

    @property
    def rank(self) -> tuple[int, bool, int, str]:
        """What must not be there, then gates, then pillars below their floor, then gain per hour.

        On a floor, what an afternoon brings comes before what takes longer.
        """
        long = (self.stands_with == "floor" or self.by_points) and self._whole > AFTERNOON
        return ORDER.index(self.stands_with), long, -self.rate, self.entry.id

    @property
    def _whole(self) -> int:
        return self.minutes + self.with_first[1]


def middle(effort: Minutes) -> int:
    return sum(effort) // 2


def rate(gain: int, minutes: int) -> int:
    return gain * 60 // (minutes + GETTING_INTO_IT)
