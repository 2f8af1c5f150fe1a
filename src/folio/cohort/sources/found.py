"""The candidates of all sources, each by an id of its own."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from folio.cohort.candidate import Candidate
from folio.cohort.record import address_in, name_of
from folio.cohort.sources.addresses import listed
from folio.cohort.sources.folders import matching, profiles
from folio.cohort.sources.lines import head_of, lines
from folio.cohort.sources.names import Names
from folio.cohort.sources.words import Source, SourceKind, understood
from folio.errors import Position
from folio.profile.load import FILE
from folio.profile.places import plain

Given = tuple[Candidate, Position, str]
"""A candidate, where it was named, and what goes before its id where that is taken."""


def candidates(sources: Sequence[str]) -> Iterator[Candidate]:
    """Every profile that these words of a command line name, in one order, the same each time.

    Raises InputError at once for words that name no source, and at the end where two profiles have one id. FolioError
    where a file turns out to be none that can be read.
    """
    return _of(understood(sources))


def _of(sources: Sequence[Source]) -> Iterator[Candidate]:
    names = Names()
    for source in sources:
        empty = True
        for candidate, position, prefix in READERS[source.kind](source):
            empty = False
            if names.take(candidate.id):
                yield candidate
            elif prefix and names.take(longer := f"{prefix}/{candidate.id}"):
                yield Candidate(longer, candidate.kind, candidate.place, at=candidate.at)
            else:
                names.twice(candidate.id, position)
        if empty:
            names.empty(source.word)
    names.settle()


def _folder(source: Source) -> Iterator[Given]:
    for below in profiles(source.path):
        name = source.path.name if below == "." else below
        prefix = source.path.parent.name if below == "." else source.path.name
        yield _at(source.path / below / FILE, name, prefix, source)


def _profile(source: Source) -> Iterator[Given]:
    path = source.path
    if path.name == FILE:
        yield _at(path, path.parent.name, path.parent.parent.name, source)
    else:
        yield _at(path, path.stem, path.parent.name, source)


def _pattern(source: Source) -> Iterator[Given]:
    for path in matching(source.path):
        yield from _profile(Source(source.word, "profile", path))


def _at(file: Path, name: str, prefix: str, source: Source) -> Given:
    return Candidate(_text(name), "folder", os.fspath(file)), Position(source.word, 0, 0), _text(prefix)


def _lines(source: Source) -> Iterator[Given]:
    for number, start, content in lines(source.path):
        record = head_of(content) if content else None
        yield _record(record or {}, source, number, start)


def _table(source: Source) -> Iterator[Given]:
    from folio.cohort.sources.tabular import rows

    for number, row in rows(source.path):
        yield _record(dict(row), source, number + 1, number)


def _record(record: dict[str, Any], source: Source, number: int, at: int) -> Given:
    position = Position(source.word, number)
    name = name_of(record)
    if (address := address_in(record)) is not None:
        return Candidate(name or plain(address), "repository", address), position, ""
    own = name or f"{_text(source.path.name)}:{number}"
    prefix = "" if name else _text(source.path.parent.name)
    return Candidate(own, "record", f"{source.path}:{number}", at=at), position, prefix


def _addresses(source: Source) -> Iterator[Given]:
    for line, address in listed(source.path, source.word):
        yield Candidate(plain(address), "repository", address), Position(source.word, line), ""


def _address(source: Source) -> Iterator[Given]:
    yield Candidate(plain(source.word), "repository", source.word), Position(source.word, 0, 0), ""


def _text(name: str) -> str:
    """A file's name as a text that can be written anywhere."""
    return name.encode("utf-8", "backslashreplace").decode()


READERS: dict[SourceKind, Callable[[Source], Iterator[Given]]] = {
    "folder": _folder,
    "profile": _profile,
    "pattern": _pattern,
    "lines": _lines,
    "table": _table,
    "addresses": _addresses,
    "address": _address,
}
