"""Until when reading one repository may take, and the two ways in which git says no."""

from __future__ import annotations

import time
from dataclasses import dataclass

from folio.errors import FolioError


class RepositoryUnreadable(FolioError):
    """A repository that can't be read; the text says what is wrong and what to do."""


class Damaged(RepositoryUnreadable):
    """A repository that git can't read because something in it is missing or broken."""


class GitFailed(Exception):
    """A git command said no; its words are for this package to interpret, not for a person."""

    @property
    def reason(self) -> str:
        """The last line of what git said, without its prefix."""
        lines = str(self).strip().splitlines()
        return lines[-1].removeprefix("fatal: ").removeprefix("error: ") if lines else "no reason given"


@dataclass(frozen=True, slots=True)
class Deadline:
    """The moment at which reading one repository must be over."""

    seconds: float
    end: float

    @classmethod
    def after(cls, seconds: float) -> Deadline:
        return cls(seconds, time.monotonic() + seconds)

    def left(self) -> float:
        """Seconds that are left; raises RepositoryUnreadable when there are none."""
        if (left := self.end - time.monotonic()) <= 0:
            raise self.passed()
        return left

    def passed(self) -> RepositoryUnreadable:
        return RepositoryUnreadable(f"not read within {self.seconds:g} s; try again, or name a local clone or a bundle")
