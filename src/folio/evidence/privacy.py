"""Which repositories keep the names of their files to themselves, and the evidence without those names."""

from __future__ import annotations

from typing import Literal

from folio.evidence.model import Evidence, HostedSeen, Observation, RepositoryObserved
from folio.profile.model import Profile
from folio.repository.redaction import redacted

Redact = Literal["private", "all"]


def without_paths(evidence: Evidence, profile: Profile, which: Redact | None) -> Evidence:
    """The evidence with the paths in these repositories hashed; None asks for nothing.

    Private is what the profile or the code host says is private, and all work for a client under NDA.
    """
    if which is None:
        return evidence
    subjects = private_subjects(evidence, profile) if which == "private" else None
    observations = (
        _without(one) if subjects is None or one.subject in subjects else one for one in evidence.observations
    )
    return Evidence(observations=tuple(observations))


def private_subjects(evidence: Evidence, profile: Profile) -> frozenset[str]:
    """The projects whose code is not for everybody."""
    under_nda = {client.id for client in profile.clients if client.nda}
    said = {f"project:{one.id}" for one in profile.projects or () if one.private or one.client in under_nda}
    hosted = {one.subject for one in evidence.observations if isinstance(one.seen, HostedSeen) and one.seen.private}
    return frozenset(said | hosted)


def _without(observation: Observation) -> Observation:
    if not isinstance(observation.seen, RepositoryObserved):
        return observation
    seen = observation.seen.model_copy(update={"repository": redacted(observation.seen.repository)})
    return observation.model_copy(update={"seen": seen})
