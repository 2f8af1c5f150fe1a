"""How the figures moved from run to run: one line of JSON a run, numbers and ids only."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date

from folio.readiness.report import Report, Split

SCHEMA = 1
"""Of a line; one with a later number is another folio's, and left alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What one run came to, on one platform. It holds no name and no word of the person's."""

    today: date
    platform: str
    track: str
    rubric: str
    """The digest of the rubric; figures by two of them can't be compared."""
    folio: str
    """folio's version."""
    level: str
    up_to: str
    totals: Split
    categories: dict[str, Split]
    checks: dict[str, tuple[int, int]]
    """By check, its score and its ceiling in thousandths."""
    weights: dict[str, int] = field(default_factory=dict)
    """By check, its weight, so that two runs can be compared when their rubrics are long gone."""

    def to_line(self) -> str:
        """As one line of JSON, without its end.

        What runs are told apart by comes first and a word last: a reader can pass over a line by its beginning, and no
        line that was cut off ends like a whole one.
        """
        content = {
            "schema": SCHEMA,
            "today": self.today.isoformat(),
            "platform": self.platform,
            "track": self.track,
            "rubric": self.rubric,
            "folio": self.folio,
            "totals": _three(self.totals),
            "categories": {name: _three(one) for name, one in self.categories.items()},
            "checks": {name: (*one, self.weights.get(name, 0)) for name, one in self.checks.items()},
            "level": self.level,
            "up_to": self.up_to,
        }
        return json.dumps(content, ensure_ascii=True, separators=(",", ":"))


def from_line(line: bytes) -> Past:
    """What `to_line` wrote; raises ValueError for anything else."""
    from folio.readiness.history_line import Line  # most runs find the very line they would write, and read none

    read = Line.model_validate_json(line)
    return Past(
        today=read.today,
        platform=read.platform,
        track=read.track,
        rubric=read.rubric,
        folio=read.folio,
        level=read.level,
        up_to=read.up_to,
        totals=_split(read.totals),
        categories={name: _split(one) for name, one in read.categories.items()},
        checks={name: (score, ceiling) for name, (score, ceiling, _) in read.checks.items()},
        weights={name: weight for name, (_, _, weight) in read.checks.items()},
    )


def past(report: Report, version: str) -> Past:
    """What is kept of a report."""
    return Past(
        today=report.today,
        platform=report.platform.id,
        track=report.track,
        rubric=report.rubric.digest,
        folio=version,
        level=report.level.id,
        up_to=report.up_to.id,
        totals=report.totals,
        categories={one.id: one.split for one in report.categories},
        checks={one.id: (one.score, one.ceiling) for one in report.checks},
        weights={one.id: one.weight for one in report.checks},
    )


def series(history: tuple[Past, ...], report: Report) -> tuple[Past, ...]:
    """The runs for the report's platform and track up to its day, oldest first; of those for one day, the last."""
    alike = [
        one
        for one in history
        if (one.platform, one.track) == (report.platform.id, report.track) and one.today <= report.today
    ]
    return tuple({one.today: one for one in sorted(alike, key=lambda one: one.today)}.values())


def _three(split: Split) -> tuple[int, int, int]:
    return split.earned, split.unknown, split.missing


def _split(three: tuple[int, int, int]) -> Split:
    earned, unknown, missing = three
    return Split(earned=earned, unknown=unknown, missing=missing)
