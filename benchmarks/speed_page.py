"""Makes docs/explanation/speed.md and its pictures from benchmarks/compare.json and cohort.json.

    python benchmarks/speed_page.py [--check]

Nothing is measured. `--check` writes nothing, and ends with status 1 where a file is not what it would be.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from harness.contender import ROOT
from harness.results import FOLDER, read
from telling.page import page, pictures

DOCS = ROOT / "docs"


def files() -> dict[Path, str]:
    """What each file is to hold."""
    compare, cohort = _kept("compare"), _kept("cohort")
    drawn = pictures(compare) if compare else {}
    return {DOCS / "explanation" / "speed.md": page(compare, cohort)} | {
        DOCS / "images" / name: content for name, content in drawn.items()
    }


def _kept(name: str) -> dict[str, Any] | None:
    return read(name) if (FOLDER / f"{name}.json").exists() else None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true")
    wanted = files()
    if parser.parse_args().check:
        other = [file for file, text in wanted.items() if not file.exists() or file.read_text("utf-8") != text]
        print("\n".join(f"{file.relative_to(ROOT)} is not what the figures say" for file in other), file=sys.stderr)
        return int(bool(other))
    for file, text in wanted.items():
        file.write_text(text, encoding="utf-8")
        print(file.relative_to(ROOT))
    return 0


if __name__ == "__main__":
    sys.exit(main())
