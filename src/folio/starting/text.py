"""The text of a new profile: what is known of the person, and an example of everything else."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from typing import Any

from folio.document import dump
from folio.profile.placeholders import EMAIL, HEADLINE, NAME, SUMMARY
from folio.render.templates import render
from folio.starting.draft import Draft

TRACK = "ml-engineer"
LINE = 112
LACKING = {
    "role": "role: What you were in it, such as Sole developer",
    "problem": "problem: What was wrong, for whom, and what it cost them. At least 25 words make it worth reading.",
    "constraints": "constraints: What could not be changed - time, data, machines, rules, people.",
    "approach": "approach: What you did and why in that way, and what you left out.",
    "outcome": "outcome: What is different now. Numbers first.",
    "my_part": "my_part: What you did yourself, and what others did.",
    "outcomes": 'outcomes: [{what: What changed, value: "14.2", unit: "%", baseline: "19.8 %"}]',
    "picture": "picture: {file: picture.png, alt: What the picture shows}",
}
"""By field of a project, what to write where it says nothing."""


def profile_text(draft: Draft) -> str:
    """The YAML, with comments that say what each section is for and what is still to be written."""
    summary = textwrap.wrap(draft.summary or SUMMARY, LINE, break_long_words=False, break_on_hyphens=False)
    values: dict[str, Any] = {
        "name": _quoted(draft.name or NAME),
        "headline": _quoted(draft.headline or HEADLINE),
        "headline_is_made": draft.headline_is_made,
        "summary": "\n  ".join(summary),
        "track": draft.track or TRACK,
        "track_is_guessed": draft.track is not None and draft.track_is_guessed,
        "email": _quoted(draft.email or (None if draft.listed else EMAIL)),
        "location": _quoted(draft.location),
        "company": _quoted(draft.company),
        "specialism": _quoted(draft.specialism),
        "links": _section("links", draft.links),
        "identities": _section("identities", list(draft.identities)),
        "github": draft.github,
        "listed": draft.listed,
        "projects": list(_projects(draft)),
        "skills": [_on_one_line(one) for one in draft.skills],
    }
    text = render("init/profile.yaml.j2", values)
    return text.encode("utf-8", "replace").decode()  # halves of characters, which JSON can hold and a file can't


def _quoted(text: str | None) -> str | None:
    """A JSON string, which is a YAML string in quotes whatever it holds."""
    return None if text is None else json.dumps(text, ensure_ascii=False)


def _section(name: str, value: Any) -> str:
    return dump({name: value}).rstrip("\n") if value else ""


def _projects(draft: Draft) -> Iterator[dict[str, Any]]:
    """The text of each, with an example of each field that it lacks, or its name where there was an example before."""
    explained: set[str] = set()
    for one in draft.projects:
        lacking = [name for name in LACKING if name not in one]
        text = textwrap.indent(dump([one]).rstrip("\n"), "  ", lambda line: bool(line.strip()))
        examples = [LACKING[name] for name in lacking if name not in explained]
        yield {
            "text": text,
            "examples": examples,
            "lacking": [name for name in lacking if name in explained],
            "summary_is_made": one["id"] in draft.made_summaries,
        }
        explained |= set(lacking)


def _on_one_line(one: dict[str, Any]) -> str:
    return "{" + ", ".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in one.items()) + "}"
