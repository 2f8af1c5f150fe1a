"""The files of one commit as detectors see them: which there are, what each said, and the texts that are at hand."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from functools import cached_property
from typing import TypeVar

from folio.document import Document, parse_foreign
from folio.errors import InputError
from folio.repository.classify import Kind, kind
from folio.repository.documents.markdown import parse_page
from folio.repository.documents.page import Page, PageUnreadable
from folio.repository.entries import Entry, chosen
from folio.repository.gather import Scans, Stream, decoded, gathered
from folio.repository.model import Place, Unread
from folio.repository.scan import Mark, Scanned, Scanner

T = TypeVar("T")
MAX_CELLS = 1 << 30


class Tree:
    """What the files say. Whatever can't be read or parsed and could matter is in `unread`."""

    def __init__(
        self, entries: tuple[Entry, ...], stream: Stream, scanners: Mapping[str, Scanner], scans: Scans | None = None
    ) -> None:
        wanted, over = chosen(entries)
        found = gathered(wanted, stream, scanners, scans)
        self.sizes: dict[str, int] = {one.path: one.size for one in entries}
        self.scans: dict[str, Scanned] = found.scans
        self._names = {one.path: one.name for one in wanted}
        self._stream = stream
        self._texts: dict[str, str | None] = dict(found.texts)
        self._unread = over | found.missing
        self._unread |= {path: one.problem for path, one in found.scans.items() if one.problem}
        self._parsed: dict[tuple[str, str], object] = {}
        self._foreign: frozenset[str] = frozenset()

    def without(self, foreign: Iterable[str]) -> Tree:
        """The same files, with some of them somebody else's: those count as vendored ones, whatever they hold."""
        left = copy(self)
        left._foreign = self._foreign | frozenset(foreign)
        left.scans = {path: one for path, one in self.scans.items() if path not in left._foreign}
        left._parsed, left._unread = dict(self._parsed), dict(self._unread)
        for name in ("_kinds", "own", "_callers"):  # were made for all files, if they were
            left.__dict__.pop(name, None)
        return left

    def blob(self, path: str) -> str | None:
        """The name that git gives the content of a file; None when it is not there or of no interest."""
        return self._names.get(path)

    @property
    def unread(self) -> tuple[Unread, ...]:
        """Files that could have held more; parsing adds to it, so ask last."""
        return tuple(Unread(path=path, why=why) for path, why in sorted(self._unread.items()))

    def leave_unread(self, path: str, why: str) -> None:
        """Notes that a file can't be read, unless something was noted already."""
        self._unread.setdefault(path, why)

    def why_unread(self, path: str) -> str | None:
        """Why a file could not be read or parsed; None when it was, or nobody tried."""
        return self._unread.get(path)

    @cached_property
    def paths(self) -> tuple[str, ...]:
        """Every path, sorted."""
        return tuple(sorted(self.sizes))

    def kind(self, path: str) -> Kind:
        """What the file is, by its path and by what its head says."""
        if path in self._foreign:
            return Kind.VENDORED
        one = self.scans.get(path)
        return Kind.GENERATED if one is not None and one.generated else kind(path)

    @cached_property
    def _kinds(self) -> dict[Kind, list[str]]:
        kinds: dict[Kind, list[str]] = {}
        for path in self.paths:
            kinds.setdefault(self.kind(path), []).append(path)
        return kinds

    def of_kind(self, *kinds: Kind) -> tuple[str, ...]:
        """Paths of these kinds, sorted."""
        return tuple(sorted(path for one in kinds for path in self._kinds.get(one, ())))

    @cached_property
    def own(self) -> tuple[str, ...]:
        """Paths of the project itself: not vendored, not generated, no example (which may be a project of its own)."""
        return self.of_kind(Kind.SOURCE, Kind.TEST, Kind.DOCS, Kind.CONFIG, Kind.OTHER)

    def named(self, *names: str) -> tuple[str, ...]:
        """Own paths whose last part is one of `names`, in any case, those nearest the root first."""
        wanted = {name.lower() for name in names}
        found = (path for path in self.own if path.rsplit("/", 1)[-1].lower() in wanted)
        return tuple(sorted(found, key=lambda path: (path.count("/"), path)))

    def read(self, path: str) -> str | None:
        """The text of a file; None when it is not there, is not text or is over a limit.

        Documents, configuration and scripts are at hand. Other code is fetched again, so look at it in a `scan`.
        """
        if path not in self._texts and path in self._names:
            content = next((content for _, content in self._stream([self._names[path]])), None)
            self._texts[path] = None if content is None else decoded(content)
        return self._texts.get(path)

    def marks(self, detector: str, *kinds: Kind) -> Iterator[tuple[str, Mark]]:
        """What a detector's scan noted, by path, in files of these kinds (all if none is named)."""
        for path in sorted(self.scans):
            if (found := self.scans[path].marks.get(detector)) and (not kinds or self.kind(path) in kinds):
                for mark in found:
                    yield path, mark

    def places(self, detector: str) -> list[Place]:
        """The marks as places; what is defined in own code is placed where it is called, and nowhere if it is not."""
        found: list[Place] = []
        for path, mark in self.marks(detector):
            if not mark.keys:
                found.append(self.place(mark.name, path, mark.line, mark.note))
            for one in mark.keys:
                found += [self.place(mark.name, where, line) for where, line in self.called(one)]
        return found

    def place(self, name: str, path: str, line: int, note: str = "") -> Place:
        """A place at a line of a file; in a notebook with the cell that the line is in."""
        begins = self._cells.get(path, ())
        at = bisect_right(begins, (line, MAX_CELLS)) - 1
        if at < 0:
            return Place(name=name, path=path, line=line, note=note)
        first, cell = begins[at]
        return Place(name=name, path=path, line=line, note=note, cell=cell, cell_line=line - first + 1)

    @cached_property
    def _cells(self) -> dict[str, list[tuple[int, int]]]:
        cells: dict[str, list[tuple[int, int]]] = {}
        for path, mark in self.marks("cells"):
            cells.setdefault(path, []).append((mark.line, mark.amount))
        return cells

    def called(self, key: int) -> Iterable[tuple[str, int]]:
        """Where own code outside tests calls what has this key."""
        return self._callers.get(key, ())

    @cached_property
    def _callers(self) -> dict[int, list[tuple[str, int]]]:
        wanted = {key for one in self.scans.values() for found in one.marks.values() for mark in found
                  for key in mark.keys}  # fmt: skip
        callers: dict[int, list[tuple[str, int]]] = {}
        for path in sorted(self.scans):
            calls = self.scans[path].calls
            for key in wanted & calls.keys():
                callers.setdefault(key, []).append((path, calls[key]))
        return callers

    def page(self, path: str) -> Page | None:
        """The headings, links, images and code blocks of a Markdown or reStructuredText file."""
        return self._cached("page", path, parse_page)

    def yaml(self, path: str) -> tuple[Document, ...]:
        """The documents in a YAML file; none when it can't be parsed."""
        return self._cached("yaml", path, lambda path, text: parse_foreign(text, name=path)) or ()

    def toml(self, path: str) -> dict[str, object]:
        """The tables of a TOML file; empty when there are none."""
        return self._cached("toml", path, lambda path, text: tomllib.loads(text)) or {}

    def _cached(self, how: str, path: str, parse: Callable[[str, str], T | None]) -> T | None:
        key = (how, path)
        if key not in self._parsed:
            self._parsed[key] = self._attempt(path, parse)
        return self._parsed[key]  # type: ignore[return-value]  # each `how` has one type

    def _attempt(self, path: str, parse: Callable[[str, str], T | None]) -> T | None:
        text = self.read(path)
        if text is None:
            return None
        try:
            return parse(path, text)
        except PageUnreadable as error:
            self._unread[path] = str(error)
        except InputError as error:
            self._unread[path] = f"not readable as YAML: {error.problems[0].what}"
        except (tomllib.TOMLDecodeError, RecursionError):
            self._unread[path] = "not readable as TOML"
        return None
