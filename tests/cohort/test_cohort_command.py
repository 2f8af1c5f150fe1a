"""`folio cohort` as a person uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cohort.crowd import records
from cohort.test_run import Here
from folio.cli.root import group
from folio.cohort.work import work
from folio.errors import FolioError


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("folio.cohort.going.Workers", lambda count, seconds: Here(work))
    records(Path("people.jsonl"), 6)


def folio(*words: str) -> Result:
    return CliRunner().invoke(group, ["cohort", *words], standalone_mode=False)


def test_a_run_says_how_many_were_scored_what_is_wrong_where_the_rows_are_and_what_to_do_next() -> None:
    done = folio("people.jsonl", "--offline", "-p", "toptal", "-p", "malt", "-o", "rows.jsonl", "--today", "2026-11-22")
    assert done.return_value == 0
    assert done.stdout == ""
    *steps, scored, wrong, first, second, written, further = done.stderr.splitlines()
    assert steps == ["looking for profiles", "scoring 6 profiles", "writing rows.jsonl"]
    assert scored == "4 of 6 profiles scored"
    assert wrong == "2 profiles could not be scored:"
    assert first == "  people.jsonl:2:1: headlin: no such field; did you mean 'headline'"
    assert second.startswith("  people.jsonl:6:2: not JSON")
    assert written == "12 rows written to rows.jsonl"
    assert further == "next: folio cohort report rows.jsonl"
    rows = [json.loads(line) for line in Path("rows.jsonl").read_text().splitlines()]
    assert [one["platform"] for one in rows] == ["toptal", "malt"] * 6


def test_json_is_one_object_on_stdout_and_strict_is_a_status() -> None:
    done = folio("people.jsonl", "--offline", "-o", "rows.jsonl", "--today", "2026-11-22", "--json", "-q", "--strict")
    assert done.return_value == 1
    assert done.stderr == ""
    assert json.loads(done.stdout) == {
        "schema_version": 1, "out": "rows.jsonl", "today": "2026-11-22", "profiles": 6, "scored": 4, "problems": 2,
        "not_built": 0, "rows": 6, "done_before": 0, "waiting": 0, "again_at": None,
    }  # fmt: skip


def test_what_could_not_be_built_is_counted_beside_where_the_others_are(monkeypatch: pytest.MonkeyPatch) -> None:
    def build(path: Path, out: Path, *_: object) -> None:
        if out.name == "p3":
            raise FolioError("taken; choose another")

    monkeypatch.setattr("folio.build.build", build)
    done = folio("people.jsonl", "--offline", "-p", "toptal", "-p", "malt", "-o", "rows.jsonl", "--render", "out")
    assert "4 of 6 profiles scored\n" in done.stderr
    assert "1 profile could not be built; the rows say why, under 'problems'\n" in done.stderr
    assert "sites and documents are in out, in a folder for each id\n" in done.stderr


def test_parquet_and_its_report() -> None:
    assert folio("people.jsonl", "--offline", "-o", "rows.parquet", "-q").return_value == 0
    assert folio("people.jsonl", "--offline", "-o", "rows", "-q").return_value == 0
    assert Path("rows.parquet").read_bytes()[:4] == b"PAR1"
    assert [one.name for one in Path("rows").iterdir()] == ["platform=direct-client"]
    report = folio("report", "rows.parquet")
    assert report.exit_code == 0
    assert "6 profiles" in report.stdout


def test_a_folder_called_report_is_named_with_its_path() -> None:
    Path("report").mkdir()
    Path("report/profile.yaml").write_text("name: Ada\nheadline: Engineer\nsummary: Counts.\n")
    Path("report/deep").mkdir()
    Path("report/deep/ada.yaml").write_text("name: Ada\nsummary: Counts.\n")
    done = folio("./report", "report/*/*.yaml", "--offline", "-o", "rows.jsonl")
    assert "1 of 2 profiles scored" in done.stderr
    assert "  report/deep/ada.yaml:1:1: headline: is missing; add it\n" in done.stderr, "an editor can jump there"


def test_ctrl_c_keeps_what_is_done_and_says_how_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(job: object) -> None:
        raise KeyboardInterrupt

    words = ["people.jsonl", "--offline", "-o", "rows.jsonl"]
    with monkeypatch.context() as patched:
        patched.setattr("folio.cohort.going.Workers", lambda count, seconds: Here(interrupted))  # type: ignore[arg-type]
        done = folio(*words)
    assert done.return_value == 130
    assert done.stderr.endswith("stopped; 0 of 6 profiles are done and kept: run the same command again to go on\n")
    assert "going on with the run that was begun here\nscoring 6 profiles" in folio(*words).stderr
    assert not Path(".rows.jsonl.run").exists()


def test_a_token_file_that_others_can_read_is_refused() -> None:
    Path("tokens").write_text("ghp_aaaaaaaa\n")
    Path("tokens").chmod(0o644)
    done = folio("people.jsonl", "--tokens", "tokens")
    assert "others on this machine can read these tokens; chmod 600 tokens" in str(done.exception)
