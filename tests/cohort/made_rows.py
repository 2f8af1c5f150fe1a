"""Rows of an invented cohort: as the engine writes them, the same for the same seed."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from functools import cache
from pathlib import Path

from folio.cohort.row import CategoryRow, CheckRow, ProblemRow, Row, StepRow
from folio.readiness.arithmetic import POINT
from folio.readiness.rubric import Rubric, rubric

GUARDS = ("fork", "template", "tutorial-clone", "generated-code", "vendored")
PROBLEMS = (
    ("name", "is missing", "add it"),
    ("projects[0].url", "is no address", "write it as https://example.com"),
    ("", "not readable as YAML", "correct the line"),
)


def rows(count: int, *, platforms: Sequence[str] = ("toptal", "malt"), seed: int = 1) -> Iterator[Row]:
    """`count` profiles on each of the platforms."""
    chance = random.Random(seed)
    for number in range(count):
        gift = min(max(chance.gauss(0.45, 0.2), 0.02), 0.98)
        broken = chance.random() < 0.04
        problem = chance.choices(PROBLEMS, weights=(5, 3, 1))[0]
        for place, platform in enumerate(platforms):
            gift = max(gift - 0.07 * place, 0.02)
            yield _problem(number, platform, problem) if broken else _scored(number, platform, gift, chance)


def _problem(number: int, platform: str, problem: tuple[str, str, str]) -> Row:
    field, what, todo = problem
    told = ProblemRow(file=f"p{number}/profile.yaml", line=3, column=1, field=field, what=what, todo=todo)
    return Row(id=f"p{number:05}", platform=platform, status="problem", problems=(told,))


@cache
def _weights(platform: str, track: str) -> tuple[tuple[str, str, int, tuple[int, int]], ...]:
    known: Rubric = rubric(platform)
    weights = known.weights(track)
    return tuple((one.id, one.category, weights[one.id], one.minutes) for one in known.entries(track))


def _scored(number: int, platform: str, gift: float, chance: random.Random) -> Row:
    track = chance.choice(("ml-engineer", "backend-engineer"))
    checks, steps = [], []
    for name, category, weight, minutes in _weights(platform, track):
        whole = weight * 1000
        hard = random.Random(name).uniform(-0.4, 0.3)
        earned = min(int(whole * max(chance.gauss(gift + hard, 0.25), 0.0)), whole)
        unknown = (whole - earned) * chance.choice((0,) * int(3 + 30 * abs(hard)) + (1, 2, 4)) // 4
        checks.append(
            CheckRow(id=name, category=category, earned=earned, unknown=unknown, missing=whole - earned - unknown)
        )
        if checks[-1].missing > POINT // 2:
            steps.append(
                StepRow(check=name, gain=checks[-1].missing // 2, minutes_least=minutes[0], minutes_most=minutes[1])
            )
    categories = tuple(
        CategoryRow(
            id=one,
            earned=sum(each.earned for each in checks if each.category == one),
            unknown=sum(each.unknown for each in checks if each.category == one),
            missing=sum(each.missing for each in checks if each.category == one),
        )
        for one in dict.fromkeys(each.category for each in checks)
    )
    earned, unknown = sum(one.earned for one in checks), sum(one.unknown for one in checks)
    points = earned // POINT
    steps.sort(key=lambda one: -one.gain * 60 // (one.minutes_least + one.minutes_most))
    return Row(
        id=f"p{number:05}", platform=platform, status="scored", track=track,
        level="strong" if points >= 75 else "ready" if points >= 55 else "building" if points >= 30 else "foundation",
        earned=earned, unknown=unknown, missing=1_000_000 - earned - unknown, points=points,
        confidence=chance.choice(("low", "medium", "high")), coverage=100 - unknown // POINT,
        beyond_claims=chance.randint(0, 100), categories=categories, checks=tuple(checks), steps=tuple(steps[:5]),
        guards=tuple(sorted(one for one in GUARDS if chance.random() < 0.12)), seen=chance.randint(3, 90),
        not_seen=chance.randint(0, 9),
    )  # fmt: skip


def lines(some: Iterator[Row] | Sequence[Row]) -> bytes:
    """As JSON lines."""
    return b"".join(json.dumps(asdict(one), ensure_ascii=False).encode() + b"\n" for one in some)


def parts(folder: Path, some: Sequence[Row], sizes: Sequence[int]) -> list[Path]:
    """The rows dealt into files of these sizes, the last one with what is left."""
    folder.mkdir(parents=True, exist_ok=True)
    found, at = [], 0
    for number, size in enumerate((*sizes, len(some))):
        file = folder / f"{number:05}.jsonl"
        file.write_bytes(lines(some[at : at + size]))
        at += size
        found.append(file)
    return found
