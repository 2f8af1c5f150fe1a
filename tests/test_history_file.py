"""The file that keeps what runs came to: nothing is lost, nothing twice, and whatever lies there stops no run."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import time
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from build import TODAY, excellent_facts, some_facts
from folio.history import NAME, recall, remember
from folio.options import Options
from folio.pipeline import score
from folio.readiness.assess import assess
from folio.readiness.history import Past, past
from folio.readiness.report import Report
from folio.readiness.rubric import rubric
from folio.starting.begin import begin
from folio.starting.draft import Draft
from folio.starting.text import profile_text
from folio.version import VERSION

REPORT = assess(excellent_facts(), rubric("toptal"))
POORER = assess(some_facts(), rubric("toptal"))
OTHER = assess(excellent_facts(), rubric("direct-client"))
LINE = past(REPORT, VERSION).to_line()
unix = pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and rights are Unix's")


def on(day: date, report: Report = REPORT) -> Report:
    return replace(report, today=day)


def lines(state: Path) -> list[str]:
    return (state / NAME).read_text(encoding="utf-8").splitlines()


def kept(report: Report) -> Past:
    return past(report, VERSION)


def test_each_report_of_a_run_is_a_line(tmp_path: Path) -> None:
    history = remember(tmp_path, (REPORT, OTHER))
    assert history == (kept(REPORT), kept(OTHER)) == recall(tmp_path)
    assert lines(tmp_path) == [kept(REPORT).to_line(), kept(OTHER).to_line()]


def test_the_same_run_again_adds_nothing(tmp_path: Path) -> None:
    first = remember(tmp_path, (REPORT,))
    before = (tmp_path / NAME).read_bytes()
    assert remember(tmp_path, (REPORT,)) == first
    assert (tmp_path / NAME).read_bytes() == before


def test_a_run_of_the_same_day_that_differs_is_added_and_counts(tmp_path: Path) -> None:
    remember(tmp_path, (POORER,))
    assert remember(tmp_path, (REPORT,)) == (kept(REPORT),)
    assert remember(tmp_path, (POORER,)) == (kept(POORER),)
    assert len(lines(tmp_path)) == 3


def test_other_days_and_platforms_are_kept_apart(tmp_path: Path) -> None:
    yesterday = TODAY - timedelta(days=1)
    remember(tmp_path, (on(yesterday), OTHER))
    assert remember(tmp_path, (REPORT,)) == (kept(on(yesterday)), kept(REPORT))
    assert recall(tmp_path) == (kept(on(yesterday)), kept(OTHER), kept(REPORT))


def test_there_is_no_history_before_the_first_run(tmp_path: Path) -> None:
    assert recall(tmp_path / "nowhere") == ()
    assert not (tmp_path / "nowhere").exists()


MADE = ("cache/scans.db", "pdf/a", "site/b", "evidence.lock", "history.jsonl", "history.lock")
MEANT = ("evidence/a.json", "fingerprints/b.json", "profile.schema.json")


def added(folder: Path) -> set[str]:
    """What git would take into a repository at the folder."""
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    command = ["git", "-C", str(folder), "-c", "core.quotePath=off", "add", "-An"]
    seen = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {line.removeprefix("add '").removesuffix("'") for line in seen.splitlines()}


def fill(state: Path) -> None:
    for name in (*MADE, *MEANT):
        (state / name).parent.mkdir(parents=True, exist_ok=True)
        (state / name).touch()


@pytest.mark.parametrize("begun", [True, False])
def test_git_takes_evidence_and_fingerprints_and_nothing_else(begun: bool, tmp_path: Path) -> None:
    if begun:
        begin(tmp_path, profile_text(Draft(name="Ada", email="ada@example.org")), ci="none")
    else:
        (tmp_path / "profile.yaml").touch()
    state = tmp_path / ".folio"
    remember(state, (REPORT,))
    fill(state)
    theirs = {f".folio/{name}" for name in (*MEANT, ".gitignore")}
    assert added(tmp_path) - {".gitignore"} == {"profile.yaml"} | theirs
    if sys.platform != "win32":
        assert (state / NAME).stat().st_mode & 0o077 == 0


def test_a_run_without_a_history_is_kept_out_as_well(tmp_path: Path) -> None:
    begin(tmp_path, profile_text(Draft(name="Ada", email="ada@example.org")), ci="none")
    (tmp_path / ".gitignore").unlink()
    score(tmp_path, Options(today=TODAY, offline=True))
    fill(tmp_path / ".folio")
    assert added(tmp_path) == {"profile.yaml", *(f".folio/{name}" for name in (*MEANT, ".gitignore"))}


def test_a_folder_with_other_things_in_it_loses_none_of_them(tmp_path: Path) -> None:
    """As with `--state .`."""
    (tmp_path / "profile.yaml").touch()
    remember(tmp_path, (REPORT,))
    fill(tmp_path)
    assert added(tmp_path) == {"profile.yaml", ".gitignore", *MEANT}


def test_a_gitignore_of_ones_own_stays(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*\n")
    remember(tmp_path, (REPORT,))
    assert (tmp_path / ".gitignore").read_text() == "*\n"


# ------------------------------------------------------------------ damage


@pytest.mark.parametrize("length", [1, 10, 21, 40, 90, 300, len(LINE) - 2])
def test_a_line_that_was_cut_off_is_told_once_and_followed_by_a_fresh_one(
    length: int, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    yesterday = on(TODAY - timedelta(days=1))
    remember(tmp_path, (yesterday,))
    with (tmp_path / NAME).open("a") as stream:
        stream.write(LINE[:length])
    assert remember(tmp_path, (REPORT,)) == (kept(yesterday), kept(REPORT))
    assert [one.levelname for one in caplog.records] == ["WARNING"]
    assert lines(tmp_path) == [kept(yesterday).to_line(), LINE[:length], LINE]
    caplog.clear()
    assert recall(tmp_path) == (kept(yesterday), kept(REPORT))
    assert remember(tmp_path, (REPORT,)) == (kept(yesterday), kept(REPORT))
    assert caplog.records == []


def test_a_whole_line_without_its_end_counts(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / NAME).write_text(LINE)
    assert recall(tmp_path) == (kept(REPORT),)
    remember(tmp_path, (on(TODAY + timedelta(days=1)),))
    assert len(lines(tmp_path)) == 2
    assert caplog.records == []


def test_a_line_of_a_later_folio_is_kept_and_passed_over(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    later = LINE.replace('"schema":1', '"schema":2')
    (tmp_path / NAME).write_text(f"{later}\n{LINE}\n")
    assert remember(tmp_path, (on(TODAY + timedelta(days=1)),))[0] == kept(REPORT)
    assert lines(tmp_path)[0] == later
    assert "later folio" in caplog.text


def test_fields_of_a_later_folio_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / NAME).write_text(LINE.replace('"totals"', '"weather":{"rain":"yes"},"totals"') + "\n")
    assert recall(tmp_path) == (kept(REPORT),)


@pytest.mark.parametrize(
    "rubbish",
    [
        b"\0" * 5000,
        b"\xff\xfe\xfa not text",
        b"<<<<<<< HEAD",
        b"[" * 100_000,
        LINE.replace('"totals":[', '"totals":[NaN,').encode(),
        LINE.replace('"totals":[', f'"totals":[{"9" * 5000},').encode(),
        b"x" * 3_000_000,
    ],
    ids=["NULs", "no text", "a merge", "deep", "NaN", "huge number", "a very long line"],
)
def test_rubbish_between_lines_is_told_and_left(
    rubbish: bytes, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    tomorrow = on(TODAY + timedelta(days=1))
    before = LINE.replace(str(TODAY), "2026-01-01").encode()
    content = before + b"\n" + rubbish + b"\n" + LINE.replace(str(TODAY), "2026-02-01").encode() + b"\n"
    (tmp_path / NAME).write_bytes(content)
    assert [str(one.today) for one in remember(tmp_path, (tomorrow,))] == ["2026-01-01", "2026-02-01", "2026-11-23"]
    assert (tmp_path / NAME).read_bytes() == content + kept(tomorrow).to_line().encode() + b"\n"
    assert [one.levelname for one in caplog.records] == ["WARNING"]


def test_a_very_long_history_is_read_from_its_end(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = [TODAY - timedelta(days=number) for number in range(30, 0, -1)]
    (tmp_path / NAME).write_text("".join(f"{LINE.replace(str(TODAY), str(day))}\n" for day in days))
    monkeypatch.setattr("folio.history.MAX_READ", len(LINE) * 5)
    assert [one.today for one in recall(tmp_path)] == days[-4:]
    assert "only its end" in caplog.text
    monkeypatch.undo()
    monkeypatch.setattr("folio.history.MAX_KEPT", 7)
    assert [one.today for one in recall(tmp_path)] == days[-7:]


def test_only_the_wanted_platforms_lines_are_read_in_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    days = [TODAY - timedelta(days=number) for number in range(1, 40)]
    (tmp_path / NAME).write_text(
        "".join(f"{kept(on(day, one)).to_line()}\n" for day in days for one in (REPORT, OTHER) for _ in range(5))
    )
    read: list[bytes] = []
    monkeypatch.setattr("folio.history.from_line", read.append)
    remember(tmp_path, (REPORT,))
    assert len(read) == len(days)


# ------------------------------------------------------------------ what is no file, and folders that can't be written


@unix
def test_a_link_a_folder_or_a_pipe_in_its_place_is_left_alone(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    target = tmp_path / "target.txt"
    target.write_text("precious\n")
    for name, make in (
        ("link", lambda path: path.symlink_to(target)),
        ("dangling", lambda path: path.symlink_to(tmp_path / "new.txt")),
        ("folder", lambda path: path.mkdir()),
        ("pipe", os.mkfifo),
    ):
        state = tmp_path / name
        state.mkdir()
        make(state / NAME)
        caplog.clear()
        assert remember(state, (REPORT,)) == (kept(REPORT),), name
        assert "can't be kept" in caplog.text
        assert recall(state) == (), name
    assert target.read_text() == "precious\n"
    assert not (tmp_path / "new.txt").exists()


@unix
@pytest.mark.parametrize("make", ["link", "folder"])
def test_a_lock_that_is_no_file_costs_the_history_and_not_the_run(
    make: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    lock = tmp_path / "history.lock"
    lock.symlink_to(tmp_path / "elsewhere") if make == "link" else lock.mkdir()
    assert remember(tmp_path, (REPORT,)) == (kept(REPORT),)
    assert "can't be kept" in caplog.text
    assert not (tmp_path / "elsewhere").exists()


def test_a_state_folder_that_is_a_file_costs_the_history_and_not_the_run(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "state").write_text("a file")
    assert remember(tmp_path / "state", (REPORT,)) == (kept(REPORT),)
    assert "can't be kept" in caplog.text


@unix
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_still_gives_its_history(tmp_path: Path) -> None:
    yesterday = on(TODAY - timedelta(days=1))
    remember(tmp_path, (yesterday,))
    tmp_path.chmod(0o500)
    try:
        (tmp_path / NAME).chmod(0o400)
        assert remember(tmp_path, (REPORT,)) == (kept(yesterday), kept(REPORT))
    finally:
        tmp_path.chmod(0o700)


@unix
def test_a_full_disk_costs_the_history_and_not_the_run(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    yesterday = on(TODAY - timedelta(days=1))
    remember(tmp_path, (yesterday,))
    room = (tmp_path / NAME).stat().st_size + 100
    script = (
        "import resource, signal, sys; from pathlib import Path; from folio.readiness.report import Report\n"
        "from folio.history import remember\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))\n"
        f"print(len(remember(Path({str(tmp_path)!r}), (Report.from_json(Path(sys.argv[1]).read_text()),))))\n"
    )
    report = tmp_path / "report.json"
    report.write_text(REPORT.to_json())
    run = subprocess.run([sys.executable, "-c", script, str(report)], capture_output=True, text=True, check=True)
    assert run.stdout == "2\n"
    assert "can't be kept" in run.stderr
    assert remember(tmp_path, (REPORT,)) == (kept(yesterday), kept(REPORT))
    assert lines(tmp_path)[-1] == LINE


# ------------------------------------------------------------------ at the same time


RUN = """
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from folio.history import remember
from folio.readiness.report import Report
report = Report.from_json(Path(sys.argv[2]).read_text(encoding="utf-8"))
while not Path(sys.argv[3]).exists():
    pass
for number in range(20):
    remember(Path(sys.argv[1]), (replace(report, today=report.today - timedelta(days=int(sys.argv[4]) + number)),))
"""


def test_processes_that_write_at_the_same_time_lose_nothing_of_each_other(tmp_path: Path) -> None:
    report, start, state = tmp_path / "report.json", tmp_path / "start", tmp_path / "state"
    report.write_text(REPORT.to_json(), encoding="utf-8")
    runs = [
        subprocess.Popen([sys.executable, "-c", RUN, str(state), str(report), str(start), first])
        for first in ("0", "1000")
    ]
    time.sleep(0.5)
    start.touch()
    assert [run.wait(timeout=120) for run in runs] == [0, 0]
    written = [json.loads(line) for line in lines(state)]
    assert len(written) == len({one["today"] for one in written}) == 40
    assert len(recall(state)) == 40


def test_warnings_are_told_to_folios_logger(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / NAME).write_bytes(b"\0\n")
    with caplog.at_level(logging.WARNING, logger="folio"):
        recall(tmp_path)
    assert [one.name for one in caplog.records] == ["folio"]


# ------------------------------------------------------------------ the commands


def folio(*words: str, cwd: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "folio", *words],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1] / "src")},
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_score_is_kept_and_what_only_looks_is_not(tmp_path: Path) -> None:
    folio("init", "me", "--name", "Ada", "--email", "ada@example.org", cwd=tmp_path)
    run = ("me", "--offline", "--today", "2026-11-22")
    folio("explain", "case-studies", *run, cwd=tmp_path)
    folio("plan", *run, cwd=tmp_path)
    assert not (tmp_path / "me" / ".folio" / NAME).exists()
    folio("score", *run, "-p", "toptal", "-p", "direct-client", cwd=tmp_path)
    assert [json.loads(line)["platform"] for line in lines(tmp_path / "me" / ".folio")] == ["toptal", "direct-client"]


def test_the_same_day_drawn_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    folio("init", "me", "--name", "Ada", "--email", "ada@example.org", cwd=tmp_path)
    for day in ("2026-11-20", "2026-11-21"):
        folio("score", "me", "--offline", "--today", day, cwd=tmp_path)
    run = ("score", "me", "--offline", "--today", "2026-11-22", "--format", "html")
    first = folio(*run, cwd=tmp_path)
    assert folio(*run, cwd=tmp_path) == first
    assert len(lines(tmp_path / "me" / ".folio")) == 3
    folio("score", "me", "--offline", "--today", "2026-11-23", cwd=tmp_path)
    assert folio(*run, cwd=tmp_path) == first
