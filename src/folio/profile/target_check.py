"""What can be wrong between a target and the rest of the profile: names that nothing has, tags that nothing wears."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from folio.document import Document
from folio.errors import Problem
from folio.profile.tailor import SECTIONS
from folio.schema import suggestion

TAGGED = ("work", "contracts", "projects", "articles", "talks", "skills", "education")
LISTED = {"project": "github", "article": "feeds"}
"""What a list on the web adds to: ids of those are known once it is read."""


def targeted(document: Document, ids: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """Every choice of a target that names nothing, and every tag of one that no entry has."""
    whole = document.data if isinstance(document.data, dict) else {}
    skills = [str(one.get("name")) for one in _list(whole, "skills")]
    own = (one for section in _list(whole, "more") for one in _list(section, "entries"))
    tagged = (*(one for section in TAGGED for one in _list(whole, section)), *own)
    tags = sorted({tag for one in tagged for tag in _tags(one)})
    for number, target in enumerate(_list(whole, "targets")):
        for field in ("hide", "pin"):
            for at, choice in enumerate(_strings(target.get(field))):
                if wrong := _unknown(choice, whole, ids, skills):
                    yield replace(document.problem(("targets", number, field, at), *wrong), rule="unknown-entry")
        for at, tag in enumerate(_strings(target.get("tags"))):
            if tag not in tags:
                todo = suggestion(tag, tags) if tags else "give entries their 'tags', or take this out"
                yield document.problem(("targets", number, "tags", at), f"no entry has the tag '{tag}'", todo)


def _unknown(
    choice: str, whole: Mapping[str, object], ids: Mapping[str, Sequence[str]], skills: Sequence[str]
) -> tuple[str, str] | None:
    """What is wrong with a choice and what to do; None where it names something, or what a list on the web may hold."""
    kind, _, name = choice.partition(":")
    if kind == "skill":
        known = name.casefold() in map(str.casefold, skills)
        return None if known else (f"there is no skill '{name}'", suggestion(name, list(skills)))
    section = SECTIONS.get(kind)
    if section is None or name in ids[section] or whole.get(LISTED.get(kind, "")):
        return None
    todo = suggestion(name, list(ids[section])) if ids[section] else f"add it to '{section}'"
    return f"there is no '{name}' in '{section}'", todo


def _list(whole: Mapping[str, object], section: str) -> list[dict[str, object]]:
    part = whole.get(section)
    return [one if isinstance(one, dict) else {} for one in part] if isinstance(part, list) else []


def _tags(entry: Mapping[str, object]) -> Iterator[str]:
    yield from _strings(entry.get("tags"))
    highlights = entry.get("highlights")
    for one in highlights if isinstance(highlights, list) else ():
        if isinstance(one, dict):
            yield from _strings(one.get("tags"))


def _strings(value: object) -> list[str]:
    return [one if isinstance(one, str) else "" for one in value] if isinstance(value, list) else []
