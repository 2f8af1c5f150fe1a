"""Names of files, folders, branches and tags that mean something to a tool or to a terminal."""

from __future__ import annotations

import subprocess
import unicodedata
from pathlib import Path

import pytest

from folio.repository.git.bounds import Deadline
from folio.repository.git.listing import Listing, listing
from folio.repository.git.opening import repository_at
from repository.build import PLAIN, Built, look
from repository.untouched import untouched

NASTY = [
    b"--output=canary.py", b"-rf.py", b"--.py", b"-", b":(exclude)a.py", b":!a.py", b":/", b"*.py", b"HEAD", b"@{-1}",
    b"two\nlines.py", b"return\r.py", b"tab\t.py", b"quote\".py", b"back\\slash.py", b"red\x1b[31m.py", b"bell\x07.py",
    b"title\x1b]0;pwned\x07.py", b"\xe2\x80\xaegnp.py", b"left\xe2\x80\x8emark.py", b"iso\xe2\x81\xa6late.py",
    b"arabic\xd8\x9cmark.py", b"caf\xe9.py", b"\xff\xfe.py", b"\xed\xa0\x80.py", b"c1\xc2\x9bcsi.py", b" ", b"a ", b"...",
    b"CON", b"nul.py", b"a.py:stream", b"GIT~1", b"\xe2\x80\xaa.git", b"$(touch canary).py", b"`touch canary`.py", b"|touch canary",
]  # fmt: skip


@pytest.fixture
def built(tmp_path: Path) -> Built:
    return Built(tmp_path / "names")


def blob(built: Built, content: str = "x = 1\n") -> str:
    (built.folder / "content").write_text(content)
    return built.git("hash-object", "-w", "content")


def tree(built: Built, entries: list[tuple[bytes, bytes, str]]) -> str:
    """A tree of exactly these entries, which git itself would not make."""
    content = b"".join(mode + b" " + name + b"\0" + bytes.fromhex(value) for mode, name, value in entries)
    done = subprocess.run(
        ["git", "hash-object", "-w", "-t", "tree", "--stdin", "--literally"],
        cwd=built.folder, input=content, env=PLAIN, check=True, capture_output=True,
    )  # fmt: skip
    return done.stdout.decode().strip()


def commit(built: Built, root: str) -> None:
    built.git("update-ref", "refs/heads/main", built.git("commit-tree", "-m", "Name files in odd ways", root))
    (built.folder / "content").unlink()


def of(built: Built) -> Listing:
    return listing(repository_at(built.folder / ".git", Deadline.after(60)))


def is_printable(text: str) -> bool:
    return not any(unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Zl", "Zp") for letter in text)


def test_every_name_is_listed_once_and_can_be_printed(built: Built, tmp_path: Path) -> None:
    name = blob(built)
    commit(built, tree(built, [(b"100644", one, name) for one in sorted(NASTY)]))
    with untouched(built.folder):
        found = of(built)
        seen = look(built.folder, tmp_path)
    assert len(found.entries) == found.files.count == len(NASTY)
    assert [one.path for one in found.entries if not is_printable(one.path)] == []
    assert is_printable(seen.model_dump_json())
    assert seen.code.languages == {"Python": sum(one.endswith(b".py") for one in NASTY)}
    assert not list(tmp_path.glob("**/canary*"))


def test_entries_that_would_leave_the_folder_are_names_like_others(built: Built, tmp_path: Path) -> None:
    name = blob(built, "import os\nos.environ['A']\n")
    hooks = tree(built, [(b"100755", b"post-checkout", name)])
    git = tree(built, [(b"40000", b"hooks", hooks), (b"100644", b"config", name)])
    names = [b".git", b"..", b".", b"/etc", b".GIT", b"../escape.py", b"/abs.py"]
    commit(
        built,
        tree(
            built,
            [(b"40000" if one in names[:5] else b"100644", one, git if one in names[:5] else name) for one in names],
        ),
    )
    with untouched(built.folder):
        seen = look(built.folder, tmp_path)
    assert seen.history.commits == 1
    assert not (tmp_path / "escape.py").exists()


def test_modes_that_git_does_not_know_are_left_out(built: Built, tmp_path: Path) -> None:
    name = blob(built)
    modes = [b"100644", b"100755", b"120000", b"010644", b"060000", b"000000", b"777777", b"1000000644"]
    commit(built, tree(built, [(mode, b"%d.py" % number, name) for number, mode in enumerate(modes)]))
    assert [one.path for one in of(built).entries][:2] == ["0.py", "1.py"]
    assert look(built.folder, tmp_path).history.commits == 1


def test_the_same_name_twice_is_one_file(built: Built, tmp_path: Path) -> None:
    one, other = blob(built), blob(built, "y = 2\ny = 3\n")
    commit(built, tree(built, [(b"100644", b"a.py", one), (b"100644", b"a.py", other)]))
    assert [entry.name for entry in of(built).entries] == [one]
    assert look(built.folder, tmp_path).code.lines == 1


def test_an_entry_whose_object_is_of_another_kind_is_no_file(built: Built, tmp_path: Path) -> None:
    name = blob(built)
    folder = tree(built, [(b"100644", b"b.py", name)])
    commit(built, tree(built, [(b"100644", b"a.py", folder), (b"100644", b"c.py", name)]))
    seen = look(built.folder, tmp_path, own=frozenset())
    assert [one.path for one in seen.unread] == ["a.py"]


def test_references_with_odd_names_are_read(built: Built, tmp_path: Path) -> None:
    built.commit("Name references in odd ways", {"a.py": "x = 1\n"})
    name = built.git("rev-parse", "HEAD")
    odd = [
        "refs/heads/--output=canary",
        "refs/heads/-",
        "refs/tags/--exec=touch",
        "refs/tags/v1.0.0",
        "refs/tags/v1;touch",
        "refs/heads/$(touch)",
    ]
    with (built.folder / ".git" / "packed-refs").open("w", encoding="utf-8") as stream:
        stream.write("# pack-refs with: peeled fully-peeled sorted\n")
        for one in sorted([*odd, "refs/heads/\u202egnp", "refs/heads/main"]):
            stream.write(f"{name} {one}\n")
    (built.folder / ".git" / "HEAD").write_text("ref: refs/heads/--output=canary\n")
    with untouched(built.folder):
        seen = look(built.folder, tmp_path)
    assert (seen.branch, seen.history.commits) == ("--output=canary", 1)
    assert "v1.0.0" in [tag.name for tag in seen.history.tags]
    assert not list(tmp_path.glob("**/canary*"))
