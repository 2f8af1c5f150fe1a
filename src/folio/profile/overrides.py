"""Fields said with a command, as `resume.theme=modern`: the profile as if they were written in its file.

All of that is done on the document, before there is a profile: what is set is checked like everything else, and a
mistake in it is told as one of `--set`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from folio.document import APART, MAX_DEPTH, Document, KeyPath, Spot, dotted, parse
from folio.errors import InputError, Position, Problem
from folio.schema import suggestion

NAME = "--set"
FIELD = re.compile(r"(?P<field>(?:[^=\[\]]|\[[^\]]*\])+)=(?P<value>.*)", re.DOTALL)
STEP = re.compile(r"\.(?P<name>[^.\[\]]+)|\[(?P<entry>[^\]]+)\]")
FLOW = ("[", "{", '"', "'")
"""What a value begins with that is YAML; any other is the text itself, colons, hashes and line breaks included."""
KNOWN_BY = ("id", "name", "code", "title")
"""The fields by which an entry of a list may be meant."""
HOW = "write FIELD=VALUE, such as resume.theme=modern or projects[0].title='A title'"

Value = tuple[object, dict[KeyPath, Spot], dict[KeyPath, Spot]]
"""What is set, and the places of the values and the keys in it."""


def overridden(document: Document, overrides: Sequence[str]) -> Document:
    """The document with every field set, one after the other; an empty value takes the field out.

    Raises InputError with every word of them that can't be followed.
    """
    if not overrides or not (document.data is None or isinstance(document.data, dict)):
        return document  # what is no profile at all is told first
    edited = _Edited(document)
    problems: list[Problem] = []
    for word in overrides:
        try:
            edited.follow(word)
        except _CantError as error:
            problems.append(error.problem)
    if problems:
        raise InputError(problems)
    return edited.document()


class _CantError(Exception):
    """What is wrong with one word."""

    def __init__(self, field: str, what: str, todo: str) -> None:
        self.problem = Problem(Position(NAME, 0, 0), field, what, todo)


class _Edited:
    """A document's parts while they change; the document itself stays as it is."""

    def __init__(self, document: Document) -> None:
        self._before = document
        self._data = _copied(document.data) if document.data is not None else {}
        self._values = {(): APART} | document.values
        self._keys = dict(document.keys)

    def document(self) -> Document:
        return replace(self._before, data=self._data, values=self._values, keys=self._keys)

    def follow(self, word: str) -> None:
        """Sets or takes out what one word says."""
        said = FIELD.fullmatch(word)
        if said is None:
            raise _CantError("", f"'{word[:40]}' sets nothing", HOW)
        field, text = said["field"].strip(), said["value"].strip()
        steps = _steps(field)
        holder, path = self._data, KeyPath()
        for step, following in pairwise(steps):
            holder, path = self._entered(field, holder, path, step, following)
        key = self._key(field, holder, path, steps[-1])
        if text:
            self._put(holder, path, key, _value(field, text))
        else:
            self._take_out(holder, path, key)

    def _entered(self, field: str, holder: object, path: KeyPath, step: str, following: str) -> tuple[object, KeyPath]:
        """The list or mapping that one step leads to; made where there is none."""
        key = self._key(field, holder, path, step)
        inner = _at(holder, key)
        if inner is None:
            inner = [] if following == "[0]" else {}
            self._put(holder, path, key, (inner, {(): APART}, {}))
        return inner, (*path, key)

    def _key(self, field: str, holder: object, path: KeyPath, step: str) -> str | int:
        """The key or index in a list or mapping that one step means."""
        name = step[1:-1] if step.startswith("[") else step
        where = dotted(path) or "the profile"
        if isinstance(holder, dict):
            return name
        if not isinstance(holder, list):
            raise _CantError(field, f"{where} is a text and has no fields", f"set '{where}' itself")
        if not step.startswith("["):
            raise _CantError(field, f"{where} is a list", f"write {where}[0].{name}, or an entry's id in the brackets")
        if name.isdecimal():
            if int(name) > len(holder):
                todo = f"it has {len(holder)}, counted from 0; [{len(holder)}] adds one"
                raise _CantError(field, f"there is no entry {name} in {where}", todo)
            return int(name)
        return _named(field, holder, name, where)

    def _put(self, holder: object, path: KeyPath, key: str | int, value: Value) -> None:
        data, values, keys = value
        here = (*path, key)
        self._forget(here)
        if isinstance(holder, list) and isinstance(key, int) and key == len(holder):
            holder.append(data)
        else:
            holder[key] = data  # type: ignore[index]
        if isinstance(key, str):
            self._keys.setdefault(here, APART)
        self._values |= {(*here, *below): spot for below, spot in values.items()}
        self._keys |= {(*here, *below): spot for below, spot in keys.items()}

    def _take_out(self, holder: object, path: KeyPath, key: str | int) -> None:
        here = (*path, key)
        self._forget(here)
        self._keys.pop(here, None)
        if isinstance(holder, dict):
            holder.pop(key, None)
        elif isinstance(holder, list) and isinstance(key, int) and key < len(holder):
            del holder[key]
            self._values = {_moved(one, path, key): spot for one, spot in self._values.items()}
            self._keys = {_moved(one, path, key): spot for one, spot in self._keys.items()}

    def _forget(self, here: KeyPath) -> None:
        """Forgets where the value at a place was, and everything below it."""
        end = len(here)
        self._values = {one: spot for one, spot in self._values.items() if one[:end] != here}
        self._keys = {one: spot for one, spot in self._keys.items() if one == here or one[:end] != here}


def _steps(field: str) -> list[str]:
    """`projects[0].title` step by step, brackets kept."""
    rest = f".{field}"
    steps = [step["name"] or f"[{step['entry']}]" for step in STEP.finditer(rest)]
    if "".join(one if one[0] == "[" else f".{one}" for one in steps) != rest:
        raise _CantError(field, "is no name of a field", HOW)
    if len(steps) > MAX_DEPTH:
        raise _CantError("", f"over {MAX_DEPTH} levels deep", HOW)
    return steps


def _value(field: str, text: str) -> Value:
    """The value that a text stands for, and the places in it, which are all apart from the file."""
    if not text.startswith(FLOW):
        return text, {(): APART}, {}
    try:
        found = parse(text.encode("utf-8", "replace"), name=NAME)
    except InputError as error:
        first = error.problems[0]
        raise _CantError(field, f"the value can't be read: {first.what}", first.todo) from None
    return found.data, dict.fromkeys(found.values, APART), dict.fromkeys(found.keys, APART)


def _named(field: str, entries: list[object], name: str, where: str) -> int:
    """The entry that is called so, by the first kind of name that one has."""
    for kind in KNOWN_BY:
        for number, one in enumerate(entries):
            if isinstance(one, dict) and one.get(kind) == name:
                return number
    known = [str(one[kind]) for one in entries if isinstance(one, dict) for kind in KNOWN_BY[:1] if kind in one]
    todo = suggestion(name, known[:20]) if known else "write its number, counted from 0"
    raise _CantError(field, f"there is no '{name}' in {where}", todo)


def _at(holder: object, key: str | int) -> object:
    if isinstance(holder, dict):
        return holder.get(key)
    return holder[key] if isinstance(holder, list) and isinstance(key, int) and key < len(holder) else None


def _copied(value: object) -> object:
    if isinstance(value, dict):
        return {key: _copied(one) for key, one in value.items()}
    return [_copied(one) for one in value] if isinstance(value, list) else value


def _moved(path: KeyPath, above: KeyPath, gone: int) -> KeyPath:
    """Where a value is once an entry before it is gone."""
    number = path[len(above)] if len(path) > len(above) and path[: len(above)] == above else None
    return (*above, number - 1, *path[len(above) + 1 :]) if isinstance(number, int) and number > gone else path
