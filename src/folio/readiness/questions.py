"""What to find out: what would settle what is not known. What that brings is known once it is settled."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from folio.readiness.check import Unread
from folio.readiness.score import Scored
from folio.readiness.sections import ALONE, asked_for, writable
from folio.readiness.standing import Standing

SAY = "profile"
"""The one question about all sections of the profile that may be empty."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something that would settle what is not known. What it brings is not known either."""

    todo: str
    """Empty when the person can do nothing about it."""
    why: str
    subjects: tuple[str, ...]
    checks: tuple[str, ...]
    up_to: int


def questions(standing: Standing) -> tuple[Question, ...]:
    """What to find out: what the next level waits for, then by what it could bring at best."""
    groups: dict[str, list[tuple[Scored, Unread]]] = defaultdict(list)
    for scored in standing.checks:
        for unread in scored.unread:
            if not writable(unread):  # what a person can simply write is a step
                groups[_about(unread)].append((scored, replace(unread, aside=False)))
    if not groups:
        return ()
    gates = {one.about for one in standing.unmet(standing.target) if one.kind == "gate"}
    worth = (one for one in map(_question, groups.values()) if one.up_to)
    return tuple(
        sorted(worth, key=lambda one: (not one.todo, gates.isdisjoint(one.checks), -one.up_to, one.todo, one.why))
    )


def _about(unread: Unread) -> str:
    """What tells questions apart: all sections that may be empty are one."""
    asked = asked_for(unread)
    return SAY if asked and ALONE.isdisjoint(asked) else unread.todo or unread.why


def _question(group: list[tuple[Scored, Unread]]) -> Question:
    by_check: dict[str, list[Unread]] = defaultdict(list)
    scores = {scored.entry.id: scored for scored, _ in group}
    for scored, unread in group:
        by_check[scored.entry.id].append(unread)
    up_to = {
        name: scores[name].weight * (replace(scores[name], unread=tuple(some)).ceiling - scores[name].score)
        for name, some in by_check.items()
    }
    subjects = tuple(sorted({unread.subject for _, unread in group}))
    checks = tuple(sorted(name for name, gain in up_to.items() if gain))
    first = group[0][1]
    sections = sorted({one for _, unread in group for one in asked_for(unread)} - ALONE)
    if len(sections) > 1 and _about(first) == SAY:
        named = ", ".join(f"'{one}'" for one in sections)
        todo = f"say in the profile what nobody can guess: {named} (write [] where there are none)"
        return Question(todo, "the profile leaves them out", subjects, checks, sum(up_to.values()))
    return Question(first.todo, first.why, subjects, checks, sum(up_to.values()))
