"""What was seen before, as evidence: it imports nothing that looks."""

from __future__ import annotations

from pathlib import Path

from folio.evidence import store
from folio.evidence.model import Evidence
from folio.evidence.privacy import scrubbing
from folio.profile.model import Profile


def stored_evidence(profile: Profile, folder: Path) -> Evidence:
    """Every observation in the store at `folder`, without what must not reach a page."""
    return Evidence(observations=tuple(map(scrubbing(profile), store.load(folder).values())))
