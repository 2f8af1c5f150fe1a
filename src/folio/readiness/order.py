"""The order of steps: by their rank, and what one requires before it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from folio.readiness.action import Action


def in_order(found: Mapping[str, Action]) -> tuple[Action, ...]:
    """The steps by rank, each behind those that it names in `after`; whoever takes it takes those too."""
    steps = {
        name: replace(step, with_first=_together(step, found)) if step.after else step for name, step in found.items()
    }
    ordered: dict[str, Action] = {}
    for step in sorted(steps.values(), key=lambda one: one.rank):
        _place(step, steps, ordered)
    return tuple(ordered.values())


def _together(step: Action, found: Mapping[str, Action]) -> tuple[int, int]:
    """Gain and minutes of all steps that come before one."""
    first: dict[str, Action] = {}
    waiting = list(step.after)
    while waiting:
        name = waiting.pop()
        if name not in first and name != step.entry.id:
            first[name] = found[name]
            waiting += found[name].after
    return sum(one.gain for one in first.values()), sum(one.minutes for one in first.values())


def _place(step: Action, found: Mapping[str, Action], ordered: dict[str, Action]) -> None:
    for name in step.after:
        if name not in ordered:
            _place(found[name], found, ordered)
    ordered.setdefault(step.entry.id, step)
