"""A client's brief or a job description, held against the profile: what is shown, what is only said, what is not there.

Words are compared, not meanings: what a brief asks for in other words is not found.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from folio.evidence.level import Level
from folio.facts import Facts
from folio.profile.discretion import discreet
from folio.profile.person import Skill
from folio.readiness.brief.terms import terms
from folio.readiness.claims.showing import name, says
from folio.readiness.claims.skills import Read
from folio.readiness.claims.texts import texts

Coverage = Literal["shown", "vouched", "claimed", "missing"]


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a brief, as it is written there, and how the profile covers it."""

    term: str
    times: int
    """How often the brief names it."""
    coverage: Coverage
    by: str = ""
    """What shows it, who vouches for it, or where it is only said."""


def covered(brief: str, facts: Facts) -> tuple[Term, ...]:
    """Every term of the brief, those with evidence first, and the more often named first among equals."""
    skills = facts.profile.skills or ()
    focus = facts.profile.focus.specialisms if facts.profile.focus else ()
    clean, read = discreet(facts.profile), Read(facts)
    said = {name(one.name): one for one in skills}
    spoken = tuple(one.name for one in facts.profile.languages or ())
    found = terms(brief, (*(one.name for one in skills), *focus, *spoken))
    seen = (_covered(term, times, said.get(name(term)), read, facts) for term, times in found)
    shown = (Term(one.term, one.times, one.coverage, clean(one.by)) for one in seen)
    order: tuple[Coverage, ...] = ("shown", "vouched", "claimed", "missing")
    return tuple(sorted(shown, key=lambda one: (order.index(one.coverage), -one.times, one.term.casefold())))


def _covered(term: str, times: int, skill: Skill | None, read: Read, facts: Facts) -> Term:
    backing = read.backing(skill) if skill else None
    if backing and backing.level is not None and backing.level >= Level.OBSERVED:
        return Term(term, times, "shown", backing.by[0])
    if seen := read.shown(term):
        return Term(term, times, "shown", seen)
    if backing and backing.level is Level.ATTESTED:
        return Term(term, times, "vouched", backing.by[0])
    if skill:
        by = backing.by[0] if backing and backing.by else "a skill without evidence"
        return Term(term, times, "claimed", by)
    for language in facts.profile.languages or ():
        if name(language.name) == name(term):
            return Term(term, times, "claimed", f"languages: {language.how_well}")
    where = next(_said_in(term, facts), None)
    return Term(term, times, "claimed", f"said in {where}") if where else Term(term, times, "missing")


def _said_in(term: str, facts: Facts) -> Iterator[str]:
    """The fields of the profile that name it."""
    profile = facts.profile
    yield from (one.where for one in texts(facts) if says(term, one.text))
    for section in ("work", "projects"):
        for number, entry in enumerate(getattr(profile, section) or ()):
            if any(name(term) == name(one) for one in entry.skills):
                yield f"{section}[{number}].skills"
    yield from (
        f"focus.specialisms[{number}]"
        for number, one in enumerate(profile.focus.specialisms if profile.focus else ())
        if says(term, one)
    )
