"""A small report of an invented person, whole and written by hand, so that no change of the rubric changes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from folio.readiness.report import (
    ActionSeen,
    AnnotationSeen,
    CategorySeen,
    CheckSeen,
    ClaimSeen,
    ConditionSeen,
    ConfidenceSeen,
    ExclusionSeen,
    GateSeen,
    ItemSeen,
    LevelPart,
    Named,
    PlatformUsed,
    Points,
    QuestionSeen,
    Report,
    RubricUsed,
    Rules,
    RungSeen,
    SourceNamed,
    Split,
    UnreadSeen,
)

CAPS = {"claimed": 400, "attested": 700, "observed": 1000, "verified": 1000}


def split(earned: int, unknown: int, missing: int) -> Split:
    return Split(earned=earned, unknown=unknown, missing=missing)


def points(earned: int, unknown: int, missing: int) -> Points:
    return Points(earned=earned, unknown=unknown, missing=missing)


def an_item(name: str, quality: int, **more: Any) -> ItemSeen:
    subject = f"project:{name.lower()}"
    base: dict[str, Any] = {
        "subject": subject, "name": name, "level": "observed", "quality": quality, "value": quality,
        "says": "", "facet": None, "places": (), "source": "commit c0ffee",
    }  # fmt: skip
    return ItemSeen(**{**base, **more})


TESTS = CheckSeen(
    id="tests-meaningful",
    title="Tests that can fail",
    category="craft",
    why="A test that can't fail says nothing.",
    measures="assertions that can fail, in each project",
    sources=(SourceNamed(name="a book on testing", url="https://books.example/testing"),),
    aggregate="top3",
    caps=CAPS,  # type: ignore[arg-type]
    curve=((0, 0), (10, 500), (30, 1000)),
    weight=500,
    score=410,
    ceiling=580,
    split=split(205_000, 85_000, 210_000),
    parts={"verified": 0, "observed": 205_000, "attested": 0, "claimed": 0},
    items=(
        an_item("Shelfcast", 600, says="14 assertions", amount=14, places=("tests/test_shelf.py:3",)),
        an_item("Routes", 200, says="4 assertions", amount=4),
    ),
    unread=(
        UnreadSeen(
            subject="project:returns",
            name="Returns",
            why="its repository was not read: timed out",
            todo="make the repository readable",
            best=None,
        ),
    ),
    next="Test the function that would cost a client money",
    minutes=(60, 180),
    hygiene=False,
)
LANGUAGE = replace(
    TESTS,
    id="working-language",
    title="Working language",
    category="professional",
    why="A client has to understand you.",
    measures="the level of the language you work in",
    aggregate="best",
    curve=(),
    score=400,
    ceiling=400,
    split=split(200_000, 0, 300_000),
    parts={"verified": 0, "observed": 0, "attested": 0, "claimed": 200_000},
    items=(an_item("English", 1000, level="claimed", value=400, says="C1", source="the profile"),),
    unread=(),
    next="Link a recording of yours",
    minutes=(10, 30),
)


def a_report(**changes: Any) -> Report:
    """Ada Example on a platform that asks for two things."""
    base: dict[str, Any] = {
        "person": "Ada Example",
        "today": date(2026, 11, 22),
        "track": "ml-engineer",
        "role": "ML engineer",
        "rubric": RubricUsed(id="small", version="1", digest="0" * 64),
        "platform": PlatformUsed(
            id="guild", title="The Guild", as_of="its own pages, 2026", basis="what it says of its screening",
            uncertain=("how long it takes",),
        ),
        "totals": split(405_000, 85_000, 510_000),
        "points": points(40, 9, 51),
        "parts": (
            LevelPart(level="verified", millionths=0, points=0),
            LevelPart(level="observed", millionths=205_000, points=20),
            LevelPart(level="attested", millionths=0, points=0),
            LevelPart(level="claimed", millionths=200_000, points=20),
        ),
        "confidence": ConfidenceSeen(word="medium", coverage=91, beyond_claims=50),
        "level": Named(id="building", title="Building"),
        "up_to": Named(id="building", title="Building"),
        "target": Named(id="ready", title="Ready"),
        "conditions": (
            ConditionSeen(kind="points", about="", title="55 points", says="40 now", state="not met"),
            ConditionSeen(kind="floor", about="craft", title="Software craft at 40 %", says="41 % now", state="met"),
            ConditionSeen(kind="gate", about="tests-meaningful", title="Tests that can fail",
                          says="asks for 50 % by evidence that is at least observed; 41 % now, up to 58 % once"
                          " everything is read", state="open"),
            ConditionSeen(kind="gate", about="working-language", title="Working language",
                          says="asks for 40 % by evidence that is at least claimed; 40 % now", state="met"),
        ),
        "categories": (
            CategorySeen(id="craft", title="Software craft", pillar=True, weight=500,
                         split=split(205_000, 85_000, 210_000), points=points(20, 9, 21), floor=40),
            CategorySeen(id="professional", title="Professional profile", pillar=False, weight=500,
                         split=split(200_000, 0, 300_000), points=points(20, 0, 30), floor=None),
        ),
        "checks": (TESTS, LANGUAGE),
        "actions": (
            ActionSeen(check="tests-meaningful", title=TESTS.title, todo=TESTS.next, subject="project:routes",
                       name="Routes", because="gate", missing=(), score_before=410, score_after=500, gain=45_000,
                       minutes=(60, 180), leads_to=None, after=()),
            ActionSeen(check="working-language", title=LANGUAGE.title, todo=LANGUAGE.next, subject="language:en",
                       name="English", because="points", missing=(), score_before=400, score_after=700, gain=150_000,
                       minutes=(10, 30), leads_to="ready", after=()),
        ),
        "questions": (
            QuestionSeen(todo="make the repository readable", why="its repository was not read: timed out",
                         names=("Returns",), checks=("tests-meaningful",), up_to=85_000),
        ),
        "exclusions": (
            ExclusionSeen(subject="project:old", name="Old", guard="fork", reason="a fork without commits of yours",
                          checks=("tests-meaningful",)),
            ExclusionSeen(subject="project:routes", name="Routes", guard="vendored", reason="somebody else's code",
                          checks=("tests-meaningful",), places=("vendor/a.py:1",), files=3),
        ),
        "not_observable": ("an interview",),
        "rules": Rules(
            levels=(
                RungSeen(id="foundation", title="Foundation", points=0, floors_percent=0, beyond_claims=0, gates=False),
                RungSeen(id="building", title="Building", points=30, floors_percent=0, beyond_claims=0, gates=False),
                RungSeen(id="ready", title="Ready", points=55, floors_percent=100, beyond_claims=40, gates=True),
            ),
            floors={"craft": 40},
            gates=(
                GateSeen(check="tests-meaningful", at_least=500, level="observed"),
                GateSeen(check="working-language", at_least=400, level="claimed"),
            ),
        ),
        "claims": (
            ClaimSeen(kind="skill", where="skills[0]", says="Rust", support=None, by=(), todo="name a project under"
                      " 'evidence'"),
            ClaimSeen(kind="skill", where="skills[1]", says="Python", support="observed", by=("Shelfcast",), todo=""),
        ),
        "annotations": (
            AnnotationSeen(check="tests-meaningful", title=TESTS.title, subject="project:routes", name="Routes",
                           reason="not-detected", note="the tests live in another repository"),
        ),
    }  # fmt: skip
    return Report(**{**base, **changes})
