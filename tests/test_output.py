"""The output folder is swapped in whole, or not at all."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from folio.durable import swap
from folio.errors import FolioError
from folio.output import recover, staged, write
from folio.render.artifact import Artifact


def test_a_run_that_ends_well_takes_the_place_of_the_last_one(tmp_path: Path) -> None:
    out = tmp_path / "out"
    for text in ("first", "second"):
        with staged(out) as stage:
            write([Artifact.of("site/index.html", text)], stage)
    assert (out / "site" / "index.html").read_text(encoding="utf-8") == "second"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_run_that_fails_leaves_the_last_one_and_no_trace(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with staged(out) as stage:
        write([Artifact.of("resume.pdf", "good")], stage)
    with pytest.raises(RuntimeError), staged(out) as stage:
        write([Artifact.of("resume.pdf", "half")], stage)
        raise RuntimeError
    assert (out / "resume.pdf").read_text(encoding="utf-8") == "good"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_folder_with_files_of_others_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.docx").write_text("years", encoding="utf-8")
    with (
        pytest.raises(FolioError, match=r"holds files that folio did not write \(thesis.docx\)"),
        staged(tmp_path / "out"),
    ):
        pass
    assert (tmp_path / "out" / "thesis.docx").exists()


def test_what_a_killed_swap_left_is_put_back(tmp_path: Path) -> None:
    """Killed between the two renames: the last output is whole, under its other name."""
    left = tmp_path / ".out.folio-0123456789abcdef" / "old"
    left.mkdir(parents=True)
    (left / "resume.pdf").write_text("good", encoding="utf-8")
    recover(tmp_path / "out")
    assert (tmp_path / "out" / "resume.pdf").read_text(encoding="utf-8") == "good"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_what_a_killed_run_left_goes_and_what_a_live_one_writes_stays(tmp_path: Path) -> None:
    dead = tmp_path / ".out.folio-0123456789abcdef"
    (dead / "new").mkdir(parents=True)
    others = [tmp_path / name for name in (".out-backup", ".out.folio-mine", "out.folio-0123456789abcdef")]
    for one in others:
        one.mkdir()
    with staged(tmp_path / "out") as first, staged(tmp_path / "out") as second:
        assert not dead.exists()
        write([Artifact.of("resume.pdf", "first")], first)
        write([Artifact.of("resume.pdf", "second")], second)
    assert (tmp_path / "out" / "resume.pdf").read_text(encoding="utf-8") == "first"  # whose block ended last
    assert sorted(tmp_path.iterdir()) == sorted([*others, tmp_path / "out"])


def test_what_came_into_the_output_during_the_run_is_not_lost(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with pytest.raises(FolioError, match=r"did not write \(thesis.docx\)"), staged(out) as stage:
        write([Artifact.of("resume.pdf", "new")], stage)
        out.mkdir()
        (out / "thesis.docx").write_text("years", encoding="utf-8")
    assert [path.name for path in out.iterdir()] == ["thesis.docx"]
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("in_one_step", [True, False])
def test_the_swap_leaves_one_of_the_two_whatever_the_system_can(
    in_one_step: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not in_one_step:
        monkeypatch.setattr(swap, "exchange", lambda one, other: False)
    out = tmp_path / "out"
    for text in ("first", "second", "third"):
        with staged(out) as stage:
            write([Artifact.of("resume.pdf", text)], stage)
        assert (out / "resume.pdf").read_text(encoding="utf-8") == text
        assert [path.name for path in tmp_path.iterdir()] == ["out"]
    with pytest.raises(FileNotFoundError):
        swap.put(tmp_path / "none", out, tmp_path / "aside")
    assert (out / "resume.pdf").read_text(encoding="utf-8") == "third"


@pytest.mark.parametrize("in_one_step", [True, False])
def test_many_who_write_to_one_place_leave_one_whole(
    in_one_step: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not in_one_step:
        monkeypatch.setattr(swap, "exchange", lambda one, other: False)

    def write_often(number: int) -> None:
        for _ in range(20):
            with staged(tmp_path / "out") as stage:
                write([Artifact.of(f"site/{one}", str(number)) for one in range(3)], stage)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(write_often, range(4)))
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    found = [path.read_text(encoding="utf-8") for path in sorted((tmp_path / "out" / "site").iterdir())]
    assert len(found) == 3
    assert len(set(found)) == 1


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="only Linux has /proc")
def test_a_place_that_takes_no_files_is_named() -> None:
    with (
        pytest.raises(FolioError, match=r"^/proc/out can't be written: /proc takes no new files; choose"),
        staged(Path("/proc/out")),
    ):
        pass


def test_a_place_below_a_file_is_told_with_why(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with (
        pytest.raises(FolioError, match=r"out can't be written: .*file is no folder; choose"),
        staged(tmp_path / "file" / "out"),
    ):
        pass
