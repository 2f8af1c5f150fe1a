"""The arithmetic of one check, one step a line: who counts along arrives at the printed score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from folio.readiness.arithmetic import FULL, aggregate
from folio.readiness.figures import tenths
from folio.readiness.report import CheckSeen, ItemSeen, LevelName, UnreadSeen

SHOWN = 12
LEVELS: tuple[LevelName, ...] = ("verified", "observed", "attested", "claimed")
SHARES = (600, 250, 150)


def arithmetic(check: CheckSeen) -> tuple[str, ...]:
    """How the check's score comes about: each finding, what they come to together, and what that is worth."""
    lines = [*_findings(check), *_score(check), *_ceiling(check)]
    if not check.hygiene:
        lines += [*_levels(check), *_worth(check)]
    return tuple(lines)


def best_values(check: CheckSeen, weakest: LevelName = "claimed") -> list[ItemSeen]:
    """One item for each subject, or facet of a union: the one worth most, by evidence that is at least `weakest`."""
    best: dict[str, ItemSeen] = {}
    for item in check.items:
        if LEVELS.index(item.level) > LEVELS.index(weakest):
            continue
        name = _key(check, item)
        if name not in best or item.value > best[name].value:
            best[name] = item
    return sorted(best.values(), key=lambda item: (-item.value, item.subject, item.facet or ""))


def _key(check: CheckSeen, one: ItemSeen | UnreadSeen) -> str:
    return one.facet or one.subject if check.aggregate == "union" else one.subject


# ------------------------------------------------------------------ what was found


def _findings(check: CheckSeen) -> Iterator[str]:
    counted = best_values(check)
    for item in counted[:SHOWN]:
        yield from _item(check, item)
    if rest := counted[SHOWN:]:
        yield f"and {len(rest)} more of them, worth {_grouped(one.value for one in rest)}"
    shown = {id(item) for item in counted}
    for level in LEVELS[:-1]:  # better evidence that is worth less: it decides what the score rests on
        for item in best_values(check, level):
            if id(item) not in shown and item.value:
                shown.add(id(item))
                yield from _item(check, item, also="also ")


def _item(check: CheckSeen, item: ItemSeen, also: str = "") -> Iterator[str]:
    says = f": {item.says}" if item.says else ""
    cap = check.caps[item.level]
    capped = f" x {cap} / 1000 = {item.value}" if cap != FULL else ""
    yield f"{also}{item.name}{says} [{item.level}: quality {item.quality}{capped}]"
    where = f"{', '.join(item.places)} ({item.source})" if item.places else item.source
    if where:
        yield f"  at {where}"
    if item.amount is not None:
        yield f"  {_on_curve(check.curve, max(item.amount, 0) * FULL)} quality {item.quality}"
    elif len(item.parts) > 1:
        terms = " + ".join(f"{says} {milli}" for says, milli in item.parts)
        most = ", at most 1000," if sum(milli for _, milli in item.parts) > FULL else ""
        yield f"  {terms}{most} = quality {item.quality}"


# ------------------------------------------------------------------ what it comes to


def _score(check: CheckSeen) -> Iterator[str]:
    values = [item.value for item in best_values(check)]
    if not values:
        yield "nothing was found: score 0" if check.aggregate != "all" else f"nothing was found: score {check.score}"
    else:
        yield f"{_together(check, values)} score {check.score}"


def _together(check: CheckSeen, values: Sequence[int]) -> str:
    """How values come to a score, up to the score itself."""
    ranked = sorted(values, reverse=True)
    match check.aggregate:
        case "best":
            return f"the best of {len(ranked)}:"
        case "all":
            return f"the worst of {len(ranked)}:"
        case "top3":
            terms = " + ".join(f"{share} x {one}" for share, one in zip(SHARES, ranked, strict=False))
            return f"the best three: ({terms}) / 1000 ="
        case "count" | "union":
            return f"{_grouped(ranked)} = {sum(ranked):,}; {_on_curve(check.curve, sum(ranked))}"


def _grouped(values: Iterable[int]) -> str:
    """`3 x 1000 + 400`."""
    counted = sorted(Counter(values).items(), reverse=True)
    return " + ".join(f"{times} x {one}" if times > 1 else f"{one}" for one, times in counted)


def _on_curve(points: Sequence[tuple[int, int]], milli: int) -> str:
    """The straight line that a value lies on, between the two control points around it."""
    ends = ((0, 0), *points)
    for (before, low), (after, high) in pairwise(ends):
        if milli < after * FULL:
            along = f"({_units(milli)} - {before}) / ({after} - {before})"
            ends_here = f"{before} (gives {low}) and {after} (gives {high})"
            return f"on the curve between {ends_here}: {low} + {high - low} x {along} ="
    return f"at {ends[-1][0]} or more ({_units(milli)} here) the curve gives"


def _units(milli: int) -> str:
    """Thousandths of a unit in units: `2.4`."""
    whole, rest = divmod(milli, FULL)
    return f"{whole}.{rest:03}".rstrip("0") if rest else str(whole)


# ------------------------------------------------------------------ what is not known


def _ceiling(check: CheckSeen) -> Iterator[str]:
    for one in check.unread:
        most = "it could hold anything" if _boundless(check, one) else f"at best {_best(one)}"
        yield f"not known: {one.name}: {one.why} ({most})"
    if check.ceiling == check.score:
        return
    if any(_boundless(check, one) for one in check.unread):
        yield f"ceiling, as what could hold anything could hold all that counts: {check.ceiling}"
        return
    best = {_key(check, item): item.value for item in best_values(check)}
    for one in check.unread:
        worth = _best(one) * check.caps["verified"] // FULL
        best[_key(check, one)] = max(best.get(_key(check, one), 0), worth)
    yield f"ceiling, with everything unread at its best: {_together(check, list(best.values()))} {check.ceiling}"


def _best(one: UnreadSeen) -> int:
    return FULL if one.best is None else one.best


def _boundless(check: CheckSeen, one: UnreadSeen) -> bool:
    return one.anything or (check.aggregate == "union" and one.best is None)


# ------------------------------------------------------------------ what it is worth


def _levels(check: CheckSeen) -> Iterator[str]:
    """What the score rests on, where that is evidence of more than one level."""
    found = {item.level for item in check.items if item.value}
    levels = [level for level in LEVELS if level in found]
    if len(levels) < 2:
        return
    below = 0
    for level in levels:
        values = [item.value for item in best_values(check, level)]
        here = aggregate(check.aggregate, check.curve, values)
        how = f"with {level} evidence{'' if level == levels[0] else ' or better'}: {_together(check, values)} {here}"
        how = how if level != levels[-1] else f"with all evidence: {here}"
        yield f"{how}; rests on {level}: {check.weight} x ({here} - {below}) = {check.parts[level]:,}"
        below = here


def _worth(check: CheckSeen) -> Iterator[str]:
    split = check.split
    yield f"earned: weight {check.weight} x {check.score} = {split.earned:,}"
    yield f"not known: {check.weight} x ({check.ceiling} - {check.score}) = {split.unknown:,}"
    yield f"not there: {check.weight} x (1000 - {check.ceiling}) = {split.missing:,}"
    yield f"together {check.weight * FULL:,} of 1,000,000, which is {tenths(check.weight * FULL)} of 100 points"
