"""What rules of advice look at: a profile without errors, as it is written and as it is meant."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from folio.document import Document, KeyPath
from folio.errors import Problem
from folio.profile.enclosed import Enclosures
from folio.profile.model import Profile

Entry = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Seen:
    """A profile that was loaded, and the day it is looked at."""

    document: Document
    profile: Profile
    """In its own language."""
    folder: Path
    today: date
    enclosed: Mapping[str, Enclosures] = field(default_factory=dict)
    """By language, the profile's own first; nothing where a file of theirs can't be used."""

    def at(self, *path: str | int) -> object:
        """What is written at a place; None where nothing is."""
        value = self.document.data
        for part in path:
            if isinstance(value, dict):
                value = value.get(part)
            elif isinstance(value, list) and isinstance(part, int):
                value = value[part] if part < len(value) else None
            else:
                return None
        return value

    def entries(self, *path: str | int) -> Iterator[tuple[KeyPath, Entry]]:
        """The entries of a list, each with its place."""
        listed = self.at(*path)
        for number, one in enumerate(listed if isinstance(listed, list) else ()):
            if isinstance(one, dict):
                yield (*path, number), one

    def texts(self, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
        """The text at a place in each of its languages; `*` in the place stands for every entry."""
        if "*" in path:
            at = path.index("*")
            listed = self.at(*path[:at])
            for number in range(len(listed) if isinstance(listed, list) else 0):
                yield from self.texts((*path[:at], number, *path[at + 1 :]))
            return
        for place, text in _each(path, self.at(*path)):
            yield place, " ".join(text.split())

    def problem(self, path: KeyPath, what: str, todo: str, *, key: bool = False) -> Problem:
        """A problem with what is written at a place."""
        return self.document.problem(path, what, todo, key=key)


def _each(path: KeyPath, value: object) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        yield from (((*path, tag), one) for tag, one in value.items() if isinstance(one, str))


Look = Callable[[Seen], Iterator[Problem]]
"""A rule: yields a problem for each thing that will look bad."""
