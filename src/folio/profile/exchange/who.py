"""What no profile can be without, and the example of it where a document doesn't say it."""

from __future__ import annotations

import re

from folio.profile.exchange.given import Given, Json
from folio.profile.fields import LONGEST_LINE
from folio.profile.placeholders import HEADLINE, NAME, SUMMARY

EMAIL = re.compile(r"[^@\s<>\"']+@[^@\s<>\"']+\.[^@\s<>\"'.]+")
PHONE = "your phone number is taken and not shown; 'phone: true' under 'privacy' shows it"


def who(name: str | None, headline: str | None, summary: str | None, notes: list[str]) -> Json:
    """Name, headline and summary; a new profile's own words where one is missing, and a note that says so."""
    said = {"name": name, "headline": headline, "summary": summary}
    for key, example in (("name", NAME), ("headline", HEADLINE), ("summary", SUMMARY)):
        if not said[key]:
            said[key] = example
            notes.append(f"'{key}' is an example; write your own")
    return said


def place(*parts: str | None) -> str | None:
    """City, region and country on one line, each once: some have a region that is called as the city is."""
    named = {one.casefold(): one for one in reversed(list(filter(None, parts)))}
    return ", ".join(reversed(named.values()))[:LONGEST_LINE].strip() or None


def email(given: Given, name: str) -> str | None:
    """An e-mail address; what is none is left."""
    found = given.line(name)
    if found is None or (EMAIL.fullmatch(found) and len(found) <= 254):
        return found
    given.leave(name, "is no e-mail address", found)
    return None
