"""What was kept of another tool's document, put back into the one that folio writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from folio.profile.exchange.kept_values import from_kept
from folio.profile.exchange.marked import has_names, same, unescaped, without_names
from folio.profile.exchange.matching import NAME, ordered
from folio.profile.extra import Kept

if TYPE_CHECKING:
    from folio.profile.exchange.given import Json


@dataclass(frozen=True, slots=True)
class Homeless:
    """A value that was kept for something that is no more, such as an entry that has another name now."""

    above: str
    """The pointer to what is no more."""
    field: str
    """What was kept of it, as `location.postalCode`."""


def put_back(made: Json, kept: Iterable[Kept]) -> tuple[Json, tuple[Homeless, ...]]:
    """`made` with what was kept, and what of it has no place any more.

    What the person has changed since stays changed, and is not homeless.
    """
    every = sorted(kept, key=lambda one: one.at.count("/"), reverse=True)  # entries before the lists they are in
    homeless = [missing for one in every if (missing := _put(made, one))]
    found = without_names(made)
    assert isinstance(found, dict)
    return found, tuple(homeless)


def _put(made: Json, one: Kept) -> Homeless | None:
    parts = one.at.split("/")[1:] or [""]
    *above, last = [unescaped(part) for part in parts]
    places: list[Any] = [made]
    for at, part in enumerate(above):
        places = [inner for place in places for inner in _inner(place, part)]
        if not places and "*" not in above:
            return Homeless("".join(f"/{each}" for each in parts[: at + 1]), ".".join([*above[at + 1 :], last]))
    for place in places:
        if isinstance(place, dict):  # and not gone since
            _put_in(place, last, one)
    return None


def _put_in(place: Json, last: str, one: Kept) -> None:
    there = place.get(last)
    if one.order is not None:
        named: list[Json] = there if isinstance(there, list) and has_names(there) else []
        found = ordered(named, one.order, one.now)
        if found or last in place:
            place[last] = found
    elif one.key is not None:
        if last in place and one.key not in place:
            place[one.key] = place.pop(last)
    elif "now" in one.model_fields_set:
        if last in place and same(there, from_kept(one.now)):
            place |= {last: from_kept(one.was)} if "was" in one.model_fields_set else {}
            if "was" not in one.model_fields_set:
                del place[last]
    elif last not in place:
        place[last] = from_kept(one.was)


def _inner(place: Any, part: str) -> list[Any]:
    """What is meant by a part of a pointer: a value, an entry by its name, or each entry."""
    if isinstance(place, dict):
        return [place[part]] if part in place else []
    return [one for one in place if part in ("*", one[NAME])] if has_names(place) else []
