"""The arithmetic of a check, line by line."""

from __future__ import annotations

import pytest

from build import a_good_repository, a_repository, excellent_facts, some_facts, some_tests
from folio.errors import FolioError
from folio.readiness.assess import assess
from folio.readiness.explain import arithmetic, explain, hours
from folio.readiness.rubric import rubric

REPORT = assess(
    some_facts(
        repositories={
            "shelfcast": a_good_repository(),
            "routes": a_repository(tests=some_tests(10)),
            "gone": "timed out",
        }
    ),
    rubric(),
)


def test_the_lines_lead_from_the_evidence_to_the_points() -> None:
    assert arithmetic(REPORT.check("tests-meaningful")) == (  # type: ignore[arg-type]
        "Shelfcast: 90 assertions in 3 test files [observed: quality 1000]",
        "  at commit c0ffee",
        "Routes: 10 assertions in 3 test files [observed: quality 550]",
        "  at commit c0ffee",
        "the best three: (600 x 1000 + 250 x 550) / 1000 = score 737",
        "not known: Gone: its repository was not read: timed out",
        "ceiling, with everything unread at its best: 932",
        "earned: weight 24 x 737 = 17,688",
        "not known: 24 x (932 - 737) = 4,680",
        "not there: 24 x (1000 - 932) = 1,632",
        "together 24,000 of 1,000,000",
    )


def test_a_cap_is_shown_where_it_bites() -> None:
    line = arithmetic(assess(excellent_facts(), rubric()).check("contracts-completed"))[0]  # type: ignore[arg-type]
    assert line.endswith("[attested: quality 1000, capped to 800]")


@pytest.mark.parametrize("check", sorted(check.id for check in REPORT.checks))
def test_every_check_can_be_explained(check: str) -> None:
    lines = explain(REPORT, check)
    assert lines[0].endswith(f"({check})")
    assert any(line.startswith("why: ") for line in lines)
    assert all("\n" not in line for line in lines)


def test_an_unknown_check_is_named_with_the_nearest() -> None:
    with pytest.raises(FolioError, match="did you mean 'tests-meaningful'"):
        explain(REPORT, "test-meaningful")


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        ((10, 30), "10 to 30 minutes"),
        ((20, 60), "20 minutes to 1 hour"),
        ((60, 180), "1 to 3 hours"),
        ((30, 90), "30 minutes to 1.5 hours"),
    ],
)
def test_an_effort_reads_like_a_persons(minutes: tuple[int, int], words: str) -> None:
    assert hours(minutes) == words
