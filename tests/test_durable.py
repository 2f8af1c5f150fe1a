"""Files and folders stay whole: what killed runs left goes, what live ones write stays."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from folio.durable import swap
from folio.durable.held import abandoned, held, scratch_folder
from folio.durable.whole import create_whole, mode_of, sweep, write_whole

LEFT = ".folio-0123456789abcdef.part"
KILLED = """
import os, signal, sys
from pathlib import Path
from folio.durable.held import held
from folio.durable import whole
with held(Path(sys.argv[1]), "mine-") as folder:
    (folder / "clone").write_text("secret")
    def place(part, path):
        os.kill(os.getpid(), signal.SIGKILL)
    whole._written(Path(sys.argv[1]) / "file", b"half", 0o600, lasting=False, place=place)
"""


def test_what_a_killed_process_left_goes_and_what_a_live_one_has_stays(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    assert len(list(tmp_path.iterdir())) == 2
    (tmp_path / "mine-of-a-person").mkdir()
    with held(tmp_path, "mine-") as alive:
        sweep(tmp_path)
        for one in abandoned(tmp_path, "mine-"):
            assert (one / "clone").read_text() == "secret"
        assert sorted(tmp_path.iterdir()) == sorted([alive, tmp_path / "mine-of-a-person"])
        assert alive.stat().st_mode & 0o777 == 0o700
    assert [path.name for path in tmp_path.iterdir()] == ["mine-of-a-person"]


def test_a_link_in_the_place_of_a_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "papers").mkdir()
    (tmp_path / "folio-0123456789abcdef").symlink_to(tmp_path / "papers")
    (tmp_path / LEFT).symlink_to(tmp_path / "papers")
    assert list(abandoned(tmp_path, "folio-")) == []
    sweep(tmp_path)
    assert len(list(tmp_path.iterdir())) == 3


def test_a_scratch_folder_is_its_users_alone_and_gone_afterwards() -> None:
    with scratch_folder() as one, scratch_folder() as other:
        assert one != other
        assert one.is_dir()
    assert not one.exists()


def test_a_file_is_replaced_whole_with_the_mode_it_is_to_have(tmp_path: Path) -> None:
    file = tmp_path / "file"
    write_whole(file, b"one")
    assert (file.read_bytes(), mode_of(file)) == (b"one", 0o600)
    write_whole(file, b"two", mode=0o644, lasting=True)
    assert (file.read_bytes(), mode_of(file)) == (b"two", 0o644)
    with pytest.raises(IsADirectoryError):
        (tmp_path / "folder").mkdir()
        write_whole(tmp_path / "folder", b"three")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]


@pytest.mark.parametrize("linked", [True, False])
def test_a_new_file_takes_the_place_of_none(linked: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not linked:

        def refuse(*_: object, **__: object) -> None:
            raise PermissionError

        monkeypatch.setattr(os, "link", refuse)
    create_whole(tmp_path / "file", b"one")
    (tmp_path / "dangling").symlink_to("nowhere")
    for name in ("file", "dangling"):
        with pytest.raises(FileExistsError):
            create_whole(tmp_path / name, b"two")
    assert (tmp_path / "file").read_bytes() == b"one"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_disk_without_room_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "file"
    write_whole(file, b"old")
    code = "import sys; from folio.durable.whole import write_whole; write_whole(sys.argv[1], bytes(9000))"
    limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (5000, 5000))  # noqa: E731
    words = [sys.executable, "-B", "-c", code, str(file)]
    made = subprocess.run(words, preexec_fn=limit, capture_output=True, text=True, check=False)
    assert "File too large" in made.stderr
    assert file.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(sys.platform != "linux", reason="of macOS the same is known, and here is none")
def test_two_folders_change_places_in_one_step(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name)
    assert swap.exchange(tmp_path / "one", tmp_path / "two")
    assert (tmp_path / "one" / "file").read_text() == "two"
    assert not swap.exchange(tmp_path / "one", tmp_path / "none")
