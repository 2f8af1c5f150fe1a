"""Where results are written: whole files, devices, and places that take none."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from folio.cli.files import append, write
from folio.errors import FolioError


def refused(path: Path) -> str:
    with pytest.raises(FolioError) as caught:
        write(path, b"x")
    return str(caught.value)


def test_a_file_is_replaced_whole_and_keeps_who_may_read_it(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_bytes(b"before, and longer")
    target.chmod(0o600)
    write(target, b"after")
    assert (target.read_bytes(), target.stat().st_mode & 0o777) == (b"after", 0o600)
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("there")
    write(tmp_path / "link", b"x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "there").read_bytes() == b"x"


def test_a_device_or_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write(pipe, b"through")
        assert os.read(reader, 100) == b"through"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "nowhere" / "out.txt"
    assert refused(path) == f"{path} can't be written: there is no folder {path.parent}; choose another file"


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="only Linux has /proc")
def test_a_folder_that_takes_no_files_is_named() -> None:
    assert refused(Path("/proc/folio")) == (
        "/proc/folio can't be written: /proc takes no new files; choose another file"
    )


def test_other_trouble_is_told_in_the_systems_words(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert "can't be written: not a directory; choose" in refused(tmp_path / "file" / "out.txt")
    assert "can't be written: is a directory; choose" in refused(tmp_path)
    (tmp_path / "circle").symlink_to("circle")
    assert "can't be written: " in refused(tmp_path / "circle")
    with pytest.raises(FolioError, match="can't be written: is a directory"):
        append(tmp_path, b"x")
