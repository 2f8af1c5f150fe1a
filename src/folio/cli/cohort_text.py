"""What a run over many profiles came to, for people and for programs."""

from __future__ import annotations

import json
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from folio.cli.text import clean
from folio.errors import Position, Problem
from folio.readiness.check import plural

if TYPE_CHECKING:
    from folio.cohort.candidate import Candidate
    from folio.cohort.order import Fault, Order, Outcome

SHOWN = 5
"""Lines of problems that are shown."""


def summary(order: Order, outcome: Outcome) -> Iterator[str]:
    """How many were scored, the first problems as a compiler prints them, where the rows are, and what to do next."""
    scored = outcome.profiles - outcome.problems
    kept = f"; {outcome.taken_up:,} of them were done before" if outcome.taken_up else ""
    yield f"{scored:,} of {plural(outcome.profiles, 'profile')} scored{kept}"
    if outcome.problems:
        yield f"{plural(outcome.problems, 'profile')} could not be scored:"
        lines = [line for fault in outcome.faults for line in _problems(fault, Path.cwd())]
        shown = list(dict.fromkeys(lines))[:SHOWN]
        yield from (f"  {clean(line)}" for line in shown)
        if outcome.problems > len(outcome.faults) or len(set(lines)) > SHOWN:
            yield "  ... the others are in the rows, under 'problems'"
    if outcome.unbuilt:
        yield f"{plural(outcome.unbuilt, 'profile')} could not be built; the rows say why, under 'problems'"
    if outcome.waiting:
        until = f" until {outcome.again_at}" if outcome.again_at else ""
        more = "--wait MINUTES waits for it, and --tokens FILE shares the work among several"
        yield f"{plural(outcome.waiting, 'profile')} met GitHub's limit{clean(until)}; {more}"
    if order.asked.render is not None:
        yield f"sites and documents are in {clean(str(order.asked.render))}, in a folder for each id"
    yield f"{plural(outcome.rows, 'row')} written to {clean(str(order.out))}"
    yield f"next: folio cohort report {clean(shlex.quote(str(order.out)))}"


def as_data(order: Order, outcome: Outcome) -> dict[str, object]:
    """The same for programs."""
    return {
        "out": str(order.out),
        "today": outcome.day.isoformat(),
        "profiles": outcome.profiles,
        "scored": outcome.profiles - outcome.problems,
        "problems": outcome.problems,
        "not_built": outcome.unbuilt,
        "rows": outcome.rows,
        "done_before": outcome.taken_up,
        "waiting": outcome.waiting,
        "again_at": outcome.again_at,
    }


def _problems(fault: Fault, here: Path) -> Iterator[str]:
    """What is wrong with a profile, each as `file:line:col: field: what; what to do`, for an editor to jump to."""
    for one in json.loads(fault.row)["problems"]:
        place = Position(_place(fault.candidate, one, here), 0)
        yield str(Problem(place, one["field"], one["what"], one["todo"]))


def _place(candidate: Candidate, problem: dict[str, Any], here: Path) -> str:
    """A file as it is called from here; a record's line, whatever file a worker made of it."""
    within = f"{problem['file']}:{problem['line']}:{problem['column']}" if problem["line"] else ""
    match candidate.kind:
        case "folder":
            file = Path(candidate.place)
            return _from(file.parent / within if within else file, here)
        case "record":
            source, _, number = candidate.place.rpartition(":")
            column = problem["column"] if within.startswith(f"{Path(source).name}:{number}:") else 1
            return f"{_from(Path(source), here)}:{number}:{column or 1}"
        case "repository":
            return f"{candidate.id}: {within}" if within else candidate.id


def _from(path: Path, here: Path) -> str:
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
