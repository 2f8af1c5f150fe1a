"""A site, a neighbour that nobody may reach, and the web as folio asks it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from folio.web.client import Web
from folio.web.model import Bounds
from web.site import Authority, Site, a_site, an_authority, only_loopback


@pytest.fixture
def site() -> Iterator[Site]:
    with a_site() as started:
        yield started


@pytest.fixture
def neighbour() -> Iterator[Site]:
    """On 127.0.0.2; it must never hear of anything."""
    with a_site("127.0.0.2") as started:
        yield started
        assert started.connections == 0


@pytest.fixture
def web() -> Iterator[Web]:
    with Web(may_reach=only_loopback) as asked:
        yield asked


@pytest.fixture
def hasty() -> Iterator[Web]:
    """Gives up early, and once."""
    with Web(may_reach=only_loopback, bounds=Bounds(seconds=0.5, tries=1)) as asked:
        yield asked


@pytest.fixture(scope="session")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    return an_authority(tmp_path_factory.mktemp("authority"))
