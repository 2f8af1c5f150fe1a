"""A YAMLResume document as data for a profile."""

from __future__ import annotations

from collections.abc import Iterator

from folio.profile.exchange import languages
from folio.profile.exchange.given import Given, Json, present
from folio.profile.exchange.networks import address
from folio.profile.exchange.pages import links
from folio.profile.exchange.taken import Left, Taken
from folio.profile.exchange.who import PHONE, email, place, who
from folio.profile.exchange.yamlresume.reading_entries import entries, text
from folio.profile.exchange.yamlresume.words import tag
from folio.profile.model import Profile

PAPERS = {"a4": "A4", "letter": "letter"}


def read(document: Json) -> Taken:
    """What a profile.yaml can hold of `document`, what it can't, and what is to be looked over."""
    left: list[Left] = []
    notes: list[str] = []
    given = Given(document, "", left)
    content, locale = given.inner("content"), given.inner("locale")
    spoken = tag(locale.line("language") or "") or "en"
    basics = content.inner("basics")
    data: Json = {"language": spoken} if spoken != "en" else {}
    data |= who(basics.line("name"), basics.line("headline"), text(basics, "summary"), notes)
    data["contact"] = present(
        email=email(basics, "email"), phone=basics.line("phone"), location=_place(content.inner("location"))
    )
    data["links"] = links([*((None, url) for url in [basics.url("url")] if url), *_profiles(content)])
    data["skills"] = list(_skills(content))
    data["languages"] = list(_languages(content, spoken))
    data |= entries(content)
    if size := _paper(document):
        data["resume"] = {"paper": size}
    if layouts := given.raw("layouts") or given.raw("layout"):
        given.leave("layouts", "is how YAMLResume shows it", layouts)
    if "phone" in data["contact"]:
        notes.append(PHONE)
    given.rest()
    return Taken({name: data[name] for name in Profile.model_fields if data.get(name)}, tuple(left), tuple(notes))


def _place(given: Given) -> str | None:
    """Without street and postal code, which are nobody's business."""
    return place(*(given.line(name) for name in ("city", "region", "country")))


def _profiles(content: Given) -> Iterator[tuple[str | None, str]]:
    for one in content.each("profiles"):
        network, username, url = one.line("network"), one.line("username"), one.url("url")
        place = url or address((network or "").replace("Stack Overflow", "StackOverflow"), username or "")
        if place:
            yield network or username, place
        else:
            one.leave_whole("has no address that folio knows")


def _skills(content: Given) -> Iterator[Json]:
    for one in content.each("skills"):
        name, keywords = one.line("name"), one.lines("keywords")
        if keywords:
            yield from (present(name=word, group=name) for word in keywords)
        elif name:
            yield {"name": name}
        else:
            one.leave_whole("has no name")


def _languages(content: Given, spoken: str) -> Iterator[Json]:
    for one in content.each("languages"):
        name, words = one.line("language"), one.line("fluency")
        if name is None or words is None:
            one.leave_whole("has no name" if name is None else "has no level")
            continue
        level = languages.level(words)
        yield {"name": name, "code": languages.code(name, spoken)} | ({"level": level} if level else {"fluency": words})


def _paper(document: Json) -> str | None:
    layouts = document.get("layouts") or [document.get("layout")]
    for one in layouts if isinstance(layouts, list) else ():
        page = one.get("page") if isinstance(one, dict) else None
        size = page.get("paperSize") if isinstance(page, dict) else None
        if isinstance(size, str) and size.lower() in PAPERS:
            return PAPERS[size.lower()]
    return None
