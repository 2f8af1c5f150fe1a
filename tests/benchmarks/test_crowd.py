"""The generated cohort is what it says it is, and a million is planned by arithmetic that holds."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from crowd.make import BREAKING, BROKEN, _person, _written, broken
from crowd.plan import Assumed, Measured, plan, tokens_for
from crowd.pool import _varied

from folio.errors import InputError
from folio.evidence import store
from folio.evidence.model import ArticleSeen, Observation
from folio.profile.load import load

SAMPLE = Path(__file__).resolve().parents[2] / "sample_profile" / "profile.yaml"
UNIT = Measured(0.05, 3.0, 5.0, 100_000, 400, 5_000_000, 150)
SEEN = Observation(
    source="articles",
    subject="article:one-page-handover",
    observed_on=date(2026, 11, 22),
    fingerprint="f",
    seen=ArticleSeen(
        title="One page", day=date(2026, 1, 2), words=900, code_blocks=2, figures=3, formulas=4, numbers_with_units=5,
        headings=("A", "B"), links=("https://example.org",), shingles=tuple(range(50)), derivations=("aaaa",),
    ),
)  # fmt: skip


@cache
def _sample() -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(SAMPLE.read_text("utf-8"), Loader=yaml.CSafeLoader)
    return found


def test_variants_of_what_was_seen_differ_and_are_all_valid(tmp_path: Path) -> None:
    varied = [_varied(SEEN, random.Random(number)) for number in range(30)]
    assert len({one.model_dump_json() for one in varied}) > 10
    assert any(one.seen is None for one in varied)
    store.save(tmp_path, varied[0])
    assert store.load(tmp_path) == {("articles", SEEN.subject): varied[0]}


def test_generated_profiles_can_be_read_and_are_the_same_each_time(tmp_path: Path) -> None:
    texts = {"article:one-page-handover": ['{"subject": "article:one-page-handover"}']}
    for folder in ("one", "other"):
        for number in range(3):
            _written(tmp_path / folder, texts, _sample(), 11, number)
    one, other = ({p.relative_to(f): p.read_bytes() for p in f.rglob("*") if p.is_file()}
                  for f in (tmp_path / "one", tmp_path / "other"))  # fmt: skip
    assert one == other
    profiles = [load(path.parent) for path in sorted((tmp_path / "one").rglob("profile.yaml"))]
    assert len(profiles) == 3
    assert all(3 <= len(profile.projects) <= 6 for profile in profiles)


def test_evidence_is_about_what_the_profile_names() -> None:
    texts = {f"project:{one['id']}": [f'{{"subject": "project:{one["id"]}"}}'] for one in _sample()["projects"]}
    for number in range(20):
        person, seen = _person(texts, _sample(), random.Random(number))
        known = {f"project:{one['id']}" for one in person["projects"]}
        assert {subject for subject, _ in seen} <= known
        assert all(f'"{subject}"' in text for subject, text in seen)


@pytest.mark.parametrize("kind", BREAKING)
def test_a_broken_profile_can_not_be_read(tmp_path: Path, kind: str) -> None:
    (tmp_path / "profile.yaml").write_text("name: Ada\nheadline: H\nsummary: S\n", encoding="utf-8")
    load(tmp_path)
    BREAKING[kind](tmp_path)
    with pytest.raises(InputError):
        load(tmp_path)


def test_every_kind_of_broken_profile_is_in_a_cohort() -> None:
    numbers = [number for number in range(10_000) if broken(number)]
    assert len(numbers) == 10_000 // BROKEN
    assert {broken(number) for number in numbers} == set(BREAKING)


def test_a_plan_grows_with_the_profiles_and_shrinks_with_the_tokens() -> None:
    one = plan(UNIT, Assumed())
    double = plan(UNIT, Assumed(profiles=2_000_000))
    for few, many in zip(one, double, strict=True):
        assert many.core_hours == pytest.approx(2 * few.core_hours)
        assert many.hours == pytest.approx(2 * few.hours)
        assert many.dollars == pytest.approx(2 * few.dollars)
    slow, fast = (next(x for x in plan(UNIT, Assumed(tokens=n)) if x.slowest == "GitHub's limit") for n in (1, 2))
    assert slow.hours == pytest.approx(2 * fast.hours)


def test_a_plan_counts_cpu_calls_and_clones() -> None:
    stored, first, *_ = plan(UNIT, Assumed(profiles=3600, projects=2, calls_account=4, calls_project=6, clone_mib=1024))
    assert stored.core_hours == pytest.approx(0.05 * 3600 / 3600)
    assert (stored.calls, stored.transfer_gib) == (0, 0)
    assert first.calls == 3600 * 16
    assert first.transfer_gib == 7200


def test_so_many_tokens_are_enough() -> None:
    assumed = Assumed(profiles=1000, projects=1, calls_account=4, calls_project=6, calls_an_hour=5000)
    assert tokens_for(assumed, 2) == 1
    assert tokens_for(assumed, 1) == 2
    first = plan(UNIT, replace(assumed, tokens=tokens_for(assumed, 0.1)))[1]
    assert assumed.profiles * 10 / assumed.calls_an_hour / tokens_for(assumed, 0.1) <= 0.1
    assert first.calls == 10_000
