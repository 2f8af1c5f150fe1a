"""What `make torture` tries: kinds of fault, each with a name, and counts of what came of them.

A package of kinds has a module `registered` with a function `kinds() -> Iterable[Kind]` that gives its own; `PACKAGES`
names the packages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

PACKAGES = ("torture", "hostile")


@dataclass(frozen=True, slots=True)
class Count:
    """What came of a kind."""

    tried: int
    failures: tuple[str, ...] = ()
    """A line for each that went wrong: what was done, and what was found."""
    notes: tuple[str, ...] = ()
    """Figures that belong into the table, such as `lost observations 0`."""
    skipped: str = ""
    """Why nothing could be tried on this machine."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of fault."""

    name: str
    """As the table names it: `kill -9 during build`, `YAML bomb`."""
    run: Callable[[], Count]


def all_kinds(packages: Iterable[str] = PACKAGES) -> Iterator[Kind]:
    """The kinds of every package that is there, in order."""
    for package in packages:
        if find_spec(package) is not None and find_spec(f"{package}.registered") is not None:
            yield from import_module(f"{package}.registered").kinds()
