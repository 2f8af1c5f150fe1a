"""A profile as a RenderCV document (2.8): its sections by the keys they came with, or else by RenderCV's own."""

from __future__ import annotations

import re
from typing import Any

from folio.profile.exchange.given import Json, present
from folio.profile.exchange.matching import NAME
from folio.profile.exchange.networks import account
from folio.profile.exchange.rendercv.items import entry
from folio.profile.exchange.rendercv.layout import Section, known
from folio.profile.exchange.rendercv.look import shown
from folio.profile.exchange.rendercv.shelves import Shelf, shelves
from folio.profile.exchange.said import not_held, said
from folio.profile.exchange.taken import Written
from folio.profile.model import Profile

HELD = (
    "name", "headline", "summary", "language", "contact.email", "contact.phone", "contact.location", "contact.calendar",
    "links", "skills.*.name", "skills.*.group", "languages.*.name", "languages.*.code", "languages.*.level",
    "languages.*.fluency", "education.*.title", "education.*.institution", "education.*.start", "education.*.end",
    "education.*.summary", "work.*.id", "work.*.organisation", "work.*.role", "work.*.start", "work.*.end",
    "work.*.location", "work.*.url", "work.*.summary", "work.*.highlights.*.text", "work.*.outcomes.*.what",
    "work.*.outcomes.*.value", "work.*.outcomes.*.unit", "work.*.outcomes.*.baseline", "clients.*.id", "clients.*.name",
    "contracts.*.id", "contracts.*.client", "contracts.*.role", "contracts.*.deliverable", "contracts.*.start",
    "contracts.*.end", "contracts.*.result", "projects.*.id", "projects.*.title", "projects.*.summary",
    "projects.*.code_url", "projects.*.live.url", "projects.*.start", "projects.*.end", "projects.*.outcome",
    "projects.*.outcomes.*.what", "projects.*.outcomes.*.value", "projects.*.outcomes.*.unit",
    "projects.*.outcomes.*.baseline", "projects.*.featured", "articles.*.id", "articles.*.url", "articles.*.title",
    "articles.*.date", "articles.*.summary", "articles.*.publication", "talks.*.id", "talks.*.title", "talks.*.event",
    "talks.*.date", "talks.*.url", "more.*.title", "more.*.entries.*.title", "more.*.entries.*.organisation",
    "more.*.entries.*.start", "more.*.entries.*.end", "more.*.entries.*.url", "more.*.entries.*.summary",
    "more.*.entries.*.highlights.*.text",
)  # fmt: skip
"""What of a profile is in the document."""
INTERNATIONAL = re.compile(r"\+[\d\s().\-/]{6,24}")
"""How RenderCV wants a telephone number; any other one is a connection of its own."""


def write(profile: Profile) -> Written:
    """The document, its entries named for `changes`, and what of the profile is not in it."""
    data = said(profile)
    cv = {**_head(data), **present(sections=_sections(profile, data))}
    return Written({"cv": cv, **shown(profile.language, profile.resume.paper)}, not_held(data, HELD))


def _head(data: Json) -> Json:
    contact, links = data.get("contact", {}), data.get("links", {})
    number, login = contact.get("phone", ""), links.get("github")
    fits = INTERNATIONAL.fullmatch(number)
    pages = [("LinkedIn", links.get("linkedin")), ("GitHub", f"https://github.com/{login}" if login else None)]
    pages += [("GitLab", links.get("gitlab")), ("Code", links.get("code"))]
    pages += [(one["label"], one["url"]) for one in links.get("other", ())]
    accounts, connections = [], []
    for label, url in pages:
        if url and (found := account(url, label)):
            accounts.append({NAME: url, "network": found[0], "username": found[1]})
        elif url:
            connections.append(_connection(label, url, "link"))
    if "calendar" in contact:
        connections.append(_connection("Book a call", contact["calendar"], "calendar-days"))
    if number and not fits:
        connections.append(_connection(number, None, "phone"))
    return present(
        name=data["name"],
        headline=data["headline"],
        location=contact.get("location"),
        email=contact.get("email"),
        phone=number if fits else None,
        website=links.get("website"),
        social_networks=accounts,
        custom_connections=connections,
    )


def _connection(label: str, url: str | None, icon: str) -> Json:
    return {NAME: url or label, "placeholder": label, "url": url, "fontawesome_icon": icon}


def _sections(profile: Profile, data: Json) -> dict[str, list[Any]]:
    full = shelves(data)
    found: dict[str, list[Any]] = {}
    for section in _planned(profile, full):
        entries = [_entry(one, section.style, profile.name) for one in _taken(section, full)]
        if entries or not section.places:  # what could not be read comes back where it was
            found.setdefault(section.key, []).extend(entries)
    return found


def _planned(profile: Profile, full: dict[str, Shelf]) -> list[Section]:
    """The sections as they were, those that share a place last for what is new; and one for each other place."""
    plan = list(known(profile.extra.get("rendercv", ())))
    for one in plan:
        for place in one.places:
            if place in full:
                full[place].claimed |= set(one.entries)
    there = {place for one in plan for place in one.places}
    return plan + [Section(shelf.key, shelf.style, (place,)) for place, shelf in full.items() if place not in there]


def _taken(section: Section, full: dict[str, Shelf]) -> list[tuple[str, Json]]:
    """What is in a section: of a place that it shares with others only what it had, and what is in none of them."""
    found: list[tuple[str, Json]] = []
    for place in section.places:
        shelf = full.get(place)
        if shelf is None:
            continue
        mine = [
            one
            for one in shelf.items
            if not section.entries or one[0] in section.entries or one[0] not in shelf.claimed
        ]
        found += [(f"{place}:{name}", said) for name, said in mine]
        shelf.items = [one for one in shelf.items if one not in mine]
    return found


def _entry(named: tuple[str, Json], style: str, author: str) -> Any:
    name, item = named
    made = entry(item, style, author)
    return {NAME: name, **made} if isinstance(made, dict) else made
