"""What tests of sources share: a stand-in for GitHub, and the access to it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from evidence.hub import Hub, a_hub
from evidence.hub.rig import TODAY
from folio.evidence.access import Access


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with a_hub() as started:
        yield started


@pytest.fixture
def access(hub: Hub, tmp_path: Path) -> Access:
    """As anybody, and without patience: what GitHub refuses is not tried again."""
    return Access(base=tmp_path, today=TODAY, offline=False, scratch=tmp_path, github_api=hub.address, patience=0)
