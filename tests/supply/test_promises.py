"""The threat model names what really is there, and who finds a weakness finds somebody to tell."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
THREATS = (ROOT / "docs/explanation/threats.md").read_text("utf-8")
SECURITY = (ROOT / "SECURITY.md").read_text("utf-8")


def test_every_file_that_the_threat_model_rests_on_is_there_and_tests_something() -> None:
    named = set(re.findall(r"`((?:tests|src)/[^`]+)`", THREATS))
    assert len(named) > 30
    assert sorted(name for name in named if not (ROOT / name).exists()) == []
    tests = [ROOT / name for name in named if name.endswith(".py") and name.startswith("tests/")]
    assert [path for path in tests if "def test_" not in path.read_text("utf-8")] == []


def test_every_threat_says_what_shows_that_it_is_met() -> None:
    rows = [line for line in THREATS.splitlines() if line.startswith("|") and not line.startswith("|---")]
    without = [line for line in rows if not re.search(r"`(?:tests|src)/[^`]+` \|$|shown by \|$", line)]
    assert without == []


def test_a_weakness_is_reported_in_private_and_to_no_invented_address() -> None:
    assert "Report a vulnerability" in SECURITY
    assert not re.search(r"\S+@\S+", SECURITY)
    assert "SECURITY.md" in THREATS


def test_the_security_page_promises_what_the_scripts_can_do() -> None:
    run = (ROOT / "run").read_text("utf-8")
    for target in re.findall(r"`\./run (\w+)`", SECURITY + THREATS):
        assert f"\n{target}) " in run, target
