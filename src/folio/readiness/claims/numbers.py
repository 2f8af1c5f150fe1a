"""Numbers: each figure of the profile, and the outcome, report, article, proof or reference that gives it as well.

What is only promised is none of them: durations and prices of services and pitches. Neither is what a pitch says of the
client's own business, which the client knows better.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from folio.evidence.level import Level
from folio.facts import ArticleFacts, Facts, ProjectFacts
from folio.facts.model import is_same_person
from folio.facts.quantities import articles_of, given, of_outcome, sight_of, sight_of_outcome
from folio.profile.record import Outcome, Proof
from folio.readiness.claims.backing import Backing, proof, strongest
from folio.repository.documents.quantities import Quantity
from folio.repository.documents.units import TIMES

Source = ProjectFacts | ArticleFacts
AROUND = 45
"""Characters to each side by which a figure is told from others."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the profile that may give figures, and where they could be supported."""

    where: str
    text: str
    sources: Sequence[Source] = ()
    proof: Proof | None = None
    organisation: str | None = None
    offer: bool = False
    """What is offered: a time in it is a promise."""
    person: bool = False
    """About the person as a whole, whose years show in their record."""


def numbers(facts: Facts) -> Iterator[tuple[str, str, Backing]]:
    """Each outcome and each figure in running text, by its place in the profile."""
    known = _Known(facts)
    for where, outcome, backing in known.outcomes:
        unit = f" {outcome.unit}" if outcome.unit else ""
        yield where, f"{outcome.what}: {outcome.value}{unit}", backing
    for text in _texts(facts):
        for figure in _figures(text, facts.profile.language):
            yield text.where, _around(text.text, figure), known.backing(text, figure)


def _texts(facts: Facts) -> Iterator[Text]:
    profile = facts.profile
    everything: list[Source] = [*facts.counted_projects, *facts.counted_articles]
    yield Text("headline", profile.headline, everything, person=True)
    yield Text("summary", profile.summary, everything, person=True)
    if profile.focus and profile.focus.result:
        yield Text("focus.result", profile.focus.result, everything)
    for number, work in enumerate(profile.work or ()):
        said = {"summary": work.summary or ""} | {f"highlights[{at}]": one for at, one in enumerate(work.highlights)}
        for field, text in said.items():
            yield Text(f"work[{number}].{field}", text, organisation=work.organisation)
    for number, contract in enumerate(profile.contracts or ()):
        for field, text in (("deliverable", contract.deliverable), ("result", contract.result or "")):
            yield Text(f"contracts[{number}].{field}", text, proof=contract.proof)
    for number, claim in enumerate(profile.projects or ()):
        project = facts.project(claim.id)
        sources: list[Source] = [project, *articles_of(project, facts)] if project else []
        for field, text in (("summary", claim.summary), ("outcome", claim.outcome or "")):
            yield Text(f"projects[{number}].{field}", text, sources, claim.proof)
    for number, service in enumerate(profile.services or ()):
        linked = _linked(service.evidence, facts)
        said = {"summary": service.summary or ""}
        said |= {f"deliverables[{at}]": one for at, one in enumerate(service.deliverables)}
        for field, text in said.items():
            yield Text(f"services[{number}].{field}", text, linked or everything, offer=True)
    for number, pitch in enumerate(profile.pitches or ()):
        linked = _linked(pitch.proof, facts)
        for field, text in (("headline", pitch.headline), ("offer", pitch.offer)):
            yield Text(f"pitches[{number}].{field}", text, linked or everything, offer=True)


def _linked(links: Iterable[str], facts: Facts) -> tuple[Source, ...]:
    found: list[Source] = []
    for link in links:
        kind, _, name = link.partition(":")
        source = facts.project(name) if kind == "project" else facts.article(name) if kind == "article" else None
        found += [source] if source else []
    return tuple(found)


def _figures(text: Text, language: str) -> Iterator[tuple[Quantity, ...]]:
    """The figures of a text; `from 41 to 34 %` is one."""
    pair: tuple[Quantity, ...] = ()
    for one in given(text.text, language):
        if text.offer and one.unit in TIMES:
            pair = ()
            continue
        pair = (*pair, one)
        if not one.leads:
            yield pair
            pair = ()
    if pair:
        yield pair


class _Known:
    """What is known to give figures: outcomes, contracts with a proof, and references that speak in public."""

    def __init__(self, facts: Facts) -> None:
        self._facts = facts
        self._language = facts.profile.language
        self._attested = tuple(self._contracts())
        self._said = {
            one.id: _names(given(one.text, self._language))
            for one in facts.profile.references or ()
            if one.consent == "public" and not is_same_person(one, facts.profile)
        }
        self.outcomes = tuple(self._outcomes())
        self._given = tuple(
            (where, {str(of_outcome(one, self._language)), *_names(given(one.baseline or "", self._language))}, backing)
            for where, one, backing in self.outcomes
            if backing.level is not None
        )

    def backing(self, text: Text, figure: tuple[Quantity, ...]) -> Backing:
        """The strongest support of a figure in running text."""
        found = strongest(self._supports(text, figure))
        if found.level is None:
            said = " ".join(text.text[figure[0].start : figure[-1].end].split())
            return Backing(todo=f"Say under 'outcomes' how {said} was measured, or link the report that gives it")
        return found

    def _supports(self, text: Text, figure: tuple[Quantity, ...]) -> Iterator[Backing]:
        wanted, own = _names(figure), proof(text.proof, self._facts)
        sights = [sight_of(one, text.sources) for one in figure]
        if all(sights):
            yield Backing(Level.OBSERVED, tuple(dict.fromkeys(str(one) for one in sights if one)))
        for where, known, backing in self._given:
            if wanted <= known and (own.level is None or (backing.level or 0) > own.level):
                yield Backing(backing.level, (f"given under {where}", *backing.by), backing.todo)
        yield own
        for where, known, backing in self._attested if own.level is None else ():
            if wanted <= known:
                yield Backing(backing.level, (f"given under {where}", *backing.by))
        for identifier, known in self._said.items():
            reference = self._facts.profile.reference(identifier)
            of_them = text.organisation is None or (reference and reference.organisation == text.organisation)
            if reference and wanted <= known and of_them:
                yield Backing(Level.ATTESTED, (f"{reference.name} says it, {reference.organisation}",))
        if text.person and len(figure) == 1 and figure[0].unit == "year":
            yield self._years(figure[0])

    def _outcomes(self) -> Iterator[tuple[str, Outcome, Backing]]:
        for number, claim in enumerate(self._facts.profile.projects or ()):
            for at, outcome in enumerate(claim.outcomes or ()):
                where = f"projects[{number}].outcomes[{at}]"
                yield where, outcome, self._of_project(where, outcome, self._facts.project(claim.id))
        for number, work in enumerate(self._facts.profile.work or ()):
            for at, outcome in enumerate(work.outcomes):
                where = f"work[{number}].outcomes[{at}]"
                yield where, outcome, self._of_work(where, outcome)

    def _of_project(self, where: str, outcome: Outcome, project: ProjectFacts | None) -> Backing:
        if project is None:
            return _reasoned(where, outcome)
        if sight := sight_of_outcome(outcome, project, self._facts):
            return Backing(Level.OBSERVED, (str(sight),))
        attested = proof(project.claim.proof, self._facts)
        if attested.level is not None:
            return attested
        found = _reasoned(where, outcome)
        if found.level is not None and project.counts:
            return Backing(
                found.level, found.by, f"Give it with its unit in the README or a report of {project.claim.title}"
            )
        return found

    def _of_work(self, where: str, outcome: Outcome) -> Backing:
        wanted = of_outcome(outcome, self._language)
        attested = (
            Backing(one.level, (f"given under {contract}", *one.by))
            for contract, known, one in self._attested
            if wanted and str(wanted) in known
        )
        return next(attested, _reasoned(where, outcome))

    def _contracts(self) -> Iterator[tuple[str, set[str], Backing]]:
        """The figures of contracts that somebody confirms."""
        for number, contract in enumerate(self._facts.profile.contracts or ()):
            attested = proof(contract.proof, self._facts)
            said = _names(given(f"{contract.deliverable}\n{contract.result or ''}", self._language))
            if attested.level is not None and said:
                yield f"contracts[{number}]", said, attested

    def _years(self, years: Quantity) -> Backing:
        """Years of work, by the record: as observed where commits or articles go back that far."""
        facts = self._facts
        back = facts.today.year - int(years.value.partition(".")[0])
        if back < 1:
            return Backing()
        since = date(back, facts.today.month, min(facts.today.day, 28))
        seen = [day for one in facts.counted_projects if one.repository for day in one.repository.history.own_days]
        if seen and min(seen) <= since:
            return Backing(Level.OBSERVED, (f"commits since {min(seen):%Y-%m}",))
        said = [one.start for one in facts.profile.work or ()] + [one.start for one in facts.profile.contracts or ()]
        first = min(said, key=lambda one: one.first_day, default=None)
        if first and first.first_day <= since:
            return Backing(Level.CLAIMED, (f"work since {first}",), "Add a reference, or a project, from that time")
        return Backing()


def _reasoned(where: str, outcome: Outcome) -> Backing:
    """An outcome that says what it was before and how it was measured can be argued with; another one can't."""
    if outcome.baseline and outcome.measured:
        by = f"before: {outcome.baseline}; measured: {outcome.measured}"
        return Backing(Level.CLAIMED, (by,), "Add a proof, or link the report that gives the number")
    lacks = " and ".join(name for name in ("baseline", "measured") if not getattr(outcome, name))
    return Backing(todo=f"Add '{lacks}' to {where}".replace(" and ", "' and '"))


def _names(figures: Iterable[Quantity]) -> set[str]:
    return {str(one) for one in figures}


def _around(text: str, figure: tuple[Quantity, ...]) -> str:
    """The figure with the words beside it, on one line."""
    start, end = max(figure[0].start - AROUND, 0), min(figure[-1].end + AROUND, len(text))
    before = text[start : figure[0].start]
    after = text[figure[-1].end : end]
    before = before.partition(" ")[2] if start and " " in before else before
    after = after.rpartition(" ")[0] if end < len(text) and " " in after else after
    said = " ".join(f"{before}{text[figure[0].start : figure[-1].end]}{after}".split())
    return f"{'… ' if start else ''}{said}{' …' if end < len(text) else ''}"
