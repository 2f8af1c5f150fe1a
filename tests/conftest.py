"""What all tests share."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

GOLDEN = Path(__file__).parent / "golden"


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
