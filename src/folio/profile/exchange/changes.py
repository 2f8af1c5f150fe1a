"""What another tool's document holds beyond what folio writes, told as differences, and put back later.

The document is written anew from the profile that was made of it, and compared with what it was. So nothing depends on
what a format's reader remembers to keep: `put_back(made, differences(made, given))` is `given`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from folio.profile.exchange.kept_values import as_kept, from_kept
from folio.profile.exchange.matching import NAME, matched, ordered
from folio.profile.extra import Kept

if TYPE_CHECKING:
    from folio.profile.exchange.given import Json

WHOLE = "\0whole"
"""The key by which a writer marks a mapping as one value, such as a place, which is kept or changed as a whole."""
MARKS = (NAME, WHOLE)


@dataclass(frozen=True, slots=True)
class Homeless:
    """A value that was kept for something that is no more, such as an entry that has another name now."""

    above: str
    """The pointer to what is no more."""
    field: str
    """What was kept of it, as `location.postalCode`."""


def differences(made: Json, given: Json, ours: frozenset[str] = frozenset()) -> list[Json]:
    """What is to be kept of `given`, a document of which folio makes `made`, as data of `Profile.extra`.

    What stands only in `made`, under a key of `ours`, is folio's own addition and is no difference.
    """
    return [_written(one) for one in _between("", made, given, ours)]


def put_back(made: Json, kept: Iterable[Kept]) -> tuple[Json, tuple[Homeless, ...]]:
    """`made` with what was kept, and what of it has no place any more.

    What the person has changed since stays changed, and is not homeless.
    """
    every = sorted(kept, key=lambda one: one.at.count("/"), reverse=True)  # entries before the lists they are in
    homeless = [missing for one in every if (missing := _put(made, one))]
    found = without_names(made)
    assert isinstance(found, dict)
    return found, tuple(homeless)


def without_names(value: Any) -> Any:
    """A document as it goes into a file."""
    if isinstance(value, dict):
        return {key: without_names(one) for key, one in value.items() if key not in MARKS}
    if isinstance(value, list):
        return [without_names(one) for one in value]
    return value


def pointer(path: str) -> str:
    """`work[2].url` as `/work/2/url`."""
    return "".join(f"/{part}" for part in path.replace("[", ".").replace("]", "").split(".") if part)


def _between(at: str, made: Any, given: Any, ours: frozenset[str]) -> Iterator[Json]:
    if isinstance(made, dict) and isinstance(given, dict) and WHOLE not in made:
        moved = _moved(made, given, ours)
        yield from ({"at": f"{at}/{pointer_part(key)}", "key": moved[key]} for key in moved)
        for key in dict.fromkeys((*made, *given)):
            if key in MARKS or key in moved or key in moved.values() or (key not in given and key in ours):
                continue
            yield from _at_key(f"{at}/{pointer_part(key)}", key, made, given, ours)
    elif _has_names(made) and _are_entries(given):
        yield from _between_lists(at, made, given, ours)
    elif not _same(without_names(made), given):
        yield {"at": at, "was": given, "now": without_names(made)}


def _at_key(at: str, key: str, made: Json, given: Json, ours: frozenset[str]) -> Iterator[Json]:
    if key in made and key in given:
        yield from _between(at, made[key], given[key], ours)
    elif key in made:
        yield {"at": at, "now": without_names(made[key])}
    elif given[key] and _are_entries(given[key]):
        yield {"at": at, "order": given[key], "now": []}  # so that entries may join them
    else:
        yield {"at": at, "was": given[key]}


def _moved(made: Json, given: Json, ours: frozenset[str]) -> dict[str, str]:
    """The keys of values that stand under another key there, such as `name` for what was `company` once."""
    alone = {_text(value): key for key, value in reversed(given.items()) if key not in made and _tells(value)}
    ours = ours.union(MARKS)
    found: dict[str, str] = {}
    for key, value in made.items():
        if key not in given and key not in ours and _tells(value) and (text := _text(value)) in alone:
            found[key] = alone.pop(text)
    return found


def _between_lists(at: str, made: Sequence[Json], given: Sequence[Json], ours: frozenset[str]) -> Iterator[Json]:
    like = matched(made, given)
    every = [
        list(_between(f"{at}/{pointer_part(one[NAME])}", one, other, ours))
        for one, other in zip(like, given, strict=True)
        if one is not None
    ]
    shared = _in_all(at, [one for one in like if one is not None], every)
    yield from ({"at": f"{at}/*/{pointer_part(key)}", "key": other} for key, other in shared)
    for one in every:
        yield from (each for each in one if _move(each, at) not in shared)
    names = [one[NAME] for one in made]
    order = [other if one is None else one[NAME] for one, other in zip(like, given, strict=True)]
    if order != names:
        yield {"at": at, "order": order, "now": names}


def _in_all(at: str, made: Sequence[Json], every: Sequence[Sequence[Json]]) -> list[tuple[str, str]]:
    """The keys that have another name in each entry, as in documents of an older generation."""
    moves = [dict(move for each in one if (move := _move(each, at))) for one in every]
    found = dict.fromkeys((key, other) for one in moves for key, other in one.items())
    return [
        (key, other)
        for key, other in found
        if sum(key in one for one in made) > 1
        and all(key not in one or each.get(key) == other for one, each in zip(made, moves, strict=True))
    ]


def _move(one: Json, at: str) -> tuple[str, str] | None:
    """What became of a key of an entry of the list at `at`, where that is what is told."""
    above, _, last = one["at"].rpartition("/")
    return (_unescaped(last), one["key"]) if "key" in one and above.rpartition("/")[0] == at else None


def _same(one: Any, other: Any) -> bool:
    """Whether two values are the same in JSON, where `1` is not `true`."""
    return _text(one) == _text(other)


def _text(value: Any) -> str:
    return json.dumps(without_names(value), sort_keys=True)


def _tells(value: Any) -> bool:
    """Whether a value is told by itself, wherever it stands."""
    return isinstance(value, (str, list)) and bool(value) and not _has_names(value)


def _are_entries(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)


def _has_names(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) and NAME in one for one in value)


def _written(one: Json) -> Json:
    if "order" in one:
        order = [entry if isinstance(entry, str) else as_kept(entry) for entry in one["order"]]
        return {"at": one["at"], "order": order, "now": one["now"]}
    return {key: value if key in ("at", "key") else as_kept(value) for key, value in one.items()}


def _put(made: Json, one: Kept) -> Homeless | None:
    parts = one.at.split("/")[1:] or [""]
    *above, last = [_unescaped(part) for part in parts]
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
        named: list[Json] = there if isinstance(there, list) and _has_names(there) else []
        found = ordered(named, one.order, one.now)
        if found or last in place:
            place[last] = found
    elif one.key is not None:
        if last in place and one.key not in place:
            place[one.key] = place.pop(last)
    elif "now" in one.model_fields_set:
        if last in place and _same(there, from_kept(one.now)):
            place |= {last: from_kept(one.was)} if "was" in one.model_fields_set else {}
            if "was" not in one.model_fields_set:
                del place[last]
    elif last not in place:
        place[last] = from_kept(one.was)


def _inner(place: Any, part: str) -> list[Any]:
    """What is meant by a part of a pointer: a value, an entry by its name, or each entry."""
    if isinstance(place, dict):
        return [place[part]] if part in place else []
    return [one for one in place if part in ("*", one[NAME])] if _has_names(place) else []


def pointer_part(key: str) -> str:
    """A key or name as it stands in a pointer."""
    return key.replace("~", "~0").replace("/", "~1")


def _unescaped(part: str) -> str:
    return part.replace("~1", "/").replace("~0", "~")
