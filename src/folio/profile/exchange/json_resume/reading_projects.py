"""Projects, contracts and talks, which are all projects in JSON Resume, and the clients they name."""

from __future__ import annotations

from folio.profile.exchange.disclosed import MOST_PROJECTS
from folio.profile.exchange.given import Given, Json, is_slug, present, span
from folio.profile.exchange.json_resume.own import OWN
from folio.profile.exchange.json_resume.results import results
from folio.profile.exchange.json_resume.told import as_bullets, as_line, is_code
from folio.profile.exchange.slugs import Ids
from folio.profile.fields import LONGEST_LINE

TALKS = ("talk", "presentation", "conference")
ENGAGEMENTS = ("hourly", "retainer", "advisory")
KINDS = ("talk", "workshop", "video", "mentoring", "answer")


def projects(given: Given, references: set[str]) -> Json:
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
            one.leave_whole("has no name")
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
    if len(found["projects"]) > MOST_PROJECTS and not any(one.get("featured") for one in found["projects"]):
        found["projects"] = [one | {"featured": True} for one in found["projects"]]
    named = [{"id": identifier, "name": name} for name, identifier in clients.items()]
    return {"clients": named, **found}


def _contract(one: Given, own: Given, references: set[str], name: str, role: str, shared: Json, ids: Ids) -> Json:
    said, reference, engagement = one.lines("highlights"), own.line("reference"), own.line("engagement")
    return present(
        id=ids.new(f"{shared['client']} {role}", "contract"),
        client=shared["client"],
        role=role,
        deliverable=name,
        start=shared["start"],
        end=shared.get("end"),
        engagement=engagement if engagement in ENGAGEMENTS else None,
        completed=False if own.raw("completed") == "no" else None,
        result=" ".join(said)[:LONGEST_LINE].strip(),
        proof={"reference": reference} if reference in references else None,
    )


def _project(one: Given, own: Given, name: str, role: str, shared: Json, ids: Ids) -> Json:
    known, url = own.line("id"), one.url("url", "website")
    live, code = own.url("live"), own.url("code")
    if url and url not in (live, code):
        live, code = (live, url) if is_code(url) else (url, code)
    highlights, outcomes = results(one, own)
    description = one.text("description") or one.text("summary") or ""
    summary = as_line(description)
    return present(
        id=ids.new(known if known and is_slug(known) else name, "project"),
        title=name,
        summary=summary or name,
        role=role,
        code_url=code,
        **shared,
        approach=description if summary != " ".join(description.split()) else None,
        featured=True if own.raw("featured") is True else None,
        outcome=as_bullets(highlights),
        outcomes=outcomes,
        skills=one.lines("keywords"),
        live={"url": live} if live else None,
    )
