"""The pieces of text without which a pattern can't match: looking for them first is many times quicker."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

Pieces = frozenset[str]


@cache
def pieces_of(pattern: re.Pattern[str]) -> Pieces:
    """Texts of which every match holds at least one; empty when that can't be told."""
    if pattern.flags & re.IGNORECASE:
        return frozenset()
    try:
        parsed: Iterable[Any] = re._parser.parse(pattern.pattern, pattern.flags)  # type: ignore[attr-defined]
    except (AttributeError, re.error):  # a Python that keeps its parser elsewhere only searches more
        return frozenset()
    return _needed(parsed) or frozenset()


def may_match(pattern: re.Pattern[str], text: str) -> bool:
    """False only when the pattern surely matches nowhere in `text`."""
    pieces = pieces_of(pattern)
    for one in pieces:  # quicker than any() over a generator, and this is asked of every file by every table of names
        if one in text:
            return True
    return not pieces


def _needed(items: Iterable[Any]) -> Pieces | None:
    """The best of what the parts of a sequence need: all parts have to match, so one is enough."""
    best: Pieces | None = None
    run = ""
    for operation, argument in items:
        if str(operation) == "LITERAL":
            run += chr(argument)
            continue
        best, run = _better(best, _one(run)), ""
        best = _better(best, _of(str(operation), argument))
    return _better(best, _one(run))


def _of(operation: str, argument: Any) -> Pieces | None:
    if operation == "SUBPATTERN":
        return _needed(argument[-1])
    if operation in ("MAX_REPEAT", "MIN_REPEAT") and argument[0] >= 1:
        return _needed(argument[-1])
    if operation == "BRANCH":
        needed = [_needed(branch) for branch in argument[1]]
        known = [one for one in needed if one is not None]
        return frozenset().union(*known) if len(known) == len(needed) else None
    return None


def _one(run: str) -> Pieces | None:
    return frozenset({run}) if run else None


def _better(one: Pieces | None, other: Pieces | None) -> Pieces | None:
    """The set whose shortest piece is longer: it is found by chance less often."""
    if one is None or other is None:
        return one or other
    return max(one, other, key=lambda pieces: (min(map(len, pieces)), -len(pieces)))
