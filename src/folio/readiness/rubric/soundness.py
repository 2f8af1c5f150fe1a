"""What must hold in a rubric beyond its form: names that exist, curves that rise, weights that add up.

Each check says what is wrong and where, as a path that names checks, tracks and levels by their ids; whoever read the
file turns that into a place in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from folio.document import KeyPath
from folio.readiness.arithmetic import FULL
from folio.readiness.rubric.model import Catalogue, Curve, Entry
from folio.readiness.rubric.platform import Platform
from folio.readiness.rubric.weighing import Rubric
from folio.schema import suggestion

MANY = 20


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that does not hold: where, what, and what to do."""

    path: KeyPath
    what: str
    todo: str
    key: bool = False
    """Whether it is the key at `path` that is wrong, rather than its value."""


def faults(rubric: Rubric) -> Iterator[Fault]:
    """Everything that does not hold in a rubric."""
    yield from in_catalogue(rubric.catalogue)
    yield from in_platform(rubric.platform, rubric.catalogue)
    if not list(_unknown_names(rubric.platform, rubric.catalogue)):
        yield from _weighing_nothing(rubric)


# ------------------------------------------------------------------ the catalogue


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
    for name, track in catalogue.tracks.items():
        yield from _unknown(("tracks", name, "without"), track.without, "check", checks)
    yield from _in_levels(catalogue)


def _in_entry(entry: Entry, catalogue: Catalogue) -> Iterator[Fault]:
    categories = [category.id for category in catalogue.categories]
    if entry.category not in categories:
        yield Fault(("category",), f"no category holds it: '{entry.category}'", suggestion(entry.category, categories))
    if entry.caps not in catalogue.caps:
        yield Fault(("caps",), f"there are no caps '{entry.caps}'", suggestion(entry.caps, list(catalogue.caps)))
    yield from _unknown(("sources",), entry.sources, "source", list(catalogue.sources))
    yield from _unknown(("requires",), entry.requires, "check", [one.id for one in catalogue.checks])
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
        yield Fault(("parts",), f"they add up to {whole}, not to 1000", _missing(whole))
    for part in entry.parts:
        if part.instead_of:
            yield from _unknown(("parts", part.id, "instead_of"), (part.instead_of,), "part", names)
        if part.minutes:
            yield from _minutes(("parts", part.id, "minutes"), part.minutes)


def _minutes(path: KeyPath, minutes: tuple[int, int]) -> Iterator[Fault]:
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


# ------------------------------------------------------------------ the platform


def in_platform(platform: Platform, catalogue: Catalogue) -> Iterator[Fault]:
    """What does not hold in what a platform asks."""
    yield from _unknown_names(platform, catalogue)
    if (whole := sum(platform.categories.values())) != FULL:
        yield Fault(("categories",), f"the weights add up to {whole}, not to 1000", _missing(whole))
    for name, times in Counter(platform.fields).items():
        if times > 1:
            yield Fault(("fields",), f"'{name}' is asked for twice", "keep one of them")
    hygiene = {entry.id for entry in catalogue.checks if entry.hygiene}
    for name in hygiene & platform.base_override.keys():
        if platform.base_override[name]:
            yield Fault(("base_override", name), "what only blocks a level carries no weight", "leave it out")


def _unknown_names(platform: Platform, catalogue: Catalogue) -> Iterator[Fault]:
    checks = [entry.id for entry in catalogue.checks]
    categories = [category.id for category in catalogue.categories]
    for name in ("categories", "floors"):
        yield from _unknown_keys(name, getattr(platform, name), "category", categories)
    for name in ("emphasis", "base_override", "subjects"):
        yield from _unknown_keys(name, getattr(platform, name), "check", checks)
    for index, gate in enumerate(platform.gates):
        if gate.check not in checks:
            path = ("gates", index, "check")
            yield Fault(path, f"there is no check '{gate.check}'", nearest(gate.check, checks))
    yield from _unknown(("fields",), platform.fields, "field", [one.id for one in catalogue.fields])


def _weighing_nothing(rubric: Rubric) -> Iterator[Fault]:
    """Gates that nothing can be earned on, and categories whose weight falls to no check."""
    platform, catalogue = rubric.platform, rubric.catalogue
    weights = {track: rubric.weights(track) for track in catalogue.tracks}
    worth = {name for dealt in weights.values() for name, weight in dealt.items() if weight}
    for index, gate in enumerate(platform.gates):
        if gate.check not in worth:
            what = f"'{gate.check}' weighs nothing here, whatever the track"
            yield Fault(("gates", index, "check"), what, _weight_for(gate.check, rubric))
    for category, whole in platform.categories.items():
        empty = [track for track, dealt in weights.items() if whole and not _sum(dealt, category, catalogue)]
        if empty:
            what = f"no check of it weighs anything for {', '.join(empty)}"
            yield Fault(("categories", category), what, "give one a weight, or the category none")


def _weight_for(check: str, rubric: Rubric) -> str:
    entry = next(one for one in rubric.catalogue.checks if one.id == check)
    if entry.of_platform and not rubric.platform.fields:
        return "list the platform's 'fields', or drop the gate"
    if not rubric.platform.categories.get(entry.category):
        return f"give the category '{entry.category}' a weight, or drop the gate"
    return "give it a weight under 'base_override', or drop the gate"


def _sum(dealt: dict[str, int], category: str, catalogue: Catalogue) -> int:
    return sum(dealt.get(entry.id, 0) for entry in catalogue.checks if entry.category == category)


# ------------------------------------------------------------------ names and sums


def _unknown(path: KeyPath, given: Collection[str], kind: str, known: list[str]) -> Iterator[Fault]:
    for index, name in enumerate(given):
        if name not in known:
            where = path if path[-1] == "instead_of" else (*path, index)
            yield Fault(where, f"there is no {kind} '{name}'", nearest(name, known))


def _unknown_keys(field: str, given: Collection[str], kind: str, known: list[str]) -> Iterator[Fault]:
    for name in given:
        if name not in known:
            yield Fault((field, name), f"there is no {kind} '{name}'", nearest(name, known), key=True)


def nearest(name: str, known: list[str]) -> str:
    """What was meant by a name that nothing has, or where to look; never the names of sixty checks."""
    near = suggestion(name, known)
    return near if near.startswith("did you mean") or len(known) < MANY else "docs/catalogue.md lists them"


def _missing(whole: int) -> str:
    return f"{'add' if whole < FULL else 'take away'} {abs(FULL - whole)}"
