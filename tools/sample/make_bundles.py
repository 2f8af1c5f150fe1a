"""Build the sample's git bundles from the histories beside this file, the same commit ids everywhere.

`<name>/files/` holds each repository as it is today. `<name>/history.toml` lists its commits, oldest first.
Each says what it brought: `add` names files or folders that appear, `edit` a piece of text and what stood
there before, `lines` a run of lines that appears, `was` an earlier version of a whole file. The builder
starts from today's files and takes the commits back one by one, which gives the tree of every commit; a
history that does not fit its files is an error. Edits are taken back last to first, before lines.

    python tools/sample/make_bundles.py            write sample_profile/repositories/*.bundle
    python tools/sample/make_bundles.py --check    compare the committed bundles, exit 1 if they differ
"""

import argparse
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
BUNDLES = HERE.parent.parent / "sample_profile" / "repositories"
AUTHOR = "Lena Marchetti <lena@lena-marchetti.example>"

Tree = dict[str, bytes]


class HistoryError(Exception):
    """A history that does not fit its files; the text names the commit."""


def read_tree(folder: Path) -> Tree:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def without_lines(text: str, start: str, end: str) -> str:
    """`text` without the lines from the one that begins with `start` up to the one that begins with `end`."""
    lines = text.splitlines(keepends=True)
    first = [number for number, line in enumerate(lines) if line.startswith(start)]
    if len(first) != 1:
        raise HistoryError(f"{start!r} begins {len(first)} lines")
    after = (number for number in range(first[0] + 1, len(lines)) if lines[number].startswith(end))
    stop = next(after, None) if end else len(lines)
    if stop is None:
        raise HistoryError(f"no line begins with {end!r} after {start!r}")
    rest = "".join(lines[: first[0]] + lines[stop:])
    return rest if end else rest.rstrip("\n") + "\n"


def undo(commit: Mapping[str, Any], tree: Tree, folder: Path) -> Tree:
    """The tree before `commit`, given the tree after it."""
    before = dict(tree)
    for edit in reversed(commit.get("edit", ())):
        text = before[edit["path"]].decode()
        if text.count(edit["new"]) != 1:
            raise HistoryError(f"{edit['path']}: {text.count(edit['new'])} times {edit['new']!r}")
        before[edit["path"]] = text.replace(edit["new"], edit["old"]).encode()
    for run in commit.get("lines", ()):
        text = before[run["path"]].decode()
        before[run["path"]] = without_lines(text, run["start"], run.get("end", "")).encode()
    for path, earlier in commit.get("was", {}).items():
        before[path] = (folder / earlier).read_bytes()
    for added in commit.get("add", ()):
        found = [path for path in before if path == added or path.startswith(f"{added}/")]
        if not found:
            raise HistoryError(f"nothing at {added}")
        for path in found:
            del before[path]
    if before == tree:
        raise HistoryError("changes nothing")
    return before


def trees(folder: Path, commits: list[dict[str, Any]]) -> list[Tree]:
    """The tree of every commit, oldest first."""
    tree = read_tree(folder / "files")
    found = []
    for commit in reversed(commits):
        found.append(tree)
        try:
            tree = undo(commit, tree, folder)
        except (HistoryError, KeyError) as error:
            raise HistoryError(f"{folder.name}: {commit['subject']!r}: {error}") from error
    if tree:
        raise HistoryError(f"{folder.name}: no commit adds {', '.join(sorted(tree))}")
    return found[::-1]


def stamp(when: datetime) -> str:
    if when.utcoffset() is None:
        raise HistoryError(f"{when} has no time zone")
    return f"{int(when.timestamp())} {when:%z}"


def data(content: bytes) -> bytes:
    return b"data %d\n%s\n" % (len(content), content)


def stream(folder: Path) -> Iterator[bytes]:
    """What `git fast-import` reads."""
    commits = tomllib.loads((folder / "history.toml").read_text(encoding="utf-8"))["commit"]
    for mark, (commit, tree) in enumerate(zip(commits, trees(folder, commits), strict=True), start=1):
        body = commit.get("body", "").strip()
        message = commit["subject"] + "\n" + (f"\n{body}\n" if body else "")
        yield f"commit refs/heads/main\nmark :{mark}\n".encode()
        yield f"author {AUTHOR} {stamp(commit['date'])}\n".encode()
        yield f"committer {AUTHOR} {stamp(commit['date'])}\n".encode()
        yield data(message.encode())
        yield b"deleteall\n"
        for path, content in sorted(tree.items()):
            yield f"M 100644 inline {path}\n".encode() + data(content)
        if tag := commit.get("tag"):
            yield f"tag {tag}\nfrom :{mark}\n".encode()
            yield f"tagger {AUTHOR} {stamp(commit['date'])}\n".encode()
            yield data(f"{tag}\n".encode())


def git(repository: Path, *arguments: str, given: bytes | None = None) -> str:
    """Run git as if nobody had configured it."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(repository),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
        "LC_ALL": "C",
    }
    settings = ("-c", "pack.threads=1", "-c", "core.compression=9", "-c", "init.defaultBranch=main")
    command = ["git", *settings, *arguments]
    done = subprocess.run(command, cwd=repository, env=environment, input=given, capture_output=True, check=False)
    if done.returncode:
        raise HistoryError(f"git {arguments[0]}: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout.decode()


def build(folder: Path, target: Path) -> dict[str, str]:
    """Write the bundle and return its refs."""
    with tempfile.TemporaryDirectory() as place:
        repository = Path(place)
        git(repository, "init", "--quiet", "--bare")
        git(repository, "fast-import", "--quiet", given=b"".join(stream(folder)))
        git(repository, "repack", "-adfq", "--window=100", "--depth=50")
        git(repository, "bundle", "create", "--quiet", str(target.resolve()), "--all")
    return refs(target)


def refs(bundle: Path) -> dict[str, str]:
    listed = git(bundle.parent, "bundle", "list-heads", str(bundle.resolve()))
    return {ref: commit for commit, ref in (line.split(" ", 1) for line in listed.splitlines())}


def compare(name: str, folder: Path) -> list[str]:
    """How the committed bundle differs from what its history gives, one line a ref."""
    committed = BUNDLES / f"{name}.bundle"
    if not committed.exists():
        return [f"{name}: no bundle"]
    with tempfile.TemporaryDirectory() as place:
        built, kept = build(folder, Path(place) / "fresh.bundle"), refs(committed)
    return [
        f"{name}: {ref} is {kept.get(ref, 'missing')}, the history gives {built.get(ref, 'none')}"
        for ref in sorted(built.keys() | kept.keys())
        if built.get(ref) != kept.get(ref)
    ]


def main() -> int:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    arguments.add_argument("--check", action="store_true", help="compare instead of writing")
    checking = arguments.parse_args().check
    folders = {path.parent.name: path.parent for path in sorted(HERE.glob("*/history.toml"))}
    try:
        if checking:
            problems = [line for name, folder in folders.items() for line in compare(name, folder)]
            print("\n".join(problems) or f"{len(folders)} bundles are what their histories give")
            return 1 if problems else 0
        BUNDLES.mkdir(parents=True, exist_ok=True)
        for name, folder in folders.items():
            found = build(folder, BUNDLES / f"{name}.bundle")
            size = (BUNDLES / f"{name}.bundle").stat().st_size
            print(f"{name}: {size} bytes, main {found['refs/heads/main'][:12]}, {len(found)} refs")
    except HistoryError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
