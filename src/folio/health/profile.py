"""One profile: that it loads, how old what was seen of it is, and that its repositories are where it says."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from folio.errors import FolioError, InputError
from folio.health import git
from folio.health.finding import Finding, Surroundings, note, ok, trouble
from folio.profile.model import Profile

OLD_DAYS = 30
"""After which a score says little of today."""
TRUSTING = (2, 38)
"""The first git that reads a repository of somebody else's when folio says that it may."""


def look(around: Surroundings) -> Iterator[Finding]:
    from folio.profile.load import load, locate

    try:
        file = locate(around.profile)
    except FolioError as error:
        if around.named:
            raise
        yield note("profile", "none here", f"name one: 'folio doctor me'; {str(error).rpartition('; ')[2]}")
        return
    try:
        loaded = load(file, overrides=around.overrides)
    except InputError as error:
        count = len(error.problems)
        what = f"{file}: {count} {'problem' if count == 1 else 'problems'}"
        yield trouble("profile", what, f"'folio validate {around.profile}' says each with its line")
        return
    yield ok("profile", f"{file} loads")
    yield evidence(around)
    yield from repositories(around, loaded)


def evidence(around: Surroundings) -> Finding:
    """How old the oldest thing is that a score goes by."""
    from folio.evidence import store

    folder = around.kept / "evidence"
    how = f"'folio collect {around.profile}' looks"
    with _silence():
        days = sorted(one.observed_on for one in store.load(folder).values())
    if not days:
        return note("evidence", f"none yet in {folder}", how)
    age = (around.clock.date() - days[0]).days
    said = f"{len(days)} {'thing' if len(days) == 1 else 'things'} seen, from {days[0]} to {days[-1]}"
    return note("evidence", said, f"{how} again") if age > OLD_DAYS else ok("evidence", said)


@contextmanager
def _silence() -> Iterator[None]:
    """Nothing is logged: what can't be read is told as a finding."""
    log = logging.getLogger("folio")
    level = log.level
    log.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        log.setLevel(level)


def repositories(around: Surroundings, profile: Profile) -> Iterator[Finding]:
    """Whether each repository that is a path can be opened; addresses are for `folio collect`."""
    from folio.repository.git.bounds import RepositoryUnreadable
    from folio.repository.git.location import located

    version = git.found(around) or ()
    fine, remote = 0, 0
    for one in profile.projects or ():
        if not one.repository:
            continue
        try:
            place = located(one.repository, base=around.folder)
        except RepositoryUnreadable as error:
            what, _, todo = str(error).partition("; ")
            yield trouble(f"project {one.id}", f"{one.repository}: {what}", todo or "correct its 'repository'")
            continue
        if place.address is not None:
            remote += 1
        elif place.git_dir is not None and foreign(place.git_dir) and version < TRUSTING:
            what = f"{one.repository} belongs to somebody else, and this git reads no such repository"
            yield trouble(f"project {one.id}", what, "make it yours (chown -R), or use git 2.38 or newer")
        else:
            fine += 1
    if fine or remote:
        asked = f"; {remote} at addresses, which 'folio collect' asks" if remote else ""
        yield ok("repositories", f"{fine} on this machine can be opened{asked}")


def foreign(folder: Path) -> bool:
    """Whether a folder belongs to another user, whose repositories git does not trust."""
    return hasattr(os, "geteuid") and folder.stat().st_uid != os.geteuid()
