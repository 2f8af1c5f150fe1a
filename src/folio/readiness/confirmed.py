"""What somebody else confirms of work, check by check: the 'covers' of a project's proof.

Work that folio may not read can be vouched for. That makes it attested and no more: what a gate wants to see observed
it does not open, and what was found in a repository is worth more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from folio.evidence.level import Level
from folio.facts import Facts, ProjectFacts
from folio.facts.model import is_same_person
from folio.profile.record import Proof


@dataclass(frozen=True, slots=True)
class Confirmed:
    """That a project has what a check looks for, by somebody's word or a kept document."""

    subject: str
    level: Level
    says: str


def confirmed(facts: Facts, check: str) -> Iterator[Confirmed]:
    """The projects of which somebody confirms what a check looks for."""
    for project in facts.projects:
        proof = project.claim.proof
        if proof is not None and check in proof.covers:
            yield from vouched_for(facts, project)


def vouched_for(facts: Facts, project: ProjectFacts) -> Iterator[Confirmed]:
    """That somebody else stands for a project, if anybody does; for none that a guard leaves out."""
    proof = project.claim.proof
    if proof is not None and project.counts is not False and project.proof >= Level.ATTESTED:
        yield Confirmed(project.code, project.proof, f"confirmed {_by_whom(facts, proof)}")


def _by_whom(facts: Facts, proof: Proof) -> str:
    """A role and an organisation, never a person's name; or where the proof is."""
    reference = facts.profile.reference(proof.reference) if proof.reference else None
    if reference is not None and not is_same_person(reference, facts.profile):
        return f"by {reference.role}, {reference.organisation}"
    return f"at {proof.link}" if proof.link else "by a kept document"
