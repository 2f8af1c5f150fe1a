"""Which of the six foundations somebody can show: those that other checks found proof of."""

from __future__ import annotations

from collections.abc import Mapping

from folio.evidence.level import Level
from folio.readiness.check import Found, Item
from folio.readiness.score import Scored, quality
from folio.readiness.standing import Standing

MAP = "six-foundations-map"
SHOWN_BY: Mapping[str, tuple[str, ...]] = {
    "mathematics": ("derivations-written-out", "core-algorithms-from-scratch", "fundamentals-explained"),
    "statistics": ("statistical-inference-used", "validation-discipline"),
    "machine-learning": ("validation-discipline", "multi-metric-evaluation", "core-algorithms-from-scratch"),
    "software-engineering": ("tests-meaningful", "ci-runs-tests", "serving-interface", "modular-code"),
    "devops": ("ci-runs-tests", "deployment-config", "cd-pipeline", "monitoring-present"),
    "cloud": ("live-url-responds", "deployment-config", "cd-pipeline"),
}
"""What each foundation is shown by, the best proof first."""
LINKABLE = ("project:", "article:", "new")


def showable(standing: Standing) -> dict[str, Item]:
    """By foundation, the link that shows it, where there is one: six links to one project are fine if it shows them."""
    if MAP not in standing.by_id:
        return {}
    found = {}
    for foundation, checks in SHOWN_BY.items():
        for name in checks:
            if name in standing.by_id and (item := _best(standing.by_id[name])):
                level = min(item.level, Level.OBSERVED)
                found[foundation] = Item(item.subject, level, Found(foundation, facet=foundation))
                break
    return found


def _best(scored: Scored) -> Item | None:
    """The best item of a check that can be linked."""
    some = [item for item in scored.items if item.subject.startswith(LINKABLE) and quality(scored.entry, item.found)]
    return max(some, key=lambda item: (item.level, quality(scored.entry, item.found), item.subject), default=None)
