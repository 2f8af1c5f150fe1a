"""What to do, and what to find out, in words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from folio.readiness.changes import NEW
from folio.readiness.figures import BECAUSE, capital, hours, tenths
from folio.readiness.report import ActionSeen, QuestionSeen, Report
from folio.render.report_view.figures import count, listed


@dataclass(frozen=True, slots=True)
class Step:
    """Something to do."""

    check: str
    title: str
    todo: str
    about: str
    missing: str
    gain: str
    """With its sign; 0 where a step brings no points and a level waits for it."""
    time: str
    because: str
    because_id: str
    leads_to: str
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ask:
    """Something to find out."""

    todo: str
    why: str
    about: str
    up_to: str
    checks: str


def steps(report: Report) -> tuple[Step, ...]:
    """Every step, best first."""
    titles = {check.id: check.title for check in report.checks}
    levels = {rung.id: rung.title for rung in report.rules.levels}
    return tuple(_step(action, titles, levels) for action in report.actions)


def asks(report: Report) -> tuple[tuple[Ask, ...], tuple[Ask, ...]]:
    """What the person can find out, and what nobody can tell yet whatever they do."""
    return (
        tuple(_ask(one) for one in report.questions if one.todo),
        tuple(_ask(one) for one in report.questions if not one.todo),
    )


def _step(action: ActionSeen, titles: Mapping[str, str], levels: Mapping[str, str]) -> Step:
    return Step(
        check=action.check,
        title=action.title,
        todo=action.todo,
        about="" if action.subject == NEW else action.name,
        missing=", ".join(action.missing) if action.score_before else "",
        gain=f"+{tenths(action.gain)}" if action.gain else "0",
        time=hours(action.minutes),
        because=BECAUSE[action.because],
        because_id=action.because,
        leads_to=levels.get(action.leads_to, action.leads_to) if action.leads_to else "",
        after=tuple(titles.get(name, name) for name in action.after),
    )


def _ask(one: QuestionSeen) -> Ask:
    checks = count(len(one.checks), "check")
    return Ask(capital(one.todo), one.why, capital(listed(one.names)), tenths(one.up_to), checks)
