"""Whole runs, with real worker processes: the same rows whatever happens on the way."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from cohort.crowd import DAY, NOW, Silent, order, records
from folio.cohort.job import Done, Job
from folio.cohort.order import Stopped
from folio.cohort.run import run
from folio.cohort.work import work
from folio.errors import FolioError

KILLER = Path(__file__).with_name("killed.py")


class Here:
    """Works in this process."""

    def __init__(self, does: Callable[[Job], Done]) -> None:
        self.does = does

    def room(self) -> bool:
        return True

    def submit(self, job: Job) -> Any:
        future: Future[Done] = Future()
        future.set_result(self.does(job))
        return future

    def result(self, future: Any) -> Any:
        return future.result()

    def check(self) -> tuple[Future[Done], ...]:
        return ()

    def close(self) -> None: ...


@pytest.fixture(scope="module")
def crowd(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return records(tmp_path_factory.mktemp("crowd") / "people.jsonl", 12)


@pytest.fixture(scope="module")
def rows(crowd: Path) -> bytes:
    """Those of a run that nothing happened to, in this process."""
    out = crowd.with_name("whole.jsonl")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("folio.cohort.going.Workers", lambda count, seconds: Here(work))
        outcome = run(order(crowd, out), Silent())
    assert (outcome.profiles, outcome.rows, outcome.problems, outcome.taken_up) == (12, 24, 2, 0)
    assert [(one.candidate.id, b"headlin" in one.row) for one in outcome.faults] == [
        ("p1", True),
        ("people.jsonl:12", False),
    ], "one for each, in their order"
    assert not out.with_name(".whole.jsonl.run").exists()
    return out.read_bytes()


def stopped(at: int) -> Silent:
    """Ctrl-C once so many profiles are done."""

    def heard(done: int) -> None:
        if done >= at:
            raise KeyboardInterrupt

    return Silent(heard)


def test_a_run_that_is_stopped_goes_on_where_it_was_and_damage_is_mended(
    crowd: Path, rows: bytes, tmp_path: Path
) -> None:
    asked = order(crowd, tmp_path / "rows.jsonl")
    with pytest.raises(Stopped) as caught:
        run(asked, stopped(6))
    assert (caught.value.done, caught.value.total) == (6, 12)
    folder = tmp_path / ".rows.jsonl.run"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert (folder / ".gitignore").read_text() == "*\n"
    kept = sorted(folder.glob("parts/*.jsonl"))
    assert len(kept) >= 3
    kept[0].write_bytes(b"{}\n")
    outcome = run(asked, Silent())
    assert outcome.taken_up == 2 * (len(kept) - 1)
    assert asked.out.read_bytes() == rows
    assert not folder.exists()


@pytest.mark.skipif(not Path("/proc/self/environ").is_file(), reason="processes are found in /proc")
def test_kills_lose_nothing_and_leave_nobody_behind(crowd: Path, rows: bytes, tmp_path: Path) -> None:
    words = [sys.executable, str(KILLER), str(crowd), str(tmp_path / "rows.jsonl")]
    done = subprocess.run(words, capture_output=True, text=True, timeout=300, check=False)
    assert "Traceback" not in done.stderr  # Python's tracker of semaphores tells of those that a kill left
    assert done.stdout == "3 kills, nobody left\n"
    assert (tmp_path / "rows.jsonl").read_bytes() == rows


def test_what_was_begun_is_not_gone_on_with_as_something_else(
    crowd: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("folio.cohort.going.Workers", lambda count, seconds: Here(work))
    asked = order(crowd, tmp_path / "rows.jsonl")
    with pytest.raises(Stopped):
        run(asked, stopped(0))

    def refused(**further: Any) -> str:
        with pytest.raises(FolioError, match="begin anew with --restart") as caught:
            run(order(crowd, asked.out, **further), Silent())
        return str(caught.value)

    options = asked.asked.options
    other = replace(asked.asked, options=replace(options, platforms=("malt",), today=DAY + timedelta(1)))
    assert "--platform was toptal, malt and is malt; --today was 2026-11-22 and is 2026-11-23" in refused(asked=other)
    assert "--chunk was 2 and is 5" in refused(chunk=5)
    assert "--stored was not given and is given" in refused(asked=replace(asked.asked, stored=True))
    before = crowd.stat()
    os.utime(crowd, ns=(1, 1))
    assert "sources differ" in refused()
    os.utime(crowd, ns=(before.st_atime_ns, before.st_mtime_ns))

    tomorrow = replace(asked.asked, options=replace(options, today=DAY + timedelta(1)))
    unsaid = order(crowd, asked.out, asked=tomorrow, day_said=False, chunk=None)
    with pytest.raises(Stopped):
        run(unsaid, stopped(0))
    said = order(crowd, asked.out, asked=tomorrow, restart=True)
    with pytest.raises(Stopped):
        run(said, stopped(0))
    assert "--today was 2026-11-23" in refused()
    for damage in (b"", b"[]", b'{"asked": {}}'):
        (tmp_path / ".rows.jsonl.run/asked.json").write_bytes(damage)
        with pytest.raises(Stopped):
            run(asked, stopped(0))
    (tmp_path / ".rows.jsonl.run/plan.jsonl").write_bytes(b"[]\n")
    with pytest.raises(Stopped) as caught:
        run(asked, stopped(2))
    assert caught.value.total == 12, "a damaged plan is made again"


def test_one_run_at_a_time_writes_to_a_place(crowd: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("folio.cohort.going.Workers", lambda count, seconds: Here(work))
    asked = order(crowd, tmp_path / "rows.jsonl")

    def again(done: int) -> None:
        with pytest.raises(FolioError, match="another 'folio cohort' is at it"):
            run(asked, Silent())
        raise KeyboardInterrupt

    with pytest.raises(Stopped):
        run(asked, Silent(again))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("rows.csv", r"write to a \.parquet file"),
        ("dir.jsonl", "is a folder"),
        ("file", "is a file"),
        ("mine", "holds other files"),
        ("..", "of its own"),
        ("no/x.jsonl", "can't be written"),
    ],
)
def test_a_place_that_can_not_be_written_is_told_before_anything_is_done(
    crowd: Path, tmp_path: Path, name: str, told: str
) -> None:
    (tmp_path / "dir.jsonl").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/thesis.tex").touch()
    (tmp_path / "no").touch()
    with pytest.raises(FolioError, match=told):
        run(order(crowd, tmp_path / name), Silent())


def test_without_pyarrow_json_lines_are_offered(crowd: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("folio.cohort.joining.find_spec", lambda name: None)
    with pytest.raises(
        FolioError, match=r"pip install 'folio-ready\[cohort\]', or write JSON lines with --out .*rows\.jsonl"
    ):
        run(order(crowd, tmp_path / "rows.parquet"), Silent())


def test_a_run_folder_of_somebody_else_is_not_used(crowd: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".rows.jsonl.run").symlink_to("elsewhere")
    with pytest.raises(FolioError, match="not a folder of yours"):
        run(order(crowd, tmp_path / "rows.jsonl"), Silent())


def test_nobody_to_score_is_an_error_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "people").mkdir()
    with pytest.raises(FolioError, match="holds no profile"):
        run(order(tmp_path / "people", tmp_path / "rows.jsonl"), Silent())
    assert [one.name for one in tmp_path.iterdir()] == ["people"]


@pytest.mark.parametrize(("minutes", "left"), [(0, 12), (30, 12), (120, 0)])
def test_those_who_met_githubs_limit_are_worked_on_again_when_it_answers(
    crowd: Path, rows: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, minutes: int, left: int
) -> None:
    now = [NOW]
    tokens: list[str | None] = []

    def limited(job: Job) -> Done:
        tokens.append(job.token)
        done = work(job)
        if now[0] >= NOW + timedelta(hours=1):
            return done
        worse = done.lines.replace(b'"guards":[]', b'"guards":["worse"]')
        again = (NOW + timedelta(hours=1)).isoformat()
        return Done(job.number, worse, tuple(one.id for one in job.candidates), again)

    def sleep(seconds: float) -> None:
        now[0] += timedelta(seconds=seconds)

    monkeypatch.setattr("folio.cohort.going.Workers", lambda count, seconds: Here(limited))
    asked = order(crowd, tmp_path / "rows.jsonl", tokens=("ghp_one", "ghp_two"), wait=timedelta(minutes=minutes),
                  clock=lambda: now[0], sleep=sleep)  # fmt: skip
    kept: list[bytes] = []
    folder = tmp_path / ".rows.jsonl.run"
    shown = Silent(lambda done: kept.extend(one.read_bytes() for one in folder.rglob("*") if one.is_file()))
    outcome = run(asked, shown)
    assert outcome.waiting == left
    assert (asked.out.read_bytes() == rows) == (left == 0)
    assert outcome.again_at == (None if left == 0 else (NOW + timedelta(hours=1)).isoformat())
    assert set(tokens) == {"ghp_one", "ghp_two"}
    assert kept
    assert not any(b"ghp_" in one for one in kept), "no token is in the run folder"
    assert "ghp_" not in repr(asked)
