"""What the report's pages show, ready to print: texts, and bars as widths."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from folio.readiness.explain import arithmetic, best_values, hours, left_out
from folio.readiness.plan import NEW
from folio.readiness.report import ActionSeen, CategorySeen, CheckSeen, ConditionSeen, QuestionSeen, Report, Split

POINT = 10_000
BEST_STEPS = 3
SHOWN_ITEMS = 12
LEVELS = ("verified", "observed", "attested", "claimed")
STATES = {"met": "met", "not met": "not-met", "open": "open"}
BECAUSE = {
    "gate": "opens a gate",
    "floor": "lifts a pillar to its floor",
    "points": "most points for the time",
}


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a bar: how it is drawn, and how long it is against the others."""

    kind: str
    width: int


@dataclass(frozen=True, slots=True)
class Bar:
    """A whole: what is earned, not known and not there, in words for those who can't see it."""

    segments: tuple[Segment, ...]
    label: str
    floor: str = ""
    """Where the floor's mark stands, as a percentage; empty without one."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do."""

    check: str
    title: str
    todo: str
    about: str
    missing: str
    gain: str
    time: str
    because: str
    because_id: str
    leads_to: str
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """Something to find out."""

    todo: str
    why: str
    about: str
    up_to: str
    checks: str


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing the target level takes."""

    title: str
    says: str
    state: str
    state_id: str
    check: str


@dataclass(frozen=True, slots=True)
class Find:
    """One piece of evidence."""

    name: str
    says: str
    level: str
    places: tuple[str, ...]
    none: bool


@dataclass(frozen=True, slots=True)
class CheckShown:
    """A check with everything behind it."""

    id: str
    title: str
    bar: Bar
    points: str
    state: str
    why: str
    measures: str
    finds: tuple[Find, ...]
    more: int
    unread: tuple[tuple[str, str], ...]
    arithmetic: tuple[str, ...]
    next: str
    time: str
    sources: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CategoryShown:
    """A category and its checks."""

    id: str
    title: str
    pillar: bool
    bar: Bar
    points: str
    whole: str
    unknown: str
    floor: str
    checks: tuple[CheckShown, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """The whole report."""

    person: str
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
    level: str
    up_to: str
    target: str
    confidence: str
    coverage: int
    beyond_claims: int
    wishes: tuple[Wish, ...]
    settled: str
    steps: tuple[Step, ...]
    more_steps: tuple[Step, ...]
    asks: tuple[Ask, ...]
    waits: tuple[Ask, ...]
    """What nobody can tell yet, whatever the person does."""
    categories: tuple[CategoryShown, ...]
    exclusions: tuple[tuple[str, str], ...]
    not_observable: tuple[str, ...]
    note: str
    rubric: str


def view(report: Report) -> Page:
    """The report as its templates print it."""
    titles = {check.id: check.title for check in report.checks}
    steps = tuple(_step(action, titles) for action in report.actions)
    parts = tuple((part.level, part.points) for part in report.parts)
    met = sum(one.state == "met" for one in report.conditions)
    return Page(
        person=report.person,
        platform=report.platform.title,
        as_of=report.platform.as_of,
        basis=report.platform.basis,
        uncertain=report.platform.uncertain,
        today=report.today.isoformat(),
        role=report.role,
        points=report.points.earned,
        unknown=report.points.unknown,
        missing=report.points.missing,
        parts=parts,
        sentence=sentence(report),
        bar=Bar(
            (
                *(Segment(part.level, part.millionths) for part in report.parts),
                Segment("unknown", report.totals.unknown),
                Segment("missing", report.totals.missing),
            ),
            sentence(report),
        ),
        level=report.level.title,
        up_to=report.up_to.title if report.up_to.id != report.level.id else "",
        target=report.target.title,
        confidence=report.confidence.word,
        coverage=report.confidence.coverage,
        beyond_claims=report.confidence.beyond_claims,
        wishes=tuple(_wish(one) for one in report.conditions),
        settled=f"{met} of {len(report.conditions)}",
        steps=steps[:BEST_STEPS],
        more_steps=steps[BEST_STEPS:],
        asks=tuple(_ask(one) for one in report.questions if one.todo),
        waits=tuple(_ask(one) for one in report.questions if not one.todo),
        categories=tuple(_category(report, category) for category in report.categories),
        exclusions=tuple((one.name, " ".join((one.reason, *one.places))) for one in report.exclusions),
        not_observable=report.not_observable,
        note=report.note,
        rubric=f"{report.rubric.id} {report.rubric.version}, {report.rubric.digest[:12]}",
    )


def sentence(report: Report) -> str:
    """`62 earned: 14 verified, 41 observed, 3 attested, 4 claimed · 9 not known · 29 not there`."""
    points = report.points
    parts = ", ".join(f"{part.points} {part.level}" for part in report.parts if part.points)
    earned = f"{points.earned} earned: {parts}" if parts else f"{points.earned} earned"
    return f"{earned} · {points.unknown} not known · {points.missing} not there"


def tenths(millionths: int) -> str:
    """Points with one decimal, for single steps and checks."""
    return f"{millionths // POINT}.{millionths % POINT * 10 // POINT}"


def _wish(one: ConditionSeen) -> Wish:
    state = {"met": "met", "open": "not known yet", "not met": "not met"}[one.state]
    return Wish(one.title, one.says, state, STATES[one.state], one.about if one.kind in ("gate", "hygiene") else "")


def _step(action: ActionSeen, titles: Mapping[str, str]) -> Step:
    return Step(
        check=action.check,
        title=action.title,
        todo=action.todo,
        about="" if action.subject == NEW else action.name,
        missing=", ".join(action.missing) if action.score_before else "",
        gain=tenths(action.gain),
        time=hours(action.minutes),
        because=BECAUSE[action.because],
        because_id=action.because,
        leads_to=action.leads_to or "",
        after=tuple(titles[name] for name in action.after),
    )


def _ask(one: QuestionSeen) -> Ask:
    checks = _count(len(one.checks), "check")
    return Ask(_capital(one.todo), one.why, _capital(_list(one.names)), tenths(one.up_to), checks)


def _category(report: Report, category: CategorySeen) -> CategoryShown:
    floor = f"{category.floor}" if category.floor else ""
    points = category.points
    label = f"{points.earned} earned, {points.unknown} not known, {points.missing} not there"
    return CategoryShown(
        id=category.id,
        title=category.title,
        pillar=category.pillar,
        bar=_bar(category.split, label, floor),
        points=str(points.earned),
        whole=str(category.weight // 10),
        unknown=str(points.unknown) if points.unknown else "",
        floor=floor,
        checks=tuple(_check(report, check) for check in report.checks if check.category == category.id),
    )


def _check(report: Report, check: CheckSeen) -> CheckShown:
    counted = best_values(check)
    if check.hygiene:
        state = "nothing found" if check.score else "found"
    elif check.score == 1000:
        state = "complete"
    else:
        state = "" if check.score else "not there" if check.ceiling == 0 else "not known"
    return CheckShown(
        id=check.id,
        title=check.title,
        bar=_bar(check.split, f"{check.score // 10} % earned, up to {check.ceiling // 10} %"),
        points=f"{tenths(check.split.earned)} of {check.weight / 10:g}" if check.weight else "gate",
        state=state,
        why=check.why,
        measures=check.measures,
        finds=tuple(
            Find(item.name, item.says, item.level, item.places, not item.value) for item in counted[:SHOWN_ITEMS]
        ),
        more=max(len(counted) - SHOWN_ITEMS, 0),
        unread=tuple((one.name, one.why) for one in check.unread),
        arithmetic=(*arithmetic(check), *left_out(report, check)),
        next=check.next if check.score < 1000 else "",
        time=hours(check.minutes),
        sources=tuple((source.name, source.url or "") for source in check.sources),
    )


def _bar(split: Split, label: str, floor: str = "") -> Bar:
    segments = (
        Segment("earned", split.earned),
        Segment("unknown", split.unknown),
        Segment("missing", split.missing),
    )
    return Bar(segments, label, floor)


def _list(names: tuple[str, ...]) -> str:
    return ", ".join(names[:4]) + (f" and {len(names) - 4} more" if len(names) > 4 else "")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
