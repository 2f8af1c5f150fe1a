"""YAML as editors read it (1.2, the core schema): numbers, booleans and nulls are what they look like."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import Any

import jsonschema_rs
import yaml

from folio import schemas

NUMBERS = (
    r"^[-+]?[0-9]+$",
    r"^0o[0-7]+$",
    r"^0x[0-9a-fA-F]+$",
    r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$",
)


class Core(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """Knows the kinds of the core schema alone."""

    yaml_implicit_resolvers: dict[str, Any] = {}


def _number(loader: Any, node: Any) -> Any:
    text = node.value
    value = float(int(text, 0)) if text[:2] in ("0x", "0o") else float(text)
    whole = re.fullmatch(r"[-+]?[0-9]{1,15}", text)
    return int(text) if whole else value if abs(value) < 1e308 else text


Core.add_implicit_resolver("core:null", re.compile(r"^(~|null|Null|NULL|)$"), ["~", "n", "N", ""])
Core.add_implicit_resolver("core:bool", re.compile(r"^(true|True|TRUE|false|False|FALSE)$"), list("tTfF"))
for one in NUMBERS:
    Core.add_implicit_resolver("core:number", re.compile(one), list("-+.0123456789"))
Core.add_constructor("core:null", lambda loader, node: None)
Core.add_constructor("core:bool", lambda loader, node: node.value.lower() == "true")
Core.add_constructor("core:number", _number)


def seen(content: bytes | str) -> Any:
    """A document as an editor's validator sees it."""
    return yaml.load(content, Loader=Core)


@cache
def validator(name: str = "profile") -> Any:
    """What judges a document by one of folio's schemas."""
    return jsonschema_rs.validator_for(json.loads(schemas.text(name)))


def faults(data: Any, name: str = "profile") -> list[str]:
    """What the schema has against a document."""
    return [
        f"{'/'.join(map(str, one.instance_path))}: {one.message[:200]}" for one in validator(name).iter_errors(data)
    ]
