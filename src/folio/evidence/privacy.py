"""What evidence may not say: names under NDA, credentials, and the paths of repositories that are nobody's business."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Literal

from folio.evidence.model import Evidence, HostedSeen, Observation, RepositoryObserved
from folio.profile.discretion import discreet
from folio.profile.model import Profile
from folio.repository.detect.secrets import without_keys
from folio.repository.redaction import redacted

Redact = Literal["private", "all"]
Scrub = Callable[[Observation], Observation]

CREDENTIALS = re.compile(r"(?<=://)[^/\s@\"'<>]+@")
TOKEN_IN_QUERY = re.compile(
    r"(?i)([?&;](?:[\w-]*(?:token|secret|password|passwd|signature)|(?:api|access)[_-]?key|sig)=)[^&#\s\"'<>]+"
)


def scrubbing(profile: Profile) -> Scrub:
    """Takes out of an observation what must not reach a store, a page or a log, whatever source it came from.

    A client under NDA goes by the public name; names and passwords in addresses, tokens in their queries and keys of
    known forms are left out. An observation without any of these is given back itself.
    """
    known = discreet(profile)

    def clean(text: str) -> str:
        return without_keys(TOKEN_IN_QUERY.sub(r"\1...", CREDENTIALS.sub("", known(text))))

    def walk(value: Any) -> Any:
        if isinstance(value, str):
            return clean(value)
        if isinstance(value, dict):
            return {clean(key): walk(one) for key, one in value.items()}
        return [walk(one) for one in value] if isinstance(value, list) else value

    def scrub(observation: Observation) -> Observation:
        text = observation.model_dump_json()
        if clean(text) == text:
            return observation
        return Observation.model_validate(walk(observation.model_dump(mode="json")))

    return scrub


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
