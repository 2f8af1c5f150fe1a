"""What the person has done, from the sections of a JSON Resume document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from folio.profile.exchange.disclosed import MOST_PROJECTS, SECTOR
from folio.profile.exchange.given import Given, Json, held, is_slug, present, span
from folio.profile.exchange.json_resume import OWN, sentence
from folio.profile.exchange.slugs import Ids
from folio.profile.fields import LONGEST_LINE
from folio.profile.record import Outcome, Reference

CODE_HOSTS = ("github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "sr.ht")
TALKS = ("talk", "presentation", "conference")
KINDS = ("talk", "workshop", "video", "mentoring", "answer")
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
        **_projects(given, {one["id"] for one in references}),
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
        highlights, outcomes = _results(one, own)
        yield present(
            id=ids.new(organisation or "", "work"),
            organisation=organisation,
            role=role,
            start=start,
            end=end,
            location=one.line("location"),
            url=one.url("url", "website"),
            summary="\n\n".join(filter(None, (one.text("description"), one.text("summary")))),
            highlights=_with_priorities(highlights, own.raw("priorities")),
            outcomes=outcomes,
            skills=one.lines("keywords"),
        )
        own.rest()


def _results(one: Given, own: Given) -> tuple[list[str], list[Json]]:
    """Highlights, and those of them that folio wrote from an outcome as what they were."""
    texts, outcomes = one.texts("highlights"), own.raw("outcomes")
    known: dict[str, Json] = {}
    for each in outcomes if isinstance(outcomes, list) else []:
        if held(Outcome, each):
            known[sentence(Outcome.model_validate(each))] = each
    return [text for text in texts if text not in known], [known[text] for text in texts if text in known]


def _with_priorities(highlights: list[str], priorities: Any) -> list[str | Json]:
    """As they are written in a profile; priorities that are not one for each highlight say nothing."""
    fits = isinstance(priorities, list) and len(priorities) == len(highlights)
    if not fits or not all(type(one) is int and -9 <= one <= 9 for one in priorities):
        return list(highlights)
    return [{"text": text, "priority": one} if one else text for text, one in zip(highlights, priorities, strict=True)]


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


def _projects(given: Given, references: set[str]) -> Json:
    """Projects, contracts and talks, and the clients they name."""
    clients: dict[str, str] = {}
    ids = {kind: Ids() for kind in ("project", "contract", "talk", "client")}
    found: Json = {"projects": [], "contracts": [], "talks": []}
    for one in given.each("projects"):
        own = one.inner(OWN)
        kind, name, entity = (one.line("type") or "").casefold(), one.line("name"), one.line("entity")
        role = "; ".join(one.lines("roles"))[:LONGEST_LINE]
        start, end = span(one)
        if name is None:
            one.refuse("has no name", present(entity=entity, startDate=start, endDate=end, type=kind, roles=role))
            continue
        if kind in TALKS and entity and start:
            said = own.line("kind")
            shown = present(id=ids["talk"].new(name, "talk"), title=name, event=entity, date=start)
            found["talks"].append(shown | present(kind=said if said in KINDS[1:] else None, url=one.url("url")))
            continue
        if entity and entity not in clients:
            clients[entity] = ids["client"].new(entity, "client")
        shared = present(client=clients.get(entity or ""), start=start, end=end)
        if kind == "contract" and entity and role and start:
            found["contracts"].append(_contract(one, own, references, name, role, shared, ids["contract"]))
        else:
            if kind and kind != "contract":
                one.leave("type", "has no place in a profile", kind)
            found["projects"].append(_project(one, own, name, role, shared, ids["project"]))
        own.rest()
    if len(found["projects"]) > MOST_PROJECTS:
        found["projects"] = [one | {"featured": True} for one in found["projects"]]
    named = [{"id": identifier, "name": name, "sector": SECTOR} for name, identifier in clients.items()]
    return {"clients": named, **found}


def _contract(one: Given, own: Given, references: set[str], name: str, role: str, shared: Json, ids: Ids) -> Json:
    results, reference = one.lines("highlights"), own.line("reference")
    return present(
        id=ids.new(f"{shared['client']} {role}", "contract"),
        client=shared["client"],
        role=role,
        deliverable=name,
        start=shared["start"],
        end=shared.get("end"),
        completed=False if own.raw("completed") == "no" else None,
        result=" ".join(results)[:LONGEST_LINE].strip(),
        proof={"reference": reference} if reference in references else None,
    )


def _project(one: Given, own: Given, name: str, role: str, shared: Json, ids: Ids) -> Json:
    known, url = own.line("id"), one.url("url")
    live, code = own.url("live"), own.url("code")
    if url and url not in (live, code):
        host = (urlsplit(url).hostname or "").removeprefix("www.")
        live, code = (live, url) if host in CODE_HOSTS else (url, code)
    highlights, outcomes = _results(one, own)
    description = one.text("description") or one.text("summary") or ""
    line = " ".join(description.split())
    own.raw("featured")
    return present(
        id=ids.new(known if known and is_slug(known) else name, "project"),
        title=name,
        summary=line if 0 < len(line) <= LONGEST_LINE else _first_sentences(line) or name,
        role=role,
        code_url=code,
        **shared,
        approach=description if len(line) > LONGEST_LINE else None,
        outcome="\n".join(f"- {' '.join(each.split())}" for each in highlights),
        outcomes=outcomes,
        skills=one.lines("keywords"),
        live={"url": live} if live else None,
    )


def _first_sentences(line: str) -> str:
    """As many of them as a line takes; the first words of a sentence that is longer."""
    start = line[:LONGEST_LINE]
    end = start.rfind(". ")
    return start[: end + 1] if end > 0 else start.rsplit(" ", 1)[0]
