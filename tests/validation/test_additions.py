"""Adding a repository to somebody's profile lowers nothing: SCORING.md 5.6, I2 and I3, over real repositories."""

from __future__ import annotations

from pathlib import Path

import pytest

from validation.case import CHECKS, Case, cases
from validation.person import Person, Workshop

SAMPLE = tuple(
    case for case in cases() if case.clone == "whole" and case.identities and not case.pad and not case.crowd
)
FIRST = ("models/churn_sklearn", "services/go_tracker", "histories/one_day_upload", "readmes/german")


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    folder: Path = tmp_path_factory.mktemp("additions")
    return Workshop(folder)


@pytest.mark.parametrize("added", SAMPLE[::5], ids=lambda case: case.name)
def test_one_more_repository_lowers_no_check(added: Case, workshop: Workshop) -> None:
    mine = {case.name.replace("/", "-").replace("_", "-"): case for case in cases() if case.name in FIRST}
    mine.pop(added.name.replace("/", "-").replace("_", "-"), None)
    before = workshop.report(Person(mine, {}))
    after = workshop.report(Person({**mine, "added": added}, {}))
    scores = {check.id: check for check in before.checks}
    lowered = [
        check.id for check in after.checks
        if check.id != "no-committed-secrets" and check.score < scores[check.id].score
    ]  # fmt: skip
    assert lowered == []
    assert after.totals.earned >= before.totals.earned
    assert [check.id for check in after.checks if check.ceiling < scores[check.id].ceiling and not check.hygiene] == []


def test_the_four_that_are_there_show_much_and_leave_room(workshop: Workshop) -> None:
    """Otherwise nothing could be lowered."""
    report = workshop.report(
        Person({case.name.split("/")[1].replace("_", "-"): case for case in cases() if case.name in FIRST}, {})
    )
    earned = [check.score for name in CHECKS if (check := report.check(name))]
    assert sum(score > 0 for score in earned) > 15
    assert sum(score < 1000 for score in earned) > 10
