"""Repositories that are too large, too deep or too many: read or refused within bounds of memory and time.

Each is read by a process of its own, whose memory and that of git below it is measured.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from folio.repository.git import process
from folio.repository.git.repository import RepositoryUnreadable
from repository.build import PLAIN, Built, look
from repository.untouched import untouched

MB = 1 << 20
READER = """
import json, resource, sys
from datetime import date
from pathlib import Path
from folio.repository.entries import chosen, everything
from folio.repository.git.repository import RepositoryUnreadable
from folio.repository.git.opening import opened
from folio.repository.read import read

def used(who):
    size = resource.getrusage(who).ru_maxrss
    return size if sys.platform == "darwin" else size << 10

where = Path(sys.argv[1])
start = used(resource.RUSAGE_SELF)
told = {}
try:
    if sys.argv[2:] == ["list"]:
        with opened(str(where), base=where, scratch=where) as repository:
            held = everything(repository)
            wanted, over = chosen(held.entries)
            print(json.dumps({"count": held.files.count, "size": held.files.size, "wanted": len(wanted),
                              "folio": used(resource.RUSAGE_SELF) - start, "git": used(resource.RUSAGE_CHILDREN)}))
            sys.exit()
    seen = read(str(where), base=where, own=frozenset({"mara@example.org"}), today=date(2026, 11, 22),
                scratch=where.parent / "scratch", offline=True, timeout=600)
    told = {"commits": seen.history.commits, "lines": seen.code.lines, "count": seen.files.count,
            "size": seen.files.size, "tags": len(seen.history.tags), "unread": len(seen.unread)}
except RepositoryUnreadable as error:
    told = {"problem": str(error)}
told["folio"] = used(resource.RUSAGE_SELF) - start
told["git"] = used(resource.RUSAGE_CHILDREN)
print(json.dumps(told))
"""


def read(built: Built, *how: str) -> dict[str, int | str]:
    """What was seen of it, and the bytes of memory that folio took for it and git took at most."""
    with untouched(built.folder):
        done = subprocess.run([sys.executable, "-c", READER, built.folder, *how], check=True, capture_output=True)
    told: dict[str, int | str] = json.loads(done.stdout)
    return told


@pytest.fixture
def built(tmp_path: Path) -> Built:
    return Built(tmp_path / "enormous", bare=True)


def imported(built: Built, stream: Iterator[bytes]) -> None:
    """Makes objects of a stream of git's own, which is quick."""
    with subprocess.Popen(
        ["git", "fast-import", "--quiet", "--force"], cwd=built.folder, env=PLAIN, stdin=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        process.stdin.writelines(stream)
        process.stdin.close()
        assert process.wait() == 0


def a_commit(message: bytes = b"Add very many files here\n", *, of: str = "main") -> bytes:
    who = b"A <mara@example.org> 1767225600 +0000"
    return b"commit refs/heads/%s\nauthor %s\ncommitter %s\ndata %d\n%s\n" % (
        of.encode(),
        who,
        who,
        len(message),
        message,
    )


def a_file(path: bytes, content: bytes = b"x = 1\n") -> bytes:
    return b"M 100644 inline %s\ndata %d\n%s\n" % (path, len(content), content)


def zeros(size: int) -> bytes:
    """`size` zeros, compressed without ever being there: one compressed piece, again and again."""
    piece = zlib.compressobj(9, zlib.DEFLATED, -15)
    first = piece.compress(bytes(MB)) + piece.flush(zlib.Z_FULL_FLUSH)
    head = zlib.compressobj(9)
    start = head.compress(b"blob %d\0" % size) + head.flush(zlib.Z_FULL_FLUSH)
    return start + first * (size // MB) + b"\3\0" + b"\0\0\0\0"


def test_two_gigabytes_in_a_file_are_not_read(built: Built) -> None:
    """The file is there and has its size; nobody unpacks it."""
    size = 2048 * MB
    name = hashlib.sha1(b"of no importance").hexdigest()
    file = built.folder / "objects" / name[:2] / name[2:]
    file.parent.mkdir()
    file.write_bytes(zeros(size))
    imported(built, iter([a_commit(), a_file(b"small.py"), b"M 100644 %s large.py\n" % name.encode()]))
    told = read(built)
    assert (told["lines"], told["unread"], told["size"]) == (1, 1, size + 6)
    assert int(told["folio"]) < 200 * MB
    assert int(told["git"]) < 200 * MB


def test_two_hundred_thousand_files_are_listed(built: Built) -> None:
    def stream() -> Iterator[bytes]:
        yield b"blob\nmark :1\ndata 6\nx = 1\n\n"
        yield a_commit()
        for number in range(200_000):
            yield b"M 100644 :1 f%d/g%d/m%d.%s\n" % (
                number % 90,
                number % 11,
                number,
                b"png" if number % 1000 else b"py",
            )

    imported(built, stream())
    told = read(built, "list")
    assert (told["count"], told["size"], told["wanted"]) == (200_000, 1_200_000, 200)
    assert int(told["folio"]) < 500 * MB
    assert int(told["git"]) < 300 * MB


def test_a_hundred_thousand_references_are_listed(built: Built) -> None:
    imported(built, iter([a_commit(), a_file(b"a.py")]))
    name = built.git("rev-parse", "main")
    with (built.folder / "packed-refs").open("w") as stream:
        stream.write("# pack-refs with: peeled fully-peeled sorted\n")
        stream.writelines(
            sorted(f"{name} refs/{kind}/v1.{number}\n" for kind in ("heads", "tags") for number in range(50_000))
        )
    told = read(built)
    assert told["commits"] == 1
    assert int(told["folio"]) < 300 * MB
    assert int(told["git"]) < 300 * MB


@pytest.mark.parametrize("line", [b"word " * 20, b"\n\nword word\n"])
def test_a_commit_message_of_forty_megabytes_comes_to_an_end(built: Built, line: bytes) -> None:
    imported(built, iter([a_commit(line * (40 * MB // len(line))), a_file(b"a.py")]))
    told = read(built)
    assert told.get("commits") == 1 or told.get("problem")
    assert int(told["folio"]) < 400 * MB
    assert int(told["git"]) < 300 * MB


@pytest.mark.parametrize(("depth", "lines"), [(2_000, 2), (10_000, 1)])
def test_a_folder_in_a_folder_thousands_of_times_comes_to_an_end(built: Built, depth: int, lines: int) -> None:
    imported(built, iter([a_commit(), a_file(b"a.py"), a_file(b"d/" * depth + b"deep.py")]))
    told = read(built)
    listed = subprocess.run(
        ["git", "ls-tree", "-r", "main"], cwd=built.folder, env=PLAIN, capture_output=True, check=False
    )
    if listed.returncode and depth > 2_048:  # newer ones go no deeper
        assert "tree depth" in str(told.get("problem"))
    else:
        assert (told.get("lines"), told.get("count")) == (lines, 2)
    assert int(told["git"]) < 300 * MB


def test_a_file_at_each_of_ten_thousand_depths_is_refused_or_counted(built: Built) -> None:
    imported(built, iter([a_commit(), *(a_file(b"d/" * depth + b"deep.py") for depth in range(1, 10_000, 19))]))
    told = read(built)
    assert told.get("count") == 527 or told.get("problem")
    assert int(told["folio"]) < 300 * MB
    assert int(told["git"]) < 300 * MB


def test_a_tree_that_unfolds_to_a_billion_files_is_refused(built: Built) -> None:
    """Ten folders in ten folders nine times over: a few objects, and no end of paths."""
    name = subprocess.run(
        ["git", "hash-object", "-w", "--stdin"], cwd=built.folder, env=PLAIN, input=b"x = 1\n", check=True, capture_output=True
    ).stdout.strip()  # fmt: skip
    entry, mode = bytes.fromhex(name.decode()), b"100644"
    for _ in range(9):
        content = b"".join(b"%s f%d\0%s" % (mode, number, entry) for number in range(10))
        done = subprocess.run(
            ["git", "hash-object", "-w", "-t", "tree", "--stdin"], cwd=built.folder, env=PLAIN, input=content, check=True, capture_output=True
        )  # fmt: skip
        entry, mode = bytes.fromhex(done.stdout.decode().strip()), b"40000"
    built.git("update-ref", "refs/heads/main", built.git("commit-tree", "-m", "Unfold", entry.hex()))
    told = read(built)
    assert "too large" in str(told["problem"])
    assert int(told["folio"]) < 400 * MB


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS does not bound the memory of a process")
def test_git_stops_at_the_bound_of_its_memory(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    imported(built, iter([a_commit(b"word " * (20 * MB)), a_file(b"a.py")]))
    monkeypatch.setattr(process, "MAX_MEMORY", 48 * MB)
    with pytest.raises(RepositoryUnreadable, match="too much memory"):
        look(built.folder, built.folder.parent)
