"""JSON Schemas of records that are written in YAML, as an editor sees that YAML.

folio reads every plain scalar as text; an editor makes numbers and booleans of some. So each kind takes all that folio
takes, in the form an editor gives it: `start: 2024` is a number there, `location: true` a boolean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel, StringConstraints
from reference.records import Field, fields, is_record, told, words

from folio.profile import account, appearance, site, target
from folio.profile import fields as kinds
from folio.profile import record as done

DRAFT = "https://json-schema.org/draft/2020-12/schema"
SCALAR = ["string", "number", "boolean"]
"""What an editor makes of what folio reads as text."""
BARE = {"number": ("7", "2024", "1.5", "-1", "1e5", "0x1f"), "boolean": ("true", "false", "yes", "no", "on", "off")}
"""Plain texts that an editor takes for something else."""
TRUTHS = r"^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Yy][Ee][Ss]|[Nn][Oo]|[Oo][Nn]|[Oo][Ff][Ff]|[TtFfYyNn01])$"
WHOLE = r"^\s*[+-]?[0-9](_?[0-9])*(\.0*)?\s*$"
NUMBER = r"^\s*[+-]?([0-9](_?[0-9])*\.?[0-9_]*|\.[0-9]+)([eE][+-]?[0-9]+)?\s*$"
WEB = r"^\s*[Hh][Tt][Tt][Pp][Ss]?://\S+\s*$"
SECURE = r"^\s*[Hh][Tt][Tt][Pp][Ss]://[A-Za-z0-9]\S*\s*$"
DAY = r"^\s*[0-9]{4}(-[0-9]{1,2}(-[0-9]{1,2})?)?\s*$"
TAG = r"^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$"

NAMED: dict[str, Any] = {
    "Line": kinds.Line, "Name": kinds.Name, "Same": kinds.Same, "Markdown": kinds.Markdown, "Url": kinds.Url,
    "Slug": kinds.Slug, "GithubLogin": kinds.GithubLogin, "Email": kinds.Email, "Currency": kinds.Currency,
    "RelativePath": kinds.RelativePath, "Evidence": kinds.Evidence, "Date": kinds.Date,
    "RepositoryName": account.RepositoryName, "Colour": appearance.Colour, "Locale": appearance.Locale,
    "ServiceAddress": site.Service, "Choice": target.Choice,
}  # fmt: skip
"""Kinds of single value that have a name in the schema."""
IN_LANGUAGES = ("Line", "Name", "Markdown")
"""Kinds that may be written once for each language."""
SHORT: dict[Any, Any] = {done.Highlight: kinds.Markdown, account.GithubAccount: kinds.GithubLogin}
"""Records for which one plain value may stand."""
RULES: dict[str, dict[str, Any]] = {
    "Article": {"anyOf": [{"required": ["file"]}, {"required": ["url"]}]},
    "Language": {"anyOf": [{"required": ["level"]}, {"required": ["fluency"]}]},
    "Client": {"if": {"properties": {"nda": {"const": True}}, "required": ["nda"]}, "then": {"required": ["shown_as"]}},
    "Proof": {"anyOf": [{"required": [name]} for name in ("reference", "link", "document")]},
    "ProjectProof": {"anyOf": [{"required": [name]} for name in ("reference", "link", "document")]},
}
"""What no single field can tell."""


class Writer:
    """Writes the schema of one file, and collects the definitions that it refers to."""

    def __init__(self, *, languages: bool) -> None:
        self.languages = languages
        self.defs: dict[str, Any] = {}

    def whole(self, record: type[BaseModel], identifier: str, title: str) -> dict[str, Any]:
        body = self.record(record)
        body.pop("title")
        return {"$schema": DRAFT, "$id": identifier, "title": title, **body, "$defs": dict(sorted(self.defs.items()))}

    def record(self, record: type[BaseModel]) -> dict[str, Any]:
        own = fields(record)
        return {
            "title": titled(record.__name__),
            "description": told(record),
            "type": "object",
            "properties": {one.name: self.field(one) for one in own},
            "required": [one.name for one in own if one.required],
            "additionalProperties": False,
            **RULES.get(record.__name__, {}),
        }

    def field(self, field: Field) -> dict[str, Any]:
        kind = self.kind(field.kind)
        limits = dict(_limits(field.limits))
        if "pattern" in limits and kind.get("type") == SCALAR:
            kind = {"type": "string"}
        kind = _narrowed(kind, limits)
        if field.empty:
            kind = _or_nothing(kind)
        said: dict[str, Any] = {"title": titled(field.name), "description": field.says}
        if isinstance(field.default, (str, int, float, bool)):
            said["default"] = field.default
        if field.examples:
            said["examples"] = list(field.examples)
        return {**said, **kind}

    def kind(self, kind: Any) -> dict[str, Any]:
        """The schema of a type."""
        if kind is Any:
            return {}
        if kind is bool:
            return {
                "anyOf": [
                    {"type": "boolean"},
                    {"type": "string", "pattern": TRUTHS},
                    {"type": "integer", "minimum": 0, "maximum": 1},
                ]
            }
        if kind is int:
            return {"type": ["integer", "string"], "pattern": WHOLE}
        if kind is float:
            return {"type": ["number", "string"], "pattern": NUMBER}
        if kind is str:
            return {"type": SCALAR}
        if is_record(kind):
            return self._to_record(kind)
        if name := next((name for name, one in NAMED.items() if one == kind), None):
            return self._to_named(name)
        arguments = get_args(kind)
        match get_origin(kind):
            case origin if origin is Literal:
                return {"enum": list(arguments)}
            case origin if origin is tuple and arguments[-1] is Ellipsis:
                return {"type": "array", "items": self.kind(arguments[0])}
            case origin if origin is tuple:
                size = len(arguments)
                items = [self.kind(one) for one in arguments]
                return {"type": "array", "prefixItems": items, "items": False, "minItems": size, "maxItems": size}
            case origin if origin is dict:
                return self._mapping(*arguments)
            case origin if origin is Annotated:
                inner = self.kind(arguments[0])
                return _narrowed(inner, dict(_limits(arguments[1:])))
        raise SystemExit(f"no schema is known for {kind}")

    def _to_record(self, record: type[BaseModel]) -> dict[str, Any]:
        name = record.__name__
        if name not in self.defs:
            self.defs[name] = {}  # a record may hold itself
            self.defs[name] = self.record(record)
        here = {"$ref": f"#/$defs/{name}"}
        before = [one for one in record.__pydantic_decorators__.model_validators.values() if one.info.mode == "before"]
        if bool(before) != (record in SHORT):
            raise SystemExit(f"say in SHORT which plain value may stand for {name}")
        return {"anyOf": [self.kind(SHORT[record]), here]} if record in SHORT else here

    def _to_named(self, name: str) -> dict[str, Any]:
        if name not in self.defs:
            self.defs[name] = {"title": titled(name), "description": _told(name), **self._named(name)}
        return {"$ref": f"#/$defs/{name}"}

    def _named(self, name: str) -> dict[str, Any]:
        if name == "Date":
            return {"type": ["string", "integer"], "pattern": DAY, "minimum": 0, "maximum": 9999}
        one = _constrained(NAMED[name])
        if name == "Url":
            one |= {"type": "string", "pattern": WEB}
        if name == "ServiceAddress":
            one |= {"type": "string", "pattern": SECURE}
        if not (self.languages and name in IN_LANGUAGES):
            return one
        each = {"type": "object", "propertyNames": {"pattern": TAG}, "minProperties": 1, "additionalProperties": one}
        return {"anyOf": [one, {"description": "Once for each language of the profile, such as en and de.", **each}]}

    def _mapping(self, key: Any, value: Any) -> dict[str, Any]:
        inner = self.kind(value)
        if get_origin(key) is Literal:
            return {"type": "object", "properties": dict.fromkeys(get_args(key), inner), "additionalProperties": False}
        names = _constrained(key) if get_origin(key) is Annotated else {}
        names = {name: one for name, one in names.items() if name != "type"}
        return {"type": "object", **({"propertyNames": names} if names else {}), "additionalProperties": inner}


def titled(name: str) -> str:
    """`PlanStep` and `hours_per_week` as people write them."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|_", " ", name).capitalize().replace("Github", "GitHub")


def _told(name: str) -> str:
    says: str = words()["kinds"][name]
    return f"{says[0].upper()}{says[1:]}."


def _constrained(kind: Any) -> dict[str, Any]:
    """A text with its limits, as what an editor may take it for."""
    limits = next(one for one in get_args(kind) if isinstance(one, StringConstraints))
    found: dict[str, Any] = {"type": SCALAR}
    if limits.pattern:
        pattern = str(limits.pattern).replace('\\"', '"')  # ECMAScript escapes nothing that needs none
        found["type"] = ["string", *(one for one, texts in BARE.items() if any(re.search(pattern, t) for t in texts))]
        if limits.strip_whitespace:
            pattern = pattern.replace("^", r"^\s*", 1).removesuffix("$") + r"\s*$"
        found["pattern"] = pattern
    elif limits.min_length:
        found["pattern"] = r"\S" if limits.strip_whitespace else r"[\s\S]"
    if limits.max_length:
        # The line break that ends a block of text is not counted by folio.
        found["maxLength"] = limits.max_length + (1 if limits.strip_whitespace else 0)
    return found


def _limits(metadata: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    """The limits that `Field(...)` sets, in the words of JSON Schema."""
    words = {
        "ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum", "max_length": "maxLength",
        "min_length": "minLength", "pattern": "pattern",
    }  # fmt: skip
    for one in metadata:
        for inner in (one, *getattr(one, "metadata", ())):
            for name, word in words.items():
                if not isinstance(inner, StringConstraints) and getattr(inner, name, None) is not None:
                    yield word, getattr(inner, name)


def bounds(metadata: tuple[Any, ...]) -> dict[str, Any]:
    """The limits that `Field(...)` sets, by the words of JSON Schema."""
    return dict(_limits(metadata))


def _narrowed(kind: dict[str, Any], limits: Mapping[str, Any]) -> dict[str, Any]:
    if not limits or "$ref" in kind or "anyOf" in kind:
        return kind
    return {**kind, **limits}


def _or_nothing(kind: dict[str, Any]) -> dict[str, Any]:
    """The same, or nothing at all: `end:` without a value."""
    if not kind:
        return kind
    if "enum" in kind:
        return {"enum": [*kind["enum"], None]}
    if "anyOf" in kind and len(kind) == 1:
        return {"anyOf": [*kind["anyOf"], {"type": "null"}]}
    if "type" in kind:
        types = kind["type"]
        return {**kind, "type": [*([types] if isinstance(types, str) else types), "null"]}
    return {"anyOf": [kind, {"type": "null"}]}
