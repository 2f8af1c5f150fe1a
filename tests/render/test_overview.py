"""Several platforms side by side."""

from __future__ import annotations

import json
from dataclasses import replace

from folio.readiness.report import Report
from folio.render.overview import render_overview, shared_steps
from render.reports import PLATFORMS, a_full_report, a_report, each_text, hostile
from render.test_report import Page
from render.test_report_markdown import shape

REPORTS = tuple(a_report("mixed", platform) for platform in PLATFORMS)


def files(*reports: Report) -> dict[str, str]:
    return {one.path: one.content.decode() for one in render_overview(reports)}


def test_there_are_three_files_and_the_json_holds_the_reports_whole() -> None:
    written = files(*REPORTS)
    assert sorted(written) == ["index.html", "scores.json", "scores.md"]
    found = json.loads(written["scores.json"])
    assert found == {"schema_version": 1, "reports": [json.loads(one.to_json()) for one in REPORTS]}
    assert written["scores.json"] == json.dumps(found, sort_keys=True, ensure_ascii=False, indent=2) + "\n"
    assert Report.from_json(json.dumps(found["reports"][0])) == REPORTS[0]


def test_every_platform_has_its_line_and_its_section() -> None:
    written = files(*REPORTS)
    page = Page(written["index.html"])
    assert page.loads == []
    assert len(page.ids) == len(set(page.ids))
    assert {link[1:] for link in page.links} == {"platform-1", "platform-2", "platform-3"}
    for report in REPORTS:
        assert page.said.count(report.platform.title) >= 2
        assert f"## {report.platform.title}" in written["scores.md"]
        assert f"| {report.platform.title} | {report.level.title}" in written["scores.md"]


def test_the_gates_are_counted() -> None:
    report = REPORTS[0]
    met = sum(one.state == "met" for one in report.gates)
    assert f"{met} of {len(report.gates)} gates" in Page(files(*REPORTS)["index.html"]).said


def test_steps_that_help_on_several_platforms_are_ranked_by_gates_and_then_by_gain() -> None:
    found = shared_steps(REPORTS)
    assert found
    assert all(1 < one.platforms <= len(PLATFORMS) for one in found)
    gates = [one.gates.count(",") + 1 if one.gates else 0 for one in found]
    assert gates == sorted(gates, reverse=True)


def test_the_same_words_about_other_findings_are_another_step() -> None:
    first, second = REPORTS[:2]
    found = {check.id for check in first.checks if check.items}
    shared = {one.title for one in shared_steps((first, second))}
    action = next(one for one in first.actions if one.title in shared and one.check in found)
    checks = tuple(
        replace(one, items=tuple(replace(item, says="something else") for item in one.items)) for one in second.checks
    )
    apart = {one.title for one in shared_steps((first, replace(second, checks=checks)))}
    assert action.title not in apart
    assert apart


def test_one_platform_alone_shares_nothing() -> None:
    assert shared_steps(REPORTS[:1]) == ()
    assert "several platforms</h2>" not in files(REPORTS[0])["index.html"]


def test_no_text_of_anybody_becomes_markup() -> None:
    reports = [a_full_report("mixed", platform) for platform in PLATFORMS]
    harmless = [each_text(one, lambda text: text and f"{text} and more") for one in reports]
    attacked = files(*map(hostile, reports))
    assert Page(attacked["index.html"]).tags == Page(files(*harmless)["index.html"]).tags
    assert shape(attacked["scores.md"]) == shape(files(*harmless)["scores.md"])
