"""What the next step on one check could be: what it adds to the evidence, in which words, and how long it takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from folio.evidence.level import Level
from folio.readiness.advice import AGAIN, FURTHER, TWO_LINES, WITH_A_NAME, elsewhere, from_to, joined, linking, which
from folio.readiness.arithmetic import FULL, aggregate
from folio.readiness.check import Found, Item
from folio.readiness.foundations import MAP, SHOWN_BY
from folio.readiness.rubric import Entry, Part
from folio.readiness.score import Scored, key, value
from folio.readiness.sections import writable
from folio.readiness.workplaces import Projects

NEW = "new"
AT_ONCE = 240
"""Minutes: what takes longer to finish is done part by part."""
ANOTHER = (120, 480)
"""Minutes that it takes beside the step itself to have another project to do it in."""
SUBSTANCE, LIVE = "project-substance", "live-url-responds"
LINK = (5, 10)
"""Minutes to choose what shows a foundation, and to link it."""

Worth = dict[str, int]
"""What each subject (or facet) of a check is worth by its best item."""
Minutes = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Change:
    """A declared change to one check's evidence."""

    subject: str
    """What it changes; `new` when it adds something."""
    adds: tuple[Item, ...]
    todo: str
    effort: Minutes
    goal: str = ""
    """What it reaches, which tells it from other steps on the same subject."""
    missing: tuple[str, ...] = ()
    """The parts, in words, that it adds to what is there already."""
    so_far: str = ""
    """Which of several like it, or how far a gate is that takes several."""


def changes(scored: Scored, worth: Worth, projects: Projects) -> Iterator[Change]:
    """The changes that the next step on a check that `can_rise` could mean."""
    entry = scored.entry
    if entry.id == MAP:
        yield from _links(scored, worth, projects)
        return
    if entry.aggregate == "union":
        todo = AGAIN.get(entry.id, entry.next) if worth else entry.next
        yield Change(NEW, tuple(_facets(scored, worth)), todo, entry.minutes, str(len(worth) + 1))
        return
    level = Level[entry.reaches.upper()]
    own = {} if entry.begins else _own(scored)
    for subject, items in own.items():
        if worth[subject] < scored.caps.of(level) and not projects.idle(subject) and projects.suit(entry.id, subject):
            yield _raised(scored, subject, max(level, *(item.level for item in items)), items)
    if (entry.reads == ("repository",) and not entry.begins) or entry.id == LIVE:
        waiting = {unread.subject for unread in scored.unread}
        for subject in projects.counted:
            if subject not in worth and subject not in waiting and projects.suit(entry.id, subject):
                yield _raised(scored, subject, level, [])
    if not entry.single and projects.begins(entry.id):
        yield _fresh(entry, worth, level, projects)
    elif entry.single and not worth:
        yield Change("profile", (Item("profile", level, _whole(entry)),), entry.next, entry.minutes)


def can_rise(scored: Scored) -> bool:
    """Whether something is known to be missing, or left unsaid in the profile, where saying it is doing it."""
    entry = scored.entry
    if scored.score == FULL or scored.missing:
        return scored.score < FULL
    if entry.single and entry.parts:
        return bool(_lacking(entry, {part for item in scored.items for part in item.found.parts or ()}))
    return entry.reads == ("profile",) and all(one.aside or writable(one) for one in scored.unread)


def worth_of(scored: Scored, minimum: Level = Level.CLAIMED) -> Worth:
    """What each subject, or each facet of a union, is worth by items of at least this level."""
    worth: Worth = {}
    for item, here in zip(scored.items, scored.values, strict=True):
        if item.level < minimum:
            continue
        name = key(scored.entry, item)
        if here >= worth.get(name, 0):
            worth[name] = here
    return worth


def score_with(scored: Scored, worth: Worth, adds: tuple[Item, ...]) -> int:
    """The check's score, had these items been found too."""
    entry = scored.entry
    richer = dict(worth)
    for item in adds:
        name, here = key(entry, item), value(entry, scored.caps, item)
        richer[name] = max(richer.get(name, 0), here)
    return aggregate(entry.aggregate, entry.curve, richer.values())


def one_part(scored: Scored, change: Change) -> Change:
    """Of a change that takes long, the part that brings most for its time; the change itself when it has no parts."""
    entry = scored.entry
    lacks = [part for part in entry.parts if part.says in change.missing]
    if sum(change.effort) // 2 <= AT_ONCE or len(lacks) < 2 or not all(part.minutes for part in lacks):
        return change
    [item] = change.adds
    first = min(lacks, key=lambda part: (sum(part.minutes or (0, 0)) * FULL // max(part.milli, 1), part.id))
    later = {part.id for part in lacks} - {first.id}
    found = Found(parts=tuple(name for name in item.found.parts or () if name not in later))
    return _partly(entry, Item(item.subject, item.level, found), [first])


def _own(scored: Scored) -> Mapping[str, list[Item]]:
    """The items of each subject that may be told what it lacks: not of those that nobody could look at."""
    waiting = {one.subject for one in scored.unread if one.best is None and not one.aside and not writable(one)}
    own: dict[str, list[Item]] = defaultdict(list)
    for item in scored.items:
        if item.subject not in waiting:
            own[item.subject].append(item)
    return own


def _raised(scored: Scored, subject: str, level: Level, own: list[Item]) -> Change:
    """A subject after the step: one step further on its curve, with the parts that it lacks, or complete."""
    entry = scored.entry
    if entry.curve and entry.aggregate in ("best", "top3"):
        amount = max((item.found.amount or 0 for item in own if item.level >= level), default=0)
        goal = _further(entry, amount)
        effort = (_scaled(entry, entry.minutes[0], goal - amount), _scaled(entry, entry.minutes[1], goal - amount))
        begun = FURTHER.get(entry.id, entry.next) if amount else entry.next
        todo = begun + from_to(entry.id, amount, goal)
        return Change(subject, (Item(subject, level, Found(amount=goal)),), todo, effort, str(goal))
    has = {part for item in own for part in item.found.parts or ()}
    unsure = _unsure(scored, subject)
    lacks = _lacking(entry, has, unsure)
    if not has or not lacks:
        return Change(subject, (Item(subject, level, _whole(entry, without=unsure - has)),), entry.next, entry.minutes)
    parts = tuple(part.id for part in entry.parts if part.id in has or part in lacks)
    return _partly(entry, Item(subject, level, Found(parts=parts)), lacks)


def _unsure(scored: Scored, subject: str) -> set[str]:
    """The parts that may be there already. What the profile alone does not say is not there to be found."""
    if scored.entry.single or scored.entry.reads == ("profile",):
        return set()
    return {part for one in scored.unread if one.subject == subject and one.best for part in one.best.parts or ()}


def _partly(entry: Entry, item: Item, lacks: list[Part]) -> Change:
    """A change that adds parts to a subject which has others."""
    todo, effort = joined(entry, lacks, TWO_LINES if item.subject == "profile" else WITH_A_NAME)
    goal = "+".join(part.id for part in lacks)
    return Change(item.subject, (item,), todo, effort, goal, tuple(part.says for part in lacks))


def _links(scored: Scored, worth: Worth, projects: Projects) -> Iterator[Change]:
    """A link for each foundation that something shows and that has none yet."""
    shown = [
        item
        for name, item in projects.foundations.items()
        if worth.get(name, 0) < value(scored.entry, scored.caps, item)
    ]
    if shown:
        effort = (LINK[0] * len(shown), LINK[1] * len(shown))
        names = [item.found.says for item in shown]
        without = [one for one in SHOWN_BY if one not in projects.foundations and one not in worth]
        yield Change(NEW, tuple(shown), linking(names, without), effort, "+".join(names))


def _fresh(entry: Entry, worth: Worth, level: Level, projects: Projects) -> Change:
    """As many new subjects as one step adds; where none of the projects that are there will do, in another one."""
    count = entry.adds if entry.aggregate == "count" else 1
    first = sum(name.startswith(NEW) for name in worth) + 1
    amount = entry.adds if entry.curve and entry.aggregate in ("best", "top3") else None
    found = _whole(entry) if amount is None else Found(amount=amount)
    adds = tuple(Item(f"{NEW}:{number}", level, found) for number in range(first, first + count))
    todo, effort = entry.next, entry.minutes
    told = entry.id in projects.suits and any(worth.values())
    if told or (projects.counted and entry.reads == ("repository",) and entry.id != SUBSTANCE):
        in_code = entry.reads == ("repository",)
        known = in_code and any(projects.suit(entry.id, subject) for subject in projects.counted)
        kind = "" if known else projects.begun_as(entry.id)
        if known or kind or entry.id not in projects.reworded:
            todo = elsewhere(todo, kind)
        if entry.reads in (("repository",), ("link",)):
            effort = (effort[0] + ANOTHER[0], effort[1] + ANOTHER[1])
    number = which(len(worth) + 1) if entry.aggregate == "count" and entry.adds == 1 else ""
    return Change(NEW, adds, todo, effort, str(len(worth) + 1), so_far=number)


def _whole(entry: Entry, without: Collection[str] = ()) -> Found:
    """Everything that a check looks for on a subject, but for what may be there already and what comes with time."""
    if not without and not any(part.later for part in entry.parts):
        return Found()
    return Found(parts=tuple(part.id for part in entry.parts if part.id not in without and not part.later))


def _lacking(entry: Entry, has: Collection[str], unsure: Collection[str] = ()) -> list[Part]:
    """The parts that make a subject whole, the weightiest first as far as they are needed, in the catalogue's order."""
    lacks = [part for part in entry.parts if part.id not in has and part.id not in unsure and not part.instead_of]
    lacks = [part for part in lacks if not part.later] or lacks
    if not lacks:
        return lacks
    left = FULL - sum(part.milli for part in entry.parts if part.id in has)
    needed: set[str] = set()
    for part in sorted(lacks, key=lambda one: -one.milli):
        if left > 0:
            needed.add(part.id)
            left -= part.milli
    return [part for part in lacks if part.id in needed]


def _further(entry: Entry, amount: int) -> int:
    """One step further on the curve: to its next bend where that is about as far, and never past its end."""
    goal = amount + entry.adds
    bend = next((x for x, _ in entry.curve if x >= goal), goal)
    return min(bend if bend - goal <= entry.adds // 4 else goal, max(entry.curve[-1][0], amount))


def _scaled(entry: Entry, minutes: int, amount: int) -> int:
    """Minutes for an amount, when `adds` takes those of the entry."""
    return max(minutes * amount // max(entry.adds, 1), min(minutes, 10))


def _facets(scored: Scored, worth: Worth) -> Iterator[Item]:
    """As many new facets as the step adds; where there are no more to be had, the weakest ones made whole."""
    entry = scored.entry
    level = Level[entry.reaches.upper()]
    room = entry.adds if entry.most is None else min(entry.adds, entry.most - len(worth))
    first = sum(name.startswith(NEW) for name in worth) + 1
    for number in range(first, first + room):
        yield Item(NEW, level, Found(facet=f"{NEW}:{number}"))
    if room < entry.adds:
        weakest = sorted(worth, key=lambda name: (worth[name], name))
        for name in weakest[: entry.adds - max(room, 0)]:
            yield Item(NEW, level, Found(facet=name))
