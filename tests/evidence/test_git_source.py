from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from folio.evidence.access import Access, Subject, Task
from folio.evidence.model import Observation, RepositoryObserved
from folio.evidence.sources import git
from folio.profile.model import Profile
from repository.build import ME, TODAY, Built


@pytest.fixture
def access(tmp_path: Path) -> Access:
    built = Built(tmp_path / "shop")
    built.commit("Sell things to people", {"shop.py": "x = 1\ny = 2\nz = 3\n"})
    return Access(base=tmp_path, today=TODAY, offline=True, scratch=tmp_path / "scratch", own=frozenset({ME}))


SHOP = Subject("project:shop", "shop")


def looked(subject: Subject, access: Access, before: Observation | None = None) -> Observation:
    (seen,) = git.observe([Task(subject, before)], access)
    return seen


def test_projects_with_a_repository_are_the_subjects() -> None:
    projects = (SimpleNamespace(id="shop", repository="shop"), SimpleNamespace(id="talk", repository=None))
    assert git.subjects(cast(Profile, SimpleNamespace(projects=projects))) == (SHOP,)
    assert git.subjects(cast(Profile, SimpleNamespace(projects=None))) == ()


def test_a_repository_is_seen(access: Access) -> None:
    seen = looked(SHOP, access)
    assert (seen.source, seen.subject, seen.observed_on, seen.problem) == ("git", "project:shop", TODAY, None)
    assert isinstance(seen.seen, RepositoryObserved)
    assert seen.seen.repository.history.own == 1
    assert Observation.model_validate_json(seen.model_dump_json()) == seen


@pytest.mark.parametrize("location", ["nowhere", "ext::sh -c x", "https://example.org/me/shop"])
def test_what_can_not_be_read_is_a_problem_and_not_an_error(access: Access, location: str) -> None:
    seen = looked(Subject("project:shop", location), access)
    assert seen.seen is None
    assert seen.problem


def test_an_unchanged_repository_keeps_its_fingerprint(access: Access) -> None:
    mark = git.fingerprint(SHOP, access)
    assert mark
    assert mark == looked(SHOP, access).fingerprint == git.fingerprint(SHOP, access)
    assert mark == git.fingerprint(SHOP, replace(access, today=date(2026, 12, 1)))
    assert mark != git.fingerprint(SHOP, replace(access, own=frozenset({"other@example.org"})))


def test_the_day_matters_where_something_is_dated_later(access: Access) -> None:
    early = replace(access, today=date(2026, 1, 1))
    assert git.fingerprint(SHOP, early) != git.fingerprint(SHOP, access)
    assert git.fingerprint(SHOP, early) != git.fingerprint(SHOP, replace(access, today=date(2026, 1, 2)))


def test_an_address_has_no_fingerprint(access: Access) -> None:
    assert git.fingerprint(Subject("project:shop", "https://example.org/me/shop"), access) == ""


def test_a_bundle_is_read_again_once_what_was_dated_later_has_come(access: Access) -> None:
    """A bundle is told by its bytes, which say nothing of the day they were looked at on."""
    subprocess.run(["git", "-C", access.base / "shop", "bundle", "create", "-q", "../shop.bundle", "--all"], check=True)
    subject = Subject("project:shop", "shop.bundle")
    early = replace(access, today=date(2026, 1, 1))
    first = looked(subject, early)
    then = looked(subject, access, first)
    assert (own(first), own(then)) == (0, 1)
    assert looked(subject, replace(access, today=date(2026, 12, 1)), then) is then
    assert own(looked(subject, early, then)) == 0


def own(seen: Observation) -> int:
    assert isinstance(seen.seen, RepositoryObserved)
    return seen.seen.repository.history.own
