"""What the person has done, from the lists of a YAMLResume document."""

from __future__ import annotations

from collections.abc import Iterator

from folio.profile.exchange import markup
from folio.profile.exchange.given import Given, Json, present, span
from folio.profile.exchange.pages import holds_code
from folio.profile.exchange.prose import one_line
from folio.profile.exchange.sections import Sections
from folio.profile.exchange.slugs import Ids
from folio.profile.fields import as_line

MOST_SHOWN = 3
"""Projects that a résumé shows where none is featured."""


def entries(content: Given) -> Json:
    """The sections that are lists of entries."""
    more = Sections()
    data: Json = {
        "work": list(_works(content, more)),
        "education": [*_schools(content), *_certificates(content)],
        "projects": _projects(content),
        "articles": list(_articles(content, more)),
    }
    _others(content, more)
    return data | {"more": more.data()}


def _works(content: Given, more: Sections) -> Iterator[Json]:
    ids = Ids()
    for one in content.each("work"):
        organisation, role, url = one.line("name"), one.line("position"), one.url("url")
        start, end = _span(one)
        summary, highlights = markup.points(text(one, "summary") or "")
        shared = {"url": url, "summary": summary, "highlights": highlights}
        if organisation and role and start:
            skills = [as_line(word) for word in one.lines("keywords")]
            name = ids.new(organisation, "work")
            yield present(id=name, organisation=organisation, role=role, start=start, end=end, **shared, skills=skills)
        else:
            more.add_or_refuse(one, "Work", role, organisation=organisation, start=start, end=end, **shared)


def _schools(content: Given) -> Iterator[Json]:
    for one in content.each("education"):
        title = as_line(", ".join(filter(None, (one.line("degree"), one.line("area")))))
        institution = one.line("institution")
        start, end = _span(one)
        courses, summary = one.lines("courses"), text(one, "summary")
        if courses and summary:
            one.leave("courses", "gives way to the summary", courses)
        if not (title or institution):
            one.leave_whole("has no title")
            continue
        yield present(
            title=title or institution,
            institution=institution if title else None,
            start=start,
            end=end,
            summary=summary or markup.listed(None, courses),
        )


def _certificates(content: Given) -> Iterator[Json]:
    """A certificate is what a course ended with."""
    for one in content.each("certificates"):
        if title := one.line("name"):
            url = one.url("url")
            yield present(
                title=title,
                kind="course",
                institution=one.line("issuer"),
                end=_month(one, "date"),
                summary=f"<{url}>" if url and not set("<>") & set(url) else None,
            )
        else:
            one.leave_whole("has no name")


def _projects(content: Given) -> list[Json]:
    ids = Ids()
    found: list[Json] = []
    for one in content.each("projects"):
        title, url, outcome = one.line("name"), one.url("url"), text(one, "summary")
        if title is None:
            one.leave_whole("has no name")
            continue
        start, end = _span(one)
        summary, whole = one_line(markup.plain(one.text("description") or ""), title)
        code = url if url and holds_code(url) else None
        shared = {"approach": whole, "outcome": outcome, "skills": one.lines("keywords")}
        live = {"url": url} if url and not code else None
        name = ids.new(title, "project")
        found.append(
            present(id=name, title=title, summary=summary, code_url=code, start=start, end=end, **shared, live=live)
        )
    return [one | {"featured": True} for one in found] if len(found) > MOST_SHOWN else found


def _articles(content: Given, more: Sections) -> Iterator[Json]:
    ids = Ids()
    for one in content.each("publications"):
        title, url, day, publication = (
            one.line("name"),
            one.url("url"),
            _month(one, "releaseDate"),
            one.line("publisher"),
        )
        summary = text(one, "summary")
        if title and url:
            short = as_line(markup.plain(summary or ""))
            name = ids.new(title, "article")
            yield present(id=name, url=url, title=title, date=day, summary=short, publication=publication)
        else:
            more.add_or_refuse(
                one, "Further publications", title, organisation=publication, end=day, url=url, summary=summary
            )


def _others(content: Given, more: Sections) -> None:
    for one in content.each("awards"):
        title, by, day = one.line("title"), one.line("awarder"), _month(one, "date")
        more.add_or_refuse(one, "Awards", title, organisation=by, end=day, summary=text(one, "summary"))
    for one in content.each("volunteer"):
        start, end = _span(one)
        summary, highlights = markup.points(text(one, "summary") or "")
        role, at = one.line("position"), one.line("organization")
        shared = {"url": one.url("url"), "summary": summary, "highlights": highlights}
        more.add_or_refuse(one, "Volunteering", role, organisation=at, start=start, end=end, **shared)
    for one in content.each("interests"):
        more.add_or_refuse(one, "Interests", one.line("name"), summary=", ".join(one.lines("keywords")))
    for one in content.each("references"):
        one.leave_whole("has no date, which a reference has to have; nor is it said to be public")


def text(one: Given, name: str) -> str | None:
    """Running text as Markdown."""
    return markup.markdown(one.text(name) or "") or None


def _span(one: Given) -> tuple[str | None, str | None]:
    """Start and end by the month: its documents often name the first day of one, which nobody is shown."""
    start, end = span(one)
    return _by_month(start), _by_month(end)


def _month(one: Given, name: str) -> str | None:
    return _by_month(one.date(name))


def _by_month(day: str | None) -> str | None:
    return day[: len("2024-03")] if day else None
