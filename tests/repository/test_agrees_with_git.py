"""Counts, days and sizes are those that git itself prints, on repositories with everything odd that git allows."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from repository.build import PLAIN, Built, look

ROOT = Path(__file__).resolve().parents[2]
WHO = "Mara <mara@example.org>"


def git(folder: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    """What plain git prints there."""
    done = subprocess.run(["git", *arguments], cwd=folder, env=PLAIN, input=stdin, check=True, capture_output=True)
    return done.stdout


def raw_commit(
    built: Built,
    *,
    author: str,
    committer: str = f"committer {WHO} 1772445600 +0000",
    parents: tuple[str, ...] = (),
    extra: str = "",
    encoding: str = "utf-8",
) -> str:
    """A commit as it is written here, whatever git would say to it; it becomes HEAD."""
    tree = git(built.folder, "write-tree").decode().strip()
    lines = [f"tree {tree}", *(f"parent {one}" for one in parents), author, committer]
    text = "\n".join(line for line in [*lines, extra] if line) + "\n\nSay what this does\n"
    stdin = text.encode(encoding)
    name = (
        git(built.folder, "hash-object", "-t", "commit", "-w", "--stdin", "--literally", stdin=stdin).decode().strip()
    )
    built.git("update-ref", "refs/heads/main", name)
    return name


def assert_agrees(folder: Path, scratch: Path) -> None:
    seen = look(folder, scratch)
    history = seen.history
    assert history.commits == int(git(folder, "rev-list", "--count", "HEAD"))
    assert history.authors == len(set(git(folder, "log", "--format=%ae", "HEAD").split(b"\n")[:-1]))
    days = sorted(filter(None, git(folder, "log", "--format=%ad", "--date=short", "HEAD").decode().split("\n")))
    shown = sorted(day.isoformat() for day in (history.first_day, history.last_day) if day)
    assert shown == ([days[0], days[-1]] if days else [])
    assert seen.committed_on.isoformat() == git(folder, "log", "-1", "--format=%cs").decode().strip()
    assert history.tag_count == git(folder, "tag").count(b"\n")
    roots = git(folder, "rev-list", "--max-parents=0", "HEAD").decode().split()
    assert history.roots == tuple(sorted(roots)[:16])
    assert history.sample == tuple(sorted(git(folder, "rev-list", "HEAD").decode().split())[:64])
    rows = [row.split() for row in git(folder, "ls-tree", "-rl", "--full-tree", "-z", "HEAD").split(b"\0")[:-1]]
    assert seen.files.count == len(rows)
    sizes = [row[3] for row in rows if row[3] != b"-"]
    assert seen.files.size == (None if b"BAD" in sizes else sum(map(int, sizes)))
    assert seen.files.links == sum(row[0] == b"120000" for row in rows)
    assert seen.files.submodules == sum(row[0] == b"160000" for row in rows)


def merges(built: Built) -> None:
    built.git("checkout", "--quiet", "-b", "side", "HEAD~1")
    built.commit(
        "Write a third on a branch", {"c.py": "c = 1\n"}, at="2026-03-20T10:00:00+02:00", by="other@example.org"
    )
    built.git("checkout", "--quiet", "main")
    built.git("merge", "--quiet", "--no-ff", "-m", "Merge the side branch in", "side")


def a_second_root(built: Built) -> None:
    built.git("checkout", "--quiet", "--orphan", "other")
    built.commit("Begin once more elsewhere", {"z.py": "z = 1\n"}, at="2020-01-01T10:00:00Z")
    built.git("checkout", "--quiet", "main")
    built.git("merge", "--quiet", "--allow-unrelated-histories", "-m", "Join the two of them", "other")


def links_submodules_and_odd_names(built: Built) -> None:
    (built.folder / "link").symlink_to("a.py")
    built.git("update-index", "--add", "--cacheinfo", f"160000,{'1' * 40},elsewhere")
    blob = git(built.folder, "hash-object", "-w", "--stdin", stdin=b"x = 1\n").strip()
    names = ("näme.py".encode("latin-1"), b"a\nb\tc.py", b'quo"te.py', "日本.py".encode())
    index = b"".join(b"100644 " + blob + b"\t" + name + b"\0" for name in names)
    git(built.folder, "update-index", "-z", "--index-info", stdin=index)
    built.git("add", "link")
    built.git("commit", "--quiet", "-m", "Take odd things in")


def tags_of_everything(built: Built) -> None:
    built.git("tag", "light")
    built.git("tag", "v1.0.0")
    built.git("tag", "-a", "v1.1.0", "-m", "one")
    built.git("tag", "-a", "v1.2.0", "v1.1.0", "-m", "a tag of a tag")
    built.git("tag", "v2.0.0", "HEAD:a.py")
    built.git("tag", "-a", "v3.0.0", "HEAD^{tree}", "-m", "a tag of a tree")
    built.git("tag", "nested/with/ümläut")


def authors_in_latin_1(built: Built) -> None:
    parent = built.git("rev-parse", "HEAD")
    for address in ("jörg@example.org", "jorg@example.org"):
        author = f"author Jörg <{address}> 1772445600 +0100"
        parent = raw_commit(built, author=author, parents=(parent,), extra="encoding ISO-8859-1", encoding="latin-1")
    raw_commit(built, author="author Jörg <jörg@example.org> 1772445600 +0100", parents=(parent,))


def one_author_in_two_cases(built: Built) -> None:
    built.commit("Write it under another case", {"c.py": "c = 1\n"}, by="MARA@example.org")
    built.commit("Map them onto one address", {".mailmap": "Mara <mara@example.org> <MARA@example.org>\n"})


def dates_of_other_centuries(built: Built) -> None:
    parent = built.git("rev-parse", "HEAD")
    for when in (
        "0 +0000",
        "-86400 +0000",
        "4294967296 +0000",
        "4102444800 +1400",
        "1772445600 +051800",
        "1772445600 -9959",
    ):
        parent = raw_commit(built, author=f"author {WHO} {when}", parents=(parent,))


def dates_that_are_none(built: Built) -> None:
    parent = built.git("rev-parse", "HEAD")
    for author in (
        "author Mara <mara@example.org>",
        "author <> 1772445600 +0000",
        "author Mara mara@example.org 1772445600 +0000",
        "author Mara <mara@example.org> 99999999999999999999999 +0000",
        "author Mara <mara@example.org> 1772445600",
        "author Mara <<mara@example.org>> 1772445600 +0100",
        "author \t Mara  <  mara@example.org > 1772445600 +0100",
        "",
    ):
        parent = raw_commit(built, author=author, parents=(parent,))
    for committer in ("committer Mara <mara@example.org>", "", f"committer {WHO} 99999999999999999999999 +0000"):
        author = f"author {WHO} 1700000000 +0000"
        parent = raw_commit(built, author=author, committer=committer, parents=(parent,))
    raw_commit(built, author="", committer="", parents=(parent,))
    built.commit("Go on as if nothing had been")


def messages_with_anything_in_them(built: Built) -> None:
    for number, message in enumerate(
        ("\x01 %H%x00 \t|", "commit 1234\n\nauthor Me <me@x.org>\n", "x" * 100_000, "\r\n\r\n", " ")
    ):
        built.git(
            "commit",
            "--quiet",
            "--allow-empty",
            "--allow-empty-message",
            "--cleanup=verbatim",
            "-m",
            message,
            by=f"{number}@example.org",
        )


def many_commits(built: Built) -> None:
    lines = [
        f"commit refs/heads/main\nauthor A <{n % 7}@example.org> {1_600_000_000 + n * 999} +0{n % 10}00\n"
        f"committer A <a@example.org> {1_600_000_000 + n * 999} +0000\ndata {9 + n % 50}\n{'m' * (9 + n % 50)}\n"
        + ("from refs/heads/main^0\n" if not n else "")
        for n in range(3000)
    ]
    git(built.folder, "fast-import", "--quiet", "--force", stdin="".join(lines).encode())


ODD: tuple[Callable[[Built], None], ...] = (
    merges, a_second_root, links_submodules_and_odd_names, tags_of_everything, authors_in_latin_1, one_author_in_two_cases,
    dates_of_other_centuries, dates_that_are_none, messages_with_anything_in_them, many_commits,
)  # fmt: skip


@pytest.mark.parametrize("odd", ODD, ids=lambda odd: odd.__name__)
def test_what_is_counted_is_what_git_prints(tmp_path: Path, odd: Callable[[Built], None]) -> None:
    built = Built(tmp_path / "work")
    built.commit("Start with one module", {"a.py": "a = 1\n"}, at="2026-03-02T23:30:00-08:00")
    built.commit("Add another one to it", {"b.py": "b = 1\n"}, at="2026-03-03T00:30:00+14:00", by="other@example.org")
    odd(built)
    assert_agrees(built.folder, tmp_path)


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a checkout")
def test_folios_own_repository_is_counted_as_git_counts_it(tmp_path: Path) -> None:
    assert_agrees(ROOT, tmp_path)


def test_a_day_that_git_refuses_to_print_is_a_day(tmp_path: Path) -> None:
    built = Built(tmp_path / "work")
    raw_commit(built, author=f"author {WHO} 3600 -0800")
    with pytest.raises(subprocess.CalledProcessError):
        git(built.folder, "log", "--format=%ad", "--date=short")
    assert look(built.folder, tmp_path).history.first_day == date(1969, 12, 31)


def test_a_day_after_the_year_9999_is_the_last_there_is(tmp_path: Path) -> None:
    built = Built(tmp_path / "work")
    raw_commit(built, author=f"author {WHO} 999999999999 +0000")
    assert git(built.folder, "log", "--format=%ad", "--date=short").startswith(b"33658-")
    assert look(built.folder, tmp_path).history.last_day == date.max
