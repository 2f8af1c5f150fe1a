"""Where a number that the person gives stands in what folio read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from folio.facts.model import ArticleFacts, Facts, ProjectFacts
from folio.profile.record import Outcome
from folio.repository.documents.quantities import Quantity, parsed, quantities
from folio.repository.documents.units import COMMA, COUNTED, PERCENT, unit_of
from folio.repository.model import Place

DIGIT = re.compile(r"\d")
OTHER = "?"
"""A unit that folio has no word for."""
TELLING = 3
"""Digits of a number that a longer one in a file of metrics may be rounded to: any two digits stand there somewhere."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A quantity that was found: on whose page, and where."""

    source: ProjectFacts | ArticleFacts
    place: Place

    def __str__(self) -> str:
        if isinstance(self.source, ProjectFacts):
            return f"{self.source.claim.title}: {self.place}"
        return f"{self.source.title}: line {self.place.line} of its text"


@lru_cache(maxsize=1024)
def given(text: str, language: str) -> tuple[Quantity, ...]:
    """The quantities with a unit that a text of the profile gives."""
    if not DIGIT.search(text):
        return ()
    return tuple(one for one in quantities(text, comma=language[:2] in COMMA) if one.unit)


@lru_cache(maxsize=256)
def of_outcome(outcome: Outcome, language: str) -> Quantity | None:
    """The quantity of an outcome; None when its value is no number."""
    comma = language[:2] in COMMA
    said = f"{outcome.value} {outcome.unit or ''}".strip()
    whole = [one for one in quantities(said, comma=comma) if one.unit]
    if whole:
        return whole[-1]
    found = re.search(r"\d[\d.,'’\u00a0\u202f]*(?<=\d)", outcome.value)
    value = parsed(found[0], comma=comma) if found else None
    if value is None:
        return None
    words = re.findall(r"[^\W\d_]+|[%€$£×]", outcome.unit or "")
    return Quantity(value, next((unit for word in words if (unit := unit_of(word))), OTHER if outcome.unit else ""))


def found_in(wanted: Quantity, places: tuple[Place, ...]) -> Place | None:
    """The first place that gives the quantity; in the same unit, or in a table that leaves out what is counted."""
    name = str(wanted)
    exact = next((place for place in places if place.name == name), None)
    return exact or next((place for place in places if _counted(wanted, place) or _rounded(wanted, place)), None)


def sight_of(wanted: Quantity, sources: Iterable[ProjectFacts | ArticleFacts]) -> Sight | None:
    """The first of the sources that counts and gives the quantity."""
    for source in sources:
        seen = source.repository if isinstance(source, ProjectFacts) else source.seen
        if seen is not None and source.counts and (place := found_in(wanted, seen.quantities)):
            return Sight(source, place)
    return None


def sight_of_outcome(outcome: Outcome, project: ProjectFacts, facts: Facts) -> Sight | None:
    """Where an outcome's value stands: in the project's own repository, or in an article that goes with the project."""
    wanted = of_outcome(outcome, facts.profile.language)
    return sight_of(wanted, (project, *articles_of(project, facts))) if wanted else None


def articles_of(project: ProjectFacts, facts: Facts) -> Iterator[ArticleFacts]:
    """The articles that link to the project or that it links to."""
    name = project.claim.id
    return (one for one in facts.articles if name in one.projects_linked or name in one.projects_linking)


def _counted(wanted: Quantity, place: Place) -> bool:
    """Whether a table says `58` where the person says `58 units`."""
    return (
        place.note == "table" and place.name == wanted.value and wanted.unit in (*COUNTED, OTHER) and wanted.digits > 1
    )


def _rounded(wanted: Quantity, place: Place) -> bool:
    """Whether a file of metrics has `0.33214` where the person says `33.2 %`, or `8.2065 s` where they say `8.21 s`."""
    if place.note != "data" or wanted.digits < TELLING:
        return False
    value, _, unit = place.name.partition(" ")
    said = Decimal(wanted.value)
    if wanted.unit == PERCENT and unit == "" and Decimal(value) <= 1:
        return bool(round(Decimal(value) * 100, _decimals(said)) == said)
    same = unit == wanted.unit or (not unit and wanted.unit in (*COUNTED, OTHER))
    return bool(same and round(Decimal(value), _decimals(said)) == said)


def _decimals(value: Decimal) -> int:
    return max(-int(value.as_tuple().exponent), 0)
