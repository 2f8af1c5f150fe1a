"""Renews locks/: every file that ./run, the action and the release may install, by its hash.

    ./run lock              the hashes of the versions in constraints.txt
    ./run lock --upgrade    first the newest versions that pyproject.toml allows, into constraints.txt

uv resolves for CPython 3.11 and newer on every platform at once, and takes the hashes of all files of a version from
the index it is told of (PyPI, unless UV_DEFAULT_INDEX says another), so that any mirror of the same files will do.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
CONSTRAINTS = ROOT / "constraints.txt"
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
HEAD = """\
# Made by tools/lock.py (`./run lock`) of pyproject.toml and constraints.txt; not to be changed by hand.
# {purpose}
# Hashes of every file that PyPI has of these versions, whatever the platform: pip takes no other, from any index.
"""
# What is installed together: the file, what it is for, what uv is asked for, and the file that it goes on from.
LOCKS = (
    ("plain", "What folio runs on, and what builds folio itself.", (), None),
    ("zensical", "With the extra 'zensical'.", ("--extra", "zensical"), "plain"),
    ("dev", "With what tests, judges and documents folio.", ("--group", "dev"), "plain"),
)


def main() -> None:
    """Write all of locks/, and constraints.txt where the newest versions are asked for."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--upgrade", action="store_true", help="take the newest versions that pyproject.toml allows")
    if arguments.parse_args().upgrade:
        upgrade()
    folder = ROOT / "locks"
    folder.mkdir(exist_ok=True)
    texts = {
        name: resolved("--generate-hashes", "--constraints", str(CONSTRAINTS), *asked) for name, _, asked, _ in LOCKS
    }
    unnamed = {name for text in texts.values() for name in pins(text)} - set(pins(CONSTRAINTS.read_text("utf-8")))
    if unnamed:
        sys.exit(
            f"lock: constraints.txt names no version of {', '.join(sorted(unnamed))}; ./run lock --upgrade adds them"
        )
    for name, purpose, _, basis in LOCKS:
        known = set(blocks(texts[basis])) if basis else set()
        lines = [HEAD.format(purpose=purpose), *([f"-r {basis}.txt\n"] if basis else [])]
        lines += [block for block in blocks(texts[name]) if block not in known]
        (folder / f"{name}.txt").write_text("".join(lines), encoding="utf-8")


def upgrade() -> None:
    """The newest versions, one for all Pythons, below what constraints.txt says of itself."""
    head = "".join(line for line in CONSTRAINTS.read_text("utf-8").splitlines(keepends=True) if line.startswith("#"))
    found = pins(resolved("--group", "dev"))
    CONSTRAINTS.write_text(head + "".join(f"{name}=={found[name]}\n" for name in sorted(found)), encoding="utf-8")


def resolved(*arguments: str) -> str:
    """What uv makes of pyproject.toml: requirements with one exact version each."""
    builders = "\n".join(tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["build-system"]["requires"])
    command = [
        "uv",
        "pip",
        "compile",
        "--quiet",
        "--universal",
        "--python-version",
        "3.11",
        "--fork-strategy",
        "fewest",
    ]
    command += ["--no-emit-package", "brotlicffi"]  # WeasyPrint asks for it on PyPy alone
    command += ["--no-header", "--no-annotate", *arguments, "pyproject.toml", "-"]
    done = subprocess.run(command, cwd=ROOT, input=builders, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(f"lock: uv found no versions that fit together\n{done.stderr}")
    return done.stdout


def pins(text: str) -> dict[str, str]:
    """The version of each package, by its name as indexes write it."""
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in PIN.findall(text)}


def blocks(text: str) -> list[str]:
    """The lines of each package: its version and its hashes."""
    return re.findall(r"^\S.*\n(?:    --hash.*\n)*", text, re.MULTILINE)


if __name__ == "__main__":
    main()
