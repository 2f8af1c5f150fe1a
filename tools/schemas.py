"""Writes the JSON Schemas of profiles, rubrics and reports into src/folio/schemas, from the records themselves.

    tools/schemas.py [--check]

`--check` writes nothing, and fails when what is kept there is not what would be written.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))

from reference import report_schema, rubric_schema
from reference.schema import Writer

from folio.profile.model import Profile

KEPT = Path(__file__).parent.parent / "src" / "folio" / "schemas"


def profile() -> dict[str, Any]:
    """The schema of profile.yaml."""
    return Writer(languages=True).whole(Profile, "urn:folio:profile:1", "A folio profile")


SCHEMAS = {"profile": profile, "rubric": rubric_schema.schema, "report": report_schema.schema}


def made(name: str) -> str:
    """A schema as it is kept."""
    return json.dumps(SCHEMAS[name](), indent=2, ensure_ascii=False) + "\n"


def main(arguments: list[str]) -> int:
    """Writes the schemas, or compares them."""
    status = 0
    for name in SCHEMAS:
        file = KEPT / f"{name}.schema.json"
        if arguments != ["--check"]:
            file.write_text(made(name), encoding="utf-8")
            print(file)
        elif not file.is_file() or file.read_text(encoding="utf-8") != made(name):
            print(f"{file}: out of date; run tools/reference_docs.py")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
