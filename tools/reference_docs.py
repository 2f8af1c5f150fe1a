"""Writes what is made of the code itself: the JSON Schemas, and the pages of docs/reference/ that list all there is.

    tools/reference_docs.py [--check]

`--check` writes nothing, and fails when what is kept is not what would be written.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

import schemas
from reference import api_page, cli_page, cohort_page, records_page, templates_page

KEPT = Path(__file__).parent.parent / "docs" / "reference"
PAGES: dict[str, Callable[[], str]] = {
    "api": api_page.page,
    "cli": cli_page.page,
    "cohort": cohort_page.page,
    "profile": records_page.profile_page,
    "rubric": records_page.rubric_page,
    "templates": templates_page.page,
}


def main(arguments: list[str]) -> int:
    """Writes the schemas and the pages, or compares them."""
    status = schemas.main(arguments)
    for name, page in PAGES.items():
        file = KEPT / f"{name}.md"
        if arguments != ["--check"]:
            file.write_text(page(), encoding="utf-8")
            print(file)
        elif not file.is_file() or file.read_text(encoding="utf-8") != page():
            print(f"{file}: out of date; run tools/reference_docs.py")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
