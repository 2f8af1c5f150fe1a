"""A standing as a row, and a row as a line of JSON: the same input gives the same bytes.

A row says what `folio score --json` says; it is made without the words of a report, which take most of its time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from pydantic_core import PydanticSerializationError, to_json

from folio.cohort.row import CategoryRow, CheckRow, ProblemRow, Row, StepRow
from folio.evidence.model import Evidence
from folio.facts import Facts
from folio.readiness.arithmetic import POINT
from folio.readiness.plan import actions
from folio.readiness.score import Scored
from folio.readiness.standing import Standing

STEPS = 10
"""The most next steps of a row."""


def scored(
    identifier: str,
    standing: Standing,
    facts: Facts,
    evidence: Evidence,
    *,
    built: bool | None = None,
    problems: tuple[ProblemRow, ...] = (),
) -> Row:
    """One profile on one platform. No word that a person wrote is in it."""
    return Row(
        id=identifier,
        platform=standing.rubric.platform.id,
        status="scored",
        track=standing.track,
        level=standing.level().id,
        earned=standing.earned,
        unknown=standing.unknown,
        missing=standing.missing,
        points=standing.earned // POINT,
        confidence=standing.confidence.id,
        coverage=standing.coverage,
        beyond_claims=standing.beyond_claims_percent,
        categories=tuple(
            _category(one.id, standing.in_category(one.id)) for one in standing.rubric.catalogue.categories
        ),
        checks=tuple(map(_check, standing.checks)),
        steps=tuple(
            StepRow(
                check=one.entry.id,
                gain=one.gain,
                minutes_least=one.change.effort[0],
                minutes_most=one.change.effort[1],
            )
            for one in actions(standing)[:STEPS]
        ),
        guards=tuple(sorted({one.guard for one in (*facts.exclusions, *facts.left_out)})),
        seen=sum(one.seen is not None for one in evidence.observations),
        not_seen=sum(one.seen is None for one in evidence.observations),
        built=built,
        problems=problems,
    )


def _category(identifier: str, checks: Sequence[Scored]) -> CategoryRow:
    return CategoryRow(
        id=identifier,
        earned=sum(one.earned for one in checks),
        unknown=sum(one.unknown for one in checks),
        missing=sum(one.missing for one in checks),
    )


def _check(one: Scored) -> CheckRow:
    return CheckRow(
        id=one.entry.id, category=one.entry.category, earned=one.earned, unknown=one.unknown, missing=one.missing
    )


def unscored(identifier: str, platform: str, problems: tuple[ProblemRow, ...], *, built: bool | None = None) -> Row:
    """A profile that could not be scored, and why."""
    return Row(id=identifier, platform=platform, status="problem", problems=problems, built=built)


def lines(rows: Iterable[Row]) -> bytes:
    """One JSON object a line, its keys in the order of the schema."""
    return b"".join(_line(one) + b"\n" for one in rows)


def _line(row: Row) -> bytes:
    try:
        return to_json(row)
    except PydanticSerializationError:  # half of a surrogate pair, which JSON may hold and no table
        return json.dumps(asdict(row), ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
