"""Two results of which the history holds one at least: figures, and not what they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from folio.readiness.arithmetic import FULL
from folio.readiness.comparison import NOTHING, CheckChange, Comparison, Side, by_size, minus, unfounded
from folio.readiness.history import Past, past
from folio.readiness.report import Named, Report, Split
from folio.readiness.rescore import rescore


def compare_history(before: Report | Past, after: Report | Past, titles: Mapping[str, str]) -> Comparison:
    """What is different, check by check. Why is not known; `titles` gives the words where no report does."""
    was, is_ = (_kept(one) if isinstance(one, Report) else one for one in (before, after))
    words = {**titles, **_words(before), **_words(after)}
    return Comparison(
        person=next((one.person for one in (after, before) if isinstance(one, Report)), ""),
        platform=words.get(f"platform {is_.platform}", is_.platform),
        track=is_.track,
        before=_side(was, words, isinstance(before, Report)),
        after=_side(is_, words, isinstance(after, Report)),
        change=minus(is_.totals, was.totals),
        causes=None,
        checks=by_size(_checks(was, is_, words)),
        excluded=(),
        included=(),
        notes=(*_notes(was, is_), *unfounded({"first": _differs(before), "second": _differs(after)})),
    )


def _kept(report: Report) -> Past:
    """What the history would hold of the report's evidence, whatever somebody wrote into its figures."""
    figures = rescore(report)
    return replace(
        past(report, ""),
        level=figures.level,
        up_to=figures.up_to,
        totals=figures.totals,
        categories=figures.categories,
        checks={name: (one.score, one.ceiling) for name, one in figures.checks.items()},
        weights={name: one.weight for name, one in figures.checks.items()},
    )


def _differs(one: Report | Past) -> tuple[str, ...]:
    return rescore(one).differs if isinstance(one, Report) else ()


def _words(one: Report | Past) -> dict[str, str]:
    if not isinstance(one, Report):
        return {}
    levels = {f"level {rung.id}": rung.title for rung in one.rules.levels}
    return {f"platform {one.platform.id}": one.platform.title} | levels | {each.id: each.title for each in one.checks}


def _side(one: Past, words: Mapping[str, str], report: bool) -> Side:
    return Side(
        kind="report" if report else "history",
        today=one.today,
        rubric=one.rubric,
        level=Named(id=one.level, title=words.get(f"level {one.level}", one.level)),
        up_to=Named(id=one.up_to, title=words.get(f"level {one.up_to}", one.up_to)),
        totals=one.totals,
    )


def _checks(was: Past, is_: Past, words: Mapping[str, str]) -> Iterator[CheckChange]:
    for name in {**is_.checks, **was.checks}:
        first, last = _split(was, name), _split(is_, name)
        change = minus(last or NOTHING, first or NOTHING)
        if change != NOTHING:
            yield CheckChange(
                id=name,
                title=words.get(name, name),
                before=first,
                after=last,
                change=change,
                causes=None,
                findings=(),
            )


def _split(one: Past, check: str) -> Split | None:
    if check not in one.checks:
        return None
    (score, ceiling), weight = one.checks[check], one.weights.get(check, 0)
    return Split(earned=weight * score, unknown=weight * (ceiling - score), missing=weight * (FULL - ceiling))


def _notes(was: Past, is_: Past) -> Iterator[str]:
    yield "The history keeps figures alone: what was found is in the reports. Compare two of them to see why."
    if was.rubric != is_.rubric:
        yield "The rubric was changed between the two; how much of the difference that makes is not known from figures."
    if was.today > is_.today:
        yield "The second is of an earlier day."
