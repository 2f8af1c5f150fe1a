"""What site and résumé tell of a record alike: in which order, and who can be asked about it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from folio.facts import Facts
from folio.facts.person import is_same_person
from folio.portfolio.words import Words
from folio.profile.more import MoreEntry
from folio.profile.person import Education
from folio.profile.record import Contract, Work

Dated = TypeVar("Dated", Work, Contract, Education, MoreEntry)


def latest_first(entries: Iterable[Dated] | None) -> list[Dated]:
    """What goes on first, then what ended last."""
    return sorted(entries or (), key=_ended, reverse=True)


def _ended(entry: Work | Contract | Education | MoreEntry) -> tuple[bool, str, str]:
    return (entry.end is None, str(entry.end or ""), str(entry.start) if entry.start is not None else "")


def who_can_be_asked(contract: Contract, facts: Facts, said: Words) -> str | None:
    """The reference of a contract, as far as they agreed to be named; nobody speaks for themselves."""
    named = contract.proof.reference if contract.proof else None
    reference = facts.profile.reference(named) if named else None
    if reference is None or reference.consent == "none" or is_same_person(reference, facts.profile):
        return None
    if reference.consent == "public":
        return said.reference_named.format(name=reference.name)
    return said.reference_on_request
