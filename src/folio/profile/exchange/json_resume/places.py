"""Sections of the person's own that JSON Resume has lists for, and what their entries are called in them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Section:
    """A section by its title, the list that it is, and the keys of its entries' fields."""

    title: str
    list: str
    keys: dict[str, str]
    """From the field of a `MoreEntry`; the organisation's key also holds the title of an entry without one."""


POSITION = {
    "title": "position",
    "start": "startDate",
    "end": "endDate",
    "url": "url",
    "summary": "summary",
    "highlights": "highlights",
}
WORK = Section("Further experience", "work", {"organisation": "name", **POSITION})
VOLUNTEER = Section("Volunteering", "volunteer", {"organisation": "organization", **POSITION})
AWARDS = Section(
    "Awards", "awards", {"title": "title", "organisation": "awarder", "end": "date", "url": "url", "summary": "summary"}
)
PUBLICATIONS = Section(
    "Further publications",
    "publications",
    {"title": "name", "organisation": "publisher", "end": "releaseDate", "url": "url", "summary": "summary"},
)
INTERESTS = Section("Interests", "interests", {"title": "name", "summary": "keywords"})
SECTIONS = (WORK, VOLUNTEER, AWARDS, PUBLICATIONS, INTERESTS)
"""In the order that they have in a new profile."""
FIELDS = ("title", "organisation", "start", "end", "url", "summary", "highlights")


def place_of(title: str) -> Section | None:
    """The list that a section of this title is."""
    named = {one.title.casefold(): one for one in SECTIONS} | {PUBLICATIONS.list: PUBLICATIONS}
    return named.get(title.casefold())
