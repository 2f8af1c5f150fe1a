"""Texts that several projects share: who tells each, so that the three best projects come out as well as they can."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations

MOST = 20
"""Projects whose texts are compared in all orders; a person who shares texts among more is rare."""

Texts = Mapping[str, frozenset[str]]


def told_once(texts: Texts) -> dict[str, frozenset[str]]:
    """By project, the texts that are left to it: each to one of those that hold it.

    The three that count have as many as can be, weighted as the aggregate `top3` does, so that a project that borrows
    a text takes nothing from another, whatever the order.
    """
    taken = frozenset[str]()
    left: dict[str, frozenset[str]] = {}
    first = _best_three(texts) if _shared(texts) else ()
    rest = sorted(texts.keys() - {*first}, key=lambda name: (-len(texts[name]), name))
    for name in (*first, *rest):
        left[name] = texts[name] - taken
        taken |= texts[name]
    return left


def _shared(texts: Texts) -> bool:
    return sum(map(len, texts.values())) > len(frozenset().union(*texts.values()))


def _best_three(texts: Texts) -> tuple[str, ...]:
    """Which three take their texts first, in this order.

    A project whose texts another one has as well is never better than that other, so that it need not be tried.
    """
    ranked = sorted(texts, key=lambda name: (-len(texts[name]), name))
    tried: list[str] = []
    for name in ranked:
        if not any(texts[name] <= texts[other] for other in tried):
            tried.append(name)
    tried = tried[:MOST]
    orders = permutations(tried, min(3, len(tried)))
    return max(orders, key=lambda order: _worth([texts[name] for name in order]), default=())


def _worth(order: list[frozenset[str]]) -> int:
    taken, worth = frozenset[str](), 0
    for share, texts in zip((600, 250, 150), order, strict=False):
        worth += share * len(texts - taken)
        taken |= texts
    return worth
