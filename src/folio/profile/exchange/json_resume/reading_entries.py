"""What the person has done, from the sections of a JSON Resume document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from folio.profile.exchange.given import Given, Json, held, present, span
from folio.profile.exchange.json_resume.own import OWN
from folio.profile.exchange.json_resume.places import PUBLICATIONS, WORK
from folio.profile.exchange.json_resume.reading_more import entry_of, sections
from folio.profile.exchange.json_resume.reading_projects import projects
from folio.profile.exchange.json_resume.results import results, with_priorities
from folio.profile.exchange.json_resume.told import as_bullets
from folio.profile.exchange.slugs import Ids
from folio.profile.fields import LONGEST_LINE
from folio.profile.record import Reference

SCHOOLING = ("degree", "course", "self-taught")


def entries(given: Given, own: Given, notes: list[str]) -> Json:
    """The sections that are lists of entries, each entry as a profile holds it; `own` is `meta.folio`."""
    references = list(_references(given, notes))
    further: dict[str, list[Json]] = {WORK.list: [], PUBLICATIONS.list: []}
    data: Json = {
        "work": list(_works(given, further[WORK.list])),
        "education": [*_schools(given), *_certificates(given)],
        "articles": list(_articles(given, further[PUBLICATIONS.list])),
        "references": references,
        "clients": [],
        **projects(given, {one["id"] for one in references}),
    }
    data["more"] = sections(given, own, further)
    if data["clients"]:
        notes.append("say under 'sector' what each client does, where they may be told by it")
    if data["contracts"]:
        notes.append("contracts count as done for a fixed scope until their 'engagement' says otherwise")
    if data["articles"] and not all(one.get("date") for one in data["articles"]):
        notes.append("articles without a date say their own where folio can read them")
    return data


def _missing(**needed: Any) -> str | None:
    """What an entry lacks, in words; None when it has all of it."""
    lacking = [name for name, value in needed.items() if not value]
    return f"has no {' and no '.join(lacking)}" if lacking else None


def _works(given: Given, further: list[Json]) -> Iterator[Json]:
    ids = Ids()
    for one in given.each("work"):
        own = one.inner(OWN)
        organisation, role = one.line("name", "company"), one.line("position")
        start, end = span(one)
        if own.raw("more") is True or not (organisation and role and start):
            title, at = (role, organisation) if role else (organisation, None)
            if entry := entry_of(WORK, one, own, title=title, organisation=at, start=start, end=end):
                further.append(entry)
            continue
        highlights, outcomes = results(one, own)
        yield present(
            id=ids.new(organisation, "work"),
            organisation=organisation,
            role=role,
            start=start,
            end=end,
            location=one.line("location"),
            url=one.url("url", "website"),
            summary=one.text("summary", "description"),
            highlights=with_priorities(highlights, own.raw("priorities")),
            outcomes=outcomes,
            skills=one.lines("keywords"),
        )


def _schools(given: Given) -> Iterator[Json]:
    for one in given.each("education"):
        own = one.inner(OWN)
        kind, institution = own.line("kind"), one.line("institution")
        title = ", ".join(filter(None, (one.line("studyType"), one.line("area"))))[:LONGEST_LINE]
        start, end = span(one)
        if not title and not institution:
            one.leave_whole("has no title")
            continue
        courses = as_bullets(one.lines("courses"))
        yield present(
            title=title or institution,
            kind=kind if kind in SCHOOLING and kind != "degree" else None,
            institution=institution if title else None,
            start=start,
            end=end,
            summary=own.text("summary") or courses,
        )


def _certificates(given: Given) -> Iterator[Json]:
    """A certificate is what a course ended with."""
    for one in given.each("certificates"):
        title, url = one.line("name", "title"), one.url("url", "website")
        said = one.text("summary")
        link = f"<{url}>" if url and not set("<>") & set(url) else None
        if title is None:
            one.leave_whole("has no name")
            continue
        yield present(
            title=title,
            kind="course",
            institution=one.line("issuer"),
            end=one.date("date") or one.inner(OWN).date("end"),
            summary="\n\n".join(filter(None, (said, link))),
        )


def _articles(given: Given, further: list[Json]) -> Iterator[Json]:
    ids = Ids()
    for one in given.each("publications"):
        own = one.inner(OWN)
        title, url = one.line("name"), one.url("url", "website")
        publication, day = one.line("publisher"), one.date("releaseDate")
        if own.raw("more") is True or title is None or url is None:
            if entry := entry_of(PUBLICATIONS, one, own, title=title, organisation=publication, end=day, url=url):
                further.append(entry)
            continue
        yield present(
            id=ids.new(own.line("id") or title, "article"),
            url=url,
            title=title,
            date=day,
            summary=one.line("summary"),
            publication=publication,
        )


def _references(given: Given, notes: list[str]) -> Iterator[Json]:
    ids, unsaid = Ids(), 0
    for one in given.each("references"):
        own = one.inner(OWN)
        name, text = one.line("name"), one.text("reference")
        who = {"role": own.line("role"), "organisation": own.line("organisation"), "date": own.date("date")}
        known = own.line("id")
        entry = {
            "id": ids.new(known or name or "", "reference"),
            "name": name,
            **who,
            "consent": "public",
            "text": text,
        }
        if lacks := _missing(name=name, reference=text, **who):
            one.leave_whole(f"{lacks}, which a reference has to have")
            unsaid += 1
        elif held(Reference, entry):
            yield entry
    if unsaid:
        notes.append(f"references without a role and a day are kept and not shown ({unsaid}); add them with both")
