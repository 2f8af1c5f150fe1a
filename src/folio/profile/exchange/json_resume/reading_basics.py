"""Who the person is and where, from JSON Resume's `basics`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from folio.profile.exchange.given import Given, Json, present
from folio.profile.exchange.json_resume.own import CALENDAR, OWN
from folio.profile.exchange.json_resume.writing_basics import KNOWN
from folio.profile.exchange.who import place
from folio.profile.placeholders import HEADLINE, NAME, SUMMARY

EMAIL = re.compile(r"[^@\s<>\"']+@[^@\s<>\"']+\.[^@\s<>\"'.]+")
LOGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,38}")
ON_GITHUB = re.compile(r"https?://(?:www\.)?github\.com/([A-Za-z0-9][A-Za-z0-9-]{0,38})/?", re.IGNORECASE)
PLACES = ("city", "region", "countryCode")
"""Street and postal code are nobody's business but yours."""


def basics(given: Given, notes: list[str]) -> Json:
    """Name, headline, summary, contact and links; a new profile's own words where one is missing."""
    said = {"name": given.line("name"), "headline": given.line("label"), "summary": given.text("summary", "bio")}
    for name, example in (("name", NAME), ("headline", HEADLINE), ("summary", SUMMARY)):
        if not said[name]:
            said[name] = example
            notes.append(f"'{name}' is an example; write your own")
    links, calendar = _links(given)
    contact = present(
        email=_email(given), phone=given.line("phone"), calendar=calendar, location=_place(given.inner("location"))
    )
    links = present(website=given.url("url", "website")) | links
    given.rest()
    return {**said, "contact": contact, "links": links}


def _email(given: Given) -> str | None:
    email = given.line("email")
    if email is None or (EMAIL.fullmatch(email) and len(email) <= 254):
        return email
    given.leave("email", "is no e-mail address", email)
    return None


def _place(given: Given) -> str | None:
    """On one line, without street and house."""
    found = place(*(given.line(name) for name in PLACES))
    given.rest()
    return found


def _links(given: Given) -> tuple[Json, str | None]:
    """Links, and the address of the calendar."""
    links: Json = {}
    other: list[Json] = []
    calendar = None
    for one in given.each("profiles"):
        network, username, url = one.line("network"), one.line("username"), one.url("url")
        kind = (network or "").strip().casefold().replace(" ", "")
        if one.inner(OWN).raw("other") is True:
            kind = ""
        login = _login(username, url) if kind == "github" else None
        if login and "github" not in links:
            links["github"] = login
        elif url is None:
            one.leave_whole("has no address")
        elif kind in KNOWN[1:] and kind not in links:
            links[kind] = url
        elif network == CALENDAR and calendar is None:
            calendar = url
        else:
            other.append({"label": network or username or url[:400], "url": url})
    ordered = present(**{name: links.get(name) for name in KNOWN}, other=other)
    return ordered, calendar


def _login(username: str | None, url: str | None) -> str | None:
    """The name of an account on GitHub."""
    places: Iterable[re.Match[str] | None] = (ON_GITHUB.fullmatch(url or ""), LOGIN.fullmatch(username or ""))
    return next((match[match.lastindex or 0].lower() for match in places if match), None)
