"""What the person says, and what stands behind it: statements in the profile, and notes on results."""

from __future__ import annotations

from dataclasses import dataclass

from folio.readiness.report import AnnotationSeen, ClaimSeen, Report

SUPPORT = {
    None: "nothing yet",
    "claimed": "only named",
    "attested": "attested",
    "observed": "observed",
    "verified": "verified",
}
"""Weakest first."""
SECTIONS = {"work": "position", "contracts": "contract", "talks": "talk"}
"""What a statement about work is called, by the section of the profile that makes it."""
REASONS = {
    "not-detected": "it is there, and folio does not see it",
    "not-applicable-here": "it does not apply here",
    "test-data": "it is made up for tests",
    "remediated": "it is dealt with",
}


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """Something the profile says, and what supports it."""

    kind: str
    where: str
    says: str
    support: str
    support_id: str
    by: tuple[str, ...]
    todo: str


@dataclass(frozen=True, slots=True)
class NoteShown:
    """What the person says of a result."""

    check: str
    title: str
    about: str
    reason: str
    note: str


def claims(report: Report) -> tuple[tuple[ClaimShown, ...], tuple[ClaimShown, ...]]:
    """What lacks support, nothing at all first, and what has it."""
    order = list(SUPPORT)
    ranked = sorted(report.claims, key=lambda one: order.index(one.support))
    lacking = tuple(_claim(one) for one in ranked if one.support in (None, "claimed"))
    return lacking, tuple(_claim(one) for one in ranked if one.support not in (None, "claimed"))


def notes(report: Report) -> tuple[NoteShown, ...]:
    """Every annotation, in the report's order."""
    return tuple(_note(one) for one in report.annotations)


def _claim(one: ClaimSeen) -> ClaimShown:
    return ClaimShown(
        kind=SECTIONS.get(one.where.partition("[")[0], one.kind) if one.kind == "project" else one.kind,
        where=one.where,
        says=one.says,
        support=SUPPORT[one.support],
        support_id=one.support or "nothing",
        by=one.by,
        todo=one.todo,
    )


def _note(one: AnnotationSeen) -> NoteShown:
    about = one.name if one.subject else ""
    return NoteShown(one.check, one.title, about, REASONS[one.reason], one.note)
