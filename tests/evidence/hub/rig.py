"""Short ways to ask the hub."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from evidence.hub import Hub
from folio.evidence import store
from folio.evidence.access import Access, Subject, Task
from folio.evidence.model import AccountSeen, Evidence, HostedSeen, Observation
from folio.evidence.sources import accounts, github
from folio.profile.model import Profile

TODAY = date(2026, 11, 22)
SECRET = "ghp_onlyForTheseTests"
SAID = {"name": "Ada", "headline": "Engines for weavers", "summary": "I build engines."}


def later(access: Access, day: int = 23, hour: int = 12) -> Access:
    """Another run, in the same month."""
    moment = access.now.replace(day=day, hour=hour)
    return replace(access, today=moment.date(), clock=moment)


def a_task(hub: Hub, name: str = "loom", before: Observation | None = None) -> Task:
    return Task(Subject(f"project:{name}", f"{hub.address}/ada/{name}"), before)


def look(hub: Hub, access: Access, name: str = "loom", before: Observation | None = None) -> Observation:
    """The observation of `ada/<name>`."""
    [observation] = github.observe([a_task(hub, name, before)], access)
    return observation


def hosted(hub: Hub, access: Access, name: str = "loom", before: Observation | None = None) -> HostedSeen:
    observation = look(hub, access, name, before)
    assert isinstance(observation.seen, HostedSeen), observation.problem
    return observation.seen


def look_at_account(access: Access, before: Observation | None = None) -> Observation:
    """The observation of the account `ada`."""
    [observation] = accounts.observe([Task(Subject("account:ada", "ada"), before)], access)
    return observation


def account(access: Access, before: Observation | None = None) -> AccountSeen:
    observation = look_at_account(access, before)
    assert isinstance(observation.seen, AccountSeen), observation.problem
    return observation.seen


def looks(
    hub: Hub, access: Access, names: Sequence[str], before: Sequence[Observation | None] = ()
) -> dict[str, Observation]:
    """The observations of several repositories of ada's, by name."""
    earlier = dict(zip(names, before, strict=bool(before)))
    found = github.observe([a_task(hub, name, earlier.get(name)) for name in names], access)
    return {one.subject.removeprefix("project:"): one for one in found}


def a_profile(hub: Hub, *names: str) -> Profile:
    """With a project for each of these repositories."""
    projects = [
        {"id": name, "title": name, "summary": "It weaves.", "code_url": f"{hub.address}/ada/{name}"} for name in names
    ]
    return Profile.model_validate(SAID | {"projects": projects})


def as_stored(evidence: Evidence) -> store.Stored:
    return {(one.source, one.subject): one for one in evidence.observations}


def of_github(evidence: Evidence) -> list[Observation]:
    return [one for one in evidence.observations if one.source == "github"]
