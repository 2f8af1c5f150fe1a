"""Things that are much alike: how much, in which groups, and how many of a group stay without two alike."""

from __future__ import annotations

from itertools import combinations

BUDGET = 100_000
"""Looks at one of a group that finding a largest subset may take: enough for any twenty, and for hundreds that hang
together as texts do."""


def similarity(one: tuple[int, ...], other: tuple[int, ...]) -> int:
    """The Jaccard similarity of two bottom-k sketches, in thousandths."""
    if not one or not other:
        return 0
    if one == other:
        return 1000
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
    """A largest subset without two alike, with early names where there is a choice.

    Exact, unless the group is so entangled that it would take too long; then it is as good as taking the one with the
    fewest left alike, again and again.
    """
    budget = [BUDGET]
    try:
        return _largest(frozenset(group), alike, budget)
    except _Entangled:
        return _greedy(group, alike)


class _Entangled(Exception):
    pass


def _largest(group: frozenset[str], alike: dict[str, set[str]], budget: list[int]) -> set[str]:
    """One with at most one left alike can always be taken; else the most entangled one is in it or not."""
    taken: set[str] = set()
    while group:
        budget[0] -= len(group)
        if budget[0] < 0:
            raise _Entangled
        degrees = {one: len(alike[one] & group) for one in group}
        if min(degrees.values()) == len(group) - 1:  # all are alike
            return taken | {min(group)}
        free = [one for one, degree in degrees.items() if degree <= 1]
        if not free:
            hub = min(group, key=lambda one: (-degrees[one], one))
            within = {hub} | _largest(group - {hub} - alike[hub], alike, budget)
            without = _largest(group - {hub}, alike, budget)
            return taken | (within if len(within) >= len(without) else without)
        first = min(free)
        taken.add(first)
        group = group - {first} - alike[first]
    return taken


def _greedy(group: set[str], alike: dict[str, set[str]]) -> set[str]:
    left, taken = set(group), set[str]()
    while left:
        first = min(left, key=lambda one: (len(alike[one] & left), one))
        taken.add(first)
        left -= {first} | alike[first]
    return taken


def pairs_alike(sketches: dict[str, tuple[int, ...]], least: int) -> set[tuple[str, str]]:
    """The pairs of names, in order, whose sketches have a similarity of at least `least` thousandths.

    What two sketches share, counted in one step, settles almost every pair: too little of it rules a pair out, and
    with enough of it the rest can't make a difference.
    """
    owners: dict[int, int] = {}
    for sketch in sketches.values():
        for mark in sketch:
            owners[mark] = owners.get(mark, 0) + 1
    bit = {mark: 1 << index for index, mark in enumerate(mark for mark, count in owners.items() if count > 1)}
    bits = {name: sum(bit.get(mark, 0) for mark in set(sketch)) for name, sketch in sorted(sketches.items())}
    found = set[tuple[str, str]]()
    for one, other in combinations(bits, 2):
        first, second = sketches[one], sketches[other]
        size = min(len(first), len(second))
        shared = (bits[one] & bits[other]).bit_count()
        if not size or shared * 1000 < least * size:
            continue
        alone = len(first) + len(second) - 2 * shared
        if (size - alone) * 1000 >= least * size or similarity(first, second) >= least:
            found.add((one, other))
    return found
