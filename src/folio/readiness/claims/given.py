"""What gives figures and can support them elsewhere: outcomes, and contracts that somebody confirms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from folio.evidence.level import Level
from folio.facts import Facts, ProjectFacts
from folio.facts.quantities import articles_of, given, of_outcome, sight_of, sight_of_outcome
from folio.profile.record import Outcome
from folio.readiness.claims.backing import Backing, proof
from folio.readiness.claims.texts import contracts_at
from folio.repository.documents.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Given:
    """A place of the profile that gives figures, and what stands behind them there."""

    subject: str
    """The work it is about, as in links: `project:shop`."""
    where: str
    figures: frozenset[str]
    backing: Backing
    before: frozenset[str] = frozenset()
    """What it was before the work."""
    before_backing: Backing | None = None

    def supports(self, wanted: set[str]) -> Backing:
        """What stands behind these figures here, if it gives all of them."""
        if wanted <= self.figures:
            return self.backing
        whole = wanted <= self.figures | self.before
        return self.before_backing if whole and self.before_backing else Backing()


@dataclass(frozen=True, slots=True)
class Told:
    """An outcome with what supports it."""

    outcome: Outcome
    given: Given


def names(figures: Iterable[Quantity]) -> set[str]:
    """Figures in the form in which they are compared."""
    return {str(one) for one in figures}


def contracts(facts: Facts) -> Iterator[Given]:
    """The figures of contracts that somebody confirms."""
    for number, contract in enumerate(facts.profile.contracts or ()):
        attested = proof(contract.proof, facts)
        said = names(given(f"{contract.deliverable}\n{contract.result or ''}", facts.profile.language))
        if attested.level is not None and said:
            yield Given(f"contract:{contract.id}", f"contracts[{number}]", frozenset(said), attested)


def outcomes(facts: Facts) -> Iterator[Told]:
    """Each outcome of projects and positions."""
    for number, claim in enumerate(facts.profile.projects or ()):
        project = facts.project(claim.id)
        for at, outcome in enumerate(claim.outcomes or ()):
            where = f"projects[{number}].outcomes[{at}]"
            backing = _of_project(where, outcome, project, facts)
            yield _told(f"project:{claim.id}", where, outcome, backing, project, facts)
    attested = tuple(contracts(facts))
    for number, work in enumerate(facts.profile.work or ()):
        own = set(contracts_at(work.organisation, facts))
        for at, outcome in enumerate(work.outcomes):
            where = f"work[{number}].outcomes[{at}]"
            backing = _of_work(where, outcome, [one for one in attested if one.subject in own], facts)
            yield _told(f"work:{work.id}", where, outcome, backing, None, facts)


def _told(
    subject: str, where: str, outcome: Outcome, backing: Backing, project: ProjectFacts | None, facts: Facts
) -> Told:
    """With its baseline, which was seen only if it stands somewhere itself."""
    language = facts.profile.language
    value, before = of_outcome(outcome, language), given(outcome.baseline or "", language)
    weaker = backing
    if backing.level is not None and backing.level > Level.CLAIMED:
        sights = [sight_of(one, (project, *articles_of(project, facts))) for one in before] if project else []
        if not sights or not all(sights):
            words = "what it was before was seen nowhere"
            weaker = Backing(Level.CLAIMED, (words,), "Give it as well where the result stands")
        elif backing.level == Level.OBSERVED:
            weaker = replace(backing, by=(*backing.by, *(str(one) for one in sights)))
    figures = frozenset([str(value)] if value else [])
    return Told(outcome, Given(subject, where, figures, backing, frozenset(names(before)), weaker))


def _of_project(where: str, outcome: Outcome, project: ProjectFacts | None, facts: Facts) -> Backing:
    if project is None:
        return _reasoned(where, outcome)
    if sight := sight_of_outcome(outcome, project, facts):
        return Backing(Level.OBSERVED, (str(sight),))
    attested = proof(project.claim.proof, facts)
    if attested.level is not None:
        return attested
    found = _reasoned(where, outcome)
    if found.level is not None and project.counts:
        return replace(found, todo=f"Give it with its unit in the README or a report of {project.claim.title}")
    return found


def _of_work(where: str, outcome: Outcome, attested: Iterable[Given], facts: Facts) -> Backing:
    """By a contract with the same firm that gives the number; no report of a project is about a position."""
    wanted = of_outcome(outcome, facts.profile.language)
    for one in attested:
        if wanted and str(wanted) in one.figures:
            return replace(one.backing, by=(f"given under {one.where}", *one.backing.by))
    return _reasoned(where, outcome)


def _reasoned(where: str, outcome: Outcome) -> Backing:
    """An outcome that says what it was before and how it was measured can be argued with; another one can't."""
    if outcome.baseline and outcome.measured:
        by = f"before: {outcome.baseline}; measured: {outcome.measured}"
        return Backing(Level.CLAIMED, (by,), "Add a proof, or link the report that gives the number")
    lacks = " and ".join(name for name in ("baseline", "measured") if not getattr(outcome, name))
    return Backing(todo=f"Add '{lacks}' to {where}".replace(" and ", "' and '"))
