"""What kind of source each word of the command line is, and everything that is wrong with them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from folio.cohort.address import is_address, without_secret
from folio.errors import InputError, Position, Problem
from folio.profile.load import FILE
from folio.repository.git.bounds import RepositoryUnreadable

SourceKind = Literal["folder", "profile", "pattern", "lines", "table", "addresses", "address"]
BY_SUFFIX: dict[str, SourceKind] = {
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".parquet": "table",
    ".txt": "addresses",
    ".yaml": "profile",
    ".yml": "profile",
}


@dataclass(frozen=True, slots=True)
class Source:
    """A word, and what it is; `path` is absolute, and empty of an address."""

    word: str
    kind: SourceKind
    path: Path = Path()


def understood(words: Sequence[str]) -> tuple[Source, ...]:
    """The sources that words name, each once; raises InputError with everything that is wrong with any of them."""
    found: list[Source] = []
    wrong: list[Problem] = []
    for word in dict.fromkeys(words):
        try:
            found.append(_source(word))
        except _NoSource as error:
            wrong.append(Problem(Position(without_secret(word), 0, 0), "", *error.args))
    if wrong:
        raise InputError(wrong)
    return tuple(found)


class _NoSource(Exception):
    """What is wrong with a word, and what to do."""


def _source(word: str) -> Source:
    try:
        if is_address(word):
            return Source(word, "address")
    except RepositoryUnreadable as error:
        what, _, todo = str(error).partition("; ")
        raise _NoSource(what, todo) from None
    path = Path(os.path.abspath(Path(word).expanduser()))
    if not path.exists():
        if any(sign in word for sign in "*?["):
            return Source(word, "pattern", path)
        raise _NoSource("there is nothing here", "check the path")
    if path.is_dir():
        return Source(word, "folder", path)
    if (kind := BY_SUFFIX.get(path.suffix.lower())) is None:
        forms = f"a folder, {FILE}, .jsonl, .parquet, a .txt of git addresses, or a pattern in quotes"
        raise _NoSource("not a source of profiles", f"name {forms}")
    if not os.access(path, os.R_OK):
        raise _NoSource("can't be read", "allow reading it")
    return Source(word, kind, path)
