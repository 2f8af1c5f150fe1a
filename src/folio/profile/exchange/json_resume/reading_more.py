"""What a profile has no section for, as sections of the person's own."""

from __future__ import annotations

from folio.profile.exchange.given import Given, Json, held, present, span
from folio.profile.exchange.json_resume.own import OWN
from folio.profile.exchange.json_resume.places import AWARDS, FIELDS, INTERESTS, SECTIONS, VOLUNTEER, Section, place_of
from folio.profile.exchange.json_resume.results import with_priorities
from folio.profile.more import MoreSection


def sections(given: Given, own: Given, further: dict[str, list[Json]]) -> list[Json]:
    """The sections in the order that `own`, which is `meta.folio`, gives, or else in the usual one.

    `further` are the entries, by list, that are no positions and no articles.
    """
    found = {one.title: further.get(one.list, []) for one in SECTIONS}
    for place, name in ((VOLUNTEER, "volunteer"), (AWARDS, "awards"), (INTERESTS, "interests"), (INTERESTS, "hobbies")):
        found[place.title] += [entry for one in given.each(name) if (entry := _entry(place, one))]
    ordered: list[Json] = []
    for each in _listed(own):
        known = place_of(each) if isinstance(each, str) else None
        if known is not None and found.get(known.title):
            ordered.append({"title": each, "entries": found.pop(known.title)})
        elif isinstance(each, dict) and held(MoreSection, each):
            ordered.append(each)
    return [*ordered, *({"title": title, "entries": entries} for title, entries in found.items() if entries)]


def entry_of(place: Section, one: Given, own: Given, **read: str | None) -> Json | None:
    """An entry of a section, of which `read` was read already; None where it says what none can be without."""
    keys = {name: key for name, key in place.keys.items() if name not in read}
    values: Json = read | _fields(one, keys) | _fields(own, {name: name for name in FIELDS if name not in place.keys})
    if not values["title"]:
        values |= {"title": values["organisation"], "organisation": None}
    if not values["title"]:
        one.leave_whole("has no name")
        return None
    values["highlights"] = with_priorities(values["highlights"], own.raw("priorities"))
    return present(**{name: values[name] for name in FIELDS})


def _entry(place: Section, one: Given) -> Json | None:
    own = one.inner(OWN)
    if place is INTERESTS:
        words = ", ".join(one.lines("keywords")) or one.text("summary")
        return entry_of(place, one, own, summary=words)
    if place is VOLUNTEER:
        start, end = span(one)
        return entry_of(place, one, own, start=start, end=end)
    return entry_of(place, one, own)


def _fields(given: Given, keys: dict[str, str]) -> Json:
    found: Json = {}
    for name, key in keys.items():
        if name == "highlights":
            found[name] = given.texts(key)
        elif name == "summary":
            found[name] = given.text(key)
        elif name == "url":
            found[name] = given.url(key, "website")
        else:
            found[name] = given.date(key) if name in ("start", "end") else given.line(key)
    return found


def _listed(own: Given) -> list[object]:
    value = own.raw("more")
    return value if isinstance(value, list) else []
