"""What a FRESH document lists and a profile has no section for: each becomes a section of the person's own."""

from __future__ import annotations

from collections.abc import Iterator

from folio.profile.exchange.given import Given, span
from folio.profile.exchange.sections import Sections

IN_HISTORY = {"service": "Volunteering and service", "affiliation": "Memberships"}
LISTED = {
    "governance": "Governance",
    "recognition": "Recognition",
    "samples": "Work samples",
    "reading": "Reading",
    "extracurricular": "Extracurricular",
    "interests": "Interests",
}
TITLES = ("title", "position", "role", "name", "activity")
WHERE = ("organization", "from", "event")


def own_sections(given: Given, sections: Sections) -> None:
    """Fills `sections`."""
    for name, section in IN_HISTORY.items():
        _section(given.inner(name).each("history"), section, sections)
    for name, section in LISTED.items():
        _section(given.each(name), section, sections)


def _section(entries: Iterator[Given], section: str, sections: Sections) -> None:
    for one in entries:
        start, end = span(one, "start", "end")
        title, organisation = one.line(*TITLES), one.line(*WHERE)
        authors = ", ".join(one.lines("author"))
        words = ", ".join(one.lines("keywords"))
        sections.add_or_refuse(
            one,
            section,
            title,
            organisation=organisation or authors,
            start=start,
            end=end or one.date("date"),
            url=one.url("url"),
            summary="\n\n".join(filter(None, (one.text("summary"), words))),
            highlights=one.texts("highlights"),
        )
