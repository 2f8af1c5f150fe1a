"""A document into a frozen record, or every problem in it at once, each at its line.

Messages are keyed on pydantic's error types, which are stable, and never on its English sentences, which are not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from folio.document import Document, KeyPath
from folio.errors import InputError, Problem

Model = TypeVar("Model", bound=BaseModel)

SURE = 0.8
"""How alike two names are, by difflib's measure, where one is a slip of the other."""

MOST = 1000
"""Problems that are told at once; finding what each name may mean takes a while."""

Say = Callable[[Mapping[str, Any], object], tuple[str, str]]
"""From an error's context and the value it is about to what is wrong and what to do."""


def _shown(value: object, limit: int = 40) -> str:
    text = value if isinstance(value, str) else "a list" if isinstance(value, list) else "a mapping"
    return f"'{text}'" if len(text) <= limit else f"'{text[: limit - 1]}…'"


def _expected(context: Mapping[str, Any], value: object) -> tuple[str, str]:
    choices = _choices(context)
    near = _near(str(value), choices)
    todo = f"did you mean '{near[0]}'" if near else f"write one of {', '.join(choices)}"
    return f"{_shown(value)} is not one of the choices", todo


def _choices(context: Mapping[str, Any]) -> list[str]:
    return str(context.get("expected", "")).replace(" or ", ", ").replace("'", "").split(", ")


def _near(name: str, known: list[str]) -> list[str]:
    """What of the known may be meant by a name, the nearest first."""
    from difflib import get_close_matches

    return _same(name, known) or get_close_matches(name, known)


def _sure(name: str, known: list[str]) -> str | None:
    """The one of the known that must be meant by a name; None where it may be another one, or none."""
    from difflib import get_close_matches

    near = _same(name, known) or get_close_matches(name, known, cutoff=SURE)
    return near[0] if len(near) == 1 else None


def _same(name: str, known: list[str]) -> list[str]:
    """Those that are spelt so but for capitals and what joins words."""
    folded = re.sub(r"[\s_-]+", "-", name.strip().casefold())
    return [one for one in known if one.casefold().replace("_", "-") == folded]


def _pattern(context: Mapping[str, Any], value: object) -> tuple[str, str]:
    pattern = str(context.get("pattern", ""))
    for part, _, what, todo in PATTERNS:
        if part in pattern:
            return f"{_shown(value)} is not {what}", todo
    return f"{_shown(value)} has the wrong form", f"it must match {pattern}"


PATTERNS = (
    (
        "(?:-[a-z0-9]+)*$",
        "short-name",
        "a short name",
        "use small letters, digits and single hyphens, such as 'churn-model'",
    ),
    ("{0,38}", "github-name", "a name on GitHub", "write it without @ and without the address, such as 'ada-lovelace'"),
    ("[A-Za-z0-9._-]+", "repository-name", "a repository's name", "write it as GitHub does, without its owner"),
    ("[^@", "email-address", "an e-mail address", "write it as name@example.org"),
    ("[A-Z]{3}", "currency", "a currency code", "write three capitals, such as EUR"),
    (
        "(project|",
        "evidence-link",
        "an evidence link",
        "write project:<id>, article:<id>, contract:<id>, work:<id>, talk:<id> or a web address",
    ),
    (
        "(work|contract|project",
        "entry-name",
        "the name of an entry",
        "write work:<id>, project:<id>, article:<id> or skill:<name>",
    ),
    ("#[0-9A-Fa-f]{6}", "colour", "a colour", "write it as '#1f4e5f', in quotes"),
    ("[A-Za-z]{2,3}(?:-", "language-tag", "a language tag", "write it as en, de or pt-BR"),
    ("[a-z][a-z0-9_]{0,40}", "variable-name", "a name of a variable", "use small letters, digits and underscores"),
    ("[0-9a-f]{64}", "sha256", "a SHA-256", "write the 64 characters that 'sha256sum FILE' prints"),
)

RULES = {
    "bool_parsing": "boolean",
    "bool_type": "boolean",
    "dict_type": "mapping",
    "enum": "choice",
    "extra_forbidden": "unknown-field",
    "finite_number": "number",
    "float_parsing": "number",
    "float_type": "number",
    "greater_than": "too-small",
    "greater_than_equal": "too-small",
    "int_parsing": "number",
    "int_type": "number",
    "less_than": "too-large",
    "less_than_equal": "too-large",
    "literal_error": "choice",
    "model_type": "fields",
    "not_a_date": "date",
    "not_a_service": "service-address",
    "not_a_web_address": "web-address",
    "string_too_long": "too-many-characters",
    "string_too_short": "text",
    "string_type": "text",
    "tuple_type": "list",
}
"""What kind of problem an error of pydantic's is; others are called as pydantic does, with hyphens."""

SAYS: dict[str, Say] = {
    "missing": lambda c, v: ("is missing", "add it"),
    "literal_error": _expected,
    "enum": _expected,
    "string_pattern_mismatch": _pattern,
    "string_type": lambda c, v: ("is empty" if v is None else f"{_shown(v)} is not a text", "write a text"),
    "string_too_short": lambda c, v: ("is empty", "write a text, or remove the line"),
    "string_too_long": lambda c, v: (
        f"{len(str(v)):,} characters",
        f"shorten it to {c.get('max_length', 0):,} characters",
    ),
    "tuple_type": lambda c, v: (
        "is empty" if v is None else f"{_shown(v)} is not a list",
        "write a list, one '- ' line for each; '[]' says none",
    ),
    "dict_type": lambda c, v: (
        "is empty" if v is None else f"{_shown(v)} is not a mapping",
        "write 'key: value' lines",
    ),
    "model_type": lambda c, v: (
        "is empty" if v is None else f"{_shown(v)} stands where several fields belong",
        "write 'field: value' lines below it",
    ),
    "bool_parsing": lambda c, v: (f"{_shown(v)} is neither true nor false", "write true or false"),
    "bool_type": lambda c, v: (f"{_shown(v)} is neither true nor false", "write true or false"),
    "int_parsing": lambda c, v: (f"{_shown(v)} is not a whole number", "write digits only"),
    "int_type": lambda c, v: (f"{_shown(v)} is not a whole number", "write digits only"),
    "float_parsing": lambda c, v: (f"{_shown(v)} is not a number", "write digits, with a point for decimals"),
    "float_type": lambda c, v: (f"{_shown(v)} is not a number", "write digits, with a point for decimals"),
    "finite_number": lambda c, v: (f"{_shown(v)} is not a number", "write digits, with a point for decimals"),
    "greater_than": lambda c, v: (f"{_shown(v)} is too small", f"it must be over {c['gt']:g}"),
    "greater_than_equal": lambda c, v: (f"{_shown(v)} is too small", f"it must be at least {c['ge']:g}"),
    "less_than": lambda c, v: (f"{_shown(v)} is too large", f"it must be under {c['lt']:g}"),
    "less_than_equal": lambda c, v: (f"{_shown(v)} is too large", f"it must be at most {c['le']:g}"),
    "not_a_date": lambda c, v: (f"{_shown(v)} is not a date", "write 2024, 2024-03 or 2024-03-15"),
    "not_a_web_address": lambda c, v: (
        f"{_shown(v)} is not an absolute web address",
        "write it with https://",
    ),
    "not_a_service": lambda c, v: (
        f"{_shown(v)} is not the https address of a service",
        "write it with https:// and a plain host name",
    ),
    "invisible_character": lambda c, v: (
        f"holds an invisible character ({c['code']})",
        "delete it and type the text again",
    ),
    "nda_without_shown_as": lambda c, v: (
        "a client under NDA needs a name to show",
        "add 'shown_as', such as 'a Swiss insurer'",
    ),
    "nda_name_shown": lambda c, v: (
        "'shown_as' contains the name under NDA",
        "describe the client without it",
    ),
    "empty_proof": lambda c, v: (
        "a proof that names nothing",
        "add 'reference', 'link', or 'document' with its 'sha256'",
    ),
    "language_without_level": lambda c, v: (
        "a language without a level",
        "add 'level' (A1 to C2, or native), or 'fluency' in your own words",
    ),
    "article_nowhere": lambda c, v: ("an article that is nowhere", "add 'file' or 'url'"),
    "pale_colour": lambda c, v: (f"{_shown(v)} is too pale for text on white", "choose a darker one"),
    "section_twice": lambda c, v: ("names a section twice", "name each once"),
    "falling_range": lambda c, v: ("'up_to' is below 'amount'", "swap them"),
}


def validate(model: type[Model], document: Document) -> Model:
    """The document as a `model`; raises InputError with every problem at once."""
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        details = error.errors(include_url=False)
    problems = [_problem(model, document, detail) for detail in details[:MOST]]
    if len(details) > MOST:
        what = f"and {len(details) - MOST:,} more problems"
        problems.append(document.problem((), what, "correct the ones above first"))
    raise InputError(problems)


def suggestion(name: str, known: list[str]) -> str:
    """`did you mean 'headline'`, or a short list of what there is."""
    near = _near(name, known)
    return f"did you mean '{near[0]}'" if near else f"known here: {', '.join(known)}"


def _problem(model: type[BaseModel], document: Document, detail: ErrorDetails) -> Problem:
    kind, context, value = detail["type"], detail.get("ctx", {}), detail["input"]
    path = _path_in(document, detail["loc"])
    key = kind == "extra_forbidden" or detail["loc"][-1:] == ("[key]",)
    meant: str | None = None
    if kind == "extra_forbidden":
        known = list(_fields_at(model, path[:-1]))
        meant, what, todo = _sure(str(path[-1]), known), "no such field", suggestion(str(path[-1]), known)
    elif kind == "missing":
        what, todo = "is missing", "add it"
    elif say := SAYS.get(kind):
        what, todo = say(context, value)
        meant = _sure(str(value), _choices(context)) if "expected" in context else None
    else:
        what, todo = f"{_shown(value)} is not valid here", detail["msg"]
    found = document.problem(path, what, todo, key=key)
    return replace(found, rule=_rule(kind, context), instead=meant)


def _rule(kind: str, context: Mapping[str, Any]) -> str:
    if kind == "string_pattern_mismatch":
        pattern = str(context.get("pattern", ""))
        return next((rule for part, rule, _, _ in PATTERNS if part in pattern), "pattern")
    return RULES.get(kind, kind.replace("_", "-"))


def _path_in(document: Document, location: tuple[int | str, ...]) -> KeyPath:
    """The part of pydantic's location that is in the file: it also names union members and dict keys."""
    path: KeyPath = ()
    for index, part in enumerate(location):
        if part == "[key]":
            continue
        longer = (*path, part)
        if longer in document.values or longer in document.keys or index == len(location) - 1:
            path = longer
    return path


def _fields_at(model: type[BaseModel], path: KeyPath) -> Iterator[str]:
    """The names of the fields of the record that stands at `path`."""
    current: Any = model
    for part in path:
        if isinstance(part, str) and _is_record(current) and part in current.model_fields:  # else a name in a dict
            current = _inner(current.model_fields[part].annotation)
    if _is_record(current):
        yield from current.model_fields


def _is_record(annotation: object) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _inner(annotation: Any) -> Any:
    """The record inside `tuple[Record, ...] | None`."""
    if _is_record(annotation):
        return annotation
    return next((found for part in get_args(annotation) if _is_record(found := _inner(part))), None)
