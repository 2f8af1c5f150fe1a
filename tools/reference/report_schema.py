"""The JSON Schema of the readiness report, from the dataclasses and their docstrings."""

from __future__ import annotations

import dataclasses
from typing import Any

from pydantic import ConfigDict, TypeAdapter

from folio.readiness import report

IDENTIFIER = "urn:folio:readiness-report:1"


def schema() -> dict[str, Any]:
    """The schema of what `Report.to_json` writes. Fields may be added to it; none is taken away in version 1."""
    for one in vars(report).values():
        if isinstance(one, type) and dataclasses.is_dataclass(one):
            one.__pydantic_config__ = ConfigDict(use_attribute_docstrings=True)  # type: ignore[attr-defined]
    made = _without_titles(TypeAdapter(report.Report).json_schema(mode="serialization"))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": IDENTIFIER,
        "title": "folio's readiness report, version 1",
        **made,
    }


def _without_titles(value: Any, *, names: bool = False) -> Any:
    """The schema without the titles that only repeat a field's name; under `properties`, keys are fields."""
    if isinstance(value, dict):
        return {
            key: _without_titles(one, names=key in ("properties", "$defs"))
            for key, one in value.items()
            if names or key != "title"
        }
    return [_without_titles(one) for one in value] if isinstance(value, list) else value
