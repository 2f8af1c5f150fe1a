"""Where a person stands: every check scored, what it adds up to, and which level that is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

from folio.evidence.level import Level
from folio.readiness.arithmetic import FULL, POINT
from folio.readiness.check import Finding
from folio.readiness.rubric import Confidence, Rubric, Rung
from folio.readiness.score import Scored, State


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing a level takes: what it is, how far it is, and whether it is met."""

    kind: Literal["points", "floor", "beyond-claims", "gate", "hygiene"]
    about: str
    """The check or category it is about; empty for the whole."""
    needs: int
    has: int
    """`needs`, `has` and `at_best`: millionths for points, thousandths of a check for gates."""
    at_best: int

    @property
    def state(self) -> State:
        """`open` when it is not met, and could be once what is unread has been read."""
        if self.has >= self.needs:
            return "met"
        return "open" if self.at_best >= self.needs else "not met"


@dataclass(frozen=True)
class Standing:
    """All checks of one track on one platform."""

    rubric: Rubric
    track: str
    checks: tuple[Scored, ...]

    @cached_property
    def by_id(self) -> dict[str, Scored]:
        return {scored.entry.id: scored for scored in self.checks}

    @cached_property
    def earned(self) -> int:
        return sum(scored.earned for scored in self.checks)

    @cached_property
    def unknown(self) -> int:
        return sum(scored.unknown for scored in self.checks)

    @cached_property
    def missing(self) -> int:
        return sum(scored.missing for scored in self.checks)

    def with_findings(self, check: str, findings: Iterable[Finding]) -> Standing:
        """The same standing, had one check found something else."""
        changed = self.by_id[check].with_findings(findings)
        checks = tuple(changed if scored.entry.id == check else scored for scored in self.checks)
        return replace(self, checks=checks)

    @cached_property
    def beyond_claims(self) -> int:
        """What is earned without anything that is only claimed."""
        return sum(scored.weight * scored.score_from(Level.ATTESTED) for scored in self.checks)

    @cached_property
    def beyond_claims_at_best(self) -> int:
        return sum(scored.weight * scored.ceiling_from(Level.ATTESTED) for scored in self.checks)

    def in_category(self, category: str) -> tuple[Scored, ...]:
        return self._categories.get(category, ())

    @cached_property
    def _categories(self) -> dict[str, tuple[Scored, ...]]:
        found: dict[str, list[Scored]] = defaultdict(list)
        for scored in self.checks:
            found[scored.entry.category].append(scored)
        return {category: tuple(checks) for category, checks in found.items()}

    @property
    def coverage(self) -> int:
        """Percent of the whole that was looked at, rounded down."""
        return 100 - -(-self.unknown // POINT)

    @property
    def beyond_claims_percent(self) -> int:
        """How much of what is earned is more than claims, rounded down; none while less than a point is earned."""
        return self.beyond_claims * 100 // self.earned if self.earned >= POINT else 0

    @property
    def confidence(self) -> Confidence:
        """The best grade whose two figures are both reached."""
        for grade in self.rubric.catalogue.confidence:
            if self.coverage >= grade.coverage and self.beyond_claims_percent >= grade.beyond_claims_percent:
                return grade
        return self.rubric.catalogue.confidence[-1]

    def conditions(self, rung: Rung) -> Iterator[Condition]:
        """Everything a level takes."""
        yield Condition("points", "", rung.points * POINT, self.earned, self.earned + self.unknown)
        for category, floor in self.rubric.platform.floors.items():
            if rung.floors_percent and floor:
                checks = self.in_category(category)
                needs = sum(scored.weight for scored in checks) * FULL * floor * rung.floors_percent // 10_000
                has = sum(scored.earned for scored in checks)
                yield Condition("floor", category, needs, has, has + sum(scored.unknown for scored in checks))
        if rung.beyond_claims:
            needs = rung.beyond_claims * POINT
            yield Condition("beyond-claims", "", needs, self.beyond_claims, self.beyond_claims_at_best)
        if rung.gates:
            yield from self.gates()

    def gates(self) -> Iterator[Condition]:
        """The platform's gates, then the checks that only hygiene asks for."""
        for gate in self.rubric.platform.gates:
            if scored := self.by_id.get(gate.check):
                has, best = scored.score_from(gate.minimum), scored.ceiling_from(gate.minimum)
                yield Condition("gate", gate.check, gate.at_least, has, best)
        for scored in self.checks:
            if scored.entry.hygiene:
                # A hygiene gate that nobody could look at blocks nothing: only something found does.
                has = 0 if scored.hygiene() == "not met" else FULL
                yield Condition("hygiene", scored.entry.id, FULL, has, has)

    def title(self, one: Condition) -> str:
        """What a condition asks for, in words."""
        match one.kind:
            case "points":
                return f"{one.needs // POINT} points"
            case "beyond-claims":
                return f"{one.needs // POINT} points that rest on more than claims"
            case "floor":
                title = next(each.title for each in self.rubric.catalogue.categories if each.id == one.about)
                whole = sum(scored.weight for scored in self.in_category(one.about)) * 10
                return f"{title} at {-(-one.needs // whole)} %"
            case _:
                return self.by_id[one.about].entry.title

    def reaches(self, rung: Rung, *, at_best: bool = False) -> bool:
        """Whether every condition of a level is met, or could be."""
        enough = ("met", "open") if at_best else ("met",)
        return all(condition.state in enough for condition in self.conditions(rung))

    def unmet(self, rung: Rung) -> tuple[Condition, ...]:
        """The conditions of a level that are not met, those that reading more could meet among them."""
        return tuple(one for one in self.conditions(rung) if one.state != "met")

    def level(self, *, at_best: bool = False) -> Rung:
        """The highest level that is reached together with all below it."""
        return self._level_at_best if at_best else self._level

    @cached_property
    def _level(self) -> Rung:
        return self._highest(at_best=False)

    @cached_property
    def _level_at_best(self) -> Rung:
        return self._highest(at_best=True)

    def _highest(self, *, at_best: bool) -> Rung:
        reached = self.rubric.catalogue.levels[0]
        for rung in self.rubric.catalogue.levels[1:]:
            if not self.reaches(rung, at_best=at_best):
                break
            reached = rung
        return reached

    def has_reached(self, rung: Rung) -> bool:
        """Whether that level, or one above it, is where the person stands."""
        return all(one.id != rung.id for one in self.above)

    @cached_property
    def above(self) -> tuple[Rung, ...]:
        """The levels that are not reached yet, the next one first."""
        levels = self.rubric.catalogue.levels
        return levels[[one.id for one in levels].index(self.level().id) + 1 :]

    @property
    def target(self) -> Rung:
        """The next level that has gates: what the plan works towards. The last one when all are reached."""
        return next((rung for rung in self.above if rung.gates), self.rubric.catalogue.levels[-1])
