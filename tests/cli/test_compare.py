"""`folio compare` as a person runs it: what it takes, what it prints, and with which status it ends."""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from build import TODAY, excellent_facts
from folio.cli import group
from folio.errors import FolioError
from folio.history import remember
from folio.readiness.assess import assess
from folio.readiness.report import Report
from folio.readiness.rubric import rubric

REPORT = assess(excellent_facts(), rubric("toptal"))
POORER = assess(excellent_facts(contracts=[]), rubric("toptal"))
OTHER = assess(excellent_facts(), rubric("direct-client"))


def compare(*words: object) -> int:
    """The status with which the command ends."""
    return int(group.main(["compare", *map(str, words)], prog_name="folio", standalone_mode=False) or 0)


def refused(*words: object) -> str:
    with pytest.raises(FolioError) as caught:
        compare(*words)
    assert "\x1b" not in str(caught.value)
    return str(caught.value)


def on(report: Report, day: date) -> Report:
    return replace(report, today=day)


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two reports, an output folder, and a history of three days beside a profile."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.json").write_text(POORER.to_json(), encoding="utf-8")
    (tmp_path / "new.json").write_text(REPORT.to_json(), encoding="utf-8")
    (tmp_path / "out" / "readiness").mkdir(parents=True)
    (tmp_path / "out" / "readiness" / "report.json").write_text(REPORT.to_json(), encoding="utf-8")
    for number, report in enumerate((POORER, POORER, REPORT)):
        remember(tmp_path / "me" / ".folio", (on(report, TODAY - timedelta(days=20 - number)),))
    return tmp_path


def test_two_reports_are_compared_check_by_check(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare("old.json", "new.json") == 0
    said = capsys.readouterr().out
    assert "Contracts completed (contracts-completed)" in said
    assert "new: " in said
    assert "All of it comes from evidence." in said


def test_an_output_folder_stands_for_its_report(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare("new.json", "out") == 0
    assert "Nothing is different." in capsys.readouterr().out


def test_days_of_the_history_are_compared_by_their_figures(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare("first", "last", "--profile", "me") == 0
    said = capsys.readouterr().out
    assert "Contracts completed (contracts-completed)" in said
    assert "figures alone" in said
    assert compare("2026-11-03", "2026-11-04", "--profile", "me") == 0
    assert "2026-11-04" in capsys.readouterr().out
    assert compare("first", "new.json", "--state", "me/.folio") == 0
    assert "Ada Example · Toptal" in capsys.readouterr().out


def test_the_json_of_a_comparison_is_what_the_library_gives(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    compare("old.json", "new.json", "--format", "json")
    content = json.loads(capsys.readouterr().out)
    assert content["change"]["earned"] == REPORT.totals.earned - POORER.totals.earned


def test_markdown_has_a_table(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    compare("old.json", "new.json", "--format", "markdown")
    assert "| earned | " in capsys.readouterr().out


def test_a_drop_ends_with_one_only_when_that_was_asked_for(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert compare("new.json", "old.json") == 0
    assert compare("new.json", "old.json", "--fail-on-drop") == 1
    assert "fewer points" in capsys.readouterr().err
    assert compare("old.json", "new.json", "--fail-on-drop") == 0
    assert compare("new.json", "new.json", "--fail-on-drop") == 0
    assert compare("last", "first", "--profile", "me", "--fail-on-drop") == 1


def test_texts_of_a_report_obey_nothing_on_a_terminal(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    evil = "\x1b]0;owned\x07\x1b[2J\u202egnp.exe\x9b31m"
    content = json.loads(REPORT.to_json())
    content["person"] = content["platform"]["title"] = evil
    for check in content["checks"]:
        check["title"] = evil
        for item in check["items"]:
            item["name"] = item["says"] = evil
    (here / "evil.json").write_text(json.dumps(content), encoding="utf-8")
    for form in ("text", "markdown", "json"):
        for words in (("old.json", "evil.json"), ("evil.json", "old.json")):
            assert compare(*words, "--format", form) == 0
            said = capsys.readouterr()
            for sign in "\x1b\x07\x9b\u202e":
                assert sign not in said.out + said.err


# ------------------------------------------------------------------ what can't be compared


def test_a_file_that_is_not_there_is_told_with_what_to_do(here: Path) -> None:
    assert "no such file; make one with 'folio score --format json'" in refused("gone.json", "new.json")
    assert "readiness/report.json" in refused("me", "new.json").replace("\\", "/")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\0" * 4096,
        b"\xff\xfe",
        b"[" * 500_000,
        b'{"person": NaN}',
        b"{}",
        b'{"reports": []}',
        b'{"reports": 7}',
        b'{"reports": [[[[',
        b'{"reports": [{}]}',
        REPORT.to_json().replace('"schema_version": 1', '"schema_version": 9').encode(),
        REPORT.to_json().replace('"weight": 2', '"weight": 1e400', 1).encode(),
        REPORT.to_json().replace('"weight": 2', f'"weight": {"9" * 4000}', 1).encode(),
    ],
)
def test_what_is_no_report_is_told_in_plain_words(content: bytes, here: Path) -> None:
    (here / "bad.json").write_bytes(content)
    for words in (("bad.json", "new.json"), ("new.json", "bad.json"), ("bad.json", "first", "--profile", "me")):
        text = refused(*words)
        assert text.startswith("bad.json: ") or "score again" in text
        assert len(text) < 500


def test_a_report_of_a_later_folio_asks_for_an_update(here: Path) -> None:
    later = json.loads(REPORT.to_json()) | {"schema_version": 2}
    (here / "later.json").write_text(json.dumps(later))
    assert "later folio wrote this report; update folio" in refused("later.json", "new.json")


def test_a_file_of_a_hundred_megabytes_is_not_read(here: Path) -> None:
    with (here / "huge.json").open("wb") as stream:
        stream.truncate(100 * 1024 * 1024)
    assert "larger than 16 MiB" in refused("huge.json", "new.json")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are Unix's")
def test_a_pipe_in_an_output_folder_is_not_waited_for(here: Path) -> None:
    (here / "trap" / "readiness").mkdir(parents=True)
    os.mkfifo(here / "trap" / "readiness" / "report.json")
    assert "it is no file" in refused("trap", "new.json")


def test_of_a_file_with_several_platforms_one_is_chosen(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    both = {"schema_version": 1, "reports": [json.loads(one.to_json()) for one in (REPORT, OTHER)]}
    (here / "both.json").write_text(json.dumps(both), encoding="utf-8")
    assert refused("both.json", "new.json").endswith("direct-client, toptal; say which one with --platform")
    assert refused("both.json", "new.json", "-p", "malt").endswith("for 'malt', but for direct-client, toptal")
    assert compare("both.json", "new.json", "-p", "toptal") == 0
    assert "Nothing is different." in capsys.readouterr().out


def test_two_platforms_are_refused(here: Path) -> None:
    (here / "other.json").write_text(OTHER.to_json(), encoding="utf-8")
    assert "score both for the same one" in refused("other.json", "new.json")


def test_a_day_without_a_run_names_the_nearest(here: Path) -> None:
    said = refused("2026-11-20", "last", "--profile", "me")
    assert "no run on 2026-11-20; the nearest are of 2026-11-02, 2026-11-03, 2026-11-04" in said
    assert "not a day" in refused("2026-99-99", "last", "--profile", "me")


def test_a_profile_without_a_history_says_how_one_comes_about(here: Path) -> None:
    assert "every 'folio score' and 'folio build' adds to it" in refused("first", "last")


def test_a_platform_or_track_without_a_run_is_told(here: Path) -> None:
    assert "no run for 'malt'; say with --platform which one of toptal" in refused(
        "first", "last", "--profile", "me", "-p", "malt"
    )
    other = assess(excellent_facts(), rubric("toptal"), track="data-engineer")
    (here / "other.json").write_text(other.to_json(), encoding="utf-8")
    assert "as a data-engineer" in refused("first", "other.json", "--profile", "me")


def test_of_a_history_with_several_platforms_one_is_chosen(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    remember(here / "me" / ".folio", (OTHER,))
    assert compare("last", "last", "--profile", "me") == 0
    assert "A client of your own" in capsys.readouterr().out
    assert compare("last", "last", "--profile", "me", "-p", "toptal") == 0
    assert "Toptal" in capsys.readouterr().out
