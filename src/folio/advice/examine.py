"""A profile looked at as a whole: what is wrong in it, and else what will look bad."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from folio.advice.listed import advice
from folio.advice.seen import Seen
from folio.document import Document
from folio.errors import FolioError, InputError, Position, Problem
from folio.known import all_enclosed, each_checked
from folio.profile.enclosed import Enclosures
from folio.profile.load import document
from folio.profile.model import Profile

IN_LINE = re.compile(r"line (\d+): (.*)")


@dataclass(frozen=True, slots=True)
class Examined:
    """What was found, sorted by place."""

    errors: tuple[Problem, ...]
    warnings: tuple[Problem, ...] | None = None
    """None while the profile itself has errors: what can't be read can't be judged."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Errors first."""
        return (*self.errors, *(self.warnings or ()))


def errors_alone(document: Document, folder: Path) -> tuple[Problem, ...]:
    """What is wrong with a profile's document, the files it names left aside."""
    try:
        each_checked(document, folder)
    except InputError as error:
        return error.problems
    return ()


def examine_file(file: Path, today: date, overrides: Sequence[str] = ()) -> Examined:
    """The same of a profile's file, which may not even be readable; `overrides` are as `load` has them."""
    try:
        read = document(file, overrides)
    except InputError as error:
        return Examined(error.problems)
    return examine(read, file.parent, today)


def examine(document: Document, folder: Path, today: date) -> Examined:
    """What is wrong with a profile's document and with the files in `folder` that it names."""
    try:
        said = each_checked(document, folder)
    except InputError as error:
        return Examined(error.problems)
    own = next(iter(said.values()))
    enclosed, errors = _files(said, document, folder)
    seen = Seen(document, own, folder, today, enclosed)
    return Examined(tuple(sorted(errors)), tuple(sorted(set(advice(seen)))))


def _files(said: dict[str, Profile], document: Document, folder: Path) -> tuple[dict[str, Enclosures], list[Problem]]:
    """The files that a profile encloses by language, and what is wrong with them, where the profile names them."""
    try:
        enclosed = all_enclosed(said, folder)
    except FolioError as error:
        return {}, [_file_problem(line, document, folder) for line in str(error).splitlines()]
    own = next(iter(said.values()))
    return enclosed, [_file_problem(line, document, folder) for line in _pictures(own, next(iter(enclosed.values())))]


def _pictures(profile: Profile, enclosed: Enclosures) -> list[str]:
    """What is wrong with pictures that documents and pages are to show."""
    from folio.portfolio.pictures import of_project, photo

    wrong: list[str] = []
    try:
        photo(profile, enclosed)
    except FolioError as error:
        wrong.append(str(error))
    for project in profile.projects or ():
        try:
            of_project(project, enclosed)
        except FolioError as error:
            wrong.append(str(error))
    return wrong


def _file_problem(line: str, document: Document, folder: Path) -> Problem:
    """A sentence on a file as a problem: where the profile names the file, else in the file itself."""
    file, _, what = line.partition(": ")
    named = ((path, value) for path in document.values if isinstance(value := document.at(path), str))
    for path, value in named:
        if path[-1] in ("file", "brief") and line.startswith(f"{value}: "):
            what, _, todo = line.removeprefix(f"{value}: ").partition("; ")
            found = document.problem(path, f"'{value}': {what}", todo or "correct the path, or put the file there")
            return replace(found, rule="file")
    inside = IN_LINE.fullmatch(what)
    position = Position(str(folder / file), int(inside[1]) if inside else 1)
    what, _, todo = (inside[2] if inside else what).partition("; ")
    return Problem(position, "", what, todo, rule="file")
