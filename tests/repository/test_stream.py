"""Contents of blobs, one at a time out of one process."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

import pytest

from folio.repository.git import process
from folio.repository.git.bounds import Deadline
from folio.repository.git.opening import repository_at
from folio.repository.git.repository import Repository, RepositoryUnreadable
from repository.build import Built, look


@pytest.fixture
def built(tmp_path: Path) -> Built:
    built = Built(tmp_path / "made")
    built.commit("Write some files down", {f"f{number}": f"content {number}\n" * 9 for number in range(9)})
    return built


def opened(built: Built, *, seconds: float = 60) -> Repository:
    return repository_at(built.folder / ".git", Deadline.after(seconds))


def names(built: Built) -> list[str]:
    return [built.git("rev-parse", f"HEAD:f{number}") for number in range(9)]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Every process of git that has been started."""
    begin = process._started
    found: list[subprocess.Popen[bytes]] = []

    def noted(*arguments: object, **options: object) -> object:
        wrapper = begin(*arguments, **options)  # type: ignore[arg-type]
        found.append(wrapper.proc)  # type: ignore[arg-type]
        return wrapper

    monkeypatch.setattr(process, "_started", noted)
    return found


def test_contents_come_in_the_order_asked_and_as_often(built: Built) -> None:
    asked = [*reversed(names(built)), names(built)[4]]
    found = list(opened(built).stream(asked))
    assert [name for name, _ in found] == asked
    assert found[0][1] == b"content 8\n" * 9
    assert found[-1][1] == b"content 4\n" * 9


def test_what_is_missing_or_no_blob_is_left_out(built: Built) -> None:
    first, second, *_ = names(built)
    asked = [first, "0" * 40, built.git("rev-parse", "HEAD^{tree}"), second]
    assert [name for name, _ in opened(built).stream(asked)] == [first, second]


def test_a_blob_over_the_limit_is_left_out_and_the_next_one_is_whole(built: Built) -> None:
    built.commit("Write a large file", {"large": os.urandom(3 << 20)})
    large, small = built.git("rev-parse", "HEAD:large"), names(built)[0]
    assert list(opened(built).stream([large, small], limit=1 << 20)) == [(small, b"content 0\n" * 9)]
    assert len(opened(built).blobs([large])[large]) == 3 << 20


def test_an_empty_file_has_content(built: Built) -> None:
    built.commit("Write nothing down", {"empty": ""})
    name = built.git("rev-parse", "HEAD:empty")
    assert opened(built).blobs([name]) == {name: b""}


def test_the_process_ends_when_the_reader_leaves_early(built: Built, started: list[subprocess.Popen[bytes]]) -> None:
    built.commit("Write more than a pipe holds", {"large": os.urandom(4 << 20)})
    asked = [names(built)[0], *[built.git("rev-parse", "HEAD:large")] * 20]
    stream = opened(built).stream(asked)
    next(stream)
    assert started[-1].poll() is None
    stream.close()
    assert started[-1].returncode == -signal.SIGKILL


def test_the_time_limit_holds_while_streaming(built: Built, started: list[subprocess.Popen[bytes]]) -> None:
    stream = Repository(built.folder / ".git", Deadline(5, 0), "", None).stream(names(built))
    with pytest.raises(RepositoryUnreadable, match="not read within 5 s"):
        next(stream)
    assert started[-1].returncode is not None


def test_nothing_asked_starts_nothing(built: Built, started: list[subprocess.Popen[bytes]]) -> None:
    repository = Repository(built.folder / ".git", Deadline.after(60), "", None)
    assert list(repository.stream([])) == []
    assert started == []


def test_reading_more_files_starts_no_more_processes(built: Built, started: list[subprocess.Popen[bytes]]) -> None:
    kinds = ("src/m{}.py", "src/n{}.ts", "docs/p{}.md", "tests/test_{}.py", "conf/{}.yaml", "examples/e{}.py")
    counts = []
    for number in (3, 30):
        built.commit(
            "Write many more files", {kind.format(one): f"x: {one}\n" for kind in kinds for one in range(number)}
        )
        before = len(started)
        look(built.folder, built.folder.parent)
        counts.append(len(started) - before)
    assert counts[0] == counts[1] < 20


def test_a_corrupt_object_is_a_problem_and_not_half_a_file(built: Built) -> None:
    first, second, *_ = names(built)
    file = built.folder / ".git" / "objects" / second[:2] / second[2:]
    file.chmod(0o600)
    file.write_bytes(file.read_bytes()[:-9])
    found: list[str] = []
    with pytest.raises(RepositoryUnreadable, match="git fsck"):
        found.extend(name for name, _ in opened(built).stream([first, second]))
    assert found in ([first], [])
