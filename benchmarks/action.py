"""Times the action's steps on the sample, the first time and again with nothing changed.

    python benchmarks/action.py [--write]

The steps run as tests/ci runs them: in a clone with a bare remote. Packages and system libraries are in place both
times, so that only folio's own work is timed; with their installation the first run takes longer still. The second run
gets what the action keeps, and an empty output folder. `--write` keeps the figures in benchmarks/action.md.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

import yaml

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from ci.portfolio import git, variables  # noqa: E402
from ci.runner import Runner  # noqa: E402
from ci.test_steps import ACTION, OWN, inputs  # noqa: E402

SHARE = 1 / 3
"""What is promised of the second run, as a share of the first."""


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--write", action="store_true", help="keep the figures in benchmarks/action.md")
    write = parser.parse_args().write
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        first, second = _timed(Path(scratch))
    rows = [f"| {what} | {seconds:.1f} s |" for what, seconds in (("first", first), ("again", second))]
    day = datetime.now(tz=UTC).date().isoformat()
    lines = [f"# The action on the sample, {day}", "", "| run | wall time |", "|---|---:|", *rows, ""]
    lines += [f"The second run takes {second / first:.0%} of the first one's time; a third is promised.", ""]
    print("\n".join(lines))
    if write:
        (ROOT / "benchmarks/action.md").write_text("\n".join(lines), encoding="utf-8")
    return int(second > first * SHARE)


def _timed(folder: Path) -> tuple[float, float]:
    tree = folder / "me"
    ignored = shutil.ignore_patterns(".folio")
    shutil.copytree(ROOT / "sample_profile", tree, ignore=ignored)
    git(tree, "init", "-q", "-b", "main")
    git(tree, "add", "-A")
    git(tree, "commit", "-qm", "Begin")
    git(folder, "init", "-q", "--bare", "-b", "main", "remote.git")
    git(tree, "remote", "add", "origin", str(folder / "remote.git"))
    steps = yaml.safe_load(ACTION.read_text(encoding="utf-8"))["runs"]["steps"]
    taken = []
    for _ in range(2):
        shutil.rmtree(tree / "out", ignore_errors=True)
        given = variables(folder, "push", {"repository": OWN, "before": git(tree, "rev-parse", "HEAD")})
        runner = Runner(tree, folder / "steps", given, inputs(publish="gh-pages"), folder / "artifacts")
        began = time.perf_counter()
        if runner.run(steps):
            sys.exit(runner.printed)
        taken.append(time.perf_counter() - began)
    return taken[0], taken[1]


if __name__ == "__main__":
    sys.exit(main())
