"""Looking at what a profile names, and keeping what was seen; it imports nothing that scores or shows."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from folio.durable.held import scratch_folder
from folio.evidence import store
from folio.evidence.access import Access
from folio.evidence.collect import Keep, collect
from folio.evidence.model import Evidence, Observation, RepositoryObserved
from folio.evidence.privacy import scrubbing, without_paths
from folio.evidence.stored import stored_evidence
from folio.options import FINGERPRINTS, Options, state_folder
from folio.profile.model import Profile

if TYPE_CHECKING:
    from folio.repository.origin.fingerprints import Fingerprint

log = logging.getLogger("folio")


def observe(profile: Profile, folder: Path, options: Options) -> Evidence:
    """The evidence for what the profile names; each observation is stored as soon as it is made."""
    state = state_folder(folder, options)
    kept = state / "evidence"
    if options.stored:
        return stored_evidence(profile, kept)
    from folio.history import keep_private

    def keep(observation: Observation) -> None:
        if options.redact is None or not isinstance(observation.seen, RepositoryObserved):
            save(observation)

    save = _saving(kept)
    stored = store.load(kept)
    store.tidy(kept)
    with scratch_folder() as scratch:
        access = Access(
            base=folder,
            today=options.today,
            offline=options.offline,
            scratch=scratch,
            cache=state / "cache",
            allow_private=options.allow_private,
            confined=options.stranger,
            authority=options.authority,
            own=profile.emails,
            token=_token(profile, options),
            github_api=options.github_api,
            fingerprints=_fingerprints(state / FINGERPRINTS, options.fingerprints),
            redact=options.redact,
            clock=options.clock,
            max_age=options.max_age,
            refresh=options.refresh,
        )
        evidence = collect(profile, access, stored=stored, watch=options.watch, expect=options.expect, keep=keep)
    keep_private(state)
    if options.redact is not None:  # which repositories are private is known when all have answered
        evidence = without_paths(evidence, profile, options.redact)
        for one in evidence.observations:
            if isinstance(one.seen, RepositoryObserved):
                save(one)
    _tidy(save, stored, evidence, profile, options)
    return evidence


def _fingerprints(*folders: Path | None) -> tuple[Fingerprint, ...]:
    """The templates and tutorials that the person knows; most know none beside those that folio does."""
    there = [one for one in folders if one is not None and one.is_dir()]
    if not there:
        return ()
    from folio.repository.origin.fingerprints import in_folders

    return in_folders(*there)


def _saving(folder: Path) -> Keep:
    """Keeps observations; that one can't be kept costs the next run a look, and is told once."""
    told: list[OSError] = []

    def save(observation: Observation) -> None:
        try:
            store.save(folder, observation)
        except OSError as error:
            if not told:
                log.warning(
                    "%s: what was seen can't be kept (%s); it is looked at again", folder, error.strerror or error
                )
            told.append(error)

    return save


def _tidy(save: Keep, stored: store.Stored, evidence: Evidence, profile: Profile, options: Options) -> None:
    """What the profile names no more stays, and says no more than what it names: a client may be under NDA by now."""
    named = {(one.source, one.subject) for one in evidence.observations}
    scrub = scrubbing(profile)
    others = [one for key, one in stored.items() if key not in named]
    for before, one in zip(
        others,
        without_paths(Evidence(observations=tuple(map(scrub, others))), profile, options.redact).observations,
        strict=True,
    ):
        if one != before:
            save(one)


def _token(profile: Profile, options: Options) -> str | None:
    """The token for GitHub, looked for only where GitHub is asked."""
    from folio.evidence.sources import github

    if options.token is None or options.offline or not (profile.github or github.subjects(profile)):
        return None
    return options.token()
