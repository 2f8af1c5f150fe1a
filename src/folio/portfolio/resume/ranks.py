"""What a résumé can best do without, where it has to be shorter."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace

from folio.portfolio.resume.model import Bullet, Entry, Section

LISTED = {"publications": 3, "talks": 3, "more": 3}
"""Sections that are lists, and how many entries of each stay as long as anything else can be done."""
SHORTENED = {"publications": 1, "talks": 1, "contracts": 2, "projects": 1, "more": 1}
"""How many entries of a section stay in any case. Positions and degrees always do: a gap would ask for a reason."""
LAST = 10
"""Comes after every priority that a person can give."""

Place = tuple[int, int, int | None]
"""Section, entry, and bullet; None for the entry as a whole."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    place: Place
    order: tuple[int, ...]
    label: str


def ranked(sections: tuple[Section, ...]) -> tuple[tuple[Section, ...], tuple[str, ...], int]:
    """The sections with their ranks, what has each rank, the least important first, and how many of them are spare.

    First goes what the person gave the lowest priority; among equals the ends of lists, then the bullets of older
    entries, and of an entry the last one. The most important bullet of every entry stays, and so does all of a pinned
    entry. After all bullets go whole entries of the sections that can do without, the older the sooner. The
    entries of the person's own sections go before bullets that weigh as much, but for the first of each. Spare are the
    ends of lists and what has a priority below 0.
    """
    candidates = sorted(_candidates(sections), key=lambda one: one.order)
    rank = {one.place: number for number, one in enumerate(candidates)}
    changed = tuple(
        replace(section, entries=tuple(_with(entry, (at, of), rank) for of, entry in enumerate(section.entries)))
        for at, section in enumerate(sections)
    )
    spare = sum(one.order < (0, 1) for one in candidates)
    return changed, tuple(one.label for one in candidates), spare


def _with(entry: Entry, place: tuple[int, int], rank: dict[Place, int]) -> Entry:
    bullets = tuple(replace(one, rank=rank.get((*place, at))) for at, one in enumerate(entry.bullets))
    return replace(entry, bullets=bullets, rank=rank.get((*place, None)))


def _candidates(sections: tuple[Section, ...]) -> Iterator[_Candidate]:
    for at, section in enumerate(sections):
        for of, entry in enumerate(section.entries):
            if entry.pinned:
                continue
            if of >= SHORTENED.get(section.name, sys.maxsize):
                end = of >= LISTED.get(section.name, sys.maxsize)
                order = (0, 0, -of) if end else _whole(section, entry, of)
                yield _Candidate((at, of, None), order, f"{section.title}: {entry.title}")
                if order < (LAST,):
                    continue  # nothing of it goes before it does
            for number, bullet in enumerate(entry.bullets):
                if number != _best(entry.bullets):
                    label = f"{entry.title}: {bullet.text}"
                    yield _Candidate((at, of, number), (bullet.priority, 1, -of, -number), label)


def _whole(section: Section, entry: Entry, of: int) -> tuple[int, ...]:
    """When an entry goes as a whole: one of the person's own sections before the bullets that weigh as much."""
    if section.name != "more":
        return (LAST, 0, -of)
    return (max((one.priority for one in entry.bullets), default=0), 1, -sys.maxsize, -of)


def _best(bullets: tuple[Bullet, ...]) -> int:
    return max(range(len(bullets)), key=lambda number: (bullets[number].priority, -number))
