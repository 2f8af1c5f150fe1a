"""What the tests of validation share: every labelled repository, built and scored once."""

from __future__ import annotations

from pathlib import Path

import pytest

from validation.case import CHECKS, cases
from validation.score import Row, Verdict, rows, verdicts


@pytest.fixture(scope="session")
def found(tmp_path_factory: pytest.TempPathFactory) -> tuple[Verdict, ...]:
    """Every label beside what folio says."""
    folder: Path = tmp_path_factory.mktemp("labelled")
    return verdicts(cases(), folder)


@pytest.fixture(scope="session")
def by_check(found: tuple[Verdict, ...]) -> dict[str, Row]:
    """The labels of each check."""
    return {row.check: row for row in rows(found, CHECKS)}
