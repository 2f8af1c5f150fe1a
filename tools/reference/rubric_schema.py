"""The JSON Schema of a rubric of one's own, with the names of checks, categories and levels that there are."""

from __future__ import annotations

from typing import Any

from reference.schema import Writer, titled

from folio.readiness.rubric import catalogue, platforms
from folio.readiness.rubric.forms import Whole

WHOLE = ("id", "title", "as_of", "basis", "categories")


def schema() -> dict[str, Any]:
    """What a rubric file may hold: changes to a platform that ships, or a platform in whole."""
    made = Writer(languages=False).whole(Whole, "urn:folio:rubric:1", "A rubric for folio")
    made["description"] = (
        "What counts for one client or platform, and how much. With `extends` it changes a rubric that ships with "
        "folio, and says only what is different; without, it is one in whole."
    )
    made["required"] = []
    made["anyOf"] = [{"required": ["extends"]}, {"required": list(WHOLE)}]
    fields = made["properties"]
    fields["extends"]["enum"] = [*platforms(), None]
    fields["extends"].pop("type")
    known = catalogue()
    checks = {one.id: f"{one.title}: {one.measures}" for one in known.checks}
    for name in ("checks", "emphasis", "base_override", "subjects"):
        _named(fields[name], checks)
    for name in ("categories", "floors"):
        _named(fields[name], {one.id: one.title for one in known.categories})
    _named(fields["levels"], {one.id: one.title for one in known.levels})
    made["$defs"]["Gate"]["properties"]["check"] |= {"enum": list(checks), "type": "string"}
    fields["fields"]["items"] = {"enum": [one.id for one in known.fields]}
    return made


def _named(mapping: dict[str, Any], names: dict[str, str]) -> None:
    """Lets a mapping have these keys and no others, each with what it is."""
    value = mapping.pop("additionalProperties")
    mapping["properties"] = {name: {"title": titled(name.replace("-", " ")), "description": says, **value}
                             for name, says in names.items()}  # fmt: skip
    mapping["additionalProperties"] = False
