"""A Europass document as data for a profile. Nothing is made up; what can't be told stays out, and is said to."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from folio.profile.exchange.europass import candidate, skills_passport
from folio.profile.exchange.given import Given, Json
from folio.profile.exchange.marked import each_text
from folio.profile.exchange.sections import Sections
from folio.profile.exchange.taken import Left, Taken
from folio.profile.exchange.who import PHONE, who

ORDER = (
    "name", "headline", "summary", "language", "contact", "links", "skills", "languages", "education", "work",
    "projects", "articles", "talks", "more",
)  # fmt: skip
FILE = re.compile(r"(?:data:[^,]*,)?[A-Za-z0-9+/=\s]{1000,}")
LONGEST_WORD = 40
"""Letters on average; what has longer words is no text but a file in Base64."""


def read(document: Json) -> Taken:
    """What a profile.yaml can hold of `document`, what it can't, and what is to be looked over."""
    left: list[Left] = []
    notes: list[str] = []
    given = Given(document, "", left)
    sections = Sections()
    if "Candidate" in document:
        data = candidate.read(given.inner("Candidate"), sections)
    else:
        data = skills_passport.read(given.inner("SkillsPassport"), sections)
    data |= who(data.get("name"), data.get("headline"), data.get("summary"), notes)
    data["more"] = sections.data()
    given.rest()
    if data["contact"].get("phone"):
        notes.append(PHONE)
    if any("," in one.get("fluency", "") for one in data["languages"]):
        notes.append("a language whose levels differ has them in words; 'level' takes one, from A1 to C2")
    told = tuple(_without_files(one) for one in left)
    return Taken({name: data[name] for name in ORDER if data.get(name)}, told, tuple(notes))


def _without_files(left: Left) -> Left:
    """A picture or a certificate in the document stays there; a profile is a text."""
    value: Any = each_text(left.value, _without_file)
    return left if value == left.value else replace(left, value=value, why="is a file; it stays in the document")


def _without_file(text: str) -> str:
    words = text.split()
    if FILE.fullmatch(text) and len(text) > LONGEST_WORD * len(words):
        return f"a file of {len(text):,} characters"
    return text
