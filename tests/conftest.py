"""What all tests share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

GOLDEN = Path(__file__).parent / "golden"
EXAMPLES = int(os.environ.get("FOLIO_EXAMPLES", "25"))
"""How many a property is tried on that does not say it; the same ones in every run, unless more are asked for."""

settings.register_profile("gate", max_examples=EXAMPLES, derandomize="FOLIO_EXAMPLES" not in os.environ, deadline=None)
settings.load_profile("gate")


SLOW = (
    "tests/test_build.py", "tests/repository/test_enormous.py", "tests/evidence/reading/test_child.py", "tests/validation/",
    "tests/render/test_themes.py", "tests/ats/test_matrix.py", "tests/evidence/test_feeds_source.py",
    "tests/evidence/test_pages_source.py", "tests/cli/test_commands.py", "tests/repository/test_hostile.py",
    "tests/personas/", "tests/render/test_resume.py", "tests/test_kept.py", "tests/readiness/test_invariants.py",
)  # fmt: skip
"""Begun first where workers share the files: a long one at the end would leave the other workers idle."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if "PYTEST_XDIST_WORKER" in os.environ:
        items.sort(key=lambda one: next((n for n, begin in enumerate(SLOW) if one.nodeid.startswith(begin)), len(SLOW)))


@pytest.fixture
def golden() -> Callable[[str, str], None]:
    """Compares a text with the one kept under tests/golden/; `./run golden` renews them, to be read in the diff."""

    def compare(name: str, text: str) -> None:
        file = GOLDEN / name
        if os.environ.get("FOLIO_GOLDEN") == "renew":
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert file.is_file(), f"{name} is not kept yet; run ./run golden"
        assert text.splitlines() == file.read_text(encoding="utf-8").splitlines()

    return compare
