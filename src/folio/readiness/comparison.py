"""Two results of one person, and what is different between them: public data with a stable schema."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Literal

from folio.readiness.differences import Finding
from folio.readiness.report import ExclusionSeen, Named, Split

NOTHING = Split(earned=0, unknown=0, missing=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of the two."""

    kind: Literal["report", "history"]
    today: date
    rubric: str
    """The digest of the rubric."""
    level: Named
    up_to: Named
    totals: Split


@dataclass(frozen=True, slots=True, kw_only=True)
class Causes:
    """What a difference in what is earned comes from, in millionths; the three add up to it."""

    evidence: int
    rubric: int
    time: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckChange:
    """A check that is different."""

    id: str
    title: str
    before: Split | None
    """None where there was no such check."""
    after: Split | None
    change: Split
    causes: Causes | None
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What is different, checks with the largest difference first."""

    person: str
    platform: str
    track: str
    before: Side
    after: Side
    change: Split
    causes: Causes | None
    """None where the history alone is known and the rubric is another: nobody can tell its part."""
    checks: tuple[CheckChange, ...]
    excluded: tuple[ExclusionSeen, ...]
    """What is not counted any more."""
    included: tuple[ExclusionSeen, ...]
    """What was not counted before."""
    notes: tuple[str, ...]
    schema_version: Literal[1] = 1

    @property
    def same(self) -> bool:
        """Whether nothing is different."""
        levels = (self.before.level.id, self.before.up_to.id) == (self.after.level.id, self.after.up_to.id)
        return levels and not (self.checks or self.excluded or self.included)

    def fell(self, levels: Sequence[str]) -> str:
        """In words, what fell: the level, by the order of `levels`, or the points. Empty where neither did."""
        was, is_ = self.before.level, self.after.level
        lower = was.id in levels and is_.id in levels and levels.index(is_.id) < levels.index(was.id)
        faults = [f"the level fell from {was.title} to {is_.title}"] if lower else []
        if self.change.earned < 0:
            faults.append("fewer points are earned than before")
        return "; ".join(faults)

    def to_json(self) -> str:
        """Canonical JSON: sorted keys, two spaces, one newline at the end."""
        content = asdict(self)
        for side in (content["before"], content["after"]):
            side["today"] = side["today"].isoformat()
        return json.dumps(content, sort_keys=True, ensure_ascii=False, indent=2) + "\n"


def by_size(changes: Iterable[CheckChange]) -> tuple[CheckChange, ...]:
    """The largest difference first, in what is earned and then in what is not known."""
    return tuple(sorted(changes, key=lambda one: (-abs(one.change.earned), -abs(one.change.unknown), one.id)))


def minus(one: Split, other: Split) -> Split:
    """The difference of two wholes, part by part."""
    return Split(
        earned=one.earned - other.earned,
        unknown=one.unknown - other.unknown,
        missing=one.missing - other.missing,
    )


def unfounded(differs: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """What is told of a report whose figures are others than its evidence gives."""
    for which, faults in differs.items():
        if faults:
            more = f"; and {len(faults) - 3} more" if len(faults) > 3 else ""
            yield (
                f"The figures of the {which} don't follow from its evidence: {'; '.join(faults[:3])}{more}. Somebody"
                " changed it, or different names are hidden alike in it. What its evidence gives is compared here."
            )
