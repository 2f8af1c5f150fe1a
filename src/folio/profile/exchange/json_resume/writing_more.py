"""Sections of the person's own, each in the list that JSON Resume has for it, or in `meta.folio`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from folio.profile.exchange.json_resume.naming import named
from folio.profile.exchange.json_resume.own import day, said
from folio.profile.exchange.json_resume.places import (
    FIELDS,
    INTERESTS,
    PUBLICATIONS,
    SECTIONS,
    WORK,
    Section,
    place_of,
)
from folio.profile.exchange.json_resume.writing_entries import priorities
from folio.profile.more import MoreEntry, MoreSection

if TYPE_CHECKING:
    from folio.profile.exchange.given import Json

PROSE = re.compile(r"\n|[.!?]$")


def more(sections: Iterable[MoreSection]) -> dict[str, list[Json]]:
    """The entries of each of JSON Resume's lists."""
    found: dict[str, list[Json]] = {}
    for one, place in _placed(sections):
        if place is not None:
            found[place.list] = named((_entry(entry, place) for entry in one.entries), *_telling(place), first="more:")
    return found


def layout(sections: Iterable[MoreSection]) -> list[Any] | None:
    """The order of the sections, those whole that JSON Resume has no list for; None where reading finds the same."""
    placed = list(_placed(sections))
    titles = [one.title for one in SECTIONS if one in [place for _, place in placed]]
    found = [
        one.model_dump(mode="json", exclude_defaults=True) if place is None else one.title for one, place in placed
    ]
    return found if found != titles else None


def _placed(sections: Iterable[MoreSection]) -> Iterable[tuple[MoreSection, Section | None]]:
    """Each section with the list for it; a list is for one of them, and for none without entries."""
    free = list(SECTIONS)
    for one in sections:
        place = place_of(one.title)
        if place in free and one.entries:
            free.remove(place)
            yield one, place
        else:
            yield one, None


def _telling(place: Section) -> tuple[str, ...]:
    return tuple(place.keys[one] for one in ("title", "organisation") if one in place.keys)


def _entry(one: MoreEntry, place: Section) -> Json:
    values: Json = {
        "title": one.title,
        "organisation": one.organisation,
        "start": day(one.start),
        "end": day(one.end),
        "url": one.url,
        "summary": one.summary,
        "highlights": [each.text for each in one.highlights],
    }
    own = {name: values[name] for name in FIELDS if name not in place.keys}
    if "position" in place.keys.values() and not one.organisation:
        values |= {"organisation": one.title, "title": None}
    complete = (place is WORK and one.organisation and one.start) or (place is PUBLICATIONS and one.url)
    own |= {"priorities": priorities(one.highlights), "more": True if complete else None}  # and still no position
    found = {key: values[name] for name, key in place.keys.items()}
    if place is INTERESTS and one.summary:
        is_prose = PROSE.search(one.summary)
        found |= {"keywords": None, "summary": one.summary} if is_prose else {"keywords": one.summary.split(", ")}
    return said(said(**own), **found)
