"""A JSON Resume document as data for a profile: folio's own without loss, others as far as they can be told.

Nothing is made up. An entry that lacks what a profile needs of it stays out, and is said to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

from folio.profile.appearance import Appearance
from folio.profile.exchange import languages
from folio.profile.exchange.given import Given, Json, held, is_slug, present
from folio.profile.exchange.json_resume.drafts import modern
from folio.profile.exchange.json_resume.own import NATIVE, OWN, VERSION
from folio.profile.exchange.json_resume.reading_basics import basics
from folio.profile.exchange.json_resume.reading_entries import entries
from folio.profile.exchange.taken import Left, Taken
from folio.profile.model import Profile
from folio.profile.offer import Availability, Rates
from folio.profile.person import CefrLevel

LEVELS = get_args(CefrLevel)
TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,4}")
ABOUT_THE_FILE = ("version", "lastModified", "canonical", "theme")


def read(document: Json) -> Taken:
    """What a profile.yaml can hold of `document`, what it can't, and what is to be looked over.

    The data passes `folio validate`, whatever is in the document.
    """
    left: list[Left] = []
    notes: list[str] = []
    given = Given(modern(document), "", left)
    given.raw("$schema")
    meta = given.inner("meta")
    for name in ABOUT_THE_FILE:
        meta.raw(name)
    own = meta.inner("folio")
    if own and own.raw("version") != VERSION:
        own.refuse("was written by another version of folio", {})
    by_folio = bool(own)
    data = _settings(own)
    private = own.lines("private")
    data |= basics(given.inner("basics"), notes)
    data |= {"skills": list(_skills(given)), "languages": list(_languages(given, data.get("language") or "en"))}
    data |= entries(given, own, notes)
    contact = data.get("contact", {})
    data["privacy"] = {name: False for name in ("email", "location") if name in private and name in contact}
    if by_folio and "phone" in contact and "phone" not in private:
        data["privacy"]["phone"] = True
    if not by_folio and "phone" in contact:
        notes.append("your phone number is taken and not shown; 'phone: true' under 'privacy' shows it")
    given.rest()
    return Taken({name: data[name] for name in Profile.model_fields if data.get(name)}, tuple(left), tuple(notes))


def _settings(own: Given) -> Json:
    """What folio wrote beside what JSON Resume has places for."""
    data: dict[str, Any] = {}
    if (language := own.line("language")) and TAG.fullmatch(language):
        data["language"] = language
    if site := own.url("site"):
        data["publishing"] = {"site_url": site}
    for name, model in (("rates", Rates), ("availability", Availability), ("resume", Appearance)):
        if value := own.raw(name):
            if held(model, value):
                data[name] = value
            else:
                own.leave(name, "is not as folio writes it", value)
    return data


def _skills(given: Given) -> Iterator[Json]:
    """Groups of skills; a skill without keywords is one by itself."""
    for one in given.each("skills"):
        name, keywords = one.line("name"), one.lines("keywords")
        if keywords:
            yield from ({"name": word, **({"group": name} if name else {})} for word in keywords)
        elif name:
            yield {"name": name}


def _languages(given: Given, spoken: str) -> Iterator[Json]:
    for one in given.each("languages"):
        own = one.inner(OWN)
        name, words = one.line("language", "name"), one.line("fluency", "level")
        told, known = own.line("level"), own.line("code")
        level = told if told in LEVELS else languages.level(words or "")
        if name is None or words is None:
            one.leave_whole("has no name" if name is None else "has no level")
            continue
        yield present(
            name=name,
            code=known if known and is_slug(known) else languages.code(name, spoken),
            level=level,
            fluency=None if level and words in (level, NATIVE) else words,
        )
