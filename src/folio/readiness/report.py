"""The readiness report: public data with a stable schema, from which every rendering is made."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from folio.errors import FolioError

if TYPE_CHECKING:
    from pydantic import ValidationError
    from pydantic_core import SchemaValidator

NOTE = (
    "folio measures evidence and does not predict whether anybody accepts you: interviews, timed tests and test"
    " projects can't be observed here, and no platform publishes its thresholds."
)

State = Literal["met", "not met", "open"]
LevelName = Literal["claimed", "attested", "observed", "verified"]
LEVELS: tuple[LevelName, ...] = ("claimed", "attested", "observed", "verified")
"""The weakest first, as `folio.evidence.level.Level` numbers them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RubricUsed:
    """Which rubric this is by."""

    id: str
    version: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformUsed:
    """Which platform's checklist, how old what is known of it is, and on what it rests."""

    id: str
    title: str
    as_of: str
    basis: str
    uncertain: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A whole in its three parts, in millionths of the total."""

    earned: int
    unknown: int
    missing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """The same in whole points, which add up as they are printed."""

    earned: int
    unknown: int
    missing: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelPart:
    """How much of what is earned needs evidence of this level."""

    level: LevelName
    millionths: int
    points: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ConfidenceSeen:
    """How far the figures can be relied on, with the two numbers it is made of."""

    word: str
    coverage: int
    """Percent of the whole that was looked at."""
    beyond_claims: int
    """Percent of what is earned that rests on more than claims."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Something with an id and the words for it."""

    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionSeen:
    """One thing the target level takes."""

    kind: Literal["points", "floor", "beyond-claims", "gate", "hygiene"]
    about: str
    """The check or category, empty for the whole."""
    title: str
    says: str
    state: State


@dataclass(frozen=True, slots=True, kw_only=True)
class CategorySeen:
    """A category's figures."""

    id: str
    title: str
    pillar: bool
    weight: int
    split: Split
    points: Points
    floor: int | None
    """Percent of its weight that the target level asks for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemSeen:
    """Something found, how well it is supported, and what it is worth."""

    subject: str
    name: str
    level: LevelName
    quality: int
    value: int
    """After the cap for its level."""
    says: str
    facet: str | None
    places: tuple[str, ...]
    source: str = ""
    """Where it was looked up: a repository's commit, an article's file or address, the profile."""
    amount: int | None = None
    """What was counted, where the check's curve turns it into quality."""
    parts: tuple[tuple[str, int], ...] = ()
    """The parts that are there, in words, and what each brings to the quality."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadSeen:
    """Something that could not be looked at, and what would settle it."""

    subject: str
    name: str
    why: str
    todo: str
    best: int | None = None
    """What it could be worth at best, in thousandths; None where it could be all that the check looks for."""
    facet: str | None = None
    anything: bool = False
    """Whether it is a whole section, which could hold any number of subjects."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceNamed:
    """Where a criterion comes from."""

    name: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckSeen:
    """One check: what it measures and why, what was found, and how it adds up."""

    id: str
    title: str
    category: str
    why: str
    measures: str
    sources: tuple[SourceNamed, ...]
    aggregate: Literal["best", "top3", "count", "union", "all"]
    caps: dict[LevelName, int]
    curve: tuple[tuple[int, int], ...]
    weight: int
    score: int
    ceiling: int
    split: Split
    parts: dict[LevelName, int]
    items: tuple[ItemSeen, ...]
    unread: tuple[UnreadSeen, ...]
    next: str
    minutes: tuple[int, int]
    hygiene: bool
    settled: tuple[UnreadSeen, ...] | None = None
    """What was not read either, and changes nothing about this score; None in a report that does not carry it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSeen:
    """A step to take, and the gain that scoring again gives."""

    check: str
    title: str
    todo: str
    subject: str
    name: str
    because: Literal["gate", "floor", "points"]
    missing: tuple[str, ...]
    """The parts it adds to what is there already."""
    score_before: int
    score_after: int
    gain: int
    minutes: tuple[int, int]
    leads_to: str | None
    """The level it leads to on its own, when that is another one."""
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSeen:
    """Something to find out. What it brings is known once it is."""

    todo: str
    why: str
    names: tuple[str, ...]
    checks: tuple[str, ...]
    up_to: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExclusionSeen:
    """Something that is not counted, and why."""

    subject: str
    name: str
    guard: str
    reason: str
    checks: tuple[str, ...] = ()
    """The checks that it touches."""
    places: tuple[str, ...] = ()
    files: int = 0
    """How many files of something that counts are left out; none where it is something else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GateSeen:
    """A check that the platform asks for before anything else."""

    check: str
    at_least: int
    """In thousandths of the check."""
    level: LevelName
    """The weakest evidence that counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RungSeen:
    """A level and what it takes."""

    id: str
    title: str
    points: int
    floors_percent: int
    beyond_claims: int
    gates: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How checks become a level: with them, a report can be scored again without the rubric it was made by."""

    levels: tuple[RungSeen, ...]
    floors: dict[str, int]
    """By category, the percent of its weight that Ready asks for."""
    gates: tuple[GateSeen, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSeen:
    """Something the profile says, and what supports it."""

    kind: Literal["skill", "number", "project"]
    where: str
    """The place in the profile, such as `skills[3]`."""
    says: str
    support: LevelName | None
    """How well it is supported; `claimed` where something is named that shows nothing of it, None where nothing is."""
    by: tuple[str, ...]
    """What supports it, in words, with its place."""
    todo: str
    """What would support it (better); empty where nothing is left to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnotationSeen:
    """What the person says of a result. It is printed, and changes no figure."""

    check: str
    title: str
    subject: str | None
    name: str
    reason: Literal["not-detected", "not-applicable-here", "test-data", "remediated"]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """How ready a person is for a platform, by the evidence of one day."""

    person: str
    today: date
    track: str
    role: str
    """The track in words."""
    rubric: RubricUsed
    platform: PlatformUsed
    totals: Split
    points: Points
    parts: tuple[LevelPart, ...]
    confidence: ConfidenceSeen
    level: Named
    up_to: Named
    """The level it could be once everything unread has been read."""
    target: Named
    conditions: tuple[ConditionSeen, ...]
    """What the target level takes, gates among it."""
    categories: tuple[CategorySeen, ...]
    checks: tuple[CheckSeen, ...]
    actions: tuple[ActionSeen, ...]
    questions: tuple[QuestionSeen, ...]
    exclusions: tuple[ExclusionSeen, ...]
    not_observable: tuple[str, ...]
    rules: Rules
    claims: tuple[ClaimSeen, ...] = ()
    annotations: tuple[AnnotationSeen, ...] = ()
    note: str = NOTE
    schema_version: Literal[1] = 1

    @property
    def whole_exclusions(self) -> tuple[ExclusionSeen, ...]:
        """What is not counted, single files left aside."""
        return tuple(one for one in self.exclusions if not one.files)

    @property
    def files_left_out(self) -> int:
        """Files that are not counted, in repositories that are."""
        return sum(one.files for one in self.exclusions)

    @property
    def gates(self) -> tuple[ConditionSeen, ...]:
        """The conditions that are gates, the platform's and those of hygiene."""
        return tuple(one for one in self.conditions if one.kind in ("gate", "hygiene"))

    def check(self, identifier: str) -> CheckSeen | None:
        """The check with this id."""
        return next((one for one in self.checks if one.id == identifier), None)

    def to_json(self) -> str:
        """The report as canonical JSON: sorted keys, two spaces, one newline at the end."""
        content = asdict(self) | {"today": self.today.isoformat()}
        return json.dumps(content, sort_keys=True, ensure_ascii=False, indent=2) + "\n"

    @classmethod
    def from_json(cls, text: str | bytes) -> Report:
        """The report that `to_json` wrote; raises FolioError when it is none, or a later folio's."""
        from pydantic import ValidationError

        try:
            report: Report = _reader().validate_json(text)
        except ValidationError as error:
            raise FolioError(_fault(error)) from None
        return report


@lru_cache(maxsize=1)
def _reader() -> SchemaValidator:
    """Reads a report, and stops at the first entry of a list that is none: a hostile file could hold millions."""
    from pydantic import TypeAdapter
    from pydantic_core import SchemaValidator

    def failing_fast(schema: Any) -> Any:
        if isinstance(schema, dict):
            inside = {name: failing_fast(one) for name, one in schema.items()}
            return inside | {"fail_fast": True} if schema.get("type") == "tuple" else inside
        return [failing_fast(one) for one in schema] if isinstance(schema, list) else schema

    return SchemaValidator(failing_fast(TypeAdapter(Report).core_schema))


def _fault(error: ValidationError) -> str:
    """What is wrong with a text that is no report."""
    faults = error.errors(include_url=False, include_context=False)
    for one in faults:
        if one["loc"] == ("schema_version",) and type(one["input"]) is int and one["input"] > 1:
            return "a later folio wrote this report; update folio to read it"
    where = ".".join(str(part) for part in faults[0]["loc"])[:80]
    place = "".join(sign if sign.isprintable() else "?" for sign in where)
    return f"not a readiness report of folio's: {f'{place}: ' if place else ''}{faults[0]['msg'].lower()[:200]}"
