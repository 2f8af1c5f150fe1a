"""Projects whose repositories are on a host: looked at once, and asked again only whether something changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from folio.evidence.access import Access, Subject, Task
from folio.evidence.model import Observation
from folio.evidence.sources import git
from repository.build import ME, TODAY, Built
from repository.githttp import Host, hosting


@pytest.fixture
def shop(tmp_path: Path) -> Built:
    built = Built(tmp_path / "shop")
    built.commit("Sell things to people", {"README.md": "# Shop\n\nSells things.\n", "src/shop.py": "x = 1\n" * 9})
    built.git("clone", "--quiet", "--mirror", ".", str(tmp_path / "root" / "shop.git"))
    return built


@pytest.fixture
def host(tmp_path: Path, shop: Built) -> Iterator[Host]:
    with hosting(tmp_path / "root", tmp_path) as host:
        yield host


@pytest.fixture
def access(tmp_path: Path, host: Host) -> Access:
    return Access(
        base=tmp_path,
        today=TODAY,
        offline=False,
        scratch=tmp_path / "scratch",
        cache=tmp_path / "cache",
        own=frozenset({ME}),
        allow_private=True,
        authority=host.authority,
    )


def looked(subject: Subject, access: Access, before: Observation | None = None) -> Observation:
    (seen,) = git.observe([Task(subject, before)], access)
    return seen


def test_what_did_not_change_on_the_host_is_known_by_its_fingerprint(
    tmp_path: Path, host: Host, access: Access, shop: Built
) -> None:
    subject = Subject("project:shop", host.address())
    first = looked(subject, access)
    assert first.seen
    before = host.packs
    assert looked(subject, access, first) is first
    assert host.packs - before == 1
    shop.commit("Sell one thing more")
    shop.git("push", "--quiet", "--mirror", str(tmp_path / "root" / "shop.git"))
    again = looked(subject, access, first)
    assert again.seen != first.seen
    assert again.fingerprint != first.fingerprint
    assert again.fingerprint == git.fingerprint(subject, access)


def test_offline_nobody_is_asked(host: Host, access: Access) -> None:
    subject, alone = Subject("project:shop", host.address()), replace(access, offline=True)
    assert git.fingerprint(subject, alone) == ""
    found = looked(subject, alone)
    assert "offline" in str(found.problem)
    assert host.asked == []


def test_a_private_address_is_a_problem_unless_it_is_allowed(host: Host, access: Access) -> None:
    found = looked(Subject("project:shop", host.address()), replace(access, allow_private=False))
    assert "private address" in str(found.problem)
    assert host.asked == []


def test_a_locked_repository_is_a_problem_that_says_what_to_do(host: Host, access: Access) -> None:
    found = looked(Subject("project:shop", host.address(manner="locked")), access)
    assert found.problem == "it is private or does not exist; use its ssh address, or name a local clone"


def test_a_password_of_the_persons_home_is_given_to_nobody(
    host: Host, access: Access, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".netrc").write_text("machine localhost login ada password hunter2\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    found = looked(Subject("project:shop", host.address(manner="locked")), access)
    assert found.seen is None
    assert host.passwords == []
