"""What stands behind a claim, and the words for proofs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from folio.evidence.level import Level
from folio.facts import Facts
from folio.profile.record import Proof, Reference


@dataclass(frozen=True, slots=True)
class Backing:
    """How well a claim is supported (None: by nothing), by what, and what would support it better."""

    level: Level | None = None
    by: tuple[str, ...] = ()
    todo: str = ""


def strongest(backings: Iterable[Backing]) -> Backing:
    """All of them as one: the highest level, everything that supports it at that level, and the first step."""
    found = [one for one in backings if one.level is not None]
    if not found:
        return Backing()
    level = max(one.level for one in found if one.level is not None)
    best = [one for one in found if one.level == level]
    said = dict.fromkeys(words for one in best for words in one.by)
    return Backing(level, tuple(said), next((one.todo for one in best if one.todo), ""))


def proof(given: Proof | None, facts: Facts) -> Backing:
    """What a proof is worth; nobody attests to their own work."""
    if given is None or facts.proof_level(given) < Level.ATTESTED:
        return Backing()
    if reference := facts.referee(given):
        return Backing(Level.ATTESTED, (referee(reference),))
    return Backing(Level.ATTESTED, (given.document or given.link or "a document that you keep",))


def referee(reference: Reference) -> str:
    """Who speaks, as far as they agreed to be shown: by name only in public, and by nothing without consent."""
    if reference.consent == "none":
        return "a reference"
    position = f"{reference.role} at {reference.organisation}"
    return f"{reference.name}, {position}" if reference.consent == "public" else position
