"""The plan that docs/how-to/plan.md shows is the one that folio prints today; `FOLIO_GOLDEN=renew` writes it anew."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from cli.test_commands import ROOT, folio

PAGE = ROOT / "docs" / "how-to" / "plan.md"
COMMAND = "$ folio plan me --platform upwork --hours 12\n"
SHOWN = 3
"""Steps that the page shows; the others are three dots."""


def test_the_plan_on_the_page_is_what_folio_prints(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "sample_profile", tmp_path / "me")
    run = folio(
        *COMMAND.split()[2:], "--offline", "--today", "2026-11-22", "--quiet", cwd=tmp_path, COLUMNS="96", NO_COLOR="1"
    )
    assert run.returncode == 0, run.stderr
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(COMMAND)
    shown, _, after = rest.partition("```")
    now = _shortened(run.stdout)
    if os.environ.get("FOLIO_GOLDEN") == "renew":
        PAGE.write_text(f"{before}{COMMAND}{now}```{after}", encoding="utf-8", newline="\n")
        return
    assert shown == now


def _shortened(printed: str) -> str:
    """Its beginning and its end."""
    lines = printed.splitlines()
    end = next(number for number, line in enumerate(lines) if line.startswith("After th"))
    rest = [number for number, line in enumerate(lines[:end]) if line.lstrip().startswith(f"{SHOWN + 1}. ")]
    begin = [*lines[: rest[0]], "  ...", ""] if rest else lines[:end]
    return "\n".join([*begin, *lines[end:]]) + "\n"
