"""What can be wrong with a rubric: where, what, and what to do."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from folio.document import KeyPath
from folio.readiness.arithmetic import FULL
from folio.schema import suggestion

MANY = 20
"""From so many names on, a page lists them rather than a message."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not hold. The path names checks, tracks and levels by their ids."""

    path: KeyPath
    what: str
    todo: str
    key: bool = False
    """Whether it is the key at `path` that is wrong, rather than its value."""


def unknown(path: KeyPath, given: Collection[str], kind: str, known: list[str]) -> Iterator[Fault]:
    """A fault for each name in a list that nothing has."""
    for index, name in enumerate(given):
        if name not in known:
            where = path if path[-1] == "instead_of" else (*path, index)
            yield Fault(where, f"there is no {kind} '{name}'", nearest(name, known))


def unknown_keys(
    field: str, given: Collection[str], kind: str, known: list[str], *, within: KeyPath = ()
) -> Iterator[Fault]:
    """A fault for each key of a mapping that nothing has."""
    for name in given:
        if name not in known:
            yield Fault((*within, field, name), f"there is no {kind} '{name}'", nearest(name, known), key=True)


def nearest(name: str, known: list[str]) -> str:
    """What was meant by a name that nothing has, or where to look; never the names of sixty checks."""
    near = suggestion(name, known)
    return near if near.startswith("did you mean") or len(known) < MANY else "docs/reference/catalogue.md lists them"


def short_of(whole: int) -> str:
    """What makes a sum of thousandths whole."""
    return f"{'add' if whole < FULL else 'take away'} {abs(FULL - whole)}"
