"""Every number that is printed leads to what it was read from: measure, evidence, exclusions, arithmetic."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from folio.options import Options
from folio.pipeline import score
from folio.readiness.check import CHECKS
from folio.readiness.explain import explain
from folio.readiness.report import CheckSeen, Report
from folio.readiness.rubric import rubric

SAMPLE = Path(__file__).parents[2] / "sample_profile"
READS = {entry.id: entry.reads for entry in rubric().catalogue.checks}
IN_THE_HISTORY = {
    "commit-hygiene",
    "active-weeks",
    "time-horizon",
    "finished-things",
    "release-history",
    "focus-coherence",
}
ABSENCE = {"no-committed-secrets"}
PLACE = re.compile(r"  at .*[\w./-]+:\d+.* \(commit [0-9a-f]{12}\)")
COMMIT = re.compile(r"  at .*commit [0-9a-f]{12}\)?")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    options = Options(
        today=date(2026, 11, 22), offline=True, state=tmp_path_factory.mktemp("state"), platforms=("malt",)
    )  # one that asks for fields of its own, so that every check applies
    return score(SAMPLE, options).reports[0]


def seen(report: Report, check: str) -> CheckSeen:
    found = report.check(check)
    assert found is not None
    return found


@pytest.mark.parametrize("check", sorted(CHECKS))
def test_a_check_says_what_it_measures_and_adds_up(check: str, report: Report) -> None:
    lines, found = explain(report, check), seen(report, check)
    assert f"measures: {found.measures}" in lines
    if found.hygiene:
        return
    split = found.split
    assert f"earned: weight {found.weight} x {found.score} = {split.earned:,}" in lines
    assert split.earned + split.unknown + split.missing == found.weight * 1000
    assert any(line.endswith(f"score {found.score}") for line in lines)


@pytest.mark.parametrize("check", sorted(CHECKS))
def test_every_finding_says_where_it_was_looked_up(check: str, report: Report) -> None:
    lines = explain(report, check)
    for number, line in enumerate(lines):
        if re.search(r"\[\w+: quality \d+", line):
            assert lines[number + 1].startswith("  at "), line


@pytest.mark.parametrize("check", sorted(CHECKS))
def test_what_was_found_in_a_repository_has_a_line_in_it(check: str, report: Report) -> None:
    if "repository" not in READS[check] or check in ABSENCE:
        pytest.skip("it reads no repository, or says that nothing is there")
    names = {item.name for item in seen(report, check).items if item.subject.startswith("project:")}
    lines = explain(report, check)
    for number, line in enumerate(lines):
        found = re.match(r"(.*?)(?:: .*)? \[(observed|verified): quality [1-9]", line)
        if found and any(line.startswith(name) for name in names):
            wanted = COMMIT if check in IN_THE_HISTORY else PLACE
            assert wanted.fullmatch(lines[number + 1]), (line, lines[number + 1])


def test_every_exclusion_is_said_at_each_check_that_it_touches(report: Report) -> None:
    assert report.exclusions
    for one in report.exclusions:
        assert one.checks, one
        for check in one.checks:
            assert any(line.startswith(f"not counted: {one.name}: {one.reason}") for line in explain(report, check))
        if one.files:
            assert one.places
