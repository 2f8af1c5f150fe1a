"""Where in a profile the schema has texts: told by the types of its records, so that nothing else is taken for one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from folio.document import KeyPath
from folio.profile.fields import Line, Markdown, Name
from folio.profile.model import Profile
from folio.profile.record import Highlight

Kind = Literal["text", "name"]
KINDS: dict[Any, Kind] = {Line: "text", Markdown: "text", Name: "name"}
SHORT: dict[Any, Any] = {Highlight: Markdown}
"""Records for which a plain text may stand."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place for a text, or one where texts for each language stand and none may."""

    path: KeyPath
    value: object
    kind: Kind | None
    """None where it is not for a text."""
    listed: bool = False
    """Whether it is for a list."""


def text_places(data: object, languages: frozenset[str]) -> Iterator[Place]:
    """Every value of a profile's document that stands where a text does, in their order.

    Elsewhere it yields the mappings whose keys are all among `languages` (in small letters), which nobody can mean
    otherwise.
    """
    return _places(Profile, data, (), languages)


def _places(kind: Any, value: object, path: KeyPath, languages: frozenset[str]) -> Iterator[Place]:
    if kind is Any:
        return
    if _is_record(kind) and kind in SHORT and not _is_record_in(value, kind):
        kind = SHORT[kind]
    if found := KINDS.get(kind):
        yield Place(path, value, found)
    elif _is_record(kind) and isinstance(value, dict) and not _in_languages(value, languages, kind):
        fields = _fields(kind)
        for key, one in value.items():
            if key in fields:
                yield from _places(fields[key], one, (*path, key), languages)
    elif get_origin(kind) is tuple and isinstance(value, list):
        for index, one in enumerate(value):
            yield from _places(get_args(kind)[0], one, (*path, index), languages)
    elif get_origin(kind) is dict and isinstance(value, dict):
        for key, one in value.items():
            yield from _places(get_args(kind)[1], one, (*path, key), languages)
    elif isinstance(value, dict) and _in_languages(value, languages, kind):
        yield Place(path, value, None, listed=get_origin(kind) is tuple)


def _is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


def _is_record_in(value: object, kind: type[BaseModel]) -> bool:
    return isinstance(value, dict) and any(key in kind.model_fields for key in value)


def _in_languages(value: dict[str, object], languages: frozenset[str], kind: Any) -> bool:
    fields = kind.model_fields if _is_record(kind) else {}
    return bool(value) and all(key.casefold() in languages and key not in fields for key in value)


@cache
def _fields(record: type[BaseModel]) -> dict[str, Any]:
    """The types of a record's fields, without None."""
    hints = get_type_hints(record, include_extras=True)
    return {name: _given(hints[name]) for name in record.model_fields}


def _given(kind: Any) -> Any:
    """`X` for `X | None`."""
    if get_origin(kind) not in (Union, UnionType):
        return kind
    (given, *others) = [one for one in get_args(kind) if one is not NoneType]
    assert not others, f"the schema has no place that is for one of several kinds: {kind}"
    return given
