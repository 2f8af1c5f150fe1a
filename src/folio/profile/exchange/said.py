"""What a profile says, as data for a writer of another format, and what of it a format has no place for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from folio.profile.discretion import discreet
from folio.profile.exchange.given import Json
from folio.profile.exchange.marked import each_text
from folio.profile.exchange.taken import Left
from folio.profile.model import Profile

HOW = frozenset({"resume", "site", "publishing", "privacy", "variables", "extra"})
"""How things are shown, and what other tools said: no loss to a document that says who somebody is."""
NO_LOSS = HOW | {"track"}
NO_PLACE = "has no place in this format"


def said(profile: Profile) -> Json:
    """The profile as plain data: what was said and no defaults, clients under NDA by the name that may be shown."""
    data: Json = profile.model_dump(mode="json", exclude_defaults=True, exclude={"extra"})
    for client in data.get("clients", ()):
        client["name"] = client.pop("shown_as", None) or client["name"]
        client.pop("nda", None)
    clean: Json = each_text(data, discreet(profile))
    return clean


def not_held(data: Json, held: Iterable[str]) -> tuple[Left, ...]:
    """What is said and stands in no place of `held`, such as `work.*.role`; a place that is named is held whole."""
    places = re.compile("|".join(re.escape(one).replace(r"\*", r"\d+") for one in held))
    found: list[Left] = []
    for path, value in _leaves(data, ""):
        bare = path.replace("[", ".").replace("]", "")
        section = bare.partition(".")[0]
        if section in NO_LOSS or any(places.fullmatch(above) for above in _above(bare)):
            continue
        found.append(Left(path, NO_PLACE, value))
    return tuple(found)


def _leaves(value: Any, path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _leaves(one, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list) and any(isinstance(one, dict) for one in value):
        for at, one in enumerate(value):
            yield from _leaves(one, f"{path}[{at}]")
    elif value not in (None, "", [], {}):
        yield path, value


def _above(path: str) -> Iterator[str]:
    parts = path.split(".")
    return (".".join(parts[:end]) for end in range(1, len(parts) + 1))
