"""The whole report as its templates print it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from folio.readiness.history import Past
from folio.readiness.report import Report
from folio.render.chart import Bar, bar
from folio.render.report_view.checks import CategoryShown, categories
from folio.render.report_view.claims import ClaimShown, NoteShown, claims, notes
from folio.render.report_view.figures import sentence
from folio.render.report_view.since import Since, since
from folio.render.report_view.steps import Ask, Step, asks, steps
from folio.render.report_view.wishes import Wish, wishes
from folio.render.timeline import Timeline, timeline

BEST_STEPS = 3


@dataclass(frozen=True, slots=True)
class Rung:
    """A level, where it begins, and whether it is reached."""

    title: str
    points: int
    state: str
    """`reached`, `possible` once everything is read, or `above`."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that is not counted."""

    name: str
    reason: str
    places: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """Everything that one report shows."""

    person: str
    platform_id: str
    platform: str
    as_of: str
    basis: str
    uncertain: tuple[str, ...]
    today: str
    role: str
    points: int
    unknown: int
    missing: int
    parts: tuple[tuple[str, int], ...]
    sentence: str
    bar: Bar
    rungs: tuple[Rung, ...]
    level: str
    up_to: str
    """Empty unless more could be reached once everything is read."""
    target: str
    reached: bool
    """Whether the target is reached, so that nothing is in the way."""
    confidence: str
    coverage: int
    beyond_claims: int
    wishes: tuple[Wish, ...]
    hurdles: tuple[Wish, ...]
    """Those that are not met."""
    settled: str
    since: Since | None
    timeline: Timeline | None
    steps: tuple[Step, ...]
    more_steps: tuple[Step, ...]
    asks: tuple[Ask, ...]
    waits: tuple[Ask, ...]
    """What nobody can tell yet, whatever the person does."""
    categories: tuple[CategoryShown, ...]
    claims_lacking: tuple[ClaimShown, ...]
    claims_supported: tuple[ClaimShown, ...]
    notes: tuple[NoteShown, ...]
    exclusions: tuple[LeftOut, ...]
    not_observable: tuple[str, ...]
    note: str
    rubric: str


def view(report: Report, history: Sequence[Past] = ()) -> Page:
    """The report, ready to print. `history` may hold runs for other platforms; they are left aside."""
    wanted = wishes(report)
    todo = steps(report)
    find_out, waits = asks(report)
    lacking, supported = claims(report)
    met = sum(one.state == "met" for one in wanted)
    return Page(
        person=report.person,
        platform_id=report.platform.id,
        platform=report.platform.title,
        as_of=report.platform.as_of,
        basis=report.platform.basis,
        uncertain=report.platform.uncertain,
        today=report.today.isoformat(),
        role=report.role,
        points=report.points.earned,
        unknown=report.points.unknown,
        missing=report.points.missing,
        parts=tuple((part.level, part.points) for part in report.parts),
        sentence=sentence(report),
        bar=bar({part.level: part.millionths for part in report.parts}, report.totals, sentence(report)),
        rungs=rungs(report),
        level=report.level.title,
        up_to=report.up_to.title if report.up_to.id != report.level.id else "",
        target=report.target.title,
        reached=report.level.id == report.target.id,
        confidence=report.confidence.word,
        coverage=report.confidence.coverage,
        beyond_claims=report.confidence.beyond_claims,
        wishes=wanted,
        hurdles=tuple(one for one in wanted if one.state != "met"),
        settled=f"{met} of {len(wanted)}",
        since=since(report, history),
        timeline=timeline(report, history),
        steps=todo[:BEST_STEPS],
        more_steps=todo[BEST_STEPS:],
        asks=find_out,
        waits=waits,
        categories=categories(report),
        claims_lacking=lacking,
        claims_supported=supported,
        notes=notes(report),
        exclusions=tuple(LeftOut(one.name, one.reason, one.places) for one in report.exclusions),
        not_observable=report.not_observable,
        note=report.note,
        rubric=f"{report.rubric.id} {report.rubric.version}, {report.rubric.digest[:12]}",
    )


def rungs(report: Report) -> tuple[Rung, ...]:
    """The levels from the lowest, and how far they are."""
    found, state = [], "reached"
    for one in report.rules.levels:
        found.append(Rung(one.title, one.points, state))
        if one.id == report.level.id:
            state = "possible" if report.up_to.id != report.level.id else "above"
        elif one.id == report.up_to.id:
            state = "above"
    return tuple(found)
