"""Work, education, projects, writing and talks of a FRESH document."""

from __future__ import annotations

from collections.abc import Iterator

from folio.profile.exchange.given import Given, Json, present, span
from folio.profile.exchange.pages import holds_code
from folio.profile.exchange.prose import one_line
from folio.profile.exchange.sections import Sections
from folio.profile.exchange.slugs import Ids
from folio.profile.fields import LONGEST_LINE


def works(given: Given, sections: Sections) -> Iterator[Json]:
    """Positions; one without a role or a day it began is an entry of a section of its own."""
    ids = Ids()
    for one in given.each("history"):
        organisation, role, url = one.line("employer"), one.line("position"), one.url("url")
        start, end = span(one, "start", "end")
        summary, highlights = one.text("summary"), one.texts("highlights")
        if not (organisation and role and start):
            sections.add_or_refuse(
                one,
                "Experience",
                role,
                organisation=organisation,
                start=start,
                end=end,
                url=url,
                summary=summary,
                highlights=highlights,
            )
            continue
        yield present(
            id=ids.new(organisation, "work"),
            organisation=organisation,
            role=role,
            start=start,
            end=end,
            location=one.line("location"),
            url=url,
            summary=summary,
            highlights=highlights,
            skills=one.lines("keywords"),
        )


def schools(given: Given) -> Iterator[Json]:
    """Degrees and the like, with what was learned there as a list."""
    for one in given.each("history"):
        title, institution = one.line("title"), one.line("institution")
        said = ", ".join(filter(None, (one.line("studyType"), one.line("area"))))[:LONGEST_LINE]
        title, said = (title, said) if title else (said, "")
        if not title and not institution:
            one.leave_whole("has no title")
            continue
        start, end = span(one, "start", "end")
        listed = [f"- {line}" for name in ("curriculum", "highlights") for line in one.texts(name)]
        yield present(
            title=title or institution,
            institution=institution if title else None,
            start=start,
            end=end,
            summary="\n\n".join(filter(None, (said, one.text("summary"), "\n".join(listed)))),
        )


def projects(given: Given) -> Iterator[Json]:
    """Projects; what the person did is their part, and what it was is its summary."""
    ids = Ids()
    for one in given.each("projects"):
        title = one.line("title")
        if title is None:
            one.leave_whole("has no title")
            continue
        what, part = one.text("description"), one.text("summary")
        summary, whole = one_line(what or part, title)
        url, code = one.url("url"), one.url("repo")
        if url and code is None and holds_code(url):
            url, code = None, url
        start, end = span(one, "start", "end")
        yield present(
            id=ids.new(title, "project"),
            title=title,
            summary=summary,
            role=one.line("role"),
            code_url=code,
            start=start,
            end=end,
            approach=whole,
            outcome="\n".join(f"- {' '.join(each.split())}" for each in one.texts("highlights")),
            my_part=part if what else None,
            skills=one.lines("keywords"),
            live={"url": url} if url else None,
        )


def articles(given: Given, sections: Sections) -> Iterator[Json]:
    """What was written; what has no address is an entry of a section of its own."""
    ids = Ids()
    for one in given.each("writing"):
        title, url, day, text = one.line("title"), one.url("url"), one.date("date"), one.text("summary")
        publisher = _publisher(one)
        if title is None or url is None:
            sections.add_or_refuse(one, "Writing", title, organisation=publisher, end=day, url=url, summary=text)
            continue
        summary, whole = one_line(text, "")
        if whole:
            one.leave("summary", "is longer than a line; cut", whole)
        yield present(
            id=ids.new(title, "article"), url=url, title=title, date=day, summary=summary, publication=publisher
        )


def talks(given: Given, sections: Sections) -> Iterator[Json]:
    """Talks; one without an event or a day is an entry of a section of its own."""
    ids = Ids()
    for one in given.each("speaking"):
        title, event, day = one.line("title"), one.line("event"), one.date("date")
        if title and event and day:
            yield present(id=ids.new(title, "talk"), title=title, event=event, date=day, url=one.url("url"))
        else:
            sections.add_or_refuse(
                one,
                "Speaking",
                title,
                organisation=event,
                end=day,
                summary=one.text("summary"),
                highlights=one.texts("highlights"),
            )


def _publisher(given: Given) -> str | None:
    """By name, which the first documents gave in place of a mapping."""
    value = given.raw("publisher")
    holder = Given({"publisher": value if isinstance(value, dict) else {"name": value}}, given.path, given.left)
    publisher = holder.inner("publisher")
    name = publisher.line("name")
    publisher.rest()
    return name
