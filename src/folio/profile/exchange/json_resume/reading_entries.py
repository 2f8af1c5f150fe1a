"""What the person has done, from the sections of a JSON Resume document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from folio.profile.exchange.disclosed import SECTOR
from folio.profile.exchange.given import Given, Json, held, present, span
from folio.profile.exchange.json_resume.own import OWN
from folio.profile.exchange.json_resume.reading_projects import projects
from folio.profile.exchange.json_resume.results import results, with_priorities
from folio.profile.exchange.slugs import Ids
from folio.profile.fields import LONGEST_LINE
from folio.profile.record import Reference

SCHOOLING = ("degree", "course", "self-taught")


def entries(given: Given, notes: list[str]) -> Json:
    """The sections that are lists of entries, each entry as a profile holds it."""
    references = list(_references(given))
    data: Json = {
        "work": list(_works(given)),
        "education": [*_schools(given), *_certificates(given)],
        "articles": list(_articles(given)),
        "references": references,
        "clients": [],
        **projects(given, {one["id"] for one in references}),
    }
    if data["clients"]:
        notes.append(f"the sector of each client is '{SECTOR}'; write what it is")
    if data["contracts"]:
        notes.append("contracts count as done for a fixed scope until their 'engagement' says otherwise")
    if data["articles"] and not all(one.get("date") for one in data["articles"]):
        notes.append("articles without a date say their own where folio can read them")
    return data


def _missing(**needed: Any) -> str | None:
    """What an entry lacks, in words; None when it has all of it."""
    lacking = [name for name, value in needed.items() if not value]
    return f"has no {' and no '.join(lacking)}" if lacking else None


def _works(given: Given) -> Iterator[Json]:
    ids = Ids()
    for one in given.each("work"):
        own = one.inner(OWN)
        organisation, role = one.line("name", "company"), one.line("position")
        start, end = span(one)
        if lacks := _missing(name=organisation, position=role, startDate=start):
            one.refuse(lacks, present(name=organisation, position=role, startDate=start, endDate=end))
            continue
        highlights, outcomes = results(one, own)
        yield present(
            id=ids.new(organisation or "", "work"),
            organisation=organisation,
            role=role,
            start=start,
            end=end,
            location=one.line("location"),
            url=one.url("url", "website"),
            summary="\n\n".join(filter(None, (one.text("description"), one.text("summary")))),
            highlights=with_priorities(highlights, own.raw("priorities")),
            outcomes=outcomes,
            skills=one.lines("keywords"),
        )
        own.rest()


def _schools(given: Given) -> Iterator[Json]:
    for one in given.each("education"):
        own = one.inner(OWN)
        kind, institution = own.line("kind"), one.line("institution")
        title = ", ".join(filter(None, (one.line("studyType"), one.line("area"))))[:LONGEST_LINE]
        start, end = span(one)
        if not title and not institution:
            one.refuse("has no title", present(startDate=start, endDate=end))
            continue
        courses = "\n".join(f"- {course}" for course in one.lines("courses"))
        yield present(
            title=title or institution,
            kind=kind if kind in SCHOOLING and kind != "degree" else None,
            institution=institution if title else None,
            start=start,
            end=end,
            summary=own.text("summary") or courses,
        )
        own.rest()


def _certificates(given: Given) -> Iterator[Json]:
    """A certificate is what a course ended with."""
    for one in given.each("certificates"):
        if title := one.line("name", "title"):
            yield present(title=title, kind="course", institution=one.line("issuer"), end=one.date("date"))


def _articles(given: Given) -> Iterator[Json]:
    ids = Ids()
    for one in given.each("publications"):
        own = one.inner(OWN)
        title, url = one.line("name"), one.url("url", "website")
        publication, day = one.line("publisher"), one.date("releaseDate")
        if title is None or url is None:
            said = present(name=title, url=url, publisher=publication, releaseDate=day)
            one.refuse(f"{_missing(name=title, url=url)}, and an article has to be somewhere", said)
            continue
        yield present(
            id=ids.new(own.line("id") or title, "article"),
            url=url,
            title=title,
            date=day,
            summary=one.line("summary"),
            publication=publication,
        )
        own.rest()


def _references(given: Given) -> Iterator[Json]:
    ids = Ids()
    for one in given.each("references"):
        own = one.inner(OWN)
        name, text = one.line("name"), one.text("reference")
        who = {"role": own.line("role"), "organisation": own.line("organisation"), "date": own.date("date")}
        known = own.line("id")
        if lacks := _missing(name=name, reference=text, **who):
            one.refuse(f"{lacks}, which a reference has to have", present(name=name, reference=text, **who))
            continue
        entry = {
            "id": ids.new(known or name or "", "reference"),
            "name": name,
            **who,
            "consent": "public",
            "text": text,
        }
        if held(Reference, entry):
            yield entry
        own.rest()
