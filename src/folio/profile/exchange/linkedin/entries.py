"""The tables of LinkedIn's export that list what the person has done."""

from __future__ import annotations

from collections.abc import Iterator

from folio.profile.exchange.given import Given, Json, present, span
from folio.profile.exchange.pages import holds_code
from folio.profile.exchange.prose import markdown, one_line, summary_and_highlights
from folio.profile.exchange.sections import Sections
from folio.profile.exchange.slugs import Ids

SPAN = ("Started On", "Finished On")
SECTIONS = {
    "Certifications": "Certifications",
    "Courses": "Courses",
    "Patents": "Patents",
    "Honors": "Honors and awards",
    "Test Scores": "Test scores",
    "Organizations": "Organizations",
    "Volunteering": "Volunteering",
}
TITLES = ("Title", "Role", "Position", "Name")
WHOSE = ("Authority", "Company Name", "Organization", "Issuer", "Publisher", "Name")
DAYS = ("Issued On", "Tested On", "Published On", "Issue Date", "Filing Date")
DETAILS = {
    "Score": "Score", "License Number": "Licence", "Patent Number": "Patent", "Application Number": "Application",
    "Number": "Number",
}  # fmt: skip
"""What is told of an entry in a word, and the word before it."""
ON_A_DAY = "Certifications"
"""What begins and doesn't go on: without a day on which it expires it was got on the first."""


def works(given: Given, sections: Sections) -> Iterator[Json]:
    """Positions; one without a title or a day it began is an entry of a section of its own."""
    ids = Ids()
    for one in given.each("Positions"):
        organisation, role, (start, end) = one.line("Company Name"), one.line("Title"), span(one, *SPAN)
        summary, highlights = summary_and_highlights(one.text("Description"))
        said = present(start=start, end=end, summary=summary, highlights=highlights)
        if organisation and role and start:
            identity, location = ids.new(organisation, "work"), one.line("Location")
            yield present(id=identity, organisation=organisation, role=role, location=location, **said)
        else:
            sections.add_or_refuse(one, "Experience", role, organisation=organisation, **said)


def schools(given: Given) -> Iterator[Json]:
    """Schools and degrees."""
    for one in given.each("Education"):
        title, institution = one.line("Degree Name"), one.line("School Name")
        if not title and not institution:
            one.leave_whole("has no title")
            continue
        start, end = span(one, "Start Date", "End Date")
        field, notes, activities = one.line("Field Of Study"), one.text("Notes"), one.text("Activities")
        yield present(
            title=title or institution,
            institution=institution if title else None,
            start=start,
            end=end,
            summary="\n\n".join(markdown(part) for part in (field, notes, activities) if part),
        )


def projects(given: Given) -> Iterator[Json]:
    """Projects, which have no role there."""
    ids = Ids()
    for one in given.each("Projects"):
        title = one.line("Title")
        if title is None:
            one.leave_whole("has no title")
            continue
        text, highlights = summary_and_highlights(one.text("Description"))
        summary, whole = one_line(text, title)
        url, (start, end) = one.url("Url"), span(one, *SPAN)
        code = url if url and holds_code(url) else None
        yield present(
            id=ids.new(title, "project"),
            title=title,
            summary=summary,
            code_url=code,
            start=start,
            end=end,
            approach=whole,
            outcome="\n".join(f"- {each}" for each in highlights),
            live={"url": url} if url and not code else None,
        )


def publications(given: Given, sections: Sections) -> Iterator[Json]:
    """Articles; what has no address is an entry of a section of its own."""
    ids = Ids()
    for one in given.each("Publications"):
        title, url, day = one.line("Name", "Title"), one.url("Url"), one.date("Published On")
        publisher, text = one.line("Publisher"), one.text("Description")
        if title is None or url is None:
            summary = markdown(text) if text else None
            sections.add_or_refuse(one, "Further publications", title, organisation=publisher, end=day, summary=summary)
            continue
        short, whole = one_line(text, "")
        if whole:
            one.leave("Description", "is longer than a line; cut", whole)
        yield present(
            id=ids.new(title, "article"), url=url, title=title, date=day, summary=short, publication=publisher
        )


def listed(given: Given, sections: Sections) -> None:
    """What a profile has no section for: each table becomes a section of the person's own."""
    for name, section in SECTIONS.items():
        for one in given.each(name):
            title, organisation = one.line(*TITLES), one.line(*WHOSE)
            start, end = span(one, *SPAN)
            details = [f"{word} {detail}" for key, word in DETAILS.items() if (detail := one.line(key))]
            if name == ON_A_DAY and end is None:
                start, end = None, start
            text, highlights = summary_and_highlights(one.text("Description"))
            sections.add_or_refuse(
                one,
                section,
                title,
                organisation=organisation,
                start=start,
                end=end or one.date(*DAYS),
                url=one.url("Url"),
                summary="\n\n".join(filter(None, (", ".join(details), text))),
                highlights=highlights,
            )
