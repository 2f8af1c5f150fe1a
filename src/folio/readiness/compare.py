"""Two results of one person side by side: what is different, and how much of it comes from what.

The way from the first to the second is walked in three steps, each scored in whole: the first one's evidence by the
second one's rubric, the same after the days between, and the second. So the parts add up to the difference exactly.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from folio.errors import FolioError
from folio.readiness.compare_history import compare_history
from folio.readiness.comparison import NOTHING, Causes, CheckChange, Comparison, Side, by_size, minus, unfounded
from folio.readiness.differences import exclusions, findings
from folio.readiness.history import Past
from folio.readiness.report import Named, Report, Split
from folio.readiness.rescore import Figures, figures_of, rescore, rubric_of, standing_of
from folio.readiness.windows import aged


def compare(before: Report | Past, after: Report | Past, *, titles: Mapping[str, str] | None = None) -> Comparison:
    """The way from one result to another of the same platform and track; raises FolioError for those of two.

    `titles` gives the words for checks, levels and the platform where no report does.
    """
    _refuse_others(before, after)
    if isinstance(before, Report) and isinstance(after, Report):
        return _reports(before, after)
    return compare_history(before, after, titles or {})


def _refuse_others(before: Report | Past, after: Report | Past) -> None:
    for what, was, is_ in (
        ("platform", _platform(before), _platform(after)),
        ("track", before.track, after.track),
    ):
        if was != is_:
            todo = "score both for the same one; 'folio score' shows several platforms side by side"
            raise FolioError(f"the first is for the {what} '{was}' and the second for '{is_}'; {todo}")


def _platform(one: Report | Past) -> str:
    return one.platform.id if isinstance(one, Report) else one.platform


def _reports(before: Report, after: Report) -> Comparison:
    was, is_ = rescore(before), rescore(after)
    rubric = rubric_of(after)
    weighed = figures_of(standing_of(before, rubric)) if before.rubric.digest != after.rubric.digest else was
    forward = before.today < after.today
    older = figures_of(standing_of(_older(before, after), rubric)) if forward else weighed
    steps = (was, weighed, older, is_)
    gone, new = exclusions(before, after)
    return Comparison(
        person=after.person,
        platform=after.platform.title,
        track=after.track,
        before=_side(before, was),
        after=_side(after, is_),
        change=minus(is_.totals, was.totals),
        causes=_causes([figures.totals.earned for figures in steps]),
        checks=_checks(before, after, steps),
        excluded=new,
        included=gone,
        notes=tuple(_notes(before, after, was.differs, is_.differs)),
    )


def _older(before: Report, after: Report) -> Report:
    """The first result after the days between, had nothing been done."""
    later = {one.id: one for one in after.checks}
    checks = (aged(one, later[one.id], before.today, after.today) if one.id in later else one for one in before.checks)
    return replace(before, checks=tuple(checks))


def _checks(before: Report, after: Report, steps: tuple[Figures, ...]) -> tuple[CheckChange, ...]:
    was = {one.id: one for one in before.checks}
    is_ = {one.id: one for one in after.checks}
    changes = []
    for name in {**is_, **was}:
        found = findings(was.get(name), is_.get(name), after.today)
        first, last = _split(steps[0], name), _split(steps[-1], name)
        change = minus(last or NOTHING, first or NOTHING)
        if found or change != NOTHING:
            changes.append(
                CheckChange(
                    id=name,
                    title=(is_.get(name) or was[name]).title,
                    before=first,
                    after=last,
                    change=change,
                    causes=_causes([(_split(figures, name) or NOTHING).earned for figures in steps]),
                    findings=found,
                )
            )
    return by_size(changes)


def _split(figures: Figures, check: str) -> Split | None:
    return figures.checks[check].split if check in figures.checks else None


def _causes(earned: list[int]) -> Causes:
    was, weighed, older, is_ = earned
    return Causes(rubric=weighed - was, time=older - weighed, evidence=is_ - older)


def _side(report: Report, figures: Figures) -> Side:
    return Side(
        kind="report",
        today=report.today,
        rubric=report.rubric.digest,
        level=_named(report, figures.level),
        up_to=_named(report, figures.up_to),
        totals=figures.totals,
    )


def _named(report: Report, level: str) -> Named:
    return Named(id=level, title=next((one.title for one in report.rules.levels if one.id == level), level))


def _notes(before: Report, after: Report, *differs: tuple[str, ...]) -> Iterator[str]:
    if before.person != after.person:
        yield f"The first is of {before.person}, the second of {after.person}."
    if before.today > after.today:
        yield "The second is of an earlier day; what time alone did is counted with the evidence."
    yield from unfounded(dict(zip(("first", "second"), differs, strict=True)))
