"""A few of each kind of fault that `./run torture 500` tries by the hundred: nothing is lost, and nothing is in parts."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from torture.kinds import all_kinds

TESTS = Path(__file__).parents[1]


def run(tmp_path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A module of these tests in an interpreter of its own, since runs are forked from it."""
    env = {**os.environ, "PYTHONPATH": str(TESTS), "TMPDIR": str(tmp_path)}
    made = subprocess.run(
        [sys.executable, "-m", *words], env=env, capture_output=True, text=True, check=False, timeout=600
    )
    assert made.returncode == 0, made.stdout + made.stderr
    return made


def test_kills_and_a_full_disk_leave_everything_whole(tmp_path: Path) -> None:
    made = run(tmp_path, "torture", "1", "folio collect (2)", "may not grow, folio site")
    assert "corrupted 0, lost 0, next failed 0, litter 0" in made.stdout
    assert re.search(r"^[2-9] tried, 0 failed", made.stdout, re.MULTILINE)


def test_a_folio_that_writes_in_place_is_found_out(tmp_path: Path) -> None:
    """The same kills, of one that writes its files and folders as most programs do."""
    evidence, output = run(tmp_path, "torture.sabotage").stdout.splitlines()
    assert re.search(r"\blost [23]", evidence), evidence
    assert re.search(r"\bcorrupted [23]", output), output


def test_kinds_have_names_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [kind.name for kind in all_kinds()]
    assert len(names) == len(set(names)) >= 13
