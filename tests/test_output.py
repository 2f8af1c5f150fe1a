"""The output folder is swapped in whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

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
    left = tmp_path / ".out-old-x" / "out"
    left.mkdir(parents=True)
    (left / "resume.pdf").write_text("good", encoding="utf-8")
    recover(tmp_path / "out")
    assert (tmp_path / "out" / "resume.pdf").read_text(encoding="utf-8") == "good"
    assert not left.parent.exists()


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
