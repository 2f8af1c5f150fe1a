"""What `folio build` made and what `folio collect` saw, in short."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click import unstyle as unstyled

from cli.reports import a_report
from folio.cli.summary import built_lines, show_evidence
from folio.evidence.model import Evidence, Observation


@pytest.fixture(autouse=True)
def no_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def test_after_a_build_stand_the_score_three_steps_and_where_things_are() -> None:
    files = (("site/index.html", "the portfolio, for clients"), ("readiness/index.html", "for you alone"))
    lines = "".join(f"{line}\n" for line in built_lines(a_report(), Path("out"), files))
    assert unstyled(lines) == (
        "Ada Example · The Guild · ML engineer\n"
        "Building, 40 of 100 points\n"
        "\n"
        "  ██████████████████████████████░░░░░░░·······································\n"
        "  █ 40 earned   ░ 9 not known   · 51 not there\n"
        "  earned: 20 observed, 20 claimed\n"
        "  confidence medium: 91 % looked at, 50 % of what is earned is more than claims\n"
        "\n"
        "Best next steps\n"
        "  1. Test the function that would cost a client money\n"
        "     +4.5 points · 1 to 3 hours · in 'Routes' · opens a gate · tests-meaningful\n"
        "  2. Link a recording of yours\n"
        "     +15.0 points · 10 to 30 minutes · in 'English' · most points for the time ·\n"
        "     working-language\n"
        "\n"
        "Written to out/\n"
        "  site/index.html       the portfolio, for clients\n"
        "  readiness/index.html  for you alone\n"
    )


def test_questions_go_before_steps_that_bring_less() -> None:
    report = a_report()
    asked = tuple(replace(report.questions[0], todo=f"look at {name}") for name in ("one", "two", "three"))
    report = replace(report, questions=asked, totals=replace(report.totals, unknown=900_000))
    lines = [unstyled(line) for line in built_lines(report, Path("out"), (("resume.pdf", "the résumé"),))]
    found, steps = lines.index("To find out (what it brings is known once it is)"), lines.index("Best next steps")
    assert [line for line in lines[found:steps] if line.startswith("  - ")] == ["  - Look at one", "  - Look at two"]
    assert "  and 1 more, for fewer points: see 'folio score'" in lines


def test_what_was_seen_outside_is_not_obeyed(capsys: pytest.CaptureFixture[str]) -> None:
    day = date(2026, 11, 22)
    one = Observation(source="links", subject="link:a\x1b[2J", observed_on=day, fingerprint="", problem="no\x9b2J\x07")
    show_evidence(Evidence(observations=(one,)), set())
    out = capsys.readouterr().out
    assert out.startswith("not seen links     link:a\ufffd[2J  no\ufffd2J")
    assert out.replace("\n", "").isprintable()
