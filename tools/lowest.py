"""Runs the tests on the lowest versions that pyproject.toml allows for what folio itself asks for.

    ./run lowest [ARGUMENT OF PYTEST ...]
    ./run lowest --versions    only say which ones these are

The tools for development, and what packages need in turn, stay at the versions of constraints.txt where these fit.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
ASKED = ("--extra", "check", "--extra", "cohort", "--extra", "cluster", "--extra", "zensical", "--group", "dev")
# Hold other outputs than folio's: exact pages and pictures, which come from the exact versions of constraints.txt, and
# what is about these versions themselves.
LEFT_OUT = ("tests/test_golden.py", "tests/supply", "tests/ci/test_linted.py")


def main(arguments: list[str]) -> None:
    """Resolve, install into .lowest/, and go over to pytest."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    direct = {plain(line) for line in (*project["dependencies"], *extras)}
    with tempfile.TemporaryDirectory() as scratch:
        chosen = Path(scratch) / "lowest.txt"
        chosen.write_text(preferred(direct), "utf-8")
        uv("compile", "--resolution", "lowest-direct", *ASKED, "--output-file", str(chosen), "pyproject.toml")
        pins = chosen.read_text("utf-8").splitlines()
        print(*(line for line in pins if "==" in line and plain(line) in direct), sep="\n", flush=True)
        if arguments == ["--versions"]:
            return
        python = str(ROOT / ".lowest" / "bin" / "python")
        subprocess.run(
            ["uv", "venv", "--quiet", "--clear", "--seed", "--python", sys.executable, ".lowest"], check=True
        )
        uv("install", "--python", python, "--requirement", str(chosen))
    uv("install", "--python", python, "--no-deps", "--no-build-isolation", "--editable", ".")
    ignored = [f"--ignore={path}" for path in LEFT_OUT]
    os.execv(python, [python, "-m", "pytest", "-p", "no:cacheprovider", *ignored, *arguments])


def preferred(direct: set[str]) -> str:
    """The lines of constraints.txt that uv is to keep to where it can: all but those that are to be low."""
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    return "".join(f"{line}\n" for line in lines if not line.startswith("#") and plain(line) not in direct)


def plain(requirement: str) -> str:
    """The name in a requirement, as indexes write it."""
    return re.sub(r"[-_.]+", "-", re.split(r"[^A-Za-z0-9._-]", requirement)[0]).lower()


def uv(what: str, *arguments: str) -> None:
    """One step of uv; what it says is shown when it can't."""
    command = ["uv", "pip", what, "--quiet", *arguments]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
    if done.returncode:
        sys.exit(f"lowest: uv pip {what} failed")


if __name__ == "__main__":
    main(sys.argv[1:])
