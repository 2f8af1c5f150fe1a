"""The shape of a SARIF 2.1.0 log, whatever its results are about; the one place that knows it."""

from __future__ import annotations

import json
from typing import Any

from folio.render.markdown_text import JOINER
from folio.render.plain import plain
from folio.version import VERSION

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
LONGEST = 1000
"""Characters of a text; code hosts cut longer ones off."""
MOST = 5000
"""So many results of a run are shown by GitHub."""

Json = dict[str, Any]


def log(run: Json) -> str:
    """A log of one run, as a file has it."""
    return json.dumps(
        {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, sort_keys=True, ensure_ascii=False, indent=2
    ) + "\n"  # fmt: skip


def tool(rules: list[Json]) -> Json:
    """folio, with the rules that results of the run are by."""
    return {"driver": {"name": "folio", "version": VERSION, "semanticVersion": VERSION, "rules": rules}}


def rule_name(identifier: str) -> str:
    """`too-long` as SARIF calls a rule for people: `TooLong`."""
    return "".join(word.capitalize() for word in identifier.split("-"))


def message(text: str) -> Json:
    """A text as a message on one line, in which nothing is a link or a place to fill in."""
    said = plain(text)
    said = said if len(said) <= LONGEST else f"{said[: LONGEST - 1]}…"
    return {"text": said.replace("{", "{{").replace("}", "}}").replace("](", f"]{JOINER}(")}
