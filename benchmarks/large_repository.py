"""Makes a large git repository to measure with: N commits over M Python files, always the same, within seconds.

    python benchmarks/large_repository.py FOLDER [--commits 50000] [--files 1000] [--own 80]

The history is what a busy team leaves: nine in ten commits change one module by a few lines, some touch several, every
hundredth is a merge, and the dates go from 2020 to the autumn of 2026. `--own` is the share in per cent by OWNER. A
module goes round ten versions of itself, which git fast-import takes in a row and stores as deltas: that is quick, and
each commit still changes what it says it does.
"""

from __future__ import annotations

import argparse
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path

OWNER = "mara@example.org"
OTHERS = tuple(f"colleague{number}@example.com" for number in range(40))
FIRST = 1_577_836_800  # 2020-01-01
LAST = 1_795_305_600  # 2026-11-22
LINES = (40, 260)
"""Least and most lines of a module."""
VERBS = ("Add", "Keep", "Count", "Read", "Check", "Explain", "Move", "Drop", "Round", "Cache")
VERSIONS = 10
NOUNS = ("the order book", "late payments", "empty baskets", "one more margin", "the tax table", "stock levels")
WHY = "The numbers of the last week did not add up, because what was returned was counted twice.\n"
DULL = ("fix", "update", "wip", "Update README.md")


def make(folder: Path, *, commits: int = 50_000, files: int = 1_000, own: int = 80, seed: int = 7) -> Path:
    """A bare repository in `folder`, whose branch `main` has that many commits; gives `folder`."""
    subprocess.run(["git", "init", "--quiet", "--bare", "--initial-branch=main", str(folder)], check=True)
    importer = subprocess.Popen(
        ["git", "-C", str(folder), "-c", "core.compression=1", "fast-import", "--quiet", "--done"],
        stdin=subprocess.PIPE,
    )
    assert importer.stdin
    with importer.stdin as stream:
        for chunk in _stream(random.Random(seed), commits, files, own):
            stream.write(chunk)
    if importer.wait():
        raise RuntimeError("git fast-import failed")
    return folder


def path(number: int) -> str:
    """Where the module with this number lies: some 25 to a package, and a test for every fifth."""
    package = f"part{number // 25:03}"
    return f"tests/{package}/test_m{number:05}.py" if number % 5 == 4 else f"src/shop/{package}/m{number:05}.py"


def _stream(chance: random.Random, commits: int, files: int, own: int) -> Iterator[bytes]:
    files = max(1, min(files, commits * 4))
    plan = _plan(chance, commits, files)
    turns = [0] * files
    for number in range(files):
        module = _module(chance, number)
        for version in range(VERSIONS):
            if version:
                _edit(chance, module)
            text = "".join(module).encode()
            yield b"blob\nmark :%d\ndata %d\n%s\n" % (_mark(commits, number, version), len(text), text)
    for commit, numbers in enumerate(plan):
        when = FIRST + (LAST - FIRST) * commit // commits
        mail = OWNER if chance.randrange(100) < own else chance.choice(OTHERS)
        dull = chance.randrange(5) == 0
        subject = chance.choice(DULL) if dull else f"{chance.choice(VERBS)} {chance.choice(NOUNS)} in {commit}"
        body = f"{subject}\n\n{WHY * (1 + commit % 3)}See #{commit % 997}.\n".encode()
        who = f"{mail.split('@')[0].title()} <{mail}> {when} +0100"
        yield f"commit refs/heads/main\nmark :{commit + 1}\nauthor {who}\ncommitter {who}\n".encode()
        yield b"data %d\n%s" % (len(body), body)
        if commit:
            yield f"from :{commit}\n".encode()
        if _merges(commit):
            yield f"merge :{commit - 2}\n".encode()
        for number in numbers:
            yield f"M 100644 :{_mark(commits, number, turns[number] % VERSIONS)} {path(number)}\n".encode()
            turns[number] += 1
        yield b"\n"
    yield b"done\n"


def _plan(chance: random.Random, commits: int, files: int) -> list[list[int]]:
    """Which files each commit writes. Every file is there by the first tenth of the history."""
    start = max(commits // 10, 1)
    plan: list[list[int]] = [[] for _ in range(commits)]
    for number in range(files):
        plan[number * start // files].append(number)
    for commit in range(commits):
        if _merges(commit) or plan[commit]:
            continue
        known = max(1, min(files, commit * files // start))
        several = 1 if chance.randrange(10) else chance.randint(2, 6)
        plan[commit] = sorted({chance.randrange(known) for _ in range(several)})
    return plan


def _merges(commit: int) -> bool:
    return commit % 100 == 99


def _mark(commits: int, number: int, version: int) -> int:
    """The number that fast-import knows a version of a module by; commits have the lowest."""
    return commits + 1 + number * VERSIONS + version


def _module(chance: random.Random, number: int) -> list[str]:
    """The lines of a new module, which parses."""
    lines = [f'"""Part {number} of the shop."""\n', "\n", "from __future__ import annotations\n", "\n"]
    while len(lines) < LINES[0] + (number * 37) % (LINES[1] - LINES[0]):
        name = f"step_{number}_{len(lines)}"
        lines += ["\n", "\n", f"def {name}(price: float, amount: int) -> float:\n"]
        lines += [f'    """What {name} costs, rounded to cents."""\n']
        lines += [_statement(chance) for _ in range(chance.randint(2, 9))]
        lines += ["    return round(price * amount, 2)\n"]
    return lines


def _edit(chance: random.Random, module: list[str]) -> None:
    """Puts other statements in place of one to six."""
    inner = [at for at, line in enumerate(module) if line.startswith("    price")]
    for at in chance.sample(inner, min(len(inner), chance.randint(1, 6))):
        module[at] = _statement(chance)


def _statement(chance: random.Random) -> str:
    return f"    price += {chance.randrange(1000)} * amount / {chance.randint(1, 99)}\n"


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--commits", type=int, default=50_000)
    parser.add_argument("--files", type=int, default=1_000)
    parser.add_argument("--own", type=int, default=80, help="per cent of the commits by the owner")
    given = parser.parse_args()
    print(make(given.folder, commits=given.commits, files=given.files, own=given.own))


if __name__ == "__main__":
    main()
