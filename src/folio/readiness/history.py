"""How the figures moved from run to run: one line of JSON a run, numbers and ids only."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import date

from folio.readiness.report import Report, Split


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

    def to_line(self) -> str:
        """As one line of JSON, without its end."""
        content = asdict(self) | {"today": self.today.isoformat()}
        return json.dumps(content, sort_keys=True, ensure_ascii=True, separators=(",", ":"))


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
    )


def series(history: tuple[Past, ...], report: Report) -> tuple[Past, ...]:
    """The runs for the report's platform and track, oldest first; of those for one day, the last."""
    alike = [one for one in history if (one.platform, one.track) == (report.platform.id, report.track)]
    return tuple({one.today: one for one in sorted(alike, key=lambda one: one.today)}.values())
