"""A profile with every field that the schema has, and a payload in every one that takes text."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from folio import schemas
from folio.importing.sound import sound
from folio.profile.exchange.taken import Taken
from hostile.payloads import BLOCKS, LINES

TYPED: dict[str, str] = {
    "Date": "2024-03-15", "Url": "https://a.example/?q=%3Cscript%3E&x=%22%27", "Email": "a@b.example", "Evidence": "project:id-1",
    "Choice": "project:id-1", "Colour": "#003355", "Locale": "en", "Currency": "EUR", "GithubLogin": "ada", "RepositoryName": "x",
    "Same": "https://github.com/ada/x.git", "ServiceAddress": "https://form.example/x", "RelativePath": "me.png",
}  # fmt: skip
SPECIAL: dict[str, Any] = {"language": "en", "locales": [], "amount": 90, "up_to": 95, "pages": 2, "hours_per_week": 20, "hours": 5, "covers": ["tests-meaningful"],
    "sha256": "0" * 64, "repository": "nowhere", "nda": False, "check": "tests-meaningful"}  # fmt: skip
LEFT_OUT = frozenset(
    {
        "extra",
        "variables",
        "annotations",
        "brief",
        "github",
        "feeds",
        "theme",
        "look",
        "hide",
        "order",
        "home",
        "analytics",
    }
)
"""Of other tools, or names of files; they have kinds of their own."""


@cache
def schema() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(schemas.text("profile"))
    return found


class _Writer:
    def __init__(self, turn: int) -> None:
        self.turn = turn
        self.numbers: Counter[str] = Counter()

    def text(self, texts: tuple[str, ...]) -> str:
        self.turn += 1
        return texts[self.turn % len(texts)]

    def value(self, about: dict[str, Any], name: str, owner: str, depth: int) -> Any:
        if name in SPECIAL:
            return SPECIAL[name]
        kind = about.get("$ref", "").rpartition("/")[2]
        if kind in ("Line", "Name"):
            return self.text(LINES)
        if kind == "Markdown":
            return self.text(BLOCKS)
        if kind == "Slug":
            self.numbers[owner] += name == "id"
            return f"id-{self.numbers[owner] if name == 'id' else 1}"
        if kind in TYPED:
            return TYPED[kind]
        if kind:
            return self.value(schema()["$defs"][kind], name, kind, depth)
        if "properties" in about:
            return {
                key: self.value(one, key, owner, depth + 1)
                for key, one in about["properties"].items()
                if key not in LEFT_OUT and (owner, key) != ("Article", "file")
            }
        if "items" in about:
            return [self.value(about["items"], name, owner, depth + 1) for _ in range(3 if depth < 3 else 2)]
        if "anyOf" in about:
            return self.value(about["anyOf"][0], name, owner, depth)
        if "enum" in about:
            return about["enum"][0]
        if isinstance(about.get("additionalProperties"), dict):
            return {}
        kinds = about.get("type", "string")
        if "boolean" in kinds and "string" not in kinds:
            return True
        if ("integer" in kinds or "number" in kinds) and "string" not in kinds:
            return about.get("minimum", about.get("exclusiveMinimum", 0) + 1)
        return self.text(LINES)


def profile(folder: Path, turn: int = 0) -> tuple[dict[str, Any], int]:
    """Such a profile, without what the profile's own rules do not take; and how many texts of it mean harm."""
    data = _Writer(turn).value(schema(), "", "", 0)
    taken = sound(Taken(data), folder)
    return taken.data, sum(one in LINES or one in BLOCKS for one in _texts(taken.data))


def _texts(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return [one for each in value.values() for one in _texts(each)]
    if isinstance(value, list):
        return [one for each in value for one in _texts(each)]
    return [value]
