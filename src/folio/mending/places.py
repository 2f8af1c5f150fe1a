"""Repairs of more than one value: names of fields, ranges, entries given twice, colours that are comments."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

from folio.document import KeyPath, dotted
from folio.mending.broken import Broken, Source
from folio.mending.edit import Edit
from folio.mending.values import short_name
from folio.profile.exchange.dates import is_now
from folio.profile.exchange.marked import pointer_part
from folio.profile.fields import CONTROL

HEX = re.compile(r"#[0-9A-Fa-f]+")
HAS_BREAK = re.compile("[\u0085\u2028\u2029]")


def field_name(broken: Broken) -> Iterator[Edit]:
    """A misspelt field, if the one that was meant is not there as well."""
    path, meant = broken.source.keys.get(broken.spot), broken.problem.instead
    if path and meant and (*path[:-1], meant) not in broken.source.document.keys:
        yield broken.instead(broken.spot, meant)


def falling_range(broken: Broken) -> Iterator[Edit]:
    """The two ends of a price, the other way round."""
    document = broken.source.document
    spots = {dotted(path): spot for path, spot in document.values.items()}
    low, high = (spots.get(f"{broken.problem.field}.{name}") for name in ("amount", "up_to"))
    if low in broken.source.paths and high in broken.source.paths:
        amount, up_to = (str(document.at(broken.source.paths[spot])) for spot in (low, high))
        yield broken.instead(low, up_to)
        yield broken.instead(high, amount)


def no_end(broken: Broken) -> Iterator[Edit]:
    """`end: present` as an end that there is not."""
    if broken.path and broken.path[-1] == "end" and is_now(broken.value):
        start, end, _ = broken.source.scalars[broken.spot]
        yield broken.raw(broken.spot, start, end, "null", f"'{broken.value}'", "null", dotted(broken.path))


def invisible(broken: Broken) -> Iterator[Edit]:
    """Characters that nobody sees, in a text of any number of lines."""
    found = broken.source.scalars.get(broken.spot)
    if found is None or broken.path is None:
        return
    start, end, style = found
    text, name = broken.source.text, dotted(broken.path)
    unseen = [one for one in CONTROL.finditer(text, start, end) if one[0] != "\r"]
    for one in unseen:
        at = text.count("\n", 0, one.start()), one.start() - text.rfind("\n", 0, one.start()) - 1
        instead = " " if HAS_BREAK.match(one[0]) else ""
        yield broken.raw(at, *one.span(), instead, f"U+{ord(one[0]):04X}", "(removed)", name)
    if not unseen and style == '"' and "\n" not in text[start:end]:
        bare = CONTROL.sub(lambda one: " " if HAS_BREAK.match(one[0]) else "", broken.value)
        codes = ", ".join(dict.fromkeys(f"U+{ord(one):04X}" for one in CONTROL.findall(broken.value)))
        yield broken.raw(broken.spot, start, end, json.dumps(bare, ensure_ascii=False), codes, "(removed)", name)


def comment(broken: Broken) -> Iterator[Edit]:
    """A colour that stands behind a field as a comment, in quotes."""
    source = broken.source
    key = source.scalars.get(broken.spot)
    found = HEX.search(source.text, key[1], source.end_of_line(key[1])) if key else None
    if found:
        digits = found[0][1:]
        whole = found[0] if len(digits) == 6 else "#" + "".join(2 * one for one in digits)
        yield broken.raw(broken.spot, *found.span(), f"'{whole}'", found[0], f"'{whole}'", broken.problem.field)


def second_entry(broken: Broken) -> Iterator[Edit]:
    """An entry that says no more than an earlier one, where it has a line of its own or stands in a row of words."""
    path = broken.path
    if path and path[-1] == "name":
        path = path[:-1]
    if path and isinstance(path[-1], int) and _says_no_more(broken, path):
        yield from _own_line(broken, path) or _in_row(broken, path)


def _says_no_more(broken: Broken, path: KeyPath) -> bool:
    document = broken.source.document
    listed, one = document.at(path[:-1]), document.at(path)
    assert isinstance(listed, list)
    if isinstance(one, str):
        return True
    if not isinstance(one, dict):
        return False
    name = str(one.get("name")).strip().casefold()
    first = next(each for each in listed if isinstance(each, dict) and str(each.get("name")).strip().casefold() == name)
    return first is not one and all(key == "name" or first.get(key) == value for key, value in one.items())


def _own_line(broken: Broken, path: KeyPath) -> list[Edit]:
    source = broken.source
    row = source.document.values[path][0]
    here = [one for one, spot in source.document.values.items() if spot[0] == row and one != ()]
    inside = [one for one in source.document.values if one[: len(path)] == path]
    line = source.document.line(row + 1)
    if not line.lstrip().startswith("- ") or set(here) != set(inside) or "#" in line:
        return []
    starts = [
        source.scalars[spot] for spot in map(source.document.values.__getitem__, inside) if spot in source.scalars
    ]
    if any("\n" in source.text[start:end] for start, end, _ in starts) or not starts:
        return []
    begin = source.text.rfind("\n", 0, starts[0][0]) + 1
    end = source.end_of_line(starts[-1][1])
    return [broken.raw(broken.spot, begin, end, "", line.strip(), "(removed)", dotted(path))]


def _in_row(broken: Broken, path: KeyPath) -> list[Edit]:
    source, number = broken.source, path[-1]
    assert isinstance(number, int)
    before = source.document.values.get((*path[:-1], number - 1))
    here = source.scalars.get(source.document.values[path])
    last = source.scalars.get(before) if before else None
    if not here or not last or not re.fullmatch(r"[ \t]*,[ \t]*", source.text[last[1] : here[0]]):
        return []
    return [broken.raw(broken.spot, last[1], here[1], "", f"'{broken.value}'", "(removed)", dotted(path))]


def renamed_entry(broken: Broken) -> Iterator[Edit]:
    """An id with what an import kept under `extra` by that name; nothing where it kept nothing, or no id will do."""
    path, new = broken.path, short_name(broken)
    if not path or new is None or path[-1] != "id" or len(path) != 3:
        return
    of_id = dict.fromkeys((broken.value, f"{str(path[0]).rstrip('s')}:{broken.value}"))
    names = {old: old.removesuffix(broken.value) + new for old in of_id}
    source = broken.source
    found = [
        broken.instead(spot, told) for spot, held in source.paths.items() if (told := _renamed(source, held, names))
    ]
    if found:
        yield broken.instead(broken.spot, new)
        yield from found


def _renamed(source: Source, path: KeyPath, names: dict[str, str]) -> str | None:
    """What a value under `extra` says with the names in it replaced; None where it has none of them."""
    if path[0] != "extra" or len(path) < 4:
        return None
    value = str(source.document.at(path))
    if path[3] == "at" and len(path) == 4:
        named = {pointer_part(old): pointer_part(new) for old, new in names.items()}
        first, *parts = value.removeprefix("/").split("/")
        told = "/".join(["", first, *(named.get(part, part) for part in parts)])
        return told if told != value else None
    return names.get(value) if path[3] in ("order", "now") and len(path) == 5 else None


PLACES: dict[str, Callable[[Broken], Iterator[Edit]]] = {
    "colour-in-comment": comment,
    "date": no_end,
    "duplicate-skill": second_entry,
    "falling-range": falling_range,
    "invisible-character": invisible,
    "short-name": renamed_entry,
    "unknown-field": field_name,
}
"""By the problem's rule, what is changed."""
