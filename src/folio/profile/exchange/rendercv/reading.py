"""A RenderCV document as data for a profile: its sections where folio has them, and every other as it is called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from folio.profile.exchange.given import MOST, Given, Json
from folio.profile.exchange.rendercv.content import Content
from folio.profile.exchange.rendercv.layout import TEXT, kept, places, style_of
from folio.profile.exchange.rendercv.look import language, paper
from folio.profile.exchange.rendercv.person import person
from folio.profile.exchange.taken import Left, Taken
from folio.profile.exchange.who import PHONE, who

NAME = "rendercv"
ORDER = (
    "name", "headline", "summary", "language", "contact", "links", "skills", "languages", "education", "work",
    "projects", "articles", "more", "resume", "extra",
)  # fmt: skip
FORMER = (
    "education", "work_experience", "academic_projects", "personal_projects", "certificates", "publications",
    "test_scores", "skills", "extracurricular_activities",
)  # fmt: skip
DESIGNS = ("design", "locale", "locale_catalog", "settings", "rendercv_settings")


def read(document: Json) -> Taken:
    """What a profile.yaml can hold of `document`, what it can't, and what is to be looked over."""
    left: list[Left] = []
    notes: list[str] = []
    given = Given(document, "", left)
    cv = given.inner("cv")
    spoken = language(document)
    content = Content(spoken)
    for key, style, place, entries in _sections(cv):
        content.add(key, style, place, entries)
    said = person(cv, content.text("summary"))
    data: Json = {"language": spoken} if spoken != "en" else {}
    headline = said.pop("headline", None)
    if not headline and content.work:
        headline = content.work[0]["role"]
        notes.append("'headline' is your latest position; say what you do, for whom, with which result")
    data |= who(said.pop("name", None), headline, said.pop("summary", None), notes) | said | content.data()
    data |= {"resume": {"paper": size} if (size := paper(document)) else {}}
    data["extra"] = {NAME: [kept(content.sections)]} if content.sections else {}
    for name in DESIGNS:
        if (value := given.raw(name)) not in (None, "", [], {}):
            given.leave(name, "is how RenderCV shows it", value)
    cv.rest()
    given.rest()
    if content.apart:
        titles = ", ".join(f"'{one}'" for one in content.apart)
        notes.append(f"what lacks a date, a role or an address is under 'more', called {titles}")
    if data.get("contact", {}).get("phone"):
        notes.append(PHONE)
    return Taken({name: data[name] for name in ORDER if data.get(name)}, tuple(left), tuple(notes))


def _sections(cv: Given) -> Iterator[tuple[str, str, str | None, Iterator[tuple[Given, Any]]]]:
    """Each section's key, kind of entries, place in folio, and entries, read one by one."""
    paths = _former(cv)
    sections = cv.raw("sections")
    if isinstance(sections, dict):
        paths |= {key: (f"{cv.path}.sections.{key}", value) for key, value in sections.items()}
    elif sections:
        cv.leave("sections", "is no mapping", sections)
    whole: dict[str, list[Any]] = {}
    for at, (key, (path, value)) in enumerate(paths.items()):
        if isinstance(value, list) and at < MOST:
            whole[key] = value
        elif value not in (None, "", {}):
            why = "is no list of entries" if at < MOST else f"comes after {MOST} sections"
            cv.left.append(Left(path, why, value))
    found = places(whole)
    for key, (path, _) in paths.items():
        entries = whole.get(key, [])
        yield key, style_of(entries[0]) if entries else "", found.get(key), _entries(path, entries, cv.left)


def _former(cv: Given) -> dict[str, tuple[str, Any]]:
    """The sections of a document from before RenderCV had `sections`, each with its path."""
    found = {name: (f"{cv.path}.{name}", value) for name in FORMER if (value := cv.raw(name)) is not None}
    for one in cv.each("custom_sections"):
        if title := one.line("title"):
            found[title] = (f"{one.path}.entries", one.raw("entries"))
            one.raw("entry_type")
    return found


def _entries(path: str, entries: list[Any], left: list[Left]) -> Iterator[tuple[Given, Any]]:
    for at, one in enumerate(entries[:MOST]):
        inner = Given(one if isinstance(one, dict) else {TEXT: one}, f"{path}[{at}]", left)
        yield inner, one
        inner.rest()
    if len(entries) > MOST:
        left.append(Left(path, f"over {MOST} entries; the first were taken", entries[MOST:]))
