"""What a profile says, place by place, as items for RenderCV's sections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from folio.profile.exchange import markup
from folio.profile.exchange.given import Json, present
from folio.profile.exchange.prose import one_line
from folio.profile.exchange.rendercv.layout import MORE
from folio.profile.exchange.slugs import Ids

Named = tuple[str, Json]


@dataclass(slots=True)
class Shelf:
    """The items of a place, each by its name, and what their section is called and made of unless it was told."""

    key: str
    style: str
    items: list[Named]
    claimed: frozenset[str] = field(default_factory=frozenset)
    """The names of those that some section had."""


def shelves(data: Json) -> dict[str, Shelf]:
    """The places that hold something, in the order in which people read them."""
    clients = {one["id"]: one["name"] for one in data.get("clients", ())}
    found = {
        "summary": Shelf("summary", "text", [("summary", {"title": one}) for one in _paragraphs(data["summary"])]),
        "work": Shelf("experience", "experience", [(one["id"], _work(one)) for one in data.get("work", ())]),
        "contracts": Shelf(
            "contracts", "experience", [(one["id"], _contract(one, clients)) for one in data.get("contracts", ())]
        ),
        "projects": Shelf("projects", "normal", [(one["id"], _project(one)) for one in data.get("projects", ())]),
        "education": Shelf("education", "education", _named(map(_education, data.get("education", ())))),
        "skills": Shelf("skills", "one_line", list(_skills(data.get("skills", ())))),
        "languages": Shelf(
            "languages", "one_line", [(one["name"], _language(one)) for one in data.get("languages", ())]
        ),
        "articles": Shelf(
            "publications",
            "publication",
            [(one["id"], _article(one)) for one in data.get("articles", ()) if "url" in one],
        ),
        "talks": Shelf("talks", "normal", [(one["id"], _talk(one)) for one in data.get("talks", ())]),
    }
    for one in data.get("more", ()):
        items = list(_named(map(_more, one.get("entries", ()))))
        shelf = found.setdefault(f"{MORE}{one['title']}", Shelf(one["title"], _style(items), []))
        shelf.items += items
    return {place: shelf for place, shelf in found.items() if shelf.items}


def _named(items: Iterable[Json]) -> list[Named]:
    ids = Ids()
    return [(ids.new(one["title"]), one) for one in items]


def _paragraphs(text: str) -> list[str]:
    return [one.strip() for one in text.split("\n\n") if one.strip()]


def _style(items: list[Named]) -> str:
    """The kind of entry that has a place for all that the items say."""
    keys = {key for _, one in items for key in one}
    if keys <= {"title", "url"}:
        return "bullet"
    if keys == {"title", "summary"} and all("\n" not in one.get("summary", "") for _, one in items):
        return "one_line"
    return "experience" if all("organisation" in one for _, one in items) else "normal"


def _work(one: Json) -> Json:
    shared = {key: one[key] for key in ("organisation", "location", "start", "end", "url", "summary") if key in one}
    return present(title=one["role"], **shared, highlights=_results(one))


def _contract(one: Json, clients: dict[str, str]) -> Json:
    return present(
        title=one["role"],
        organisation=clients.get(one["client"]),
        start=one["start"],
        end=one.get("end"),
        summary=one["deliverable"],
        highlights=[one["result"]] if "result" in one else None,
    )


def _project(one: Json) -> Json:
    before, points = markup.points(one.get("outcome", ""))
    unsaid = (one["title"], one_line(markup.joined(points), "")[0])
    summary = None if one["summary"] in unsaid else one["summary"]
    return present(
        title=one["title"],
        url=one.get("live", {}).get("url") or one.get("code_url"),
        start=one.get("start"),
        end=one.get("end"),
        summary=summary,
        highlights=[*_paragraphs(before), *points, *_sentences(one.get("outcomes", ()))],
    )


def _education(one: Json) -> Json:
    before, points = markup.points(one.get("summary", ""))
    shared = {key: one[key] for key in ("title", "start", "end") if key in one}
    return present(**shared, organisation=one.get("institution"), summary=before, highlights=points)


def _article(one: Json) -> Json:
    shared = {key: one[key] for key in ("url", "summary") if key in one}
    return present(
        title=one.get("title", one["id"]), organisation=one.get("publication"), end=one.get("date"), **shared
    )


def _talk(one: Json) -> Json:
    return present(title=one["title"], organisation=one["event"], end=one["date"], url=one.get("url"))


def _skills(skills: Iterable[Json]) -> Iterator[Named]:
    groups: dict[str, list[str]] = {}
    for one in skills:
        groups.setdefault(one.get("group", "Skills"), []).append(one["name"])
    return ((group, {"title": group, "summary": ", ".join(names)}) for group, names in groups.items())


def _language(one: Json) -> Json:
    level = one.get("level") or one.get("fluency", "")
    return {"title": one["name"], "summary": "Native" if level == "native" else level}


def _more(one: Json) -> Json:
    shared = {key: one[key] for key in ("title", "organisation", "start", "end", "url", "summary") if key in one}
    return present(**shared, highlights=_results(one))


def _results(one: Json) -> list[str]:
    return [*(each["text"] for each in one.get("highlights", ())), *_sentences(one.get("outcomes", ()))]


def _sentences(outcomes: Iterable[Any]) -> list[str]:
    """Outcomes as sentences: `Training time: 8.2 s (from 40 s)`."""
    found = []
    for one in outcomes or ():
        unit = f" {one['unit']}" if "unit" in one else ""
        baseline = f" ({one['baseline']})" if "baseline" in one else ""
        found.append(f"{one['what']}: {one['value']}{unit}{baseline}")
    return found
