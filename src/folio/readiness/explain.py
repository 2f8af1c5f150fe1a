"""The arithmetic of one check, line by line, from a report."""

from __future__ import annotations

from folio.errors import FolioError
from folio.readiness.report import CheckSeen, ItemSeen, Report
from folio.schema import suggestion

SHOWN = 12


def explain(report: Report, identifier: str) -> tuple[str, ...]:
    """What the check measures and why, what was found and what it comes to.

    Raises FolioError when the report has no such check.
    """
    check = report.check(identifier)
    if check is None:
        known = [one.id for one in report.checks]
        raise FolioError(f"there is no check '{identifier}' for a {report.track}; {suggestion(identifier, known)}")
    sources = "; ".join(f"{one.name} ({one.url})" if one.url else one.name for one in check.sources)
    lines = [
        f"{check.title} ({check.id})",
        f"measures: {check.measures}",
        f"why: {check.why}",
        f"source: {sources}",
        "",
        *arithmetic(check),
        *left_out(report, check),
    ]
    if check.score < 1000:
        lines += ["", f"next: {check.next} ({hours(check.minutes)})"]
    return tuple(lines)


def arithmetic(check: CheckSeen) -> tuple[str, ...]:
    """How the check's score comes about, one step a line."""
    counted = best_values(check)
    lines = [line for item in counted[:SHOWN] for line in _item(item)]
    if len(counted) > SHOWN:
        lines.append(f"and {len(counted) - SHOWN} more of them")
    lines += [_sum(check, [item.value for item in counted])]
    lines += [f"not known: {one.name}: {one.why}" for one in check.unread]
    if check.ceiling != check.score:
        lines.append(f"ceiling, with everything unread at its best: {check.ceiling}")
    if check.hygiene:
        return tuple(lines)
    split = check.split
    lines += [
        f"earned: weight {check.weight} x {check.score} = {split.earned:,}",
        f"not known: {check.weight} x ({check.ceiling} - {check.score}) = {split.unknown:,}",
        f"not there: {check.weight} x (1000 - {check.ceiling}) = {split.missing:,}",
        f"together {check.weight * 1000:,} of 1,000,000",
    ]
    return tuple(lines)


def left_out(report: Report, check: CheckSeen) -> tuple[str, ...]:
    """What is not counted and touches the check, each with its reason and where it is."""
    lines = []
    for one in report.exclusions:
        if check.id in one.checks:
            where = f" [{', '.join(one.places)}]" if one.places else ""
            lines.append(f"not counted: {one.name}: {one.reason}{where}")
    return tuple(lines)


def best_values(check: CheckSeen) -> list[ItemSeen]:
    """One item for each subject, or facet of a union: the one worth most."""
    best: dict[str, ItemSeen] = {}
    for item in check.items:
        name = item.facet or item.subject if check.aggregate == "union" else item.subject
        if name not in best or item.value > best[name].value:
            best[name] = item
    return sorted(best.values(), key=lambda item: (-item.value, item.subject, item.facet or ""))


def hours(minutes: tuple[int, int]) -> str:
    """`10 to 30 minutes`, `1 to 3 hours`."""
    low, high = minutes
    if high < 60:
        return f"{low} to {high} minutes"
    if low < 60:
        return f"{low} minutes to {_number(high)} {'hour' if high == 60 else 'hours'}"
    return f"{_number(low)} to {_number(high)} hours"


def _number(minutes: int) -> str:
    whole, half = divmod(minutes, 60)
    return f"{whole}.{half * 10 // 60}" if half else str(whole)


def _item(item: ItemSeen) -> tuple[str, ...]:
    cap = f"{item.level}: quality {item.quality}"
    capped = f", capped to {item.value}" if item.value != item.quality else ""
    says = f": {item.says}" if item.says else ""
    line = f"{item.name}{says} [{cap}{capped}]"
    where = f"{', '.join(item.places)} ({item.source})" if item.places else item.source
    return (line, f"  at {where}") if where else (line,)


def _sum(check: CheckSeen, values: list[int]) -> str:
    if not values:
        return "nothing was found: score 0" if check.aggregate != "all" else "nothing was found"
    match check.aggregate:
        case "best":
            return f"the best of {len(values)}: score {check.score}"
        case "all":
            return f"the worst of {len(values)}: score {check.score}"
        case "top3":
            terms = " + ".join(f"{share} x {one}" for share, one in zip((600, 250, 150), values, strict=False))
            return f"the best three: ({terms}) / 1000 = score {check.score}"
        case "count" | "union":
            points = ", ".join(f"{x} gives {y}" for x, y in check.curve)
            return f"{sum(values):,} thousandths of one, on the curve ({points}): score {check.score}"
