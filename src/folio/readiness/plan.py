"""What to do next: declared changes to the evidence, each with the gain that scoring it again gives."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from folio.evidence.level import Level
from folio.readiness.check import Found, Item, Unread
from folio.readiness.rubric import Entry
from folio.readiness.score import Scored, key, quality, value
from folio.readiness.standing import Condition, Standing

Because = Literal["gate", "floor", "points"]
ORDER: tuple[Because, ...] = ("gate", "floor", "points")
NEW = "new"
WORTH_SAYING = 1000
"""In millionths: a gain below a tenth of a point is no step worth a person's time."""


@dataclass(frozen=True, slots=True)
class Action:
    """A step that raises what is earned: a change to one check's evidence, and what that brings."""

    entry: Entry
    because: Because
    subject: str
    """What it changes; `new` when it adds something."""
    items: tuple[Item, ...]
    """The check's evidence once it is done."""
    score: int
    gain: int
    """In millionths, by scoring again."""
    level: str
    """The level that it leads to on its own."""
    after: tuple[str, ...] = ()
    """Checks that come first."""

    @property
    def minutes(self) -> int:
        """The middle of the effort."""
        return sum(self.entry.minutes) // 2

    @property
    def rank(self) -> tuple[int, int, str]:
        """Gates, then pillars below their floor, then gain per hour."""
        return ORDER.index(self.because), -(self.gain * 60 // max(self.minutes, 1)), self.entry.id


@dataclass(frozen=True, slots=True)
class Question:
    """Something that would settle what is not known. What it brings is not known either."""

    todo: str
    """Empty when the person can do nothing about it."""
    why: str
    subjects: tuple[str, ...]
    checks: tuple[str, ...]
    up_to: int


def actions(standing: Standing) -> tuple[Action, ...]:
    """Every check's next step, in the order of scoring specification 5.5, requirements first."""
    conditions = [one for one in standing.conditions(standing.target) if one.state != "met"]
    merit = _merit(standing)
    steps = (_action(standing, scored, conditions, merit) for scored in standing.checks)
    found = {step.entry.id: step for step in steps if step}
    ordered: dict[str, Action] = {}
    for action in sorted(found.values(), key=lambda one: one.rank):
        _place(action, found, ordered)
    return tuple(ordered.values())


def plan(standing: Standing, hours: int) -> tuple[Action, ...]:
    """Steps that fit into so many hours, each chosen by what is best once those before it are done."""
    left, chosen = hours * 60, []
    while best := next((one for one in actions(standing) if not one.after and one.minutes <= left), None):
        chosen.append(best)
        left -= max(best.minutes, 1)
        standing = standing.with_findings(best.entry.id, (*best.items, *standing.by_id[best.entry.id].unread))
    return tuple(chosen)


def questions(standing: Standing) -> tuple[Question, ...]:
    """What to find out, by what it could bring at best."""
    groups: dict[str, list[tuple[Scored, Unread]]] = defaultdict(list)
    for scored in standing.checks:
        for unread in scored.unread:
            groups[unread.todo or unread.why].append((scored, replace(unread, aside=False)))
    asked = (_question(group) for group in groups.values())
    worth = (one for one in asked if one.up_to)
    return tuple(sorted(worth, key=lambda one: (not one.todo, -one.up_to, one.todo, one.why)))


def _question(group: list[tuple[Scored, Unread]]) -> Question:
    by_check: dict[str, list[Unread]] = defaultdict(list)
    scores = {scored.entry.id: scored for scored, _ in group}
    for scored, unread in group:
        by_check[scored.entry.id].append(unread)
    up_to = {
        name: scores[name].weight * (replace(scores[name], unread=tuple(some)).ceiling - scores[name].score)
        for name, some in by_check.items()
    }
    subjects = tuple(sorted({unread.subject for _, unread in group}))
    checks = tuple(sorted(name for name, gain in up_to.items() if gain))
    first = group[0][1]
    return Question(first.todo, first.why, subjects, checks, sum(up_to.values()))


def _place(action: Action, found: dict[str, Action], ordered: dict[str, Action]) -> None:
    for name in action.after:
        if name in found and name not in ordered:
            _place(found[name], found, ordered)
    ordered.setdefault(action.entry.id, action)


def _action(standing: Standing, scored: Scored, conditions: list[Condition], merit: Mapping[str, int]) -> Action | None:
    steps = [
        step
        for subject, items in _changes(scored)
        if (step := _step(standing, scored, conditions, subject, items)).gain >= WORTH_SAYING or scored.entry.hygiene
    ]
    # What is there already is finished before something new is begun, and the person's best work first: a step on it
    # that brings half of what another would is the better advice.
    known = [step for step in steps if step.subject != NEW and scored.entry.aggregate in ("best", "top3")]
    most = max((step.gain for step in known), default=0)
    worthy = [step for step in known if step.gain * 2 >= most]
    if worthy:
        return max(worthy, key=lambda step: (merit.get(step.subject, 0), step.gain, step.subject))
    return max(steps, key=lambda step: (step.gain, step.subject), default=None)


def _step(
    standing: Standing, scored: Scored, conditions: list[Condition], subject: str, items: tuple[Item, ...]
) -> Action:
    entry = scored.entry
    after = standing.with_findings(entry.id, (*items, *scored.unread))
    changed = after.by_id[entry.id]
    return Action(
        entry=entry,
        because=_because(standing, scored, changed, conditions),
        subject=subject,
        items=changed.items,
        score=changed.score,
        gain=changed.earned - scored.earned,
        level=after.level().id,
        after=tuple(name for name in entry.requires if _nothing(standing, name)),
    )


def _merit(standing: Standing) -> Mapping[str, int]:
    """How much each subject shows over all checks: among equal steps, the one on the best work comes first."""
    merit: Counter[str] = Counter()
    for scored in standing.checks:
        for item in scored.items:
            merit[item.subject] += scored.weight * value(scored.entry, scored.caps, item)
    return merit


def _nothing(standing: Standing, check: str) -> bool:
    """Whether a check that should come first has nothing at all, and is known to have nothing."""
    scored = standing.by_id.get(check)
    return scored is not None and scored.score == 0 and scored.ceiling < 1000


def _because(standing: Standing, before: Scored, after: Scored, conditions: list[Condition]) -> Because:
    gates = {gate.check: gate for gate in standing.rubric.platform.gates}
    for condition in conditions:
        if condition.about == before.entry.id:
            if condition.kind == "hygiene":
                return "gate"
            minimum = gates[before.entry.id].minimum
            if after.score_from(minimum) > before.score_from(minimum):
                return "gate"
    below = {condition.about for condition in conditions if condition.kind == "floor"}
    return "floor" if before.entry.category in below else "points"


def _changes(scored: Scored) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """The changes that a check's next step could mean: the subject, and the items once it is done."""
    entry, items = scored.entry, scored.items
    if entry.hygiene:
        for subject in sorted({item.subject for item in items if quality(entry, item.found) == 0}):
            yield subject, tuple(item for item in items if item.subject != subject)
        return
    if not scored.missing and not (
        entry.reads == ("profile",) and all(one.anything or one.aside for one in scored.unread)
    ):
        return
    if entry.aggregate == "union":
        yield NEW, (*items, *_facets(scored))
        return
    level = Level[entry.reaches.upper()]
    waiting = {unread.subject for unread in scored.unread if unread.best is None and not unread.aside}
    for subject in () if entry.begins else sorted({item.subject for item in items} - waiting):
        yield subject, (*items, _raised(entry, subject, level, items))
    if not entry.single:
        count = entry.adds if entry.aggregate == "count" else 1
        first = len({item.subject for item in items if item.subject.startswith(NEW)}) + 1
        fresh = (_raised(entry, f"{NEW}:{number}", level, ()) for number in range(first, first + count))
        yield NEW, (*items, *fresh)
    elif not items:
        yield "profile", (_raised(entry, "profile", level, ()),)


def _raised(entry: Entry, subject: str, level: Level, items: tuple[Item, ...]) -> Item:
    """A subject after the step: one step further on its curve, or complete."""
    own = [item for item in items if item.subject == subject]
    level = max((level, *(item.level for item in own)))
    if entry.curve and entry.aggregate in ("best", "top3"):
        amount = max((item.found.amount or 0 for item in own if item.level >= level or not own), default=0)
        return Item(subject, level, Found(amount=amount + entry.adds))
    return Item(subject, level, Found())


def _facets(scored: Scored) -> Iterator[Item]:
    """As many new facets as the step adds; where there are no more to be had, the weakest ones made whole."""
    entry = scored.entry
    level = Level[entry.reaches.upper()]
    worth: dict[str, int] = defaultdict(int)
    for item in scored.items:
        name = key(entry, item)
        worth[name] = max(worth[name], value(entry, scored.caps, item))
    room = entry.adds if entry.most is None else min(entry.adds, entry.most - len(worth))
    first = sum(name.startswith(NEW) for name in worth) + 1
    for number in range(first, first + room):
        yield Item(NEW, level, Found(facet=f"{NEW}:{number}"))
    weakest = sorted(worth, key=lambda name: (worth[name], name))
    for name in weakest[: entry.adds - max(room, 0)]:
        yield Item(NEW, level, Found(facet=name))
