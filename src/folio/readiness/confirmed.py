"""What somebody else confirms of work, check by check: the 'covers' of a project's proof.

Work that folio may not read can be vouched for. That makes it attested and no more: what a gate wants to see observed
it does not open, and what was found in a repository is worth more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from folio.evidence.level import Level
from folio.facts import Facts
from folio.profile.record import Proof


@dataclass(frozen=True, slots=True)
class Confirmed:
    """That a project has what a check looks for, by somebody's word or a kept document."""

    subject: str
    level: Level
    says: str


WHOLE = "project-substance"
"""The check on the project itself, which any proof of it confirms, whatever the proof is said to cover."""


def confirmed(facts: Facts, check: str, settled: Collection[str]) -> Iterator[Confirmed]:
    """The projects of which somebody confirms what a check looks for; none of those that a guard leaves out.

    `settled` are the subjects on which folio found something of it, or could not tell. On any other that it has read
    the word counts all the same, and says that folio found nothing.
    """
    for project in facts.projects:
        proof = project.claim.proof
        covered = proof is not None and (check == WHOLE or (check in proof.covers and _can_be_asked(facts, proof)))
        if proof is not None and covered and project.counts is not False and project.proof >= Level.ATTESTED:
            says = f"confirmed {_by_whom(facts, proof)}"
            if project.repository is not None and project.counts and project.code not in settled:
                says += "; folio read the repository and did not find it"
            yield Confirmed(project.code, project.proof, says)


def _can_be_asked(facts: Facts, proof: Proof) -> bool:
    """Whether the word is somebody's who can be reached: a hash or a page answers no question about tests."""
    reference = facts.referee(proof)
    return reference is not None and bool(reference.email or reference.link)


def _by_whom(facts: Facts, proof: Proof) -> str:
    """A role and an organisation, never a person's name; or where the proof is."""
    if reference := facts.referee(proof):
        return f"by {reference.role}, {reference.organisation}"
    return f"at {proof.link}" if proof.link else "by a kept document"
