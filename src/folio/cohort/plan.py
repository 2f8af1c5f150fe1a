"""The plan of a run: all its candidates in their order, listed once, and read as a stream ever after."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from folio.cohort.candidate import Candidate
from folio.cohort.whole import whole

NAME = "plan.jsonl"


def write(candidates: Iterable[Candidate], folder: Path) -> int:
    """Lists the candidates, without the content of records: it is read again from its file when it is needed.

    Returns how many there are.
    """
    number = 0
    with whole(folder / NAME) as stream:
        for one in candidates:
            stream.write(json.dumps([one.id, one.kind, one.place, one.at]).encode() + b"\n")
            number += 1
    return number


def read(folder: Path) -> Iterator[Candidate]:
    """The candidates in their order; memory holds one at a time."""
    with (folder / NAME).open("rb") as stream:
        for line in stream:
            name, kind, place, at = json.loads(line)
            yield Candidate(name, kind, place, at=at)


def count(folder: Path) -> int:
    """How many candidates there are."""
    with (folder / NAME).open("rb") as stream:
        return sum(1 for _ in stream)


def chunks(candidates: Iterable[Candidate], size: int) -> Iterator[tuple[Candidate, ...]]:
    """The candidates in groups of `size`; the last one may be smaller."""
    left = iter(candidates)
    while chunk := tuple(islice(left, size)):
        yield chunk
