"""What of a new profile is worth filling in first, and on which line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from folio.document import Document, KeyPath, parse
from folio.profile.load import FILE
from folio.profile.placeholders import EMAIL, HEADLINE, NAME, SUMMARY

MOST = 4
TOLD = ("problem", "approach", "outcome")
"""What makes a case study of a project."""


@dataclass(frozen=True, slots=True)
class Todo:
    """A thing to write; `line` is where it stands, or where its example does; None where there is neither."""

    line: int | None
    what: str


def first(text: str, *, headline_is_made: bool = False) -> tuple[Todo, ...]:
    """At most four, what a client misses most first."""
    document = parse(text.encode(), name=FILE)
    found = _todos(document, text, headline_is_made)
    return tuple(todo for todo, _ in zip(found, range(MOST), strict=False))


def _todos(document: Document, text: str, headline_is_made: bool) -> Iterator[Todo]:
    said: Any = document.data

    def at(*path: str | int) -> int:
        return document.where(path).line

    def new(name: str, what: str) -> Todo:
        """On the line of the section's example, or with the section's name where there is none."""
        if found := re.search(rf"^# {name}:", text, re.MULTILINE):
            return Todo(text.count("\n", 0, found.start()) + 1, what)
        return Todo(None, f"add '{name}': {what}")

    if said.get("name") == NAME:
        yield Todo(at("name"), "your name")
    if said.get("headline") == HEADLINE or headline_is_made:
        yield Todo(at("headline"), "the headline: what you do, for whom, with which result")
    if str(said.get("summary", "")).strip() == SUMMARY:
        yield Todo(at("summary"), "two or three sentences about you")
    contact = said.get("contact") or {}
    if contact.get("email") in (None, EMAIL):
        what = "the e-mail address that clients write to"
        line = at("contact", "email") if "email" in contact else at("contact") if contact else None
        yield Todo(line, what) if line else new("contact", what)
    if not said.get("projects") and not said.get("github"):
        yield new("projects", "your best two or three projects, with their repositories")
    yield from _projects(said.get("projects") or [], at)
    if not said.get("services"):
        yield new("services", "a service: what a client can buy, in how many days, for how much")
    if not said.get("references"):
        yield new("references", "a reference: somebody who speaks for your work")
    if not said.get("availability"):
        yield new("availability", "from when you have time, and how much")


def _projects(projects: list[dict[str, Any]], at: Any) -> Iterator[Todo]:
    for index, one in enumerate(projects):
        if lacking := [name for name in TOLD if name not in one]:
            path: KeyPath = ("projects", index)
            yield Todo(
                at(*path), f"{_listed(lacking)} of '{one.get('title', one.get('id'))}', which make it a case study"
            )
            return


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
