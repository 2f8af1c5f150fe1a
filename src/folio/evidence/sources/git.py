"""Git repositories that the profile's projects name."""

from __future__ import annotations

from folio.evidence.access import Access, Subject
from folio.evidence.model import Observation, RepositoryObserved
from folio.profile.model import Profile
from folio.repository import read as repository
from folio.repository.git.network import Network
from folio.repository.git.repository import RepositoryUnreadable

NAME = "git"


def subjects(profile: Profile) -> tuple[Subject, ...]:
    """One subject for each project with a repository."""
    return tuple(
        Subject(f"project:{project.id}", project.repository) for project in profile.projects or () if project.repository
    )


def fingerprint(subject: Subject, access: Access) -> str:
    """Changes when the repository or the person's addresses do; empty when only looking can tell."""
    return _fingerprint(subject, access, _network(access))


def _network(access: Access) -> Network:
    return Network(allow_private=access.allow_private, authority=access.authority)


def _fingerprint(subject: Subject, access: Access, network: Network) -> str:
    mark = repository.fingerprint(
        subject.location,
        base=access.base,
        own=access.own,
        today=access.today,
        offline=access.offline,
        network=network,
        sources=access.fingerprints,
    )
    return f"{mark}-{access.redact}" if mark and access.redact else mark


def observe(subject: Subject, access: Access) -> Observation:
    """What the repository holds, or why it could not be read."""
    network = _network(access)
    mark = _fingerprint(subject, access, network)
    try:
        seen = repository.read(
            subject.location,
            base=access.base,
            own=access.own,
            today=access.today,
            scratch=access.scratch,
            cache=access.cache,
            offline=access.offline,
            network=network,
            sources=access.fingerprints,
            timeout=access.timeout,
        )
    except RepositoryUnreadable as error:
        return Observation(
            source=NAME, subject=subject.name, observed_on=access.today, fingerprint=mark, problem=str(error)
        )
    return Observation(
        source=NAME,
        subject=subject.name,
        observed_on=access.today,
        fingerprint=mark,
        seen=RepositoryObserved(repository=seen),
    )
