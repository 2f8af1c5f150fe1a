"""Ten repositories read at once are seen as if each were read alone."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from folio.repository.git.network import Network
from repository.build import Built, look
from repository.githttp import Host, hosting


@pytest.fixture
def repositories(tmp_path: Path) -> list[Built]:
    made = []
    for number in range(10):
        built = Built(tmp_path / f"shop{number}")
        files = {f"src/m{one}.py": f"def f(x):\n    return x + {one}\n" * (number + 1) for one in range(8)}
        built.commit("Sell things to people", files | {"README.md": f"# Shop {number}\n\nSells things.\n"})
        built.git("tag", f"v1.{number}")
        made.append(built)
    return made


@pytest.fixture
def host(tmp_path: Path, repositories: list[Built]) -> Iterator[Host]:
    for number, built in enumerate(repositories[:3]):
        built.git("clone", "--quiet", "--bare", ".", str(tmp_path / "root" / f"shop{number}.git"))
    with hosting(tmp_path / "root", tmp_path) as host:
        yield host


def test_ten_at_once_are_seen_as_each_alone(tmp_path: Path, host: Host, repositories: list[Built]) -> None:
    places = [host.address(f"shop{number}.git") for number in range(3)]
    places += [str(built.bundle(f"{number}.bundle")) for number, built in enumerate(repositories[3:6])]
    places += [str(built.folder) for built in repositories[6:]]

    def seen(place: str, *, cache: str) -> str:
        given = Network(allow_private=True, authority=host.authority)
        return look(place, tmp_path, offline=False, network=given, cache=tmp_path / cache).model_dump_json()

    alone = [seen(place, cache="alone") for place in places]
    with ThreadPoolExecutor(10) as pool:
        together = list(pool.map(lambda place: seen(place, cache="together"), places))
        again = list(pool.map(lambda place: seen(place, cache="together"), places))
    assert together == alone
    assert again == alone
    assert len(set(alone)) == 10
