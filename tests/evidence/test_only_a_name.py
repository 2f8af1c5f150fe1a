"""A profile that says no more than a name on GitHub, from the list to the facts: real git, real HTTP, one GitHub."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from build import a_profile
from evidence.hub import Hub
from evidence.hub.rig import TODAY
from folio.evidence.access import Access
from folio.evidence.collect import collect
from folio.evidence.model import Evidence, HostedSeen, Observation
from folio.facts import Facts, derive
from folio.profile.model import Profile
from folio.web.client import Web
from repository.build import Built
from repository.githttp import Host, hosting
from web.site import only_loopback

ME = "ada@mill.example"
CODE = "".join(f"def step_{n}(shelf):\n    return shelf.total_{n} + {n}\n\n\n" for n in range(60))
JUST_A_NAME = a_profile(github="plain", contact={})


def nowhere(host: str) -> Sequence[str]:
    raise socket.gaierror(socket.EAI_AGAIN, "these tests know no names")


@pytest.fixture
def host(tmp_path: Path, hub: Hub) -> Iterator[Host]:
    """Two repositories of ada's behind https, and GitHub's word on them and a hundred more."""
    for name in ("loom", "cards"):
        built = Built(tmp_path / name)
        built.commit(
            "Weave a first pattern", {"README.md": f"# {name}\n", "loom.py": CODE.replace("shelf", name)}, by=ME
        )
        built.git("clone", "--quiet", "--mirror", ".", str(tmp_path / "root" / f"{name}.git"))
    hub.account("plain", commits=(ME,))
    for index in range(98):
        hub.add(f"plain/exercise-{index}", fork=True, parent="school/exercise")
    with hosting(tmp_path / "root", tmp_path) as host:
        for name in ("loom", "cards"):
            address = host.address("", host="127.0.0.1")
            hub.add(f"plain/{name}", html_url=f"{address}{name}", homepage=None, runs=[{"name": "ci"}])
        yield host


@pytest.fixture
def reach(access: Access, host: Host, tmp_path: Path) -> Iterator[Access]:
    with Web(may_reach=only_loopback, resolver=nowhere, authority=host.authority) as web:
        yield replace(
            access, web=web, scratch=tmp_path / "scratch", cache=tmp_path / "cache", allow_private=True,
            authority=host.authority,
        )  # fmt: skip


def facts(profile: Profile, access: Access) -> tuple[Facts, Evidence]:
    evidence = collect(profile, access)
    return derive(profile, evidence, today=TODAY), evidence


def test_a_name_on_github_is_enough(hub: Hub, reach: Access) -> None:
    known, _ = facts(JUST_A_NAME, reach)
    assert [one.claim.title for one in known.projects] == ["cards", "loom"]
    for project in known.projects:
        assert project.counts, project.unread
        assert project.repository
        assert project.repository.history.own == 1
        assert isinstance(project.hosted, HostedSeen)
        assert project.hosted.owned
        assert project.hosted.last_run
    assert hub.spent <= 40
    assert hub.violations == []


def test_a_second_run_asks_github_hardly_anything_and_reads_nothing_again(hub: Hub, host: Host, reach: Access) -> None:
    evidence = collect(JUST_A_NAME, reach)
    stored = {(one.source, one.subject): one for one in evidence.observations}
    hub.spent, packs = 0, host.packs
    again: list[str] = []
    collect(JUST_A_NAME, reach, stored=stored, watch=lambda name, anew: again.append(name) if anew else None)
    assert hub.spent == 0
    assert again == ["links link:github"], "what was not reached is tried again"
    assert host.packs - packs == 2, "each repository is only asked for what it points to"


def test_an_account_that_can_not_be_listed_leaves_everything_open(reach: Access) -> None:
    known, _ = facts(JUST_A_NAME, replace(reach, offline=True))
    assert known.projects == ()
    assert known.unlisted == {"account:plain": "not asked: offline"}
    assert known.profile.projects is None


def test_what_was_listed_before_stands_when_github_is_down(hub: Hub, reach: Access) -> None:
    evidence = collect(JUST_A_NAME, reach)
    stored = {(one.source, one.subject): one for one in evidence.observations}
    down = replace(reach, github_api="http://127.0.0.1:9", refresh=True)
    later = collect(JUST_A_NAME, down, stored=stored)
    assert derive(JUST_A_NAME, later, today=TODAY).projects == derive(JUST_A_NAME, evidence, today=TODAY).projects
    missed = [one.missed for one in later.observations if isinstance(one, Observation) and one.source != "git"]
    assert "not reached; check the network and try again" in missed
