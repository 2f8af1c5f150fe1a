"""Times the reading of a large repository beside the bare git commands and the parser that it can't do without.

    python benchmarks/read_repository.py [--commits 50000] [--files 3000] [--rounds 5] [--repository FOLDER] [--write]

Everything is measured in turns within one run, because the machine's speed drifts; compare ratios. `--repository` takes
one that is there instead of a made one. `--write` keeps the figures in benchmarks/repository.md.
"""

from __future__ import annotations

import argparse
import ast
import gc
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from large_repository import OWNER, make

from folio.evidence.access import Access
from folio.evidence.collect import collect
from folio.profile.model import Profile
from folio.repository.entries import Entry, chosen, listed
from folio.repository.gather import decoded, with_compared
from folio.repository.git.opening import opened
from folio.repository.history.log import FIELDS
from folio.repository.history.read import read_history
from folio.repository.read import read
from folio.repository.scan import scanned
from folio.repository.scanners import SCANNERS

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 22)
OWN = frozenset({OWNER})
SOME = 25
"""Files that are parsed and scanned in turn."""
MANY = 10
"""Repositories that are read at once."""
PEAK = """
import resource, sys
from datetime import date
from pathlib import Path
from folio.repository.read import read
read(sys.argv[1], base=Path("/"), own=frozenset({sys.argv[2]}), today=date(2026, 11, 22), scratch=Path(sys.argv[3]),
     offline=True, timeout=600)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@dataclass(frozen=True)
class Figure:
    """One line of the table, and what was promised of it."""

    what: str
    value: str
    promised: str = ""


def bare_git(repository: Path, wanted: bytes) -> None:
    """The history, the tree and the files, as three processes of git give them."""
    git = ["git", f"--git-dir={repository}"]
    with open(os.devnull, "wb") as nothing:
        form = f"--format={'%x00'.join(FIELDS)}"
        subprocess.run([*git, "log", "-z", form, "--date=raw", "main"], stdout=nothing, check=True)
        subprocess.run([*git, "ls-tree", "-rz", "main"], stdout=nothing, check=True)
        subprocess.run([*git, "cat-file", "--batch"], input=wanted, stdout=nothing, check=True)


def only_read(repository: Path, scratch: Path) -> None:
    """What folio reads before it analyses anything: history with what own commits changed, tree, and files."""
    with opened(str(repository), base=Path("/"), scratch=scratch, timeout=600) as opening:
        read_history(opening, own=OWN, today=TODAY)
        wanted, _ = chosen(listed(opening))
        for _ in opening.stream([one.name for one in wanted]):
            pass


def files(repository: Path, scratch: Path) -> tuple[bytes, list[tuple[str, str]]]:
    """The names of the blobs that are read, and the Python among them."""
    with opened(str(repository), base=Path("/"), scratch=scratch) as opening:
        wanted, _ = chosen(listed(opening))
        paths = {one.name: one.path for one in wanted}
        texts = [(paths[name], decoded(content)) for name, content in opening.stream(list(paths))]
    python = [(path, text) for path, text in texts if text is not None and path.endswith(".py")]
    return "".join(f"{one.name}\n" for one in wanted).encode(), python


def in_turn(rounds: int, *tasks: Callable[[], object]) -> list[list[float]]:
    """The wall seconds of each task in each round; the first round warms up and is left out."""
    taken: list[list[float]] = [[] for _ in tasks]
    for number in range(rounds + 1):
        for task, seconds in zip(tasks, taken, strict=True):
            start = time.perf_counter()
            task()
            if number:
                seconds.append(time.perf_counter() - start)
    return taken


def ratio(ours: list[float], theirs: list[float]) -> float:
    """The median of the rounds' ratios."""
    return statistics.median(one / other for one, other in zip(ours, theirs, strict=True))


def analysing(python: list[tuple[str, str]]) -> tuple[float, float]:
    """CPU seconds of `ast.parse` and of all scanners over the same files, a few files of each in turn."""
    parse = scan = 0.0
    compared = {one.path for one in with_compared([Entry(path, "", 0) for path, _ in python]) if one.compared}
    gc.disable()
    for at in range(0, len(python), SOME):
        some = python[at : at + SOME]
        start = time.process_time()
        for _, text in some:
            with suppress(SyntaxError, ValueError, RecursionError):
                ast.parse(text)
        middle = time.process_time()
        for path, text in some:
            scanned(path, text, SCANNERS, compared=path in compared)
        parse += middle - start
        scan += time.process_time() - middle
    gc.enable()
    return parse, scan


def profile(folders: list[Path]) -> Profile:
    """A profile with one project for each repository."""
    projects = [
        {"id": f"p{number}", "title": "P", "summary": "S", "repository": str(one)} for number, one in enumerate(folders)
    ]
    return Profile.model_validate({"name": "M", "headline": "H", "summary": "S", "projects": projects})


def at_once(folders: list[Path], scratch: Path) -> None:
    """All repositories, as `folio collect` reads them."""
    access = Access(base=scratch, today=TODAY, offline=True, scratch=scratch, own=OWN)
    evidence = collect(profile(folders), access)
    assert all(one.seen for one in evidence.observations if one.source == "git")


def unchanged(folder: Path, scratch: Path) -> float:
    """Seconds for a repository whose HEAD is stored."""
    access = Access(base=scratch, today=TODAY, offline=True, scratch=scratch, own=OWN)
    person = profile([folder])
    known = {(one.source, one.subject): one for one in collect(person, access).observations}
    taken = []
    for _ in range(9):
        start = time.perf_counter()
        collect(person, access, stored=known)
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def after_a_commit(repository: Path, scratch: Path) -> tuple[float, float]:
    """Seconds for a first look with nothing kept, and for a look after a commit that changes two files."""
    folder, cache = scratch / "clone", scratch / "cache"
    subprocess.run(["git", "clone", "-q", str(repository), str(folder)], check=True)

    def look() -> float:
        start = time.perf_counter()
        read(str(folder), base=scratch, own=OWN, today=TODAY, scratch=scratch, offline=True, cache=cache, timeout=600)
        return time.perf_counter() - start

    first = look()
    changed = sorted(folder.rglob("*.py"))[:2]
    for path in changed:
        path.write_text(path.read_text(encoding="utf-8") + "\n\ndef added():\n    return 1\n", encoding="utf-8")
    who = ["-c", f"user.email={OWNER}", "-c", "user.name=M"]
    subprocess.run(["git", "-C", str(folder), *who, "commit", "-qam", "Add what was asked for"], check=True)
    return first, look()


def measured(repository: Path, scratch: Path, rounds: int) -> list[Figure]:
    """Everything that is promised of one repository."""
    wanted, python = files(repository, scratch)
    lines = sum(text.count("\n") for _, text in python)
    git, ours = in_turn(rounds, lambda: bare_git(repository, wanted), lambda: only_read(repository, scratch))
    parse, scan = analysing(python)
    command = [sys.executable, "-c", PEAK, str(repository), OWNER, str(scratch)]
    peak = int(subprocess.run(command, check=True, capture_output=True).stdout) / 1024
    small = [make(scratch / f"small{seed}.git", commits=3_000, files=200, seed=seed) for seed in range(MANY)]
    one, all_of_them = in_turn(
        rounds, lambda: [at_once([each], scratch) for each in small], lambda: at_once(small, scratch)
    )
    first, again = after_a_commit(repository, scratch)
    count = subprocess.run(
        ["git", f"--git-dir={repository}", "rev-list", "--count", "main"], check=True, capture_output=True, text=True
    ).stdout.strip()
    return [
        Figure("commits; files read; lines of Python", f"{count}; {wanted.count(10):,}; {lines:,}"),
        Figure("bare `git log`, `ls-tree`, `cat-file`: wall s", f"{statistics.median(git):.2f}"),
        Figure("folio reads the same: wall s", f"{statistics.median(ours):.2f}"),
        Figure("reading / bare git", f"{ratio(ours, git):.2f}", "1.5"),
        Figure("`ast.parse` over the Python: CPU s", f"{parse:.2f}"),
        Figure("analysing / `ast.parse`", f"{scan / parse:.2f}", "2"),
        Figure("peak memory, MiB", f"{peak:.0f}", "400"),
        Figure("unchanged HEAD, ms", f"{unchanged(repository, scratch) * 1000:.1f}", "20"),
        Figure("nothing kept: wall s", f"{first:.2f}"),
        Figure("after a commit to two files: wall s", f"{again:.2f}"),
        Figure(f"{MANY} repositories of 3,000 commits, one after the other: wall s", f"{statistics.median(one):.2f}"),
        Figure("the same at once: wall s", f"{statistics.median(all_of_them):.2f}"),
    ]


def report(figures: list[Figure], rounds: int, name: str) -> str:
    """The table and the machine."""
    rows = "\n".join(f"| {one.what} | {one.value} | {one.promised} |" for one in figures)
    return (
        f"# Reading a repository\n\nMade by `python benchmarks/read_repository.py`, in turns within one run: "
        f"{name}.\n\n"
        f"| what | measured | promised at most |\n|---|--:|--:|\n{rows}\n\n"
        f"{rounds} rounds on {datetime.now(tz=UTC).date()}; {platform.system()} {platform.machine()}, "
        f"{os.cpu_count()} cores, Python {platform.python_version()}, "
        f"{subprocess.run(['git', '--version'], check=True, capture_output=True, text=True).stdout.strip()}.\n"
    )


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--commits", type=int, default=50_000)
    parser.add_argument("--files", type=int, default=3_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--repository", type=Path, help="a bare repository with a branch 'main'")
    parser.add_argument("--write", action="store_true", help="keep the figures in benchmarks/repository.md")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        scratch = Path(folder)
        repository = given.repository or make(scratch / "large.git", commits=given.commits, files=given.files)
        made = f"a made one of {given.commits:,} commits" if given.repository is None else given.repository.name
        text = report(measured(repository.absolute(), scratch, given.rounds), given.rounds, made)
    print(text)
    if given.write:
        (ROOT / "benchmarks" / "repository.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
