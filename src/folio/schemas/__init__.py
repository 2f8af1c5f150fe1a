"""The JSON Schemas of what people write and what folio gives, for editors and programs; made by tools/schemas.py."""

from __future__ import annotations

from pathlib import Path

NAMES = ("profile", "rubric", "report")
"""What there is a schema of: a profile, a rubric of one's own, and what `folio score --json` gives."""


def text(name: str) -> str:
    """The JSON Schema (draft 2020-12) of one of `NAMES`, as JSON."""
    return (Path(__file__).parent / f"{name}.schema.json").read_text(encoding="utf-8")
