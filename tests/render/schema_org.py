"""Holds JSON-LD to the slice of schema.org's vocabulary that `tools/schema_org.py` cuts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

VOCABULARY = Path(__file__).parent / "schema" / "schema_org.json"
WORDS = {"@context", "@graph", "@id", "@type"}
DURATION = re.compile(r"P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+S)?)?")


@cache
def classes() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads(VOCABULARY.read_text(encoding="utf-8"))["classes"]
    return found


@cache
def lineage(kind: str) -> frozenset[str]:
    """The class and all it is a kind of."""
    return frozenset({kind}).union(*(lineage(one) for one in classes()[kind]["parents"]))


def things(value: object) -> Iterator[dict[str, Any]]:
    """Every thing of a document, however deep."""
    if isinstance(value, list):
        for one in value:
            yield from things(one)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for one in value.values():
            yield from things(one)


def faults(document: dict[str, Any]) -> list[str]:
    """What the vocabulary does not allow, and references to what is not there."""
    found = [] if document.get("@context") == "https://schema.org" else ["no context"]
    told: dict[str, dict[str, Any]] = {}
    for thing in things(document):
        if set(thing) - {"@id", "@type", "@context"} and "@id" in thing:
            told.setdefault(thing["@id"], thing)
    for thing in things(document):
        found += _thing(thing, told)
    return found


def _thing(thing: dict[str, Any], told: dict[str, dict[str, Any]]) -> Iterator[str]:
    kind = thing["@type"]
    if kind not in {*classes(), "Thing"}:
        yield f"{kind}: no such class"
        return
    properties = {name: ranges for one in lineage(kind) for name, ranges in classes()[one]["properties"].items()}
    for name, value in thing.items():
        if name in WORDS:
            continue
        if name not in properties:
            yield f"{kind}.{name}: no such property"
            continue
        for one in value if isinstance(value, list) else [value]:
            if not any(_fits(one, kind_of_value, told) for kind_of_value in properties[name]):
                yield f"{kind}.{name}: {one!r} is none of {', '.join(properties[name])}"
        if value in ("", [], {}):
            yield f"{kind}.{name}: empty"


def _fits(value: object, kind: str, told: dict[str, dict[str, Any]]) -> bool:
    if isinstance(value, dict):
        thing = value if "@type" in value else told.get(value["@id"], {})
        return bool(thing) and kind in lineage(thing["@type"])
    if isinstance(value, bool):
        return kind == "Boolean"
    if isinstance(value, int | float):
        return kind in ("Number", "Integer" if isinstance(value, int) else "Number")
    return isinstance(value, str) and _is_text(value, kind)


def _is_text(value: str, kind: str) -> bool:
    if kind == "Date":
        return is_day(value)
    if kind == "URL":
        return urlsplit(value).scheme in ("http", "https") and bool(urlsplit(value).netloc)
    if kind == "Duration":
        return bool(DURATION.fullmatch(value))
    return kind == "Text"


def is_day(value: str) -> bool:
    """Whether it is a day, a month or a year as ISO 8601 has it."""
    try:
        date.fromisoformat({4: f"{value}-01-01", 7: f"{value}-01"}.get(len(value), value))
    except ValueError:
        return False
    return True
