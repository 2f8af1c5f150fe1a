"""Somebody with two repositories, a site, a résumé and a letter; `say` changes a sentence that is on every page."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

PROFILE = """\
name: Ada Brandt
headline: Data engineer who {says}
summary: Moves numbers, and {says}.
contact: {{email: ada@brandt.example}}
publishing: {{site_url: https://ada.example/}}
projects:
  - {{id: counting, title: Counting, repository: code/counting, summary: Counts what others forget.}}
  - {{id: sorting, title: Sorting, repository: code/sorting, summary: Sorts what others count.}}
articles:
  - {{id: late, file: articles/late.md}}
work:
  - {{id: shop, organisation: Shop, role: Engineer, start: 2020-01, highlights: [Counted everything twice.]}}
targets:
  - {{id: acme, name: Acme, letter: {{body: I count.}}}}
"""
SAYINGS = ("counts twice", "sorts before she counts, and says why")
DAY = "2026-11-22"
GIT = {
    "GIT_AUTHOR_NAME": "Ada Brandt", "GIT_AUTHOR_EMAIL": "ada@brandt.example", "GIT_AUTHOR_DATE": "2026-11-01T12:00:00Z",
    "GIT_COMMITTER_NAME": "Ada Brandt", "GIT_COMMITTER_EMAIL": "ada@brandt.example",
    "GIT_COMMITTER_DATE": "2026-11-01T12:00:00Z", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull,
}  # fmt: skip


def settle(folder: Path) -> Path:
    """Makes the person's folder."""
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "late.md").write_text("# Late\n\nNumbers that come late are wrong numbers.\n")
    for name in ("counting", "sorting"):
        code = folder / "code" / name
        code.mkdir(parents=True)
        (code / "README.md").write_text(f"# {name}\n\nDoes what it says.\n")
        (code / "main.py").write_text(f"def {name}(rows):\n    return len(list(rows))\n")
        for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", f"Begin {name}"]):
            subprocess.run(["git", "-C", str(code), *words], env={**os.environ, **GIT}, check=True)
    say(folder, 0)
    return folder


def say(folder: Path, which: int) -> None:
    """Has the profile say one of two things."""
    (folder / "profile.yaml").write_text(PROFILE.format(says=SAYINGS[which]))
