"""One check: what it measures and why, what was found, what that comes to, and what to do."""

from __future__ import annotations

from collections.abc import Iterator

from folio.readiness.explain.reckoning import arithmetic
from folio.readiness.explain.section import Section
from folio.readiness.figures import hours, tenths
from folio.readiness.report import ActionSeen, CheckSeen, Report


def check_sections(report: Report, check: CheckSeen) -> Iterator[Section]:
    """All there is to say of a check, in the order of a reader's questions."""
    yield Section(f"{check.title} ({check.id})", tuple(_measured(report, check)))
    yield Section("How it adds up, in thousandths, rounded down", arithmetic(check))
    if lines := left_out(report, check):
        yield Section("What is left out", lines)
    if lines := _annotations(report, check):
        yield Section("What you say of it; it changes no figure", lines)
    if lines := tuple(_gate(report, check)):
        yield Section(f"A gate on {report.platform.title}", lines)
    if lines := tuple(_next(report, check)):
        yield Section("What to do next", lines)


def _measured(report: Report, check: CheckSeen) -> Iterator[str]:
    category = next(one.title for one in report.categories if one.id == check.category)
    if check.hygiene and not check.weight:
        yield f"{category} on {report.platform.title}: brings no points, and has to be clean"
    else:
        worth = f"up to {tenths(check.weight * 1000)} of 100 points on {report.platform.title}"
        yield f"{category}: {check.score} of 1000, {worth}"
    yield f"measures: {check.measures}"
    yield f"why: {check.why}"
    for one in check.sources:
        yield f"source: {one.name}" + (f": {one.url}" if one.url else "")


def left_out(report: Report, check: CheckSeen) -> tuple[str, ...]:
    """What is not counted and touches the check, each with its reason, the guard, and where it is."""
    lines = []
    for one in report.exclusions:
        if check.id in one.checks:
            where = f" [{', '.join(one.places)}]" if one.places else ""
            lines.append(f"not counted: {one.name}: {one.reason} (guard {one.guard}){where}")
    return tuple(lines)


def _annotations(report: Report, check: CheckSeen) -> tuple[str, ...]:
    return tuple(
        f"{f'{one.name}: ' if one.subject else ''}{one.reason.replace('-', ' ')}: {one.note}"
        for one in report.annotations
        if one.check == check.id
    )


def _gate(report: Report, check: CheckSeen) -> Iterator[str]:
    """Whether the platform asks for this before anything else, and how far it is."""
    levels = " and ".join(one.title for one in report.rules.levels if one.gates)
    for one in report.gates:
        if one.about == check.id:
            yield f"for {levels}: {one.says}: {one.state}"


def _next(report: Report, check: CheckSeen) -> Iterator[str]:
    step = next((one for one in report.actions if one.check == check.id), None)
    if step is not None:
        yield _step(report, step)
    elif check.score < 1000:
        yield f"{check.next} ({hours(check.minutes)})"
    for todo in dict.fromkeys(one.todo for one in check.unread if one.todo):
        yield f"to find out: {todo}"


def _step(report: Report, step: ActionSeen) -> str:
    where = f" in '{step.name}'" if ":" in step.subject else ""
    brings = f"{step.score_before} becomes {step.score_after}, +{tenths(step.gain)} points"
    first = [one.title for one in report.checks if one.id in step.after]
    after = f", after: {', '.join(first)}" if first else ""
    return f"{step.todo}{where} ({hours(step.minutes)}; {brings}{after})"
