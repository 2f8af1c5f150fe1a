"""A small plan of an invented person, written by hand, so that no change of the rubric changes it."""

from __future__ import annotations

from datetime import date
from typing import Any

from folio.readiness.planning import Between, PlanSeen, StepSeen
from folio.readiness.report import ActionSeen, Named, QuestionSeen
from folio.readiness.schedule import schedule

BUILDING, READY = Named(id="building", title="Building"), Named(id="ready", title="Ready")
TODAY = date(2026, 11, 22)
EARNED = 485_000


def a_step(number: int, check: str, todo: str, gain: int, minutes: tuple[int, int], **more: Any) -> StepSeen:
    fields = {"times", "level", "earned"}
    step: dict[str, Any] = {
        "check": check, "title": check.replace("-", " ").capitalize(), "todo": todo, "subject": "project:shelfcast",
        "name": "Shelfcast", "because": "points", "missing": (), "score_before": 0, "score_after": 1000, "gain": gain,
        "minutes": minutes, "leads_to": None, "after": (),
    } | {name: value for name, value in more.items() if name not in fields}  # fmt: skip
    base: dict[str, Any] = {"key": f"{number:020x}", "times": 1, "level": BUILDING, "minutes": sum(minutes) // 2}
    given = {name: value for name, value in more.items() if name in fields}
    return StepSeen(**{**base, **given}, step=ActionSeen(**step))


STEPS = (
    a_step(1, "no-committed-secrets", "Revoke the key, remove it from the tree and from history, and collect again", 0,
           (60, 180), because="gate", earned=EARNED),
    a_step(2, "live-url-responds", "Deploy a project and put its address under 'live' and in its README", 31_200,
           (180, 720), because="gate", subject="new", name="something new", earned=EARNED + 31_200),
    a_step(3, "tests-meaningful", "Test what would cost a client money if it were wrong (from 12 to 30 assertions that"
           " can fail)", 8_300, (120, 360), because="floor", earned=EARNED + 39_500),
    a_step(4, "articles-published", "Write 800 words about one decision and what it cost or saved", 30_500, (480, 1200),
           subject="new", name="something new", times=2, level=READY, leads_to="ready", earned=EARNED + 70_000),
)  # fmt: skip


def a_plan() -> PlanSeen:
    return PlanSeen(
        person="Ada Example",
        today=TODAY,
        platform=Named(id="guild", title="The Guild"),
        level=BUILDING,
        target=READY,
        earned=EARNED,
        hours=None,
        weekly=8,
        steps=STEPS,
        weeks=schedule([one.minutes for one in STEPS], 480, TODAY),
        reaches=READY,
        minutes=sum(one.minutes for one in STEPS),
        effort=(sum(one.step.minutes[0] for one in STEPS), sum(one.step.minutes[1] for one in STEPS)),
        between=(Between(level=BUILDING, why="reached"),),
        questions=(
            QuestionSeen(todo="name a local copy of the code in 'repository'", why="the profile names none for it",
                         names=("Routes",), checks=("readme-complete",), up_to=41_000),
        ),
    )  # fmt: skip
