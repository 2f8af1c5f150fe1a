"""A FRESH document as data for a profile. Nothing is made up; what can't be told stays out, and is said to."""

from __future__ import annotations

from collections.abc import Iterator

from folio.profile.exchange import languages
from folio.profile.exchange.fresh.entries import articles, projects, schools, talks, works
from folio.profile.exchange.fresh.own_sections import own_sections
from folio.profile.exchange.given import Given, Json, present
from folio.profile.exchange.marked import each_text
from folio.profile.exchange.pages import links
from folio.profile.exchange.rich_text import with_markdown
from folio.profile.exchange.sections import Sections
from folio.profile.exchange.taken import Left, Taken
from folio.profile.exchange.who import PHONE, email, place, who

ORDER = (
    "name", "headline", "summary", "contact", "links", "skills", "languages", "education", "work", "projects",
    "articles", "talks", "more",
)  # fmt: skip
OTHERS = "names somebody who has to agree first; a reference also needs a role, an organisation and a date"


def read(document: Json) -> Taken:
    """What a profile.yaml can hold of `document`, what it can't, and what is to be looked over."""
    left: list[Left] = []
    notes: list[str] = []
    given = Given(each_text(document, with_markdown), "", left)
    sections = Sections()
    info = given.inner("info")
    data = who(given.line("name"), info.line("label"), info.text("brief"), notes)
    contact = given.inner("contact")
    data["contact"] = present(
        email=email(contact, "email"), phone=contact.line("phone"), location=_place(given.inner("location"))
    )
    data["links"] = links(_pages(contact, given))
    data["skills"] = list(_skills(given.inner("skills")))
    data["languages"] = list(_languages(given, sections))
    data["education"] = list(schools(given.inner("education")))
    data["work"] = list(works(given.inner("employment"), sections))
    data["projects"] = list(projects(given))
    data["articles"] = list(articles(given, sections))
    data["talks"] = list(talks(given, sections))
    own_sections(given, sections)
    data["more"] = sections.data()
    for name in ("references", "testimonials"):
        for one in given.each(name):
            one.leave_whole(OTHERS)
    given.rest()
    if data["contact"].get("phone"):
        notes.append(PHONE)
    return Taken({name: data[name] for name in ORDER if data.get(name)}, tuple(left), tuple(notes))


def _place(given: Given) -> str | None:
    """On one line, without street and house."""
    return place(*(given.line(name) for name in ("city", "region", "country")))


def _pages(contact: Given, given: Given) -> Iterator[tuple[str | None, str]]:
    """The person's pages: by what they are called, if they are, and where they are."""
    if website := contact.url("website"):
        yield None, website
    for one in given.each("social"):
        label, network, url = one.line("label"), one.line("network"), one.url("url")
        if url is None:
            one.leave_whole("has no address")
            continue
        user = one.line("user")
        if user and user.casefold() not in url.casefold():
            one.leave("user", "has no place in a profile", user)
        yield network or label, url
        if network and label:
            one.leave("label", "has no place in a profile", label)


def _skills(given: Given) -> Iterator[Json]:
    """Sets of skills, then those of the list that are in no set."""
    seen: set[str] = set()
    for one in given.each("sets"):
        group, names = one.line("name"), one.lines("skills")
        for name in names or ([group] if group else []):
            seen.add(name.casefold())
            yield present(name=name, group=group if names else None)
    for one in given.each("list"):
        skill = one.line("name")
        if skill is None:
            one.leave_whole("has no name")
        elif skill.casefold() not in seen:
            seen.add(skill.casefold())
            yield {"name": skill}


def _languages(given: Given, sections: Sections) -> Iterator[Json]:
    for one in given.each("languages"):
        name, fluency = one.line("language"), one.line("level")
        if name is None:
            one.leave_whole("has no name")
        elif fluency is None:
            sections.add("Languages", name)
        else:
            level = languages.level(fluency)
            yield present(
                name=name,
                code=languages.code(name, "en"),
                level=level,
                fluency=None if level and level.casefold() == fluency.casefold() else fluency,
            )
