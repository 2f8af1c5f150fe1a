"""Every problem a person can be shown, and where it is.

    FolioError            something the person can fix; its text is the whole message
    └── InputError        one or more positioned problems in what they wrote

Raising prints nothing and exits nothing: `cli` alone turns an error into text and a status.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal


class FolioError(Exception):
    """Something the person can fix: what is wrong, where, and what to do."""


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file; line and column count from 1. Line 0 is none: `file` is then where else it was said."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}" if self.line else self.file


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong, in a compiler's words: `file:line:col: field: what; what to do`."""

    position: Position
    field: str
    what: str
    todo: str = ""
    source: str = dataclasses.field(default="", compare=False)
    """The line of the file it is in, for the caret on a terminal; empty when there is none."""
    rule: str = dataclasses.field(default="profile", compare=False)
    """What kind of problem it is, by a name for other programs that stays the same, such as `date`."""
    instead: str | None = dataclasses.field(default=None, compare=False)
    """What was meant, where one known word is near enough and only one."""
    severity: Literal["error", "warning"] = dataclasses.field(default="error", compare=False)
    """A warning stops nothing: it is about what will look bad."""

    def __str__(self) -> str:
        name = f"{self.field}: " if self.field else ""
        todo = f"; {self.todo}" if self.todo else ""
        return f"{self.position}: {name}{self.what}{todo}"


class InputError(FolioError):
    """What was written can't be used; carries every problem at once, sorted by place."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))
