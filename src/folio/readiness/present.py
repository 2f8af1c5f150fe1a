"""A standing in the words and whole points of a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from folio.evidence.level import Level
from folio.readiness import report as seen
from folio.readiness.annotations import annotated
from folio.readiness.arithmetic import POINT, deal
from folio.readiness.check import CHECKS
from folio.readiness.claims import claims
from folio.readiness.findings import Findings
from folio.readiness.items import Words, level_name
from folio.readiness.plan import actions, questions
from folio.readiness.rubric import Rung
from folio.readiness.score import Scored
from folio.readiness.standing import Condition, Standing
from folio.readiness.steps import action_seen, placed, question_seen
from folio.readiness.touching import touched


class Presenter:
    """Makes the reports of one person; names under NDA are replaced in all of them."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self.words = Words(findings.facts)
        self.claims = claims(findings.facts)
        self.annotations = annotated(findings.facts)

    def report(self, standing: Standing) -> seen.Report:
        """The report of a standing by these findings."""
        return _Presentation(self, standing).report()


class _Presentation:
    def __init__(self, presenter: Presenter, standing: Standing) -> None:
        self.presenter = presenter
        self.facts = presenter.findings.facts
        self.words = presenter.words
        self.clean = presenter.words.clean
        self.standing = standing
        self.catalogue = standing.rubric.catalogue
        self.target = standing.target

    def report(self) -> seen.Report:
        standing, platform = self.standing, self.standing.rubric.platform
        points = whole_points(standing.earned, standing.unknown, standing.missing)
        name, clean, level = self.words.name, self.clean, standing.level()
        steps = {one.entry.id: action_seen(one, level, name=name, clean=clean) for one in actions(standing)}
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
            level=named(level),
            up_to=named(standing.level(at_best=True)),
            target=named(self.target),
            conditions=tuple(self.condition(one) for one in standing.conditions(self.target)),
            categories=self.categories(points),
            checks=tuple(self.check(scored, steps.get(scored.entry.id)) for scored in standing.checks),
            actions=tuple(steps.values()),
            questions=tuple(question_seen(one, name=name, clean=clean) for one in questions(standing)),
            exclusions=tuple(self.exclusions()),
            not_observable=platform.not_observable,
            rules=self.rules(),
            claims=self.presenter.claims,
            annotations=self.presenter.annotations,
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

    def parts(self, points: int) -> tuple[seen.LevelPart, ...]:
        parts = [scored.parts() for scored in self.standing.checks]
        earned = {level: sum(one[level] for one in parts) for level in reversed(Level)}
        printed = deal(points, {str(level): millionths for level, millionths in earned.items()})
        return tuple(
            seen.LevelPart(level=level_name(level), millionths=millionths, points=printed[str(level)])
            for level, millionths in earned.items()
        )

    def confidence(self) -> seen.ConfidenceSeen:
        standing = self.standing
        return seen.ConfidenceSeen(
            word=standing.confidence.id, coverage=standing.coverage, beyond_claims=standing.beyond_claims_percent
        )

    def condition(self, one: Condition) -> seen.ConditionSeen:
        state = one.state
        if one.kind == "hygiene":
            state = self.standing.by_id[one.about].hygiene()
        return seen.ConditionSeen(
            kind=one.kind, about=one.about, title=self.standing.title(one), says=self._has(one), state=state
        )

    def _has(self, one: Condition) -> str:
        """How far a condition is, in words."""
        match one.kind:
            case "points" | "beyond-claims":
                return f"{one.has // POINT} now" + _at_best(one, one.at_best // POINT, one.has // POINT)
            case "floor":
                whole = sum(scored.weight for scored in self.standing.in_category(one.about)) * 10
                has, best = one.has // whole, one.at_best // whole
                return f"{has} % now" + _at_best(one, best, has, " %")
            case "gate":
                gates = {gate.check: gate for gate in self.standing.rubric.platform.gates}
                has, best = one.has // 10, one.at_best // 10
                says = f"{has} % now" + _at_best(one, best, has, " %")
                wants = f"asks for {one.needs // 10} % by evidence that is at least {gates[one.about].level}"
                return f"{wants}; {says}"
            case "hygiene":
                return "nothing may be found"

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

    def check(self, scored: Scored, step: seen.ActionSeen | None) -> seen.CheckSeen:
        """A check; its next step is the one of the report's steps that is about it, where there is one."""
        entry = scored.entry
        sources = tuple(self.catalogue.sources[source] for source in entry.sources)
        counts = scored.unknown > 0 or (entry.hygiene and scored.hygiene() == "open")
        unread = tuple(self.words.unread(scored))
        return seen.CheckSeen(
            id=entry.id,
            title=entry.title,
            category=entry.category,
            why=CHECKS[entry.id].why,
            measures=entry.measures,
            sources=tuple(seen.SourceNamed(name=source.name, url=source.url) for source in sources),
            aggregate=entry.aggregate,
            caps={level_name(level): scored.caps.of(level) for level in Level},
            curve=entry.curve,
            weight=scored.weight,
            score=scored.score,
            ceiling=scored.ceiling,
            split=split((scored,)),
            parts={level_name(level): millionths for level, millionths in scored.parts().items()},
            items=self.words.items(scored),
            unread=unread if counts else (),
            settled=() if counts else unread,
            next=placed(step) if step else entry.next,
            minutes=step.minutes if step else entry.minutes,
            hygiene=entry.hygiene,
        )

    def exclusions(self) -> Iterator[seen.ExclusionSeen]:
        found = touched(self.presenter.findings, self.standing.checks)
        for one in sorted(found, key=lambda each: (each.files > 0, each.subject, each.guard, each.reason)):
            yield seen.ExclusionSeen(
                subject=self.clean(one.subject),
                name=self.words.name(one.subject),
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


def named(rung: Rung) -> seen.Named:
    return seen.Named(id=rung.id, title=rung.title)


def _at_best(one: Condition, best: int, has: int, unit: str = "") -> str:
    return f", up to {best}{unit} once everything is read" if one.state != "met" and best > has else ""
