"""Who may ask GitHub with which token, and when: each token is in one job at a time.

It holds no clock and asks nobody: moments are arguments, and jobs tell when GitHub answers their token again.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to work on a job; `token` is None where GitHub is asked as anybody, or not at all."""

    token: str | None = None

    def __repr__(self) -> str:
        return "Lease()"


class Budget:
    """The tokens of a run; without any, as many jobs as there is room for work as anybody."""

    def __init__(self, tokens: Iterable[str] = ()) -> None:
        self._free: list[str] = list(dict.fromkeys(tokens))
        """The one that has rested longest first."""
        self._again: dict[str | None, datetime] = {}
        self._shared = not self._free

    def lease(self, now: datetime, *, patient: bool = False) -> Lease | None:
        """A lease for one job, or None while there is none; to the patient only one that GitHub answers now.

        Tokens that GitHub answers are given first, then the one that it answers again soonest.
        """
        if self._shared:
            return None if patient and not self._answers(None, now) else Lease()
        able = [one for one in self._free if self._answers(one, now)]
        if not able and (patient or not self._free):
            return None
        token = able[0] if able else min(self._free, key=lambda one: self._again[one])
        self._free.remove(token)
        return Lease(token)

    def give_back(self, lease: Lease, again_at: datetime | None = None) -> None:
        """The job is over; `again_at` says when GitHub answers its token again, where its limit was reached."""
        if lease.token is not None:
            self._free.append(lease.token)
        if again_at is not None:
            self._again[lease.token] = max(again_at, self._again.get(lease.token, again_at))

    def answers_at(self, now: datetime) -> datetime:
        """When GitHub answers one of the tokens that are free; `now` where it does already."""
        every: list[str | None] = [None] if self._shared else [*self._free]
        return max(now, min((self._again.get(one, now) for one in every), default=now))

    def _answers(self, token: str | None, now: datetime) -> bool:
        return token not in self._again or self._again[token] <= now
