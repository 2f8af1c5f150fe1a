"""What GitHub shows of a workflow's run: annotations that can't be forged, and a summary that it takes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from folio.readiness.report import Report
from folio.render.github import LIMIT, annotations, summary
from folio.render.markdown_text import escaped
from folio.render.workflow import MOST, command
from render.reports import PEOPLE, PLATFORMS, a_full_report, a_report, each_text, hostile, runs
from render.test_report_markdown import CALLS, shape, words

COMMAND = re.compile(r"::(error|warning|notice) title=((?:[^%:,\n\r]|%25|%3A|%2C)+)::((?:[^%\n\r]|%25|%0A)+)")
"""A command as GitHub's runner reads it: properties without a colon or comma, and no other escapes than these."""
REPORTS = tuple(a_report("mixed", platform) for platform in PLATFORMS)


def said(text: str) -> list[tuple[str, str, str]]:
    found = []
    for line in text.splitlines():
        match = COMMAND.fullmatch(line)
        assert match, line
        kind, title, message = match.groups()
        found.append(
            (
                kind,
                *(
                    one.replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",").replace("%25", "%")
                    for one in (title, message)
                ),
            )
        )
    return found


@pytest.mark.parametrize("person", PEOPLE)
def test_the_result_and_the_next_steps_are_notices(person: str) -> None:
    report = a_report(person)
    found = said(annotations(report))
    points = report.points
    _, title, message = next(one for one in found if one[0] == "notice")
    assert title == f"Toptal: {report.level.title}, {points.earned} of 100 points"
    assert message.startswith(f"{points.unknown} not known, {points.missing} not there.")
    steps = [one for one in found if one[1].startswith("Next: ")]
    assert [one[1] for one in steps] == [f"Next: {action.title}" for action in report.actions[:3]]
    assert all(action.todo in one[2] for action, one in zip(report.actions, steps, strict=False))


@pytest.mark.parametrize("several", [False, True])
def test_a_step_without_points_says_what_it_is_for(several: bool) -> None:
    reports = [a_report("mixed", platform) for platform in ("toptal", "direct-client")]
    step = replace(reports[0].actions[0], gain=0, minutes=(10, 30))
    secret = [replace(report, actions=(step,), checks=()) for report in reports]
    found = said(annotations(*(secret if several else secret[:1])))
    [message] = [one[2] for one in found if one[1].startswith("Next: ")]
    assert "No points, but it holds the level back, 10 to 30 minutes" in message
    assert "0.0" not in message


def test_what_is_not_met_is_a_warning_with_each_condition_on_a_line_of_its_own() -> None:
    first, second, *rest = a_report().conditions
    lacking = (replace(first, state="not met"), replace(second, state="not met"), *rest)
    [(_, title, message)] = [
        one for one in said(annotations(replace(a_report(), conditions=lacking))) if one[0] == "warning"
    ]
    assert title == "Toptal: not Ready yet"
    assert message.splitlines()[:2] == [f"{first.title}: {first.says}.", f"{second.title}: {second.says}."]


def test_secrets_are_errors_and_come_first() -> None:
    found = said(annotations(a_report("leaking")))
    kind, title, message = found[0]
    assert (kind, title) == ("error", "No secrets in the tree")
    assert "Shelfcast: looks like a live key" in message
    assert "src/AWS key.py:7" in message
    assert "error" not in {one[0] for one in said(annotations(a_report("excellent")))}


def test_no_annotation_names_a_file_of_another_repository() -> None:
    assert "file=" not in annotations(*REPORTS, a_report("leaking"))


def test_the_change_since_the_last_run_is_told() -> None:
    report = a_report()
    assert f"Since 2026-11-15: {report.points.earned - 10:+} points earned" in annotations(
        report, past=runs(report, 10)
    )
    assert "Since" not in annotations(report)


def test_as_many_are_printed_as_github_shows_and_the_last_says_what_is_left_out() -> None:
    many = tuple(
        replace(REPORTS[0], platform=replace(REPORTS[0].platform, title=f"Platform {number}")) for number in range(14)
    )
    found = said(annotations(*many))
    notices = [one for one in found if one[0] == "notice"]
    assert len(notices) == MOST
    assert notices[-1][1:] == ("More", "6 more are in the report; GitHub shows 10 of a kind")


def test_several_platforms_are_told_the_steps_that_help_on_more_than_one() -> None:
    found = said(annotations(*REPORTS))
    steps = [one for one in found if one[1].startswith("Next: ")]
    assert len(steps) == 3
    assert all("Up to +" in message for _, _, message in steps)
    assert annotations(REPORTS[0], REPORTS[0]).count("title=Toptal%3A ") == annotations(REPORTS[0]).count(
        "title=Toptal%3A "
    )


@pytest.mark.parametrize("person", PEOPLE)
def test_no_text_begins_a_command_of_its_own(person: str) -> None:
    attacked = annotations(hostile(a_full_report(person)))
    harmless = annotations(each_text(a_full_report(person), lambda text: text and f"{text} and more"))
    assert [kind for kind, _, _ in said(attacked)] == [kind for kind, _, _ in said(harmless)]
    assert not re.search(r"[\x00-\x09\x0b-\x1f\u202e]", attacked)


@given(st.text(max_size=40), st.lists(st.text(max_size=40), min_size=1, max_size=3))
def test_any_text_stays_within_its_command(title: str, lines: list[str]) -> None:
    line = command("notice", f"x{title}", *(f"x{one}" for one in lines))
    assert COMMAND.fullmatch(line)
    assert line.count("%0A") == len(lines) - 1, "an escape that was written is no line"


@pytest.mark.parametrize("person", PEOPLE)
def test_the_summary_has_a_bar_a_table_and_the_steps(person: str) -> None:
    report = a_report(person)
    text = summary([report], past=runs(report, 10))
    [bar] = re.findall(r"`([█▒░]+)`", text)
    assert len(bar) == 40
    assert bar.count("█") == report.points.earned * 40 // 100
    assert f"| {report.platform.title} |" in text
    assert "Since 2026-11-15: " in text
    for action in report.actions[:3]:
        assert f". {escaped(action.todo)} ({'+' if action.gain else '0,'}" in text
    assert "\n\n\n" not in text


def test_the_summary_of_several_platforms_says_what_helps_on_more_than_one() -> None:
    text = summary(REPORTS)
    assert "### Steps that help on several platforms" in text
    assert all(f"### {one.platform.title}" in text for one in REPORTS)


def test_no_text_in_a_summary_becomes_markup_or_calls_anybody() -> None:
    reports = [a_full_report("mixed", platform) for platform in PLATFORMS]
    attacked = summary([hostile(one) for one in reports])
    harmless = summary([each_text(one, lambda text: text and f"{text} and more") for one in reports])
    assert shape(attacked) == shape(harmless)
    assert not CALLS.search(words(attacked))


def test_a_summary_that_github_would_refuse_leaves_details_out_and_says_so() -> None:
    def long(report: Report) -> Report:
        return replace(report, actions=tuple(replace(one, todo="long " * 20_000) for one in report.actions))

    text = summary([long(one) for one in REPORTS])
    assert len(text.encode()) <= LIMIT
    assert re.search(r"of [23] more is left out", text)
    assert "left out" not in summary(REPORTS)
