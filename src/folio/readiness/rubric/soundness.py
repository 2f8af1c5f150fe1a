"""What must hold in a rubric beyond its form: in its checks, in what the platform asks, and between the two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from folio.readiness.arithmetic import FULL
from folio.readiness.rubric.faults import Fault, nearest, short_of, unknown, unknown_keys
from folio.readiness.rubric.model import Catalogue
from folio.readiness.rubric.platform import Platform
from folio.readiness.rubric.sound_catalogue import in_catalogue
from folio.readiness.rubric.weighing import Rubric


def faults(rubric: Rubric) -> Iterator[Fault]:
    """Everything that does not hold in a rubric."""
    yield from in_catalogue(rubric.catalogue)
    yield from in_platform(rubric.platform, rubric.catalogue)
    if not list(_unknown_names(rubric.platform, rubric.catalogue)):
        yield from _weighing_nothing(rubric)


def in_platform(platform: Platform, catalogue: Catalogue) -> Iterator[Fault]:
    """What does not hold in what a platform asks."""
    yield from _unknown_names(platform, catalogue)
    if (whole := sum(platform.categories.values())) != FULL:
        yield Fault(("categories",), f"the weights add up to {whole}, not to 1000", short_of(whole))
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
        yield from unknown_keys(name, getattr(platform, name), "category", categories)
    for name in ("emphasis", "base_override", "subjects"):
        yield from unknown_keys(name, getattr(platform, name), "check", checks)
    for index, gate in enumerate(platform.gates):
        if gate.check not in checks:
            path = ("gates", index, "check")
            yield Fault(path, f"there is no check '{gate.check}'", nearest(gate.check, checks))
    yield from unknown(("fields",), platform.fields, "field", [one.id for one in catalogue.fields])


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
