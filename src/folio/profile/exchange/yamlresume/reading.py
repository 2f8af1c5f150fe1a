"""A YAMLResume document as data for a profile."""

from __future__ import annotations

from collections.abc import Iterator

from folio.profile.exchange import languages, markup
from folio.profile.exchange.given import Given, Json, present, span
from folio.profile.exchange.networks import address
from folio.profile.exchange.pages import holds_code, links
from folio.profile.exchange.prose import one_line
from folio.profile.exchange.sections import Sections
from folio.profile.exchange.slugs import Ids
from folio.profile.exchange.taken import Left, Taken
from folio.profile.exchange.who import PHONE, email, who
from folio.profile.exchange.yamlresume.words import tag
from folio.profile.fields import as_line
from folio.profile.model import Profile

MOST_SHOWN = 3
"""Projects that a résumé shows where none is featured."""
PAPERS = {"a4": "A4", "letter": "letter"}


def read(document: Json) -> Taken:
    """What a profile.yaml can hold of `document`, what it can't, and what is to be looked over."""
    left: list[Left] = []
    notes: list[str] = []
    given = Given(document, "", left)
    content, locale = given.inner("content"), given.inner("locale")
    spoken = tag(locale.line("language") or "") or "en"
    basics, more = content.inner("basics"), Sections()
    data: Json = {"language": spoken} if spoken != "en" else {}
    data |= who(basics.line("name"), basics.line("headline"), _text(basics, "summary"), notes)
    data["contact"] = present(
        email=email(basics, "email"), phone=basics.line("phone"), location=_place(content.inner("location"))
    )
    data["links"] = links([*((None, url) for url in [basics.url("url")] if url), *_profiles(content)])
    data["skills"] = list(_skills(content))
    data["languages"] = list(_languages(content, spoken))
    data["work"] = list(_works(content, more))
    data["education"] = [*_schools(content), *_certificates(content)]
    data["projects"] = _projects(content)
    data["articles"] = list(_articles(content, more))
    _others(content, more)
    data["more"] = more.data()
    if size := _paper(document):
        data["resume"] = {"paper": size}
    if layouts := given.raw("layouts") or given.raw("layout"):
        given.leave("layouts", "is how YAMLResume shows it", layouts)
    if "phone" in data["contact"]:
        notes.append(PHONE)
    given.rest()
    return Taken({name: data[name] for name in Profile.model_fields if data.get(name)}, tuple(left), tuple(notes))


def _text(one: Given, name: str) -> str | None:
    return markup.markdown(one.text(name) or "") or None


def _span(one: Given) -> tuple[str | None, str | None]:
    """Start and end by the month: its documents often name the first day of one, which nobody is shown."""
    start, end = span(one)
    return _by_month(start), _by_month(end)


def _month(one: Given, name: str) -> str | None:
    return _by_month(one.date(name))


def _by_month(day: str | None) -> str | None:
    return day[: len("2024-03")] if day else None


def _place(given: Given) -> str | None:
    """Without street and postal code, which are nobody's business."""
    return as_line(", ".join(filter(None, (given.line(name) for name in ("city", "region", "country"))))) or None


def _profiles(content: Given) -> Iterator[tuple[str | None, str]]:
    for one in content.each("profiles"):
        network, username, url = one.line("network"), one.line("username"), one.url("url")
        place = url or address((network or "").replace("Stack Overflow", "StackOverflow"), username or "")
        if place:
            yield network or username, place
        else:
            one.leave_whole("has no address that folio knows")


def _skills(content: Given) -> Iterator[Json]:
    for one in content.each("skills"):
        name, keywords = one.line("name"), one.lines("keywords")
        if keywords:
            yield from (present(name=word, group=name) for word in keywords)
        elif name:
            yield {"name": name}
        else:
            one.leave_whole("has no name")


def _languages(content: Given, spoken: str) -> Iterator[Json]:
    for one in content.each("languages"):
        name, words = one.line("language"), one.line("fluency")
        if name is None or words is None:
            one.leave_whole("has no name" if name is None else "has no level")
            continue
        level = languages.level(words)
        yield {"name": name, "code": languages.code(name, spoken)} | ({"level": level} if level else {"fluency": words})


def _works(content: Given, more: Sections) -> Iterator[Json]:
    ids = Ids()
    for one in content.each("work"):
        organisation, role, url = one.line("name"), one.line("position"), one.url("url")
        start, end = _span(one)
        summary, highlights = markup.points(_text(one, "summary") or "")
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
        courses, summary = one.lines("courses"), _text(one, "summary")
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
        title, url, outcome = one.line("name"), one.url("url"), _text(one, "summary")
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
        summary = _text(one, "summary")
        if title and url:
            short = as_line(markup.plain(summary or ""))
            name = ids.new(title, "article")
            yield present(id=name, url=url, title=title, date=day, summary=short, publication=publication)
        else:
            more.add_or_refuse(one, "Publications", title, organisation=publication, end=day, url=url, summary=summary)


def _others(content: Given, more: Sections) -> None:
    for one in content.each("awards"):
        title, by, day = one.line("title"), one.line("awarder"), _month(one, "date")
        more.add_or_refuse(one, "Awards", title, organisation=by, end=day, summary=_text(one, "summary"))
    for one in content.each("volunteer"):
        start, end = _span(one)
        summary, highlights = markup.points(_text(one, "summary") or "")
        role, at = one.line("position"), one.line("organization")
        shared = {"url": one.url("url"), "summary": summary, "highlights": highlights}
        more.add_or_refuse(one, "Volunteering", role, organisation=at, start=start, end=end, **shared)
    for one in content.each("interests"):
        more.add_or_refuse(one, "Interests", one.line("name"), summary=", ".join(one.lines("keywords")))
    for one in content.each("references"):
        one.leave_whole("has no date, which a reference has to have; nor is it said to be public")


def _paper(document: Json) -> str | None:
    layouts = document.get("layouts") or [document.get("layout")]
    for one in layouts if isinstance(layouts, list) else ():
        page = one.get("page") if isinstance(one, dict) else None
        size = page.get("paperSize") if isinstance(page, dict) else None
        if isinstance(size, str) and size.lower() in PAPERS:
            return PAPERS[size.lower()]
    return None
