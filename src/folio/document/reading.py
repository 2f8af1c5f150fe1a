"""YAML into data with places: built from the parser's events, so that none of its traps opens.

Every plain scalar stays the text that was written (`NO`, `12:30`, `1.10` are not bent), and anchors, aliases, tags,
merge keys, second documents and keys given twice are refused where they stand. Size, depth and the number of values are
bounded.
"""

from __future__ import annotations

import errno
import re
from pathlib import Path

import yaml
from yaml.error import Mark

from folio.document.places import Document, KeyPath, Spot, position_of
from folio.errors import InputError, Position, Problem

MAX_BYTES = 1 << 20
MAX_VALUES = 50_000
MAX_DEPTH = 30
NULLS = frozenset({"", "~", "null", "Null", "NULL"})
TAGS = (None, "!")
CLOSING = {"[": "]", "{": "}", '"': '"', "'": "'"}
LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


def read(path: Path, *, name: str | None = None) -> Document:
    """The YAML document in the file at `path`; raises InputError when it can't be read or parsed."""
    shown = name or str(path)
    try:
        if path.exists() and not path.is_file() and not path.is_dir():  # a pipe would be waited for
            raise OSError(errno.EINVAL, "not a regular file")
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        what = (error.strerror or "can't be read").lower()
        todo = (
            "allow reading it" if isinstance(error, PermissionError) else "check the path, or start with 'folio init'"
        )
        raise InputError([Problem(Position(shown), "", what, todo)]) from None
    return parse(content, name=shown)


def parse(content: bytes, *, name: str) -> Document:
    """The YAML document in `content`; raises InputError with the place of the first thing that can't be read."""
    if len(content) > MAX_BYTES:
        raise InputError([Problem(Position(name), "", f"over {MAX_BYTES:,} bytes", "split it or shorten it")])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise not_utf8(error, name, "save the file as UTF-8") from None
    return Builder(name, text).build()


def not_utf8(error: UnicodeDecodeError, name: str, todo: str) -> InputError:
    """The error with the place of the first byte of a file that is no UTF-8."""
    before = LINE_END.split(error.object[: error.start].decode(error.encoding))
    position = Position(name, len(before), len(before[-1]) + 1)
    return InputError([Problem(position, "", f"not UTF-8 (byte 0x{error.object[error.start]:02x})", todo)])


def scalars(text: str) -> dict[Spot, tuple[int, int, str]]:
    """Where each key and single value of a text that `parse` takes begins and ends, as offsets, by its place; and how
    it is quoted: `"`, `'`, a block's `|` or `>`, or not at all."""
    events = yaml.parse(text, Loader=getattr(yaml, "CLoader", yaml.Loader))
    return {
        (one.start_mark.line, one.start_mark.column): (one.start_mark.index, one.end_mark.index, one.style or "")
        for one in events
        if isinstance(one, yaml.ScalarEvent) and one.start_mark and one.end_mark
    }


class Builder:
    """Puts the parser's events together, keeping each one's place."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self.lines = tuple(text.splitlines())
        self.values: dict[KeyPath, Spot] = {}
        self.keys: dict[KeyPath, Spot] = {}
        self.root: object = None
        self.open: list[tuple[list[object] | dict[str, object], KeyPath]] = []
        self.pending: list[str | None] = []
        self.documents = 0

    def build(self) -> Document:
        self._parse()
        return Document(self.name, self.root, self.values, self.keys, self.lines)

    def _parse(self) -> None:
        try:
            for event in yaml.parse(self.text, Loader=getattr(yaml, "CLoader", yaml.Loader)):
                self._take(event)
        except yaml.MarkedYAMLError as error:
            raise self._broken(error) from None
        except (yaml.reader.ReaderError, UnicodeEncodeError):
            mark = self._mark_of_unreadable()
            raise self._error(mark, "a character that YAML does not allow", "remove it") from None
        except RecursionError:
            raise self._error(None, f"nested over {MAX_DEPTH} levels deep", "flatten it") from None

    def _take(self, event: yaml.Event) -> None:
        mark: Mark = event.start_mark  # type: ignore[assignment]
        if isinstance(event, yaml.NodeEvent):
            if event.anchor or isinstance(event, yaml.AliasEvent):
                raise self._error(mark, "anchors and aliases (& and *) are not supported", "write the value out")
            if event.tag not in TAGS:  # type: ignore[attr-defined]
                raise self._error(mark, "tags such as !!str are not supported", "remove the tag, or quote the text")
        if isinstance(event, yaml.ScalarEvent):
            # libyaml's plain scalars have the style '', the Python parser's None.
            value = event.value
            self._put(None if value in NULLS and event.implicit[0] and not event.style else value, value, mark)
        elif isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if self.documents > 1:
                raise self._error(mark, "a second document starts here", "keep one document in the file")
        elif isinstance(event, yaml.SequenceStartEvent):
            self._enter([], mark)
        elif isinstance(event, yaml.MappingStartEvent):
            self._enter({}, mark)
        elif isinstance(event, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            self.open.pop()
            self.pending.pop()

    def _enter(self, container: list[object] | dict[str, object], mark: Mark) -> None:
        if len(self.open) >= MAX_DEPTH:
            raise self._error(mark, f"nested over {MAX_DEPTH} levels deep", "flatten it")
        if self.open and isinstance(self.open[-1][0], dict) and self.pending[-1] is None:
            raise self._error(mark, "a list or mapping can't be a key", "write a plain word before the colon")
        path = self._put(container, "", mark)
        self.open.append((container, path))
        self.pending.append(None)

    def _put(self, value: object, text: str, mark: Mark) -> KeyPath:
        spot = mark.line, mark.column
        if not self.open:
            self.root = value
            self.values[()] = spot
            return ()
        container, above = self.open[-1]
        if isinstance(container, list):
            path: KeyPath = (*above, len(container))
            container.append(value)
        elif (key := self.pending[-1]) is None:
            self._take_key(container, (*above, text), text, mark)
            return above
        else:
            path = (*above, key)
            container[key] = value
            self.pending[-1] = None
        self.values[path] = spot
        if len(self.values) > MAX_VALUES:
            raise self._error(mark, f"over {MAX_VALUES:,} values", "split the file or shorten it")
        return path

    def _take_key(self, container: dict[str, object], path: KeyPath, key: str, mark: Mark) -> None:
        if key == "<<":
            raise self._error(mark, "merge keys (<<) are not supported", "write the values out")
        self._refuse_twice(container, path, key, mark)
        self.keys[path] = mark.line, mark.column
        self.pending[-1] = key
        container[key] = None

    def _refuse_twice(self, container: dict[str, object], path: KeyPath, key: str, mark: Mark) -> None:
        """PyYAML keeps the last of two equal keys without a word; people lose whole sections that way."""
        if key in container:
            first = self.keys[path][0] + 1
            raise self._error(mark, f"'{key}' is given twice (first on line {first})", "keep one of them")

    def _broken(self, error: yaml.MarkedYAMLError) -> InputError:
        """Where the parser gave up; for a bracket or quotes that nothing closes, where they begin."""
        begun, mark = error.context_mark, error.problem_mark or error.context_mark
        what = " ".join(part for part in (error.context, error.problem) if part)
        if begun and mark and (opening := self.text[begun.index : begun.index + 1]) in CLOSING:
            if self._indent(mark.line) <= self._indent(begun.line) and mark.line > begun.line:
                when = f"not closed before line {mark.line + 1}" if mark.line < len(self.lines) else "never closed"
                return self._error(begun, f"{opening} is {when}", f"close it with {CLOSING[opening]}")
            what = f"{what} (begun at {begun.line + 1}:{begun.column + 1})"
        return self._error(mark, what, "check the indentation, quotes and colons here")

    def _indent(self, line: int) -> int:
        """Of a line, counted from 0; of none where the file has ended."""
        text = self.lines[line] if line < len(self.lines) else ""
        return len(text) - len(text.lstrip())

    def _position(self, mark: Mark | None) -> Position:
        return position_of(self.name, (mark.line, mark.column)) if mark else Position(self.name)

    def _mark_of_unreadable(self) -> Mark | None:
        """Where the first character is that YAML does not allow: libyaml tells bytes, and no lines."""
        found = yaml.reader.Reader.NON_PRINTABLE.search(self.text)
        if found is None:
            return None
        before = LINE_END.split(self.text[: found.start()])
        return Mark(self.name, found.start(), len(before) - 1, len(before[-1]), None, 0)

    def _error(self, mark: Mark | None, what: str, todo: str) -> InputError:
        position = self._position(mark)
        line = self.lines[position.line - 1] if position.line <= len(self.lines) else ""
        return InputError([Problem(position, "", what, todo, line, rule="yaml")])
