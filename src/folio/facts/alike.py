"""Things that are much alike: how much, in which groups, and how many of a group stay without two alike."""

from __future__ import annotations

EXACT_LIMIT = 20
"""Groups of near-duplicates up to this size are resolved exactly."""


def similarity(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    """The Jaccard similarity of two bottom-k sketches, in thousandths."""
    if not one or not other:
        return 0
    size = min(len(one), len(other))
    smallest = set(sorted({*one, *other})[:size])
    return len(smallest & set(one) & set(other)) * 1000 // len(smallest)


def groups(alike: dict[str, set[str]]) -> list[set[str]]:
    """The connected components of the graph."""
    groups: list[set[str]] = []
    seen: set[str] = set()
    for start in sorted(alike):
        group, frontier = set[str](), {start} - seen
        while frontier:
            group |= frontier
            frontier = set().union(*(alike[one] for one in frontier)) - group
        seen |= group
        if group:
            groups.append(group)
    return groups


def independent(group: set[str], alike: dict[str, set[str]]) -> set[str]:
    """A largest subset without two alike, the first such in alphabetical order; one of a group that is too large."""
    return _largest(group, alike) if len(group) <= EXACT_LIMIT else {min(group)}


def _largest(group: set[str], alike: dict[str, set[str]]) -> set[str]:
    if not group:
        return set()
    first = min(group)
    without = _largest(group - {first}, alike) if alike[first] & group else set()
    with_first = {first} | _largest(group - {first} - alike[first], alike)
    return with_first if len(with_first) >= len(without) else without
