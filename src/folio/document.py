"""YAML that remembers where each value was written; the one door to the yaml library.

Built from the parser's events, not from its objects, so that YAML's traps never open: every plain scalar stays the
text that was written (`NO`, `12:30`, `1.10` are not bent), and anchors, aliases, tags, merge keys, second documents
and keys given twice are refused where they stand. Size, depth and the number of values are bounded.

Files that other tools own (CI, compose, Kubernetes) may use all of that: `parse_foreign` takes it, in the same bounds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml
from yaml.error import Mark

from folio.errors import InputError, Position, Problem

MAX_BYTES = 1 << 20
MAX_VALUES = 50_000
MAX_DEPTH = 30
LINE, SHORT = 120, 30
"""Characters of a line that is written, and of a text that shares one with others."""
NULLS = frozenset({"", "~", "null", "Null", "NULL"})

KeyPath = tuple[str | int, ...]
"""Where a value is: the keys and list indices that lead to it."""
Spot = tuple[int, int]
"""Line and column, counted from 0: most are never asked for, and made a Position when they are."""
APART: Spot = (-1, -1)
"""Where a value is that stands in no file: it was said with the command, by `--set`."""
TAGS = (None, "!")
INTEGER = re.compile(r"[-+]?[0-9]{1,18}")
"""As YAML 1.2 has it; what has more digits than a machine's number is an id, and stays text."""
FLOAT = re.compile(r"[-+]?(?:(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]{1,3})?|[0-9]+[eE][-+]?[0-9]{1,3})")
OTHER_BREAKS = re.compile("[\r\x85\u2028\u2029]")
"""What YAML takes for the end of a line as well."""
LINE_END = re.compile("\r\n|[\n\r\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Document:
    """Plain data (`str`, `None`, `list`, `dict`) and the place of each value and key in it."""

    name: str
    data: object
    values: dict[KeyPath, Spot]
    keys: dict[KeyPath, Spot]
    lines: tuple[str, ...]

    def where(self, path: KeyPath, *, key: bool = False) -> Position:
        """The position of the value (or its key) at `path`, or of the nearest thing above it."""
        for end in range(len(path), -1, -1):
            part = path[:end]
            spot = (self.keys.get(part) if key else None) or self.values.get(part)
            if spot is not None:
                return _position(self.name, spot)
        return Position(self.name)

    def at(self, path: KeyPath) -> object:
        """The value at `path`, which must be one of `values`."""
        value = self.data
        for part in path:
            value = value[part]  # type: ignore[index]
        return value

    def problem(self, path: KeyPath, what: str, todo: str = "", *, key: bool = False) -> Problem:
        """A problem with the value (or key) at `path`, with the source line it stands on."""
        position = self.where(path, key=key)
        return Problem(position, dotted(path), what, todo, self.line(position.line))

    def line(self, number: int) -> str:
        """Line `number` of the file, counted from 1; empty when there is no such line."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


def _position(name: str, spot: Spot) -> Position:
    if spot == APART:
        return Position("--set", 0, 0)
    return Position(name, spot[0] + 1, spot[1] + 1)


def dotted(path: KeyPath) -> str:
    """`("projects", 0, "url")` as a person writes it: `projects[0].url`."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def read(path: Path, *, name: str | None = None) -> Document:
    """The YAML document in the file at `path`; raises InputError when it can't be read or parsed."""
    shown = name or str(path)
    try:
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    except OSError as error:
        what = (error.strerror or "can't be read").lower()
        raise InputError([Problem(Position(shown), "", what, "check the path, or start with 'folio init'")]) from None
    return parse(content, name=shown)


def parse(content: bytes, *, name: str) -> Document:
    """The YAML document in `content`; raises InputError with the place of the first thing that can't be read."""
    if len(content) > MAX_BYTES:
        raise InputError([Problem(Position(name), "", f"over {MAX_BYTES:,} bytes", "split it or shorten it")])
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = LINE_END.split(error.object[: error.start].decode())
        position = Position(name, len(before), len(before[-1]) + 1)
        what = f"not UTF-8 (byte 0x{error.object[error.start]:02x})"
        raise InputError([Problem(position, "", what, "save the file as UTF-8")]) from None
    return _Builder(name, text).build()


def scalars(text: str) -> dict[Spot, tuple[int, int, str]]:
    """Where each key and single value of a text that `parse` takes begins and ends, as offsets, by its place; and how
    it is quoted: `"`, `'`, a block's `|` or `>`, or not at all."""
    events = yaml.parse(text, Loader=getattr(yaml, "CLoader", yaml.Loader))
    return {
        (one.start_mark.line, one.start_mark.column): (one.start_mark.index, one.end_mark.index, one.style or "")
        for one in events
        if isinstance(one, yaml.ScalarEvent) and one.start_mark and one.end_mark
    }


def parse_foreign(text: str, *, name: str, typed: bool = False) -> tuple[Document, ...]:
    """The YAML documents of a file that another tool owns; raises InputError where it can't be read.

    Aliases stand for what they name, merge keys give way to keys beside them, tags are passed over, and the last of
    two equal keys holds, as those tools have it. An alias counts against the number of values as often as it is used. With `typed`, plain
    scalars are the numbers and truth values that YAML 1.2 takes them for; they are text without it.
    """
    if len(text) > MAX_BYTES:
        raise InputError([Problem(Position(name), "", f"over {MAX_BYTES:,} characters", "split it or shorten it")])
    return _ForeignBuilder(name, text).build_all(typed)


def dump(data: object) -> str:
    """Plain data as YAML that `parse` reads back: text of several lines in blocks, small mappings on one line."""
    text: str = yaml.dump(data, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=LINE)
    return text


def dump_typed(data: object) -> str:
    """Plain data as YAML for other tools: a text that they could take for a number, date or truth value is quoted."""
    text: str = yaml.dump(data, Dumper=_TypedDumper, sort_keys=False, allow_unicode=True, width=LINE)
    return text


def typed_scalar(text: str) -> object:
    """A plain scalar as YAML 1.2's core schema has it: `true`, `12`, `1.5`, or else the text."""
    if text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text.lower() == "true"
    if INTEGER.fullmatch(text):
        return int(text)
    return float(text) if FLOAT.fullmatch(text) and len(text) < SHORT else text


NULL_ALONE = {
    first: [one for one in every if one[0].endswith(":null")]
    for first, every in yaml.SafeDumper.yaml_implicit_resolvers.items()
}


class _Dumper(yaml.SafeDumper):
    """Writes every value out, in the style that people write; what `parse` takes for text needs no quotes."""

    yaml_implicit_resolvers = NULL_ALONE
    depth = -1

    def ignore_aliases(self, data: object) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def text(self, value: object) -> yaml.ScalarNode:
        text = {True: "true", False: "false"}[value] if isinstance(value, bool) else str(value)
        style = '"' if OTHER_BREAKS.search(text) else "|" if "\n" in text else None
        return self.represent_scalar("tag:yaml.org,2002:str", text, style=style)

    def number(self, value: float) -> yaml.ScalarNode:
        return self.text(int(value) if value == int(value) else value)

    def mapping(self, value: dict[str, object]) -> yaml.MappingNode:
        """On one line where it is inside an entry and fits."""
        plain = all(not isinstance(one, (dict, list)) and "\n" not in str(one) for one in value.values())
        short = sum(len(f"{name}: {one}, ") for name, one in value.items()) < LINE - 10
        with self._deeper():
            return self.represent_mapping(
                "tag:yaml.org,2002:map", value.items(), flow_style=self.depth > 1 and plain and short
            )

    def sequence(self, value: list[object]) -> yaml.SequenceNode:
        short = all(isinstance(one, str) and len(one) < SHORT for one in value)
        with self._deeper():
            return self.represent_sequence("tag:yaml.org,2002:seq", value, flow_style=short)

    @contextmanager
    def _deeper(self) -> Iterator[None]:
        self.depth += 1
        yield
        self.depth -= 1


class _TypedDumper(yaml.SafeDumper):
    """Quotes what either version of YAML could take for something else than text."""

    def ignore_aliases(self, data: object) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def text(self, text: str) -> yaml.ScalarNode:
        style = '"' if OTHER_BREAKS.search(text) else "|" if "\n" in text else None
        return self.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_TypedDumper.add_representer(str, _TypedDumper.text)
_TypedDumper.add_implicit_resolver("tag:yaml.org,2002:float", FLOAT, list("-+.0123456789"))
_TypedDumper.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"0[ox][0-9a-fA-F]+"), ["0"])

_Dumper.add_representer(str, _Dumper.text)
_Dumper.add_representer(bool, _Dumper.text)
_Dumper.add_representer(int, _Dumper.text)
_Dumper.add_representer(float, _Dumper.number)
_Dumper.add_representer(dict, _Dumper.mapping)
_Dumper.add_representer(list, _Dumper.sequence)


class _Builder:
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
            mark = error.problem_mark or error.context_mark
            what = " ".join(part for part in (error.context, error.problem) if part)
            raise self._error(mark, what, "check the indentation, quotes and colons here") from None
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
        if key in container:
            # PyYAML keeps the last of two equal keys without a word; people lose whole sections that way.
            first = self.keys[path][0] + 1
            raise self._error(mark, f"'{key}' is given twice (first on line {first})", "keep one of them")
        self.keys[path] = mark.line, mark.column
        self.pending[-1] = key
        container[key] = None

    def _position(self, mark: Mark | None) -> Position:
        return _position(self.name, (mark.line, mark.column)) if mark else Position(self.name)

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


class _ForeignBuilder(_Builder):
    """Takes what `_Builder` refuses, as the tools that own such files do."""

    def build_all(self, typed: bool) -> tuple[Document, ...]:
        self.typed = typed
        self.finished: list[Document] = []
        self.anchors: dict[str, object] = {}
        self.borrowed = 0
        self._parse()
        return tuple(self.finished)

    def _take(self, event: yaml.Event) -> None:
        mark: Mark = event.start_mark  # type: ignore[assignment]
        if isinstance(event, yaml.DocumentStartEvent):
            self.root, self.values, self.keys, self.anchors = None, {}, {}, {}
        elif isinstance(event, yaml.DocumentEndEvent):
            self.finished.append(Document(self.name, self.root, self.values, self.keys, self.lines))
        elif isinstance(event, yaml.AliasEvent):
            self._put(self._borrow(event), "", mark)
        elif isinstance(event, yaml.ScalarEvent):
            plain = not event.style
            value: object = None if plain and event.value in NULLS else event.value
            if self.typed and plain and value is not None:
                value = typed_scalar(event.value)
            self._put(value, event.value, mark)
            self._name(event, value)
        elif isinstance(event, (yaml.SequenceStartEvent, yaml.MappingStartEvent)):
            container: list[object] | dict[str, object] = [] if isinstance(event, yaml.SequenceStartEvent) else {}
            self._enter(container, mark)
            self._name(event, container)
        else:
            if isinstance(event, yaml.MappingEndEvent):
                self._merge(self.open[-1][0])
            super()._take(event)

    def _name(self, event: yaml.Event, value: object) -> None:
        if anchor := getattr(event, "anchor", None):
            self.anchors[anchor] = value

    def _borrow(self, event: yaml.AliasEvent) -> object:
        mark: Mark = event.start_mark  # type: ignore[assignment]
        value = self.anchors.get(event.anchor or "")
        if any(value is container for container, _ in self.open):
            raise self._error(mark, "an alias inside what it names", "write the value out")
        self.borrowed += _values_in(value, {})
        if self.borrowed > MAX_VALUES:
            raise self._error(mark, f"over {MAX_VALUES:,} values", "split the file or shorten it")
        return value

    def _take_key(self, container: dict[str, object], path: KeyPath, key: str, mark: Mark) -> None:
        self.keys[path] = mark.line, mark.column
        self.pending[-1] = key
        container[key] = None

    def _merge(self, container: object) -> None:
        if isinstance(container, dict) and "<<" in container:
            merged = container.pop("<<")
            for source in merged if isinstance(merged, list) else [merged]:
                for key, value in source.items() if isinstance(source, dict) else ():
                    container.setdefault(key, value)


def _values_in(value: object, known: dict[int, int]) -> int:
    """How many values `value` holds when every alias in it is written out."""
    if not isinstance(value, (list, dict)):
        return 1
    if id(value) not in known:
        inside = value.values() if isinstance(value, dict) else value
        known[id(value)] = 1 + sum(_values_in(one, known) for one in inside)
    return known[id(value)]
