"""One town for all tests of personas: each of them is built, read and scored once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from folio.readiness.report import Report
from personas.people import personas
from personas.run import Town


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Town:
    """Where personas live."""
    folder: Path = tmp_path_factory.mktemp("town")
    return Town(folder)


@pytest.fixture(scope="session")
def scored(town: Town) -> Mapping[str, Mapping[str, Report]]:
    """The reports of the ten, by name and platform."""
    return {one.name: town.reports(one) for one in personas()}
