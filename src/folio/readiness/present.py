"""A standing in the words and whole points of a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from folio.evidence.level import Level
from folio.facts import Facts
from folio.profile.discretion import discreet
from folio.readiness import report as seen
from folio.readiness.annotations import annotated
from folio.readiness.arithmetic import deal
from folio.readiness.check import CHECKS, Item
from folio.readiness.claims import claims
from folio.readiness.naming import name_of, subject_names
from folio.readiness.plan import Action, Question, actions, questions
from folio.readiness.rubric import Entry, Rung
from folio.readiness.score import POINT, Scored, quality, value
from folio.readiness.sources import looked_up
from folio.readiness.standing import Condition, Standing
from folio.readiness.steps import action_seen
from folio.readiness.touching import touched


def present(facts: Facts, standing: Standing) -> seen.Report:
    """The report of a standing; names under NDA are replaced in all of it."""
    return _Presentation(facts, standing).report()


class _Presentation:
    def __init__(self, facts: Facts, standing: Standing) -> None:
        self.facts = facts
        self.standing = standing
        self.catalogue = standing.rubric.catalogue
        self.names = subject_names(facts)
        self.clean = discreet(facts.profile)
        self.target = standing.target

    def report(self) -> seen.Report:
        standing, platform = self.standing, self.standing.rubric.platform
        points = whole_points(standing.earned, standing.unknown, standing.missing)
        return seen.Report(
            person=self.facts.profile.name,
            today=self.facts.today,
            track=standing.track,
            role=self.catalogue.tracks[standing.track].title,
            rubric=seen.RubricUsed(id=self.catalogue.id, version=self.catalogue.version, digest=standing.rubric.digest),
            platform=seen.PlatformUsed(
                id=platform.id,
                title=platform.title,
                as_of=platform.as_of,
                basis=platform.basis,
                uncertain=platform.uncertain,
            ),
            totals=seen.Split(earned=standing.earned, unknown=standing.unknown, missing=standing.missing),
            points=points,
            parts=self.parts(points.earned),
            confidence=self.confidence(),
            level=named(standing.level()),
            up_to=named(standing.level(at_best=True)),
            target=named(self.target),
            conditions=tuple(self.condition(one) for one in standing.conditions(self.target)),
            categories=self.categories(points),
            checks=tuple(self.check(scored) for scored in standing.checks),
            actions=tuple(self.action(one) for one in actions(standing)),
            questions=tuple(self.question(one) for one in questions(standing)),
            exclusions=tuple(self.exclusions()),
            not_observable=platform.not_observable,
            rules=self.rules(),
            claims=claims(self.facts),
            annotations=annotated(self.facts),
        )

    def rules(self) -> seen.Rules:
        platform = self.standing.rubric.platform
        return seen.Rules(
            levels=tuple(
                seen.RungSeen(
                    id=one.id,
                    title=one.title,
                    points=one.points,
                    floors_percent=one.floors_percent,
                    beyond_claims=one.beyond_claims,
                    gates=one.gates,
                )
                for one in self.catalogue.levels
            ),
            floors=dict(platform.floors),
            gates=tuple(
                seen.GateSeen(check=one.check, at_least=one.at_least, level=one.level) for one in platform.gates
            ),
        )

    def name(self, subject: str) -> str:
        return self.clean(name_of(subject, self.names))

    def parts(self, points: int) -> tuple[seen.LevelPart, ...]:
        earned = {level: sum(scored.parts()[level] for scored in self.standing.checks) for level in reversed(Level)}
        printed = deal(points, {str(level): millionths for level, millionths in earned.items()})
        return tuple(
            seen.LevelPart(level=name(level), millionths=millionths, points=printed[str(level)])
            for level, millionths in earned.items()
        )

    def confidence(self) -> seen.ConfidenceSeen:
        standing = self.standing
        share = standing.beyond_claims * 100 // standing.earned if standing.earned else 0
        return seen.ConfidenceSeen(word=standing.confidence.id, coverage=standing.coverage, beyond_claims=share)

    def condition(self, one: Condition) -> seen.ConditionSeen:
        state = one.state
        title, says = self._condition_words(one)
        if one.kind == "hygiene":
            state = self.standing.by_id[one.about].hygiene()
        return seen.ConditionSeen(kind=one.kind, about=one.about, title=title, says=says, state=state)

    def _condition_words(self, one: Condition) -> tuple[str, str]:
        now = f"{one.has // POINT} now" + _at_best(one, one.at_best // POINT, one.has // POINT)
        match one.kind:
            case "points":
                return f"{one.needs // POINT} points", now
            case "beyond-claims":
                return f"{one.needs // POINT} points that rest on more than claims", now
            case "floor":
                title = next(each.title for each in self.catalogue.categories if each.id == one.about)
                whole = sum(scored.weight for scored in self.standing.in_category(one.about)) * 10
                needs, has, best = (-(-one.needs // whole), one.has // whole, one.at_best // whole)
                return f"{title} at {needs} %", f"{has} % now" + _at_best(one, best, has, " %")
            case "gate":
                gates = {gate.check: gate for gate in self.standing.rubric.platform.gates}
                has, best = one.has // 10, one.at_best // 10
                says = f"{has} % now" + _at_best(one, best, has, " %")
                wants = f"asks for {one.needs // 10} % by evidence that is at least {gates[one.about].level}"
                return self.standing.by_id[one.about].entry.title, f"{wants}; {says}"
            case "hygiene":
                return self.standing.by_id[one.about].entry.title, "nothing may be found"

    def categories(self, points: seen.Points) -> tuple[seen.CategorySeen, ...]:
        splits = {one.id: split(self.standing.in_category(one.id)) for one in self.catalogue.categories}
        printed = whole_points_by_category(points, splits)
        floors = self.standing.rubric.platform.floors
        return tuple(
            seen.CategorySeen(
                id=category.id,
                title=category.title,
                pillar=category.pillar,
                weight=sum(scored.weight for scored in self.standing.in_category(category.id)),
                split=splits[category.id],
                points=printed[category.id],
                floor=floors.get(category.id, 0) * self.target.floors_percent // 100 or None,
            )
            for category in self.catalogue.categories
        )

    def check(self, scored: Scored) -> seen.CheckSeen:
        entry = scored.entry
        sources = tuple(self.catalogue.sources[source] for source in entry.sources)
        counts = scored.unknown > 0 or (entry.hygiene and scored.hygiene() == "open")
        items = sorted(scored.items, key=lambda item: (-value(entry, scored.caps, item), item.subject))
        return seen.CheckSeen(
            id=entry.id,
            title=entry.title,
            category=entry.category,
            why=CHECKS[entry.id].why,
            measures=entry.measures,
            sources=tuple(seen.SourceNamed(name=source.name, url=source.url) for source in sources),
            aggregate=entry.aggregate,
            caps={name(level): scored.caps.of(level) for level in Level},
            curve=entry.curve,
            weight=scored.weight,
            score=scored.score,
            ceiling=scored.ceiling,
            split=split((scored,)),
            parts={name(level): millionths for level, millionths in scored.parts().items()},
            items=tuple(self.item(scored, item) for item in items),
            unread=tuple(self.unread(scored)) if counts else (),
            next=entry.next,
            minutes=entry.minutes,
            hygiene=entry.hygiene,
        )

    def item(self, scored: Scored, item: Item) -> seen.ItemSeen:
        entry = scored.entry
        open_parts = {
            part
            for unread in scored.unread
            if unread.subject == item.subject and unread.best
            for part in unread.best.parts or ()
        }
        says = item.found.says
        if item.found.parts is not None:
            says = part_words(entry, set(item.found.parts), open_parts)
        return seen.ItemSeen(
            subject=self.clean(item.subject),
            name=self.name(item.subject),
            level=name(item.level),
            quality=quality(entry, item.found),
            value=value(entry, scored.caps, item),
            says=self.clean(says),
            facet=self.clean(item.found.facet) if item.found.facet else None,
            places=tuple(self.clean(place) for place in item.found.places),
            source=self.clean(looked_up(self.facts, item, entry.reads)),
            amount=item.found.amount,
            parts=tuple((one.says, one.milli) for one in entry.parts if one.id in (item.found.parts or ())),
        )

    def unread(self, scored: Scored) -> Iterator[seen.UnreadSeen]:
        for one in scored.unread:
            if one.aside:
                continue
            yield seen.UnreadSeen(
                subject=self.clean(one.subject),
                name=self.name(one.subject),
                why=self.clean(one.why),
                todo=self.clean(one.todo),
                best=None if one.best is None else quality(scored.entry, one.best),
                facet=self.clean(one.best.facet) if one.best and one.best.facet else None,
                anything=one.anything,
            )

    def action(self, one: Action) -> seen.ActionSeen:
        return action_seen(one, self.standing.level(), name=self.name, clean=self.clean)

    def question(self, one: Question) -> seen.QuestionSeen:
        return seen.QuestionSeen(
            todo=self.clean(one.todo),
            why=self.clean(one.why),
            names=tuple(self.name(subject) for subject in one.subjects),
            checks=one.checks,
            up_to=one.up_to,
        )

    def exclusions(self) -> Iterator[seen.ExclusionSeen]:
        found = touched(self.facts, self.standing.checks)
        for one in sorted(found, key=lambda each: (each.files > 0, each.subject, each.guard, each.reason)):
            yield seen.ExclusionSeen(
                subject=self.clean(one.subject),
                name=self.name(one.subject),
                guard=one.guard,
                reason=self.clean(one.reason),
                checks=found[one],
                places=tuple(self.clean(place) for place in one.places),
                files=one.files,
            )


def whole_points(earned: int, unknown: int, missing: int) -> seen.Points:
    """Whole points that add up to 100. What is earned is rounded down, so that no level looks reached that is not."""
    printed = earned // POINT
    rest = deal(100 - printed, {"unknown": unknown, "missing": missing})
    return seen.Points(earned=printed, unknown=rest["unknown"], missing=rest["missing"])


def whole_points_by_category(points: seen.Points, splits: Mapping[str, seen.Split]) -> dict[str, seen.Points]:
    """Each category's points, which add up to the total's, and to the category's weight where that is possible."""
    earned = deal(points.earned, {name: one.earned for name, one in splits.items()})
    unknown = deal(points.unknown, {name: one.unknown for name, one in splits.items()})
    wholes = {name: one.earned + one.unknown + one.missing for name, one in splits.items()}
    missing = {name: whole // POINT - earned[name] - unknown[name] for name, whole in wholes.items()}
    if min(missing.values()) < 0 or sum(missing.values()) != points.missing:
        missing = deal(points.missing, {name: one.missing for name, one in splits.items()})
    return {name: seen.Points(earned=earned[name], unknown=unknown[name], missing=missing[name]) for name in splits}


def split(checks: tuple[Scored, ...]) -> seen.Split:
    """What checks come to together."""
    return seen.Split(
        earned=sum(scored.earned for scored in checks),
        unknown=sum(scored.unknown for scored in checks),
        missing=sum(scored.missing for scored in checks),
    )


def part_words(entry: Entry, there: set[str], unknown: set[str]) -> str:
    """Which parts of a subject are there, and which were looked for and not found."""
    has = [part.says for part in entry.parts if part.id in there and not part.instead_of]
    lacks = lacking(entry, there | unknown)
    words = [", ".join(has)] if has else []
    words += [f"not found: {', '.join(lacks)}"] if lacks else []
    return "; ".join(words)


def lacking(entry: Entry, there: set[str]) -> list[str]:
    """The parts that are not there, in words."""
    return [part.says for part in entry.parts if part.id not in there and not part.instead_of]


def named(rung: Rung) -> seen.Named:
    return seen.Named(id=rung.id, title=rung.title)


def name(level: Level) -> seen.LevelName:
    names: tuple[seen.LevelName, ...] = ("claimed", "attested", "observed", "verified")
    return names[level - 1]


def _at_best(one: Condition, best: int, has: int, unit: str = "") -> str:
    return f", up to {best}{unit} once everything is read" if one.state != "met" and best > has else ""
