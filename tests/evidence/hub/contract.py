"""GitHub's description of its answers: what breaks it, and the plainest answer that keeps to it."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

DESCRIPTION = json.loads((Path(__file__).parent / "schema" / "rest.json").read_text(encoding="utf-8"))
SCHEMAS: dict[str, Any] = DESCRIPTION["schemas"]
COUNT = 777001
"""Each number that the plainest answer holds, stars and followers among them: none of these may ever be kept."""


def route(path: str) -> tuple[str, dict[str, str]] | None:
    """The documented path that `path` is one of, and what stands in the place of its names."""
    for template, pattern in _routes():
        if found := pattern.fullmatch(path):
            return template, found.groupdict()
    return None


def breaches(template: str, status: int, body: object) -> list[str]:
    """How an answer breaks the description. Refusals that it does not list have at least the form of the others."""
    validator = _validator(template, str(status))
    return [f"{'/'.join(map(str, one.instance_path))}: {one.message[:300]}" for one in validator.iter_errors(body)]


def plainest(name: str, /, **facts: object) -> dict[str, Any]:
    """An answer with every field that the schema `name` knows, at its plainest, and these facts in it."""
    made: dict[str, Any] = json.loads(_plainest(name))
    unknown = facts.keys() - made.keys()
    assert not unknown, f"GitHub describes no {', '.join(sorted(unknown))} of {name}"
    return made | facts


@cache
def _plainest(name: str) -> str:
    return json.dumps(_made({"$ref": f"#/schemas/{name}"}, 1))


@cache
def _routes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    templates = sorted(DESCRIPTION["paths"], key=lambda one: one.count("{"))
    return tuple((one, re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>[^/]+)", re.escape(one)))) for one in templates)


@cache
def _validator(template: str, status: str) -> jsonschema_rs.Draft4Validator:
    documented = DESCRIPTION["paths"].get(template, {})
    schema = documented.get(status, {"$ref": "#/schemas/basic-error"})
    assert status in documented or int(status) >= 300, f"GitHub describes no {status} at {template}"
    # Where GitHub describes an address, it also hands out an empty one: of homepages, of where a deployment runs.
    formats = {"uri": lambda text: text == "" or "://" in text}
    return jsonschema_rs.Draft4Validator(
        {"allOf": [schema], "schemas": SCHEMAS}, formats=formats, validate_formats=True
    )


def _made(schema: dict[str, Any], depth: int) -> Any:
    """Optional fields only of the outermost object: below it, a repository holds repositories without end."""
    if "$ref" in schema:
        return _made(SCHEMAS[schema["$ref"].rpartition("/")[2]], depth)
    if "anyOf" in schema:
        return _made(schema["anyOf"][0], depth)
    if "allOf" in schema:
        return _made(schema["allOf"][0], depth)
    kind = schema.get("type", "object")
    if isinstance(kind, list):
        return None
    if kind == "object":
        wanted = schema.get("properties", {}) if depth else schema.get("required", ())
        return {name: _made(schema["properties"][name], max(depth - 1, 0)) for name in wanted}
    if "enum" in schema:
        return schema["enum"][0]
    text = {"uri": "https://hub.example/", "date-time": "2024-02-01T09:00:00Z", "email": "ada@mill.example"}
    plain = {"string": text.get(schema.get("format", ""), "text"), "integer": COUNT, "number": 1.0}
    return plain.get(kind, False if kind == "boolean" else [])
