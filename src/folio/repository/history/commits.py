"""What all commits of a history say together, and which of them are the person's.

This is what a long history costs beside `git log` itself, so the loop does little for each commit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from folio.repository.history.authorship import Authorship, Standing
from folio.repository.history.log import FIELDS
from folio.repository.model.history import SAMPLE

COAUTHOR = re.compile(rb"^co-authored-by:([^<\n]*)<([^>\n]*)>", re.I | re.M)
MAX_COAUTHORS = 100
MAX_MESSAGE = 400
"""Bytes of a message that are kept: its subject is asked for."""
BACKDATED = 30 * 86_400
MAX_ROOTS = 16
EPOCH = 719_163
"""1970-01-01 as an ordinal."""


class Commit(NamedTuple):
    """A commit of the person's; `when` and `day` (an ordinal) are those that count after the guard `backdated`."""

    when: int
    day: int
    head: bytes
    """Its name and its parent's, as in FIELDS."""
    message: bytes
    whole: bool
    """Whether the person is its author; otherwise they are named as a co-author."""

    @property
    def name(self) -> str:
        """Its object name."""
        return self.head.partition(b" ")[0].decode("ascii")

    @property
    def subject(self) -> str:
        """The first paragraph of its message, on one line, as git shows it."""
        return " ".join(self.message.decode("utf-8", "replace").strip("\n").partition("\n\n")[0].split("\n"))


@dataclass(slots=True)
class Commits:
    """The counts of a history, and the person's commits up to today, merges left out. Days are ordinals."""

    count: int = 0
    addresses: set[bytes] = field(default_factory=set)
    days: set[int] = field(default_factory=set)
    """Of the authors' dates as git prints them, whatever they are."""
    people: int = 0
    """Those by people, up to today, merges left out."""
    future: int = 0
    backdated: int = 0
    own: list[Commit] = field(default_factory=list)
    roots: list[str] = field(default_factory=list)
    sample: list[str] = field(default_factory=list)
    """The lowest names, which are as good as drawn by lot, and the same in every copy."""


class Zones(dict[bytes, int]):
    """Seconds by which a time zone, such as +0530, is ahead; read as git reads even one that can't be."""

    def __missing__(self, text: bytes) -> int:
        hours, minutes = divmod(abs(int(text)), 100)
        self[text] = seconds = (hours * 60 + minutes) * (-60 if text.startswith(b"-") else 60)
        return seconds


class Tally:
    """Goes through the commits once, newest first."""

    def __init__(self, authorship: Authorship, *, today: int) -> None:
        self._authorship = authorship
        self._today = today
        self._zones = Zones()
        self._standings: dict[bytes, Standing] = {}

    def of(self, records: Iterable[list[bytes]]) -> Commits:
        """The commits in `records`, each of which holds the FIELDS of several."""
        found = Commits()
        lowest: list[bytes] = []
        for fields in records:
            self._take(fields, found)
            heads = fields[:: len(FIELDS)]
            found.count += len(heads)
            if len(lowest) == SAMPLE:  # most names of a long history are above what is kept
                heads = [head for head in heads if head < lowest[-1]]
            lowest = sorted(lowest + heads)[:SAMPLE]
        found.addresses = {who.partition(b"\n")[0] for who in self._standings}
        found.sample = [head.partition(b" ")[0].decode("ascii") for head in lowest]
        found.roots = sorted(found.roots)[:MAX_ROOTS]
        return found

    def _take(self, fields: list[bytes], found: Commits) -> None:
        standings, zones, today = self._standings, self._zones, self._today
        days, own = found.days, found.own
        program, mine = Standing.PROGRAM, Standing.OWN
        single = 2 * fields[0].index(b" ") + 1 if fields else 0
        """So long is the head of a commit with one parent."""
        columns = iter(fields)
        for head, who, dates, message in zip(columns, columns, columns, columns, strict=True):
            if (standing := standings.get(who)) is None:
                standing = standings[who] = self._standing(who)
            moments = dates.split()
            if len(moments) == 3:
                when, ahead, finished = int(moments[0]), zones[moments[1]], int(moments[2])
                day = EPOCH + (when + ahead) // 86_400
                days.add(day)
                if late := finished - when > BACKDATED:
                    when, day = finished, EPOCH + (finished + ahead) // 86_400
            else:
                when, day, late = *self._partly_dated(moments, days), False
            if day > today:
                found.future += 1
                continue
            if len(head) != single:
                if len(head) > single:
                    continue
                found.roots.append(head.strip().decode("ascii"))
            if standing is not program:
                found.people += 1
                if standing is mine or (b"uthored-" in message and self._is_coauthor(message)):
                    own.append(Commit(when, day, head, message[:MAX_MESSAGE], standing is mine))
                    found.backdated += late

    def _partly_dated(self, moments: list[bytes], days: set[int]) -> tuple[int, int]:
        """The time and day of a broken commit, which does not say when it was written, or when it was committed."""
        when = int(moments[0]) if moments else 0
        day = EPOCH + (when + (self._zones[moments[1]] if len(moments) == 2 else 0)) // 86_400
        if len(moments) == 2:
            days.add(day)
        return when, day

    def _standing(self, who: bytes) -> Standing:
        email, _, name = who.decode("utf-8", "replace").partition("\n")
        return self._authorship.standing(name, email)

    def _is_coauthor(self, message: bytes) -> bool:
        for found, _ in zip(COAUTHOR.finditer(message), range(MAX_COAUTHORS), strict=False):
            name, email = (part.decode("utf-8", "replace").strip() for part in found.groups())
            if self._authorship.standing(name, email) is Standing.OWN:
                return True
        return False
