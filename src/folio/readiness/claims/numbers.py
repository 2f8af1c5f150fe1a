"""Numbers: each figure of the profile, and the outcome, report, article, proof or reference that gives it as well.

What is only promised is none of them: durations and prices of services and pitches. Neither is what a pitch says of the
client's own business, which the client knows better. Only what is about the same work supports a number; what the
person says of themselves is supported by all of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from folio.evidence.level import Level
from folio.facts import Facts
from folio.facts.person import is_same_person
from folio.facts.quantities import given, sight_of
from folio.readiness.claims.backing import Backing, proof, strongest
from folio.readiness.claims.given import contracts, names, outcomes
from folio.readiness.claims.texts import Text, is_same_firm, texts
from folio.repository.documents.quantities import Quantity
from folio.repository.documents.units import TIMES

AROUND = 45
"""Characters to each side by which a figure is told from others."""


def numbers(facts: Facts) -> Iterator[tuple[str, str, Backing]]:
    """Each outcome and each figure in running text, by its place in the profile."""
    known = _Known(facts)
    for told in known.outcomes:
        unit = f" {told.outcome.unit}" if told.outcome.unit else ""
        yield told.given.where, f"{told.outcome.what}: {told.outcome.value}{unit}", told.given.backing
    for text in texts(facts):
        for figure in _figures(text, facts.profile.language):
            yield text.where, _around(text.text, figure), known.backing(text, figure)


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
        self.outcomes = tuple(outcomes(facts))
        self._given = (*(told.given for told in self.outcomes), *contracts(facts))
        self._said = [
            (one, names(given(one.text, facts.profile.language)))
            for one in facts.profile.references or ()
            if one.consent == "public" and not is_same_person(one, facts.profile)
        ]

    def backing(self, text: Text, figure: tuple[Quantity, ...]) -> Backing:
        """The strongest support of a figure in running text."""
        found = strongest(self._supports(text, figure))
        if found.level is None:
            said = " ".join(text.text[figure[0].start : figure[-1].end].split())
            return Backing(todo=f"Say under 'outcomes' how {said} was measured, or link the report that gives it")
        return found

    def _supports(self, text: Text, figure: tuple[Quantity, ...]) -> Iterator[Backing]:
        wanted, own = names(figure), proof(text.proof, self._facts)
        sights = [sight_of(one, text.sources) for one in figure]
        if all(sights):
            yield Backing(Level.OBSERVED, tuple(dict.fromkeys(str(one) for one in sights if one)))
        yield own
        for one in self._given:
            if text.about is None or one.subject in text.about:
                found = one.supports(wanted)
                if found.level is not None and (own.level is None or found.level > own.level):
                    yield Backing(found.level, (f"given under {one.where}", *found.by), found.todo)
        for reference, known in self._said:
            of_it = text.about is None or f"reference:{reference.id}" in text.about
            if wanted <= known and (of_it or is_same_firm(reference.organisation, text.organisation)):
                yield Backing(Level.ATTESTED, (f"{reference.name} says it, {reference.organisation}",))
        if text.years and len(figure) == 1 and figure[0].unit == "year":
            yield self._years(figure[0])

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


def _around(text: str, figure: tuple[Quantity, ...]) -> str:
    """The figure with the words beside it, on one line."""
    start, end = max(figure[0].start - AROUND, 0), min(figure[-1].end + AROUND, len(text))
    before = text[start : figure[0].start]
    after = text[figure[-1].end : end]
    before = before.partition(" ")[2] if start and " " in before else before
    after = after.rpartition(" ")[0] if end < len(text) and " " in after else after
    said = " ".join(f"{before}{text[figure[0].start : figure[-1].end]}{after}".split())
    return f"{'… ' if start else ''}{said}{' …' if end < len(text) else ''}"
