"""A report as a row, and a row as a line of JSON: the same input gives the same bytes."""

from __future__ import annotations

from collections.abc import Iterable

from pydantic_core import to_json

from folio.cohort.row import CategoryRow, CheckRow, ProblemRow, Row, StepRow
from folio.evidence.model import Evidence
from folio.readiness.report import Report

STEPS = 10
"""The most next steps of a row."""


def scored(
    identifier: str,
    report: Report,
    evidence: Evidence,
    *,
    built: bool | None = None,
    problems: tuple[ProblemRow, ...] = (),
) -> Row:
    """One profile on one platform. What a report says of people and their things in words is left out."""
    return Row(
        id=identifier,
        platform=report.platform.id,
        status="scored",
        track=report.track,
        level=report.level.id,
        earned=report.totals.earned,
        unknown=report.totals.unknown,
        missing=report.totals.missing,
        points=report.points.earned,
        confidence=report.confidence.word,
        coverage=report.confidence.coverage,
        beyond_claims=report.confidence.beyond_claims,
        categories=tuple(
            CategoryRow(id=one.id, earned=one.split.earned, unknown=one.split.unknown, missing=one.split.missing)
            for one in report.categories
        ),
        checks=tuple(
            CheckRow(
                id=one.id,
                category=one.category,
                earned=one.split.earned,
                unknown=one.split.unknown,
                missing=one.split.missing,
            )
            for one in report.checks
        ),
        steps=tuple(
            StepRow(check=one.check, gain=one.gain, minutes_least=one.minutes[0], minutes_most=one.minutes[1])
            for one in report.actions[:STEPS]
        ),
        guards=tuple(sorted({one.guard for one in report.exclusions})),
        seen=sum(one.seen is not None for one in evidence.observations),
        not_seen=sum(one.seen is None for one in evidence.observations),
        built=built,
        problems=problems,
    )


def unscored(identifier: str, platform: str, problems: tuple[ProblemRow, ...], *, built: bool | None = None) -> Row:
    """A profile that could not be scored, and why."""
    return Row(id=identifier, platform=platform, status="problem", problems=problems, built=built)


def lines(rows: Iterable[Row]) -> bytes:
    """One JSON object a line, its keys in the order of the schema."""
    return b"".join(to_json(one) + b"\n" for one in rows)
