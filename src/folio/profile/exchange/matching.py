"""The entries of two lists that are the same, and lists put together again."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from folio.profile.exchange.kept_values import from_kept

if TYPE_CHECKING:
    from folio.profile.exchange.given import Json

NAME = "\0name"
"""The key by which a writer names the entries of a list; it never reaches a file."""
MOST = 400
"""Entries of a list that are compared; readers take fewer."""
SAYS_NOTHING = ("null", '""', "[]", "{}", "true", "false")


def matched(made: Sequence[Json], given: Sequence[Json]) -> list[Json | None]:
    """For each of `given` the one of `made` that is most like it, each of them once; None where there is none.

    Where as many are left on both sides and nothing tells which is which, their order does.
    """
    mine, others = [_items(one) for one in made], [_items(one) for one in given[:MOST]]
    pairs = ((_likeness(mine[at], one), at, place) for place, one in enumerate(others) for at in range(len(made)))
    likely = sorted((pair for pair in pairs if pair[0]), key=lambda pair: (-pair[0], pair[2], pair[1]))
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, at, place in likely:
        if place not in found and at not in taken:
            found[place] = at
            taken.add(at)
    left = [at for at in range(len(made)) if at not in taken]
    free = [place for place in range(len(given)) if place not in found]
    if len(left) == len(free):
        found |= dict(zip(free, left, strict=True))
    return [made[found[place]] if place in found else None for place in range(len(given))]


def ordered(there: list[Json], order: Sequence[Any], once: Any) -> list[Json]:
    """The entries with those that folio has no entry for: `order` says where, as long as the person's is the same.

    `once` are the names of the entries on that day; those that the other tool did not have are left out.
    """
    by_name: Mapping[str, Json] = {one[NAME]: one for one in there}
    before = [one for one in once if one in by_name] if isinstance(once, list) else []
    names = [one for one in order if isinstance(one, str)]
    unchanged = before == [name for name in by_name if name in before]
    found = [by_name[one] for one in names if one in by_name] if unchanged else []
    stay = [one for one in there if one[NAME] in names or one[NAME] not in before]
    for one in reversed(stay):
        if not any(one is known for known in found):
            found.insert(_place_of(found, stay, one), one)
    return _with_raw(found, order, by_name)


def _place_of(found: list[Json], stay: list[Json], one: Json) -> int:
    """Before the entry that it stands before."""
    after = stay[next(at for at, other in enumerate(stay) if other is one) + 1 :]
    return next((at for other in after for at, known in enumerate(found) if known is other), len(found))


def _with_raw(found: list[Json], order: Sequence[Any], by_name: Mapping[str, Json]) -> list[Json]:
    """With the entries that folio has none for, each after the one that it stood after."""
    at = 0
    for one in order:
        if not isinstance(one, str):
            found.insert(at, from_kept(one))
            at += 1
        elif one in by_name:
            at = next(at for at, known in enumerate(found) if known is by_name[one]) + 1
    return found


@dataclass(frozen=True, slots=True)
class _Items:
    keyed: frozenset[tuple[str, str]]
    texts: frozenset[str]


def _items(entry: Json) -> _Items:
    texts = ((key, json.dumps(value, sort_keys=True)) for key, value in entry.items() if key != NAME)
    keyed = frozenset((key, text) for key, text in texts if text not in SAYS_NOTHING)
    return _Items(keyed, frozenset(text for _, text in keyed))


def _likeness(made: _Items, given: _Items) -> int:
    """In how many values two entries agree, the more so under the same key; most of all where in all."""
    if made.keyed == given.keyed:
        return 1000 + len(made.keyed)
    return len(made.keyed & given.keyed) + len(made.texts & given.texts)
