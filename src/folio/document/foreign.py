"""YAML that other tools own (CI, compose, RenderCV), with all that their readers take, in the same bounds."""

from __future__ import annotations

import re

import yaml
from yaml.error import Mark

from folio.document.places import Document, KeyPath
from folio.document.reading import MAX_BYTES, MAX_VALUES, NULLS, Builder
from folio.errors import InputError, Position, Problem

INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,17})")
"""As YAML 1.2 has it, but what begins with 0 (`0171`, a telephone's) or has more digits than a machine's number is an
id, and stays text."""
FLOAT = re.compile(r"[-+]?(?:(?:\.[0-9]+|[0-9]+\.[0-9]*)(?:[eE][-+]?[0-9]{1,3})?|[0-9]+[eE][-+]?[0-9]{1,3})")
LONGEST_FLOAT = 30
"""Characters; what has more is an id."""


def parse_foreign(text: str, *, name: str, typed: bool = False, strict: bool = False) -> tuple[Document, ...]:
    """The YAML documents of a file that another tool owns; raises InputError where it can't be read.

    Aliases stand for what they name, merge keys give way to keys beside them, tags are passed over, and the last of
    two equal keys holds, as those tools have it. An alias counts against the number of values as often as it is used.
    With `strict`, a key given twice is refused, as a profile's is, for a document where nothing may be lost.
    With `typed`, plain scalars are the numbers and truth values that YAML 1.2 takes them for; they are text without it.
    """
    if len(text) > MAX_BYTES:
        raise InputError([Problem(Position(name), "", f"over {MAX_BYTES:,} characters", "split it or shorten it")])
    return _ForeignBuilder(name, text).build_all(typed, strict)


def typed_scalar(text: str) -> object:
    """A plain scalar as YAML 1.2's core schema has it: `true`, `12`, `1.5`, or else the text."""
    if text in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return text.lower() == "true"
    if INTEGER.fullmatch(text):
        return int(text)
    return float(text) if FLOAT.fullmatch(text) and len(text) < LONGEST_FLOAT else text


class _ForeignBuilder(Builder):
    """Takes what `_Builder` refuses, as the tools that own such files do."""

    def build_all(self, typed: bool, strict: bool) -> tuple[Document, ...]:
        self.typed, self.strict = typed, strict
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
        if self.strict:
            self._refuse_twice(container, path, key, mark)
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
