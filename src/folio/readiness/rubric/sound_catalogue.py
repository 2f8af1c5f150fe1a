"""What must hold in the checks beyond their form: names that exist, curves that rise, parts that add up."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from folio.document import KeyPath
from folio.readiness.arithmetic import FULL
from folio.readiness.rubric.faults import Fault, nearest, short_of, unknown, unknown_keys
from folio.readiness.rubric.model import Catalogue, Curve, Entry, Minutes


def in_catalogue(catalogue: Catalogue) -> Iterator[Fault]:
    """What does not hold in the checks, tracks, levels and caps, whatever platform they are for."""
    for name, caps in catalogue.caps.items():
        for low, high in pairwise(("claimed", "attested", "observed", "verified")):
            if getattr(caps, low) > getattr(caps, high):
                what = f"{high} evidence is worth less than {low} evidence"
                yield Fault(("caps", name), what, f"raise {high}, or lower {low}")
    for entry in catalogue.checks:
        for fault in _in_entry(entry, catalogue):
            yield Fault(("checks", entry.id, *fault.path), fault.what, fault.todo)
    checks = [entry.id for entry in catalogue.checks]
    parts = {entry.id: [part.id for part in entry.parts] for entry in catalogue.checks}
    for name, track in catalogue.tracks.items():
        yield from unknown(("tracks", name, "without"), track.without, "check", checks)
        yield from unknown_keys("words", track.words, "check", checks, within=("tracks", name))
        for check, words in track.words.items():
            if check in parts:
                within = ("tracks", name, "words", check)
                yield from unknown_keys("parts", words.parts, "part", parts[check], within=within)
                yield from unknown((*within, "without"), words.without, "part", parts[check])
    yield from _in_levels(catalogue)


def _in_entry(entry: Entry, catalogue: Catalogue) -> Iterator[Fault]:
    categories = [category.id for category in catalogue.categories]
    if entry.category not in categories:
        yield Fault(("category",), f"no category holds it: '{entry.category}'", nearest(entry.category, categories))
    if entry.caps not in catalogue.caps:
        yield Fault(("caps",), f"there are no caps '{entry.caps}'", nearest(entry.caps, list(catalogue.caps)))
    yield from unknown(("sources",), entry.sources, "source", list(catalogue.sources))
    yield from unknown(("requires",), entry.requires, "check", [one.id for one in catalogue.checks])
    if entry.hygiene and entry.weight:
        yield Fault(("weight",), "what only blocks a level carries no weight", "write 0")
    yield from _minutes(("minutes",), entry.minutes)
    yield from _in_curve(entry)
    yield from _in_parts(entry)


def _in_curve(entry: Entry) -> Iterator[Fault]:
    points: Curve = entry.curve
    if not points:
        if entry.aggregate in ("count", "union"):
            yield Fault(("curve",), "it is counted and has no curve", "give [[0, 0], ..., [most, 1000]]")
        return
    if entry.parts and entry.aggregate not in ("count", "union"):
        yield Fault(("curve",), "it is measured by its parts and takes no curve", "change 'parts' instead")
        return
    if points[0] != (0, 0):
        yield Fault(("curve",), f"it starts at {list(points[0])}: nothing must be worth nothing", "start with [0, 0]")
    for index, (before, after) in enumerate(pairwise(points), 1):
        if after[0] <= before[0]:
            what = f"{after[0]} comes after {before[0]}"
            yield Fault(("curve", index), what, "let the first numbers of the points rise")
        if after[1] < before[1]:
            what = f"it falls from {before[1]} to {after[1]}: more would be worth less"
            yield Fault(("curve", index), what, "let the second numbers never fall")
    if points[-1][1] != FULL:
        yield Fault(("curve",), f"it ends at {points[-1][1]}, so that the rest can't be had", "end it at 1000")


def _in_parts(entry: Entry) -> Iterator[Fault]:
    if not entry.parts:
        return
    names = [part.id for part in entry.parts]
    whole = sum(part.milli for part in entry.parts if not part.instead_of)
    if whole != FULL:
        yield Fault(("parts",), f"they add up to {whole}, not to 1000", short_of(whole))
    for part in entry.parts:
        if part.instead_of:
            yield from unknown(("parts", part.id, "instead_of"), (part.instead_of,), "part", names)
        if part.minutes:
            yield from _minutes(("parts", part.id, "minutes"), part.minutes)


def _minutes(path: KeyPath, minutes: Minutes) -> Iterator[Fault]:
    if minutes[0] > minutes[1]:
        yield Fault(path, f"at least {minutes[0]} and at most {minutes[1]} minutes", "swap them")


def _in_levels(catalogue: Catalogue) -> Iterator[Fault]:
    for before, after in pairwise(catalogue.levels):
        for name in ("points", "floors_percent", "beyond_claims", "gates"):
            low, high = getattr(before, name), getattr(after, name)
            if high < low or (name == "points" and high == low):
                what = f"{after.title} takes less than {before.title} ({_said(high)}, and {_said(low)})"
                yield Fault(("levels", after.id, name), what, "let the levels rise")


def _said(value: int | bool) -> str:
    return str(value).lower()
