"""A profile as one Markdown document: all that was said of the person, in the order of the profile.

It is for the person, so it holds contact data and a rate that documents hide. What is others' stays out all the same:
a client's name under an NDA, and what somebody said without agreeing to be quoted.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from folio.profile.exchange.given import Json
from folio.profile.exchange.markdown.safe import line, plain, within
from folio.profile.exchange.said import HOW, said
from folio.profile.exchange.taken import Left, Written
from folio.profile.model import Profile

ORDER = (
    "contact", "links", "focus", "skills", "work", "contracts", "projects", "articles", "talks", "education",
    "languages", "references", "more", "services", "rates", "availability",
)  # fmt: skip
"""The sections that stand first; every other one follows as it is in the profile."""
FIRST = ("name", "headline", "summary")
LABELS = {
    "email": "E-mail", "url": "Address", "code_url": "Code", "github": "GitHub", "gitlab": "GitLab",
    "linkedin": "LinkedIn",
}  # fmt: skip
HEADS = {
    "work": ("role", "organisation"),
    "contracts": ("role", "client"),
    "references": ("name", "role", "organisation"),
    "talks": ("title", "event"),
    "more": ("title", "organisation"),
    "clients": ("name", "sector"),
    "education": ("title", "institution"),
    "study_log": ("topic",),
    "pitches": ("headline", "client"),
    "rehearsals": ("kind",),
}
"""What an entry is called, by section."""
NAMES = ("title", "name", "label", "what", "check", "id")
IN_LINES = frozenset({"skills", "languages"})
"""Sections of which an entry is a line."""
MARKED = frozenset({
    "summary", "text", "problem", "constraints", "approach", "outcome", "my_part", "offer", "highlights",
})  # fmt: skip
"""Fields that hold Markdown."""
FOR_FOLIO = frozenset({"id", "tags", "priority", "featured", "private", "sha256"})
"""Fields by which folio finds and sorts; they say nothing to anybody else."""
GOES_ON = frozenset({"work"})
NO_CONSENT = "is not quoted without 'consent: public'"


def write(profile: Profile) -> Written:
    """The document, and what of the profile is not in it."""
    left: list[Left] = []
    data = _shown(said(profile), left)
    blocks = [f"# {line(str(data['name']))}", line(str(data["headline"])), within(str(data["summary"]))]
    for section in dict.fromkeys((*(one for one in ORDER if one in data), *data)):
        value = data[section]
        if section in FIRST or section in HOW:
            continue
        if section == "more":
            for one in value:
                blocks += [f"## {line(one['title'])}", *_entries("more", one.get("entries", []))]
        else:
            blocks += [f"## {_label(section)}", *_section(section, value)]
    left += [Left(name, "says how things look", data[name]) for name in data if name in HOW]
    left += _for_folio(data)
    return Written("\n\n".join(filter(None, blocks)) + "\n", tuple(left))


def _shown(data: Json, left: list[Left]) -> Json:
    """Without what others did not agree to, and with clients by their names."""
    references = []
    for at, one in enumerate(data.get("references", [])):
        if one.get("consent") == "public":
            references.append({name: value for name, value in one.items() if name not in ("consent", "email")})
        else:
            left.append(Left(f"references[{at}]", NO_CONSENT, one))
    names = {one["id"]: one["name"] for one in data.get("clients", [])}
    shown = data | {"references": references}
    for section in ("contracts", "projects"):
        shown[section] = [
            one | ({"client": names.get(one["client"], one["client"])} if "client" in one else {})
            for one in data.get(section, [])
        ]
    return {name: value for name, value in shown.items() if value not in ({}, [], None)}


def _section(section: str, value: Any) -> Iterator[str]:
    if section in IN_LINES:
        yield _skills(value) if section == "skills" else "\n".join(f"- {_language(one)}" for one in value)
    elif isinstance(value, list) and all(isinstance(one, dict) for one in value):
        yield from _entries(section, value)
    elif isinstance(value, list):
        yield "\n".join(f"- {line(str(one))}" for one in value)
    elif isinstance(value, dict):
        yield "\n".join(_fields(value))
    else:
        yield line(str(value))


def _skills(skills: list[Json]) -> str:
    groups: dict[str, list[str]] = {}
    for one in skills:
        evidence = f" ({', '.join(map(plain, one['evidence']))})" if one.get("evidence") else ""
        groups.setdefault(one.get("group", "Skills"), []).append(plain(one["name"]) + evidence)
    return "\n".join(f"- {line(group)}: {', '.join(names)}" for group, names in groups.items())


def _language(one: Json) -> str:
    told = [one[name] for name in ("level", "fluency") if name in one]
    return line(f"{one['name']}: {', '.join(told)}") + (f", <{one['evidence']}>" if "evidence" in one else "")


def _entries(section: str, entries: list[Json]) -> Iterator[str]:
    for one in entries:
        heads = [name for name in HEADS.get(section, ()) if name in one]
        heads = heads or [name for name in NAMES if name in one][:1]
        rest = {name: value for name, value in one.items() if name not in heads}
        yield f"### {line(', '.join(str(one[name]) for name in heads))}"
        yield _span(section, rest)
        for name in [name for name in rest if name in MARKED and isinstance(rest[name], str)]:
            text = within(rest.pop(name))
            yield text if name in ("summary", "text") else f"{_label(name)}:\n\n{text}"
        if highlights := rest.pop("highlights", None):
            texts = [each["text"] if isinstance(each, dict) else each for each in highlights]
            yield "\n".join("- " + within(text).replace("\n", "\n  ") for text in texts)
        if outcomes := rest.pop("outcomes", None):
            yield "\n".join(f"- {line(_outcome(each))}" for each in outcomes)
        yield "\n".join(_fields(rest))


def _outcome(one: Json) -> str:
    """`Training time: 8.2 s (before: 40 s; measured on two cores)`."""
    told = [
        f"{word}{one[name]}" for name, word in (("baseline", "before: "), ("measured", "measured: ")) if name in one
    ]
    after = f" ({'; '.join(told)})" if told else ""
    return f"{one['what']}: {' '.join(filter(None, (one['value'], one.get('unit'))))}{after}"


def _span(section: str, one: Json) -> str:
    start, end = one.pop("start", None), one.pop("end", None)
    if start and not end:
        return f"since {start}" if section in GOES_ON else str(start)
    return " to ".join(filter(None, (start, end)))


def _fields(one: Json, indent: str = "") -> Iterator[str]:
    """`- Label: value`, and what is in a value below it."""
    for name, value in one.items():
        if name in FOR_FOLIO:
            continue
        if isinstance(value, dict) and _inner(value):
            yield f"{indent}- {_label(name)}:"
            yield from _fields(value, indent + "  ")
        elif isinstance(value, list) and any(isinstance(each, dict) for each in value):
            yield f"{indent}- {_label(name)}:"
            for each in value:
                yield f"{indent}  - {_in_a_line(each)}"
        elif value not in (None, "", [], {}):
            yield f"{indent}- {_label(name)}: {_in_a_line(value)}"


def _inner(value: Json) -> bool:
    return any(name not in FOR_FOLIO for name in value)


def _in_a_line(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, list):
        return ", ".join(map(_in_a_line, value))
    if isinstance(value, dict):
        named = ((name, one) for name, one in value.items() if name not in FOR_FOLIO)
        return "; ".join(f"{_label(name).lower()} {_in_a_line(one)}" for name, one in named)
    text = str(value)
    return f"<{text}>" if text.startswith(("https://", "http://")) and not set(text) & set("<> ") else plain(text)


def _label(name: str) -> str:
    return LABELS.get(name) or plain(name.replace("_", " ").capitalize())


def _for_folio(data: Any, path: str = "") -> Iterator[Left]:
    """What is only of use to folio."""
    if isinstance(data, list):
        for at, one in enumerate(data):
            yield from _for_folio(one, f"{path}[{at}]")
    elif isinstance(data, dict):
        for name, value in data.items():
            if not path and name in HOW:
                continue
            here = f"{path}.{name}" if path else str(name)
            if name in FOR_FOLIO:
                yield Left(here, "is for folio alone", value)
            else:
                yield from _for_folio(value, here)
