"""What another tool's document holds beyond what folio writes, told as differences, and put back later.

The document is written anew from the profile that was made of it, and compared with what it was. So nothing depends on
what a format's reader remembers to keep: `put_back(made, differences(made, given))` is `given`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from folio.document import dump, parse
from folio.errors import FolioError
from folio.profile.exchange.given import Json
from folio.profile.extra import Kept

NAME = "\0name"
"""The key by which a writer names the entries of a list; it never reaches a file."""
IN_JSON = "json"
ALL = 1000
"""More values than an entry has."""


def differences(made: Json, given: Json, ours: frozenset[str] = frozenset()) -> list[Json]:
    """What is to be kept of `given`, a document of which folio makes `made`, as data of `Profile.extra`.

    What stands only in `made`, under a key of `ours`, is folio's own addition and is no difference.
    """
    return [_written(one) for one in _between("", made, given, ours)]


def put_back(made: Json, kept: Iterable[Kept]) -> Json:
    """`made` with what was kept, as far as it still has a place: what the person has changed since stays changed."""
    every = sorted(kept, key=lambda one: one.at.count("/"), reverse=True)  # entries before the lists they are in
    for one in every:
        _put(made, one)
    found = without_names(made)
    assert isinstance(found, dict)
    return found


def without_names(value: Any) -> Any:
    """A document as it goes into a file."""
    if isinstance(value, dict):
        return {key: without_names(one) for key, one in value.items() if key != NAME}
    if isinstance(value, list):
        return [without_names(one) for one in value]
    return value


def pointer(path: str) -> str:
    """`work[2].url` as `/work/2/url`."""
    return "".join(f"/{part}" for part in path.replace("[", ".").replace("]", "").split(".") if part)


def as_kept(value: Any) -> Any:
    """A value in the form that a profile holds exactly, for its scalars are all text."""
    return value if _is_plain(value) else {IN_JSON: json.dumps(value, ensure_ascii=False)}


def from_kept(value: Any) -> Any:
    """The value again; what nobody can have kept so is taken as it is written."""
    if isinstance(value, dict) and list(value) == [IN_JSON] and isinstance(value[IN_JSON], str):
        try:
            return json.loads(value[IN_JSON])
        except (ValueError, RecursionError):
            pass
    return value


def _is_plain(value: Any) -> bool:
    """Whether YAML as folio reads it gives exactly this back."""
    if isinstance(value, dict) and list(value) == [IN_JSON]:
        return False
    if not isinstance(value, (str, list, dict)) or not value:
        return value == "" and isinstance(value, str)
    try:
        return parse(dump({"is": value}).encode(), name="").data == {"is": value}
    except (FolioError, UnicodeEncodeError, RecursionError):
        return False


def _between(at: str, made: Any, given: Any, ours: frozenset[str]) -> Iterator[Json]:
    if isinstance(made, dict) and isinstance(given, dict):
        for key in dict.fromkeys((*made, *given)):
            place = f"{at}/{_escaped(key)}"
            if key == NAME or (key not in given and key in ours):
                continue
            if key in made and key in given:
                yield from _between(place, made[key], given[key], ours)
            else:
                yield {"at": place} | ({"was": given[key]} if key in given else {"now": without_names(made[key])})
    elif _has_names(made) and isinstance(given, list) and all(isinstance(one, dict) for one in given):
        yield from _between_lists(at, made, given, ours)
    elif not _same(without_names(made), given):
        yield {"at": at, "was": given, "now": without_names(made)}


def _between_lists(at: str, made: Sequence[Json], given: Sequence[Json], ours: frozenset[str]) -> Iterator[Json]:
    names = [one[NAME] for one in made]
    order: list[Any] = []
    left = list(made)
    for one in given:
        like = max(left, key=lambda other: _likeness(other, one), default=None)
        if like is None or not _likeness(like, one):
            order.append(one)
            continue
        left.remove(like)
        order.append(like[NAME])
        yield from _between(f"{at}/{_escaped(like[NAME])}", like, one, ours)
    if order != names:
        yield {"at": at, "order": order, "now": names}


def _likeness(made: Json, given: Json) -> int:
    """In how many values two entries agree; most of all where in all."""
    alike = sum(1 for key, value in given.items() if value not in (None, "") and _same(made.get(key), value))
    return alike + (ALL if _same(without_names(made), given) else 0)


def _same(one: Any, other: Any) -> bool:
    """Whether two values are the same in JSON, where `1` is not `true`."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def _has_names(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) and NAME in one for one in value)


def _written(one: Json) -> Json:
    if "order" in one:
        order = [entry if isinstance(entry, str) else as_kept(entry) for entry in one["order"]]
        return {"at": one["at"], "order": order, "now": one["now"]}
    return {key: value if key == "at" else as_kept(value) for key, value in one.items()}


def _put(made: Json, one: Kept) -> None:
    *above, last = [_unescaped(part) for part in one.at.split("/")[1:]] or [""]
    place: Any = made
    for part in above:
        place = _inner(place, part)
    if not isinstance(place, dict):  # the entry that it belonged to is gone
        return
    there = place.get(last)
    if one.order is not None:
        named: list[Json] = there if isinstance(there, list) and _has_names(there) else []
        place[last] = _ordered(named, one.order, one.now)
    elif "now" in one.model_fields_set:
        if last in place and _same(without_names(there), from_kept(one.now)):
            place |= {last: from_kept(one.was)} if "was" in one.model_fields_set else {}
            if "was" not in one.model_fields_set:
                del place[last]
    elif last not in place:
        place[last] = from_kept(one.was)


def _inner(place: Any, part: str) -> Any:
    if isinstance(place, dict):
        return place.get(part)
    if _has_names(place):
        return next((one for one in place if one[NAME] == part), None)
    return None


def _ordered(there: list[Json], order: Sequence[Any], once: Any) -> list[Json]:
    """The entries in their former order, with those that folio has no entry for; new ones where they stand now."""
    by_name: Mapping[str, Json] = {one[NAME]: one for one in there}
    known = {*(one for one in order if isinstance(one, str)), *(once if isinstance(once, list) else ())}
    found: list[Json] = []
    for one in order:
        if not isinstance(one, str):
            found.append(from_kept(one))
        elif one in by_name:
            found.append(by_name[one])
    new = [one for one in there if one[NAME] not in known]
    for one in reversed(new):
        after = there[there.index(one) + 1 :]
        at = next((found.index(other) for other in after if any(other is known for known in found)), len(found))
        found.insert(at, one)
    return found


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _unescaped(part: str) -> str:
    return part.replace("~1", "/").replace("~0", "~")
