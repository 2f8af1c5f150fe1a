"""What a run over many profiles came to, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from folio.cli.text import clean

if TYPE_CHECKING:
    from folio.cohort.order import Order, Outcome

SHOWN = 5
"""Lines of problems that are shown."""


def summary(order: Order, outcome: Outcome) -> Iterator[str]:
    """How many were scored, the first problems as a compiler prints them, where the rows are, and what to do next."""
    scored = outcome.profiles - outcome.problems
    kept = f"; {outcome.taken_up:,} of them were done before" if outcome.taken_up else ""
    yield f"{scored:,} of {_counted(outcome.profiles, 'profile')} scored{kept}"
    if outcome.problems:
        yield f"{_counted(outcome.problems, 'profile')} could not be scored:"
        lines = [line for fault in outcome.faults for line in _faults(json.loads(fault))]
        shown = list(dict.fromkeys(lines))[:SHOWN]
        yield from (f"  {clean(line)}" for line in shown)
        if outcome.problems > len(outcome.faults) or len(set(lines)) > SHOWN:
            yield "  ... the others are in the rows, under 'problems'"
    if outcome.waiting:
        until = f" until {outcome.again_at}" if outcome.again_at else ""
        more = "--wait MINUTES waits for it, and --tokens FILE shares the work among several"
        yield f"{_counted(outcome.waiting, 'profile')} met GitHub's limit{clean(until)}; {more}"
    yield f"{_counted(outcome.rows, 'row')} written to {clean(str(order.out))}"
    yield f"next: folio cohort report {clean(_quoted(str(order.out)))}"


def as_json(order: Order, outcome: Outcome) -> str:
    """The same for programs."""
    told = {
        "schema_version": 1,
        "out": str(order.out),
        "today": outcome.day.isoformat(),
        "profiles": outcome.profiles,
        "scored": outcome.profiles - outcome.problems,
        "problems": outcome.problems,
        "rows": outcome.rows,
        "done_before": outcome.taken_up,
        "waiting": outcome.waiting,
        "again_at": outcome.again_at,
    }
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


def _faults(row: dict[str, Any]) -> Iterator[str]:
    """A row's problems, each as `profile: file:line:col: field: what; what to do`."""
    for one in row["problems"]:
        place = f"{one['file']}:{one['line']}:{one['column']}: " if one["line"] else ""
        field = f"{one['field']}: " if one["field"] else ""
        todo = f"; {one['todo']}" if one["todo"] else ""
        yield f"{row['id']}: {place}{field}{one['what']}{todo}"


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"


def _quoted(path: str) -> str:
    import shlex

    return shlex.quote(path)
