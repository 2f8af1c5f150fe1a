"""How right folio's checks are, by repositories that a human labelled: `./run validation [--write] [NAME ...]`.

Prints precision and recall of each check and every miss. The status is 1 when a check falls below its floor.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from validation.case import CHECKS, cases
from validation.score import rows, verdicts
from validation.table import below, floors, printed, write


def main(arguments: list[str]) -> int:
    """Builds, scores and prints; gives the exit status."""
    parser = argparse.ArgumentParser(prog="./run validation", description=__doc__)
    parser.add_argument(
        "--write", action="store_true", help="renew docs/explanation/validation.md, and raise the floors"
    )
    parser.add_argument("name", nargs="*", help="only repositories whose name begins so, such as models/ or data/dbt")
    said = parser.parse_args(arguments)
    if said.write and said.name:
        parser.error("--write takes all repositories")
    wanted = [one for one in cases() if not said.name or one.name.startswith(tuple(said.name))]
    with tempfile.TemporaryDirectory(prefix="folio-validation-") as folder:
        found = verdicts(wanted, Path(folder))
    table = [row for row in rows(found, CHECKS) if row.verdicts]
    sys.stdout.write(printed(table, found))
    if said.write:
        for path in write(table, found):
            sys.stderr.write(f"wrote {path}\n")
    fallen = [] if said.name else below(table, floors())
    sys.stderr.writelines(f"below its floor: {one}\n" for one in fallen)
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
