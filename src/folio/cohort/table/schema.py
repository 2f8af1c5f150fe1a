"""The columns of a table of rows: the fields of `Row`, in its order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import is_dataclass
from functools import lru_cache
from types import UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

from folio.cohort.row import SCHEMA, Row
from folio.cohort.table.arrow import arrow

KEY = "folio.cohort.schema"
"""The metadata of a file under which the version of its columns is kept."""


@lru_cache(maxsize=1)
def schema() -> Any:
    """The pyarrow schema that is equal to `Row`: None is null, a tuple a list, a record a struct, a number int64."""
    return arrow().schema(_fields(Row), metadata={KEY: str(SCHEMA)})


def about(told: Mapping[str, str]) -> Any:
    """The same with what else is to be kept beside the rows, by names that sort the same each time."""
    return schema().with_metadata({KEY: str(SCHEMA)} | {name: told[name] for name in sorted(told)})


def _fields(record: type) -> list[Any]:
    hints = get_type_hints(record)
    return [_field(name, hints[name]) for name in record.__dataclass_fields__]  # type: ignore[attr-defined]


def _field(name: str, kind: Any) -> Any:
    if get_origin(kind) is UnionType:
        (inner,) = (one for one in get_args(kind) if one is not type(None))
        return arrow().field(name, _type(inner), nullable=True)
    return arrow().field(name, _type(kind), nullable=False)


def _type(kind: Any) -> Any:
    pa = arrow()
    if get_origin(kind) is tuple:
        return pa.list_(_field("element", get_args(kind)[0]))
    if is_dataclass(kind):
        return pa.struct(_fields(kind))  # type: ignore[arg-type]
    if get_origin(kind) is Literal:
        return pa.string()
    return {str: pa.string(), int: pa.int64(), bool: pa.bool_()}[kind]
