"""Repositories that try to run something, to lead elsewhere, or to take for ever."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from tests.repository.build import tree_of

from folio.repository.detect import algorithms, ci, code, deployment, documents, readme, runners, secrets, sql, tests
from repository.build import Built, look


def tools_that_would_be_run(canary: Path) -> str:
    """A configuration in which everything that git could start would leave a mark."""
    run = f"touch {canary}"
    return f"""
[core]
    fsmonitor = {run}
    pager = {run}
    sshCommand = {run}
    editor = {run}
    hooksPath = hooks
    alternateRefsCommand = {run}
    attributesFile = {canary}.attributes
[filter "f"]
    clean = {run}
    smudge = {run}
    process = {run}
    required = true
[diff]
    external = {run}
[diff "f"]
    textconv = {run}
    command = {run}
[log]
    showSignature = true
[gpg]
    program = {run}
[credential]
    helper = !{run}
[alias]
    log = !{run}
[uploadpack]
    packObjectsHook = {run}
"""


def test_nothing_that_the_repository_names_is_run(tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    built = Built(tmp_path / "trap")
    built.commit("Lay a trap for readers", {".gitattributes": "* filter=f diff=f\n", "a.py": "x = 1\ny = 2\nz = 3\n"})
    built.commit("Spring the trap again here", {"a.py": "x = 2\ny = 3\nz = 4\n"})
    with (built.folder / ".git" / "config").open("a") as stream:
        stream.write(tools_that_would_be_run(canary))
    for hook in ("post-checkout", "pre-auto-gc", "reference-transaction", "post-index-change", "fsmonitor-watchman"):
        path = built.folder / ".git" / "hooks" / hook
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!/bin/sh\ntouch {canary}\n")
        path.chmod(0o755)
    built.write({"a.py": "changed in the work tree\n"})
    seen = look(built.folder, tmp_path)
    assert seen.code.lines == 3
    assert len(seen.history.own_days) == 1
    assert not canary.exists()


def test_a_clone_of_a_promise_fetches_nothing(tmp_path: Path) -> None:
    built = Built(tmp_path / "promise")
    built.commit("Promise more than is here", {"a.py": "x = 1\n" * 5, "b.py": "y = 1\n"})
    name = built.git("rev-parse", "HEAD:a.py")
    (built.folder / ".git" / "objects" / name[:2] / name[2:]).unlink()
    with (built.folder / ".git" / "config").open("a") as stream:
        stream.write(
            f'[remote "origin"]\n url = ext::touch {tmp_path}/canary\n promisor = true\n[extensions]\n partialClone = origin\n'
        )
        stream.write("[core]\n repositoryFormatVersion = 1\n")
    seen = look(built.folder, tmp_path, own=frozenset())
    assert [(one.path, one.why) for one in seen.unread] == [("a.py", "its content is missing from the clone")]
    assert not (tmp_path / "canary").exists()


def test_links_and_submodules_lead_nowhere(tmp_path: Path) -> None:
    (tmp_path / "secret.md").write_text("# Secret\n\nhttps://secret.example.org\n")
    built = Built(tmp_path / "links")
    (built.folder / "README.md").symlink_to(tmp_path / "secret.md")
    (built.folder / "LICENSE").symlink_to("/etc/passwd")
    commit = built.commit("Link to files outside of it", {"a.py": "x = 1\n"})
    built.git("update-index", "--add", "--cacheinfo", f"160000,{commit},sub")
    built.git("commit", "--quiet", "-m", "Add a submodule as well")
    seen = look(built.folder, tmp_path)
    assert (seen.readme, seen.licence) == (None, None)


def test_names_that_look_like_options_or_are_not_text_are_read(tmp_path: Path) -> None:
    built = Built(tmp_path / "names")
    built.write(
        {"--output=canary.py": "x = 1\n", "-rf.py": "y = 2\n", "two\nlines.py": "z = 3\n", "日本/ü.py": "w = 4\n"}
    )
    os.makedirs(os.fsencode(built.folder) + b"/caf\xe9", exist_ok=True)
    with open(os.fsencode(built.folder) + b"/caf\xe9/\xff.py", "wb") as stream:
        stream.write(b"import os\nos.environ['A']\n")
    built.commit("Choose the names with care")
    seen = look(built.folder, tmp_path)
    assert seen.code.languages == {"Python": 6}
    assert seen.configuration.reads_environment[0].path == "caf\\xe9/\\xff.py"
    assert seen.model_dump_json()
    assert not list(tmp_path.glob("**/canary*"))


def test_branches_that_look_like_options_are_read(tmp_path: Path) -> None:
    built = Built(tmp_path / "branch")
    commit = built.commit("Name a branch like an option")
    (built.folder / ".git" / "refs" / "heads" / "--output=canary").write_text(commit + "\n")
    (built.folder / ".git" / "HEAD").write_text("ref: refs/heads/--output=canary\n")
    assert look(built.folder, tmp_path).history.commits == 1
    assert not list(tmp_path.glob("**/canary*"))


def test_a_file_over_the_limit_is_not_known_rather_than_absent(tmp_path: Path) -> None:
    built = Built(tmp_path / "big")
    built.commit(
        "Add a very large file", {"big.py": "x = 1\n" * 100_000, "small.py": "y = 1\n", "data.csv": "1,2\n" * 200_000}
    )
    seen = look(built.folder, tmp_path)
    assert seen.code.lines == 1
    assert [(one.path, one.why) for one in seen.unread] == [("big.py", "600,000 bytes; the limit is 400,000")]


def test_more_files_than_the_limit_are_said_to_be_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("folio.repository.entries.MAX_FILES", 40)
    built = Built(tmp_path / "many")
    built.commit("Add very many files here", {f"m{number:04}.py": f"x = {number}\n" for number in range(45)})
    seen = look(built.folder, tmp_path)
    assert seen.code.lines == 40
    assert seen.unread[0].why.startswith("not read, and 4 more")


def test_binary_files_and_other_encodings_are_no_trouble(tmp_path: Path) -> None:
    built = Built(tmp_path / "bytes")
    built.commit(
        "Write in several encodings here",
        {
            "binary.py": b"\x00\x01\x02" * 50,
            "latin.py": "# -*- coding: latin-1 -*-\nname = 'Müller'\n".encode("latin-1"),
            "wide.py": "x = 1\n".encode("utf-16"),
            "mark.py": b"\xef\xbb\xbfy = 1\r\nz = 2\r\n",
        },
    )
    seen = look(built.folder, tmp_path)
    assert seen.code.lines == 4
    assert [(one.path, one.why) for one in seen.unread] == [("binary.py", "it is not text")]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("deep.py", "(" * 5_000 + ")" * 5_000),
        ("deep2.py", "x = " + "-" * 100_000 + "1"),
        ("bad.py", "def f(:\n"),
        ("null.ipynb", "[" * 100_000),
        ("list.ipynb", "[1, 2]"),
        ("pyproject.toml", "a = " + "[" * 50_000),
        (".github/workflows/a.yml", "a: " + "[" * 50_000),
        (".github/workflows/b.yml", "a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\n" + "".join(
            f"{chr(101 + n)}: &{chr(101 + n)} [*{chr(100 + n) if n else 'c'}, *{chr(100 + n) if n else 'c'}, *c, *c, *c, *c]\n" for n in range(12))),
    ],
)  # fmt: skip
def test_a_file_that_can_not_be_parsed_is_unread(path: str, content: str) -> None:
    tree = tree_of({path: content})
    algorithms.detect(tree)
    ci.detect(tree)
    tree.toml(path)
    assert [one.path for one in tree.unread] == [path]


NASTY = (
    "{% ", "/*", "<!--", "<img ", "<h1>", "select ", "case when then ", "with a as (", "$$ ", "\\begin{align} ", "```\n", "f() {\n", "a b(\n",
    "a) ", "cat <<E\n", "(", "a ", "a b c ", "\t", "`", "[", "![", "**", "- ", "> ", "|", "AKIA", "-----BEGIN PRIVATE KEY-----", "expect(", "x <- function",
    "class a ", "a: &a ", "'", '"', "\\\n", "#", "= ", "1 ", "::\n ", "from 'a' ", "RUN a \\\n", "FROM a AS b\n", "%s ", "&& ", "uv run ", "env ", "- - ", " ",
)  # fmt: skip


@pytest.mark.parametrize("nasty", NASTY)
def test_no_text_takes_for_ever(nasty: str) -> None:
    """Patterns that read on from every mark that is left open would take minutes for a file within the limits."""
    text = nasty * (20_000 // len(nasty))
    names = (
        "README.md",
        "doc.rst",
        "a.sql",
        "a.js",
        "a.cpp",
        "a.R",
        "Makefile",
        "run.sh",
        "Dockerfile",
        "Jenkinsfile",
        "a.test.ts",
        ".github/workflows/a.yml",
    )
    started = time.process_time()
    tree = tree_of(dict.fromkeys(names, text) | {".ci/run": "#!/bin/sh\nmake\n./run.sh x\n" + text})
    for module in (algorithms, ci, code, deployment, documents, readme, runners, secrets, sql):
        module.detect(tree)
    tests.detect(tree, ())
    assert time.process_time() - started < 5
