"""What the target level takes, gate by gate, in plain words."""

from __future__ import annotations

from dataclasses import dataclass

from folio.readiness.report import ConditionSeen, Report

STATES = {"not met": "not met", "open": "not known yet", "met": "met"}
"""In the order in which they matter."""
ENOUGH = {
    "claimed": "your own word is enough",
    "attested": "somebody with a name has to stand behind it",
    "observed": "folio has to see it for itself",
    "verified": "it has to be confirmed a second way",
}


@dataclass(frozen=True, slots=True)
class Wish:
    """One thing the target level takes."""

    title: str
    says: str
    meaning: str
    """What the level of evidence asks of the person; empty where it asks nothing."""
    state: str
    state_id: str
    check: str
    kind: str


def wishes(report: Report) -> tuple[Wish, ...]:
    """Everything it takes: what is in the way first, then what nobody could tell, then what is met."""
    found = (_wish(report, one) for one in sorted(report.conditions, key=lambda one: list(STATES).index(one.state)))
    return tuple(found)


def _wish(report: Report, one: ConditionSeen) -> Wish:
    gate = next((each for each in report.rules.gates if each.check == one.about), None)
    return Wish(
        title=one.title,
        says=one.says,
        meaning=ENOUGH[gate.level] if gate and one.kind == "gate" else "",
        state=STATES[one.state],
        state_id=one.state.replace(" ", "-"),
        check=one.about if one.kind in ("gate", "hygiene") else "",
        kind=one.kind,
    )
