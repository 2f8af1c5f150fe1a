"""What another tool's document holds beyond what folio writes, told as differences; `put_back` is the way back.

The document is written anew from the profile that was made of it, and compared with what it was. So nothing depends on
what a format's reader remembers to keep: `put_back(made, differences(made, given))` is `given`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from folio.profile.exchange.kept_values import as_kept
from folio.profile.exchange.marked import MARKS, WHOLE, has_names, pointer_part, same, text_of, unescaped, without_names
from folio.profile.exchange.matching import NAME, matched

if TYPE_CHECKING:
    from folio.profile.exchange.given import Json


def differences(made: Json, given: Json, ours: frozenset[str] = frozenset()) -> list[Json]:
    """What is to be kept of `given`, a document of which folio makes `made`, as data of `Profile.extra`.

    What stands only in `made`, under a key of `ours`, is folio's own addition and is no difference.
    """
    return [_written(one) for one in _between("", made, given, ours)]


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
    elif has_names(made) and _are_entries(given):
        yield from _between_lists(at, made, given, ours)
    elif not same(without_names(made), given):
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
    alone = {text_of(value): key for key, value in reversed(given.items()) if key not in made and _tells(value)}
    ours = ours.union(MARKS)
    found: dict[str, str] = {}
    for key, value in made.items():
        if key not in given and key not in ours and _tells(value) and (text := text_of(value)) in alone:
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
    nulls = _nulls(at, [one for one in like if one is not None], every)
    yield from ({"at": f"{at}/*/{pointer_part(key)}", "was": None} for key in nulls)
    for one in every:
        yield from (each for each in one if _move(each, at) not in shared and _null(each, at) not in nulls)
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


def _nulls(at: str, made: Sequence[Json], every: Sequence[Sequence[Json]]) -> list[str]:
    """The keys that are `null` in each entry for which folio writes none, as where forms are filled in."""
    empty = [{key for each in one if (key := _null(each, at)) is not None} for one in every]
    told = [{each["at"] for each in one} for one in every]
    return [
        key
        for key in dict.fromkeys(key for one in empty for key in sorted(one))
        if sum(key in one for one in empty) > 1
        and all(
            key in nulls or (key in one and f"{at}/{pointer_part(one[NAME])}/{pointer_part(key)}" not in changed)
            for one, nulls, changed in zip(made, empty, told, strict=True)
        )
    ]


def _null(one: Json, at: str) -> str | None:
    """The key of an entry of the list at `at` that is `null` there, where that is what is told."""
    above, _, last = one["at"].rpartition("/")
    is_null = "was" in one and one["was"] is None and "now" not in one
    return unescaped(last) if is_null and above.rpartition("/")[0] == at else None


def _move(one: Json, at: str) -> tuple[str, str] | None:
    """What became of a key of an entry of the list at `at`, where that is what is told."""
    above, _, last = one["at"].rpartition("/")
    return (unescaped(last), one["key"]) if "key" in one and above.rpartition("/")[0] == at else None


def _tells(value: Any) -> bool:
    """Whether a value is told by itself, wherever it stands."""
    return isinstance(value, (str, list)) and bool(value) and not has_names(value)


def _are_entries(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, dict) for one in value)


def _written(one: Json) -> Json:
    if "order" in one:
        order = [entry if isinstance(entry, str) else as_kept(entry) for entry in one["order"]]
        return {"at": one["at"], "order": order, "now": one["now"]}
    return {key: value if key in ("at", "key") else as_kept(value) for key, value in one.items()}
