"""A report scored again from what it carries: its own evidence, by its own rubric or by another.

No catalogue is read. The arithmetic is that of `score` and `standing`; what is rebuilt here is only what they work on.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pydantic import ValidationError

from folio.errors import FolioError
from folio.evidence.level import Level
from folio.readiness.arithmetic import FULL, POINT
from folio.readiness.check import Finding, Found, Item, Unread
from folio.readiness.report import LEVELS, CheckSeen, ItemSeen, LevelName, Report, Split
from folio.readiness.rubric import Caps, Catalogue, Category, Entry, Gate, Part, Platform, Rubric, Rung, Track
from folio.readiness.score import Scored, measure, quality, value
from folio.readiness.standing import Standing

UNTOLD = "-"
"""In place of words, which change no figure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckFigures:
    """What one check comes to."""

    weight: int
    score: int
    ceiling: int
    split: Split
    parts: dict[LevelName, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a report comes to."""

    totals: Split
    parts: dict[LevelName, int]
    categories: dict[str, Split]
    checks: dict[str, CheckFigures]
    level: str
    up_to: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescored(Figures):
    """A report's figures, from its own evidence by its own rubric."""

    differs: tuple[str, ...]
    """In words, where the report says something else: somebody has changed it. Empty for a report as folio wrote it."""


def rescore(report: Report) -> Rescored:
    """Everything that the report's numbers should be. Raises FolioError when nothing can be scored by its rules."""
    standing = standing_of(report)
    figures = figures_of(standing)
    told = _told(report)
    if not _carries_all(report):  # what decides it was left out; nobody can say it otherwise
        figures = replace(figures, up_to=told.up_to)
    return Rescored(
        totals=figures.totals,
        parts=figures.parts,
        categories=figures.categories,
        checks=figures.checks,
        level=figures.level,
        up_to=figures.up_to,
        differs=tuple(_differences(report, standing, told, figures)),
    )


def under(report: Report, rubric: Rubric) -> Figures:
    """The report's findings weighed by another rubric.

    Checks that it does not have drop out; those that the report does not have are not known.
    """
    return figures_of(standing_of(report, rubric))


def standing_of(report: Report, rubric: Rubric | None = None) -> Standing:
    """The report's findings as they are scored, by its own rubric unless another one is given."""
    rubric = rubric or rubric_of(report)
    weights, seen = rubric.weights(report.track), {one.id: one for one in report.checks}
    return Standing(
        rubric,
        report.track,
        tuple(
            measure(
                entry,
                rubric.catalogue.caps[entry.caps],
                weights[entry.id],
                findings(seen[entry.id], entry) if entry.id in seen else (Unread("profile", "", anything=True),),
                subjects=rubric.platform.subjects.get(entry.id, ()),
            )
            for entry in rubric.entries(report.track)
        ),
    )


def rubric_of(report: Report) -> Rubric:
    """The numbers of the report's rubric, without its words.

    Raises FolioError when they are none that a rubric can have.
    """
    try:
        return _rubric_of(report)
    except ValidationError as error:
        where = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise FolioError(
            f"the report's rules are none of folio's, at {where}; score again to get a new report"
        ) from None


def _rubric_of(report: Report) -> Rubric:
    weights: Counter[str] = Counter()
    for check in report.checks:
        weights[check.category] += check.weight
    named = [check.id for check in report.checks]
    if len(set(named)) < len(named) or not report.rules.levels:
        raise FolioError("the report names a check twice, or no levels; score again to get a new report")
    catalogue = Catalogue(
        id=report.rubric.id,
        version=report.rubric.version,
        caps={check.id: Caps(**check.caps) for check in report.checks},
        categories=tuple(Category(id=one.id, title=UNTOLD, pillar=one.pillar) for one in report.categories),
        sources={},
        fields=(),
        checks=tuple(map(_entry, report.checks)),
        tracks={report.track: Track(title=UNTOLD)},
        levels=tuple(
            Rung(
                id=one.id,
                title=UNTOLD,
                points=one.points,
                floors_percent=one.floors_percent,
                beyond_claims=one.beyond_claims,
                gates=one.gates,
            )
            for one in report.rules.levels
        ),
        confidence=(),
    )
    platform = Platform(
        id=report.platform.id,
        title=UNTOLD,
        as_of=UNTOLD,
        basis=UNTOLD,
        categories=dict(weights),
        floors=report.rules.floors,
        gates=tuple(Gate(check=one.check, at_least=one.at_least, level=one.level) for one in report.rules.gates),
    )
    return Rubric(catalogue=catalogue, platform=platform)


def _entry(check: CheckSeen) -> Entry:
    parts = {says: milli for item in check.items for says, milli in item.parts}
    return Entry(
        id=check.id,
        category=check.category,
        weight=check.weight,
        title=UNTOLD,
        reads=(),
        aggregate=check.aggregate,
        caps=check.id,
        curve=check.curve,
        parts=tuple(Part(id=str(number), milli=parts[says], says=says) for number, says in enumerate(parts)),
        measures=UNTOLD,
        next=UNTOLD,
        minutes=(0, 0),
        sources=(),
        hygiene=check.hygiene,
    )


def findings(check: CheckSeen, entry: Entry) -> Iterator[Finding]:
    """What the report says was found and could not be read, as `entry` grades it."""
    for item in check.items:
        yield Item(item.subject, Level[item.level.upper()], _found(item, entry))
    for one in (*check.unread, *(check.settled or ())):
        best = None if one.best is None else Found(quality=one.best, facet=one.facet)
        yield Unread(one.subject, one.why, one.todo, best, one.anything)


def _found(item: ItemSeen, entry: Entry) -> Found:
    if item.amount is not None:
        return Found(amount=item.amount, facet=item.facet)
    if item.parts:
        worth = {part.says: part.milli for part in entry.parts}
        return Found(quality=sum(worth.get(says, milli) for says, milli in item.parts), facet=item.facet)
    return Found(quality=item.quality, facet=item.facet)


def figures_of(standing: Standing) -> Figures:
    """A standing's figures."""
    checks = {scored.entry.id: _figures(scored) for scored in standing.checks}
    return Figures(
        totals=total(checks.values()),
        parts={name: sum(one.parts[name] for one in checks.values()) for name in LEVELS},
        categories={
            category.id: total(checks[scored.entry.id] for scored in standing.in_category(category.id))
            for category in standing.rubric.catalogue.categories
        },
        checks=checks,
        level=standing.level().id,
        up_to=standing.level(at_best=True).id,
    )


def total(checks: Iterable[CheckFigures]) -> Split:
    """What checks come to together."""
    splits = [one.split for one in checks]
    return Split(
        earned=sum(one.earned for one in splits),
        unknown=sum(one.unknown for one in splits),
        missing=sum(one.missing for one in splits),
    )


def _figures(scored: Scored) -> CheckFigures:
    return CheckFigures(
        weight=scored.weight,
        score=scored.score,
        ceiling=scored.ceiling,
        split=Split(earned=scored.earned, unknown=scored.unknown, missing=scored.missing),
        parts={LEVELS[level - 1]: millionths for level, millionths in scored.parts().items()},
    )


def _told(report: Report) -> Figures:
    """The figures as the report says them."""
    return Figures(
        totals=report.totals,
        parts={one.level: one.millionths for one in report.parts},
        categories={one.id: one.split for one in report.categories},
        checks={
            one.id: CheckFigures(
                weight=one.weight, score=one.score, ceiling=one.ceiling, split=one.split, parts=one.parts
            )
            for one in report.checks
        },
        level=report.level.id,
        up_to=report.up_to.id,
    )


def _carries_all(report: Report) -> bool:
    return all(one.settled is not None for one in report.checks)


def _differences(report: Report, standing: Standing, told: Figures, found: Figures) -> Iterator[str]:
    """Where the report says something else than its evidence, in words."""
    for check in report.checks:
        says, is_ = told.checks[check.id], found.checks[check.id]
        if not (check.weight or check.unread or check.settled is not None):  # its ceiling changes nothing
            is_ = replace(is_, ceiling=says.ceiling)
        if _items(check) != _regraded(standing.by_id[check.id], check):
            yield f"{check.id}: what was found is worth something else"
        if says.score != is_.score:
            yield f"{check.id}: it says a score of {says.score}, and its evidence gives {is_.score}"
        elif says != is_:
            yield f"{check.id}: what is earned, not known and not there is something else"
    if (whole := sum(one.weight for one in report.checks)) != FULL:
        yield f"the weights add up to {whole}, not to {FULL}"
    if told.totals != found.totals:
        yield f"it says {told.totals.earned:,} millionths earned, and its checks give {found.totals.earned:,}"
    elif (told.parts, told.categories) != (found.parts, found.categories):
        yield "its levels of evidence or its categories add up to something else"
    if report.points.earned != found.totals.earned // POINT:
        yield f"it says {report.points.earned} points, and its checks give {found.totals.earned // POINT}"
    if told.level != found.level:
        yield f"it says the level '{told.level}', and its evidence gives '{found.level}'"
    if told.up_to != found.up_to:
        yield f"it says up to '{told.up_to}', and its evidence gives '{found.up_to}'"


def _items(check: CheckSeen) -> list[tuple[int, int]]:
    return [(item.quality, item.value) for item in check.items]


def _regraded(scored: Scored, check: CheckSeen) -> list[tuple[int, int]]:
    entry = scored.entry
    again = [Item(one.subject, Level[one.level.upper()], _found(one, entry)) for one in check.items]
    return [(quality(entry, item.found), value(entry, scored.caps, item)) for item in again]
