"""The profile from its file: a value, or every problem in it at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from folio.document import Document, read
from folio.errors import FolioError, InputError, Problem
from folio.profile.cross_check import cross_check
from folio.profile.model import Profile
from folio.schema import validate

FILE = "profile.yaml"


def locate(path: str | Path) -> Path:
    """The profile's file for a path that names it or its folder; raises FolioError when there is none."""
    given = Path(path)
    file = given / FILE if given.is_dir() else given
    if not file.is_file():
        folder = file.parent if file.suffix in (".yaml", ".yml") else file
        raise FolioError(f"{file}: there is no profile here; start one with 'folio init {folder}'")
    return file


Further = Callable[[Document], Iterable[Problem]]
"""Finds what only a layer above the profile can know to be wrong in it."""


def load(path: str | Path, *, further: Further | None = None) -> Profile:
    """The profile at `path`, a file or the folder that holds `profile.yaml`.

    Raises InputError with every problem that was found, sorted by line; FolioError when there is no file.
    """
    document = read(locate(path))
    problems: list[Problem] = [*cross_check(document), *(further(document) if further else ())]
    try:
        profile = validate(Profile, document)
    except InputError as error:
        problems += error.problems
    if problems:
        raise InputError(problems)
    return profile
