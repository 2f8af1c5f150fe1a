"""What looks like work and is none adds nothing, or the amount that stands beside it here. SCORING.md 4.3 and 6.5."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from _pytest.mark import ParameterSet

import folio
from folio.evidence.model import ArticleSeen, HostedSeen, LinkSeen
from validation.person import Workshop, article, honest, kept
from validation.tricks import TRICKS, Trick


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    folder: Path = tmp_path_factory.mktemp("gaming")
    return Workshop(folder)


def gains(before: folio.Report, after: folio.Report) -> dict[str, int]:
    """By how much each check rose or fell, in thousandths."""
    scores = {check.id: check.score for check in before.checks}
    return {check.id: gain for check in after.checks if (gain := check.score - scores[check.id])}


def _cases() -> list[ParameterSet]:
    """Every trick; one that waits is expected to fail, and its mark has to go once it does not."""
    marks = {trick.name: [pytest.mark.xfail(reason=trick.waits)] if trick.waits else [] for trick in TRICKS}
    return [pytest.param(trick, id=trick.name, marks=marks[trick.name]) for trick in TRICKS]


@pytest.mark.parametrize("trick", _cases())
def test_a_trick_adds_nothing_beyond_what_is_documented(trick: Trick, workshop: Workshop) -> None:
    before = workshop.report(trick.instead or honest())
    after = workshop.report(trick.person)
    found = {
        check: gain for check, gain in gains(before, after).items()
        if not trick.category or _category(after, check) == trick.category
    }  # fmt: skip
    assert found == trick.adds
    if not trick.adds and not trick.category:
        assert after.totals.earned == before.totals.earned


def _category(report: folio.Report, identifier: str) -> str:
    check = report.check(identifier)
    assert check is not None
    return check.category


def test_an_honest_third_project_and_article_add_much(workshop: Workshop) -> None:
    """Without room for more, the tests above could not fail."""
    more = honest().project("mill", kept("mill")).wrote("flour", "2026-07-07", article("flour", 900))
    rose = gains(workshop.report(honest()), workshop.report(more))
    assert min(rose.values()) > 0
    assert rose.keys() >= {
        "project-substance", "serving-interface", "readme-complete", "one-command-run", "active-weeks", "commit-hygiene",
        "articles-published", "articles-spread-over-time", "articles-depth",
    }  # fmt: skip


def test_every_trick_says_why_where_it_adds_something() -> None:
    assert [trick.name for trick in TRICKS if bool(trick.adds or trick.category) != bool(trick.why)] == []


def test_popularity_has_no_place_to_stand_in() -> None:
    said = {*HostedSeen.model_fields, *LinkSeen.model_fields, *ArticleSeen.model_fields}
    assert [name for name in said if re.search("star|follow|watch|fork_?count|clap|view|like", name)] == []
