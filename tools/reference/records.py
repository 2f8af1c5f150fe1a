"""The records of folio's files as data: fields, types, limits, and what is said of them, which no run ever reads."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import ModuleType, NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import yaml
from pydantic import BaseModel
from pydantic_core import PydanticUndefined

WORDS = Path(__file__).parent / "words.yaml"


@dataclass(frozen=True)
class Field:
    """A field of a record: what it takes, and what it is for."""

    name: str
    kind: Any
    """Its type, with what `Annotated` says, and without None."""
    limits: tuple[Any, ...]
    """What `Field(...)` says of it beyond its type."""
    empty: bool
    """Whether None may stand there."""
    required: bool
    default: Any
    says: str
    examples: tuple[Any, ...]


def is_record(kind: Any) -> bool:
    return isinstance(kind, type) and issubclass(kind, BaseModel)


@cache
def fields(record: type[BaseModel]) -> tuple[Field, ...]:
    """The fields of a record in their order."""
    hints = get_type_hints(record, include_extras=True)
    return tuple(_field(record, name, hints[name]) for name in record.model_fields)


def _field(record: type[BaseModel], name: str, hint: Any) -> Field:
    info = record.model_fields[name]
    empty = get_origin(hint) in (Union, UnionType) and NoneType in get_args(hint)
    if empty:
        (hint,) = [one for one in get_args(hint) if one is not NoneType]
    default = None if info.default is PydanticUndefined else info.default
    says, examples = _said(record, name)
    return Field(name, hint, tuple(info.metadata), empty or hint is Any, info.is_required(), default, says, examples)


def _said(record: type[BaseModel], name: str) -> tuple[str, tuple[Any, ...]]:
    """What a field is for, by `words.yaml` or else by its docstring, and its examples."""
    owner = next(one for one in record.__mro__ if name in vars(one).get("__annotations__", {}))
    word: dict[str, Any] = next(
        (found[name] for one in record.__mro__ if name in (found := words().get(one.__name__, {}))), {}
    )
    module = inspect.getmodule(owner)
    assert module is not None
    says = plain(word.get("says") or docs(module).get((owner.__name__, name), ""))
    if not says:
        raise SystemExit(f"say in {WORDS} what {record.__name__}.{name} is for")
    return says, tuple(word.get("examples", ()))


def told(record: type[BaseModel]) -> str:
    """What a record is."""
    return plain(words().get(record.__name__, {}).get("_") or record.__doc__ or "")


@cache
def words() -> dict[str, dict[str, Any]]:
    """What `words.yaml` says of records and their fields."""
    found: dict[str, dict[str, Any]] = yaml.safe_load(WORDS.read_text(encoding="utf-8"))
    for record, said in found.items():
        for name, one in said.items():
            if record != "kinds" and name != "_" and set(one) - {"says", "examples", "shown"}:
                raise SystemExit(f"{WORDS.name}: put {record}.{name} in quotes")
    return found


def plain(text: str) -> str:
    """A docstring on one line, paragraphs apart."""
    return "\n\n".join(" ".join(part.split()) for part in inspect.cleandoc(text).split("\n\n"))


@cache
def docs(module: ModuleType) -> dict[tuple[str, str], str]:
    """The strings that stand below a module's names and below its classes' attributes."""
    tree = ast.parse(inspect.getsource(module))
    found = dict(_below(tree.body, ""))
    for one in tree.body:
        if isinstance(one, ast.ClassDef):
            found |= dict(_below(one.body, one.name))
    return found


def _below(body: list[ast.stmt], owner: str) -> Iterator[tuple[tuple[str, str], str]]:
    for one, after in pairwise(body):
        name = one.target if isinstance(one, ast.AnnAssign) else one.targets[0] if isinstance(one, ast.Assign) else None
        if (
            isinstance(name, ast.Name)
            and isinstance(after, ast.Expr)
            and isinstance(after.value, ast.Constant)
            and isinstance(after.value.value, str)
        ):
            yield (owner, name.id), after.value.value
