"""Scores many generated profiles in one run: how fast, in how much memory, and whether a kill changes a row.

    python benchmarks/many_profiles.py [--profiles 10000] [--rounds 2] [--kills 10] [--folder FOLDER] [--quick]
        [--write]

One worker and two in turn, and two commands that share nothing, to know what a second core is worth; a run killed
at random moments and resumed; a Dask cluster of two worker processes, whole and with one of them killed; and what
collecting and building cost, on copies of the sample. The folder is kept where one is named, and used again. It takes
about 50 minutes for 10,000; `--quick`, 300 profiles and one round, about three.
`--write` keeps benchmarks/cohort.md and cohort.json.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from crowd.make import SEED, broken, make
from crowd.runs import OUT, QUIET, apart, killed, on_dask, whole
from harness.contender import FOLIO, SAMPLE, Contender
from harness.machine import machine, packages
from harness.results import kept, table, write

FASTER, MEMORY = 1.7, 500
"""What is promised: of two workers beside one, and MiB of all processes together."""
COPIES = 12
"""Of the sample, to see what collecting and building cost."""


def runs(people: Path, number: int, work: Path, rounds: int, kills: int) -> dict[str, Any]:
    """Everything about scoring what is stored."""
    one, two = (whole(people, work / f"workers-{count}", count) for count in (1, 2))
    bound = []
    for turn in range(rounds):
        for each in (one, two):
            each.run(look=True)
            _say(f"{each.name}: {each.wall[-1]:.1f} s, {each.cpu[-1]:.1f} s of CPU, {each.memory:.0f} MiB")
        bound.append(one.wall[-1] / apart(people, work / f"apart-{turn}"))
        _say(f"two commands that share nothing are {bound[-1]:.2f} times as fast as one")
    wanted = (work / "workers-1" / OUT).read_bytes()
    seconds = statistics.median(two.wall)
    moments = killed(people, work / "killed", times=kills, seconds=seconds, seed=SEED)
    _say(f"killed {len(moments)} times and resumed")
    dask = [on_dask(people, work / "dask", work / "cluster")]
    dask.append(on_dask(people, work / "dask-killed", work / "cluster-killed", kill_after=dask[0].wall[0] / 2))
    same = {
        "two workers": (work / "workers-2" / OUT).read_bytes() == wanted,
        "killed": (work / "killed" / OUT).read_bytes() == wanted,
        **{run.name: run.makes is not None and run.makes.read_bytes() == wanted for run in dask},
    }
    return {
        "profiles": number,
        "broken": sum(1 for each in range(number) if broken(each)),
        "one": _plain(one),
        "two": _plain(two),
        "faster": round(statistics.median(a / b for a, b in zip(one.wall, two.wall, strict=True)), 3),
        "bound": round(statistics.median(bound), 3),
        "moments": moments,
        "dask": {run.name: round(run.wall[0], 2) for run in dask},
        "same": same,
        "row_bytes": len(wanted),
        "stored_bytes": sum(file.stat().st_size for file in people.rglob("*") if file.is_file()),
        "summary": summary(work / "workers-1" / OUT),
    }


def units(work: Path, copies: int) -> dict[str, float]:
    """CPU seconds of one copy of the sample: looked at with nothing kept, and built. One worker, no network."""
    for number in range(copies):
        place = work / "people" / f"copy-{number:03}"
        shutil.copytree(SAMPLE, place, ignore=shutil.ignore_patterns(".folio"))
    ask = (*FOLIO, "cohort", str(work / "people"), "-p", "toptal", "--offline", "--workers", "1", *QUIET)
    collect = Contender("collect", (*ask, "-o", str(work / "collected.parquet")))
    collect.run()
    render = ("--render", str(work / "sites"), "-o", str(work / "rendered.parquet"))
    build = Contender("build", (*ask, *render))
    build.run()
    sites = sum(file.stat().st_size for file in (work / "sites").rglob("*") if file.is_file())
    stored = sum(file.stat().st_size for file in (work / "people").rglob(".folio/evidence/**/*") if file.is_file())
    return {
        "copies": copies,
        "collect_cpu": round(collect.cpu[0] / copies, 4),
        "build_cpu": round(build.cpu[0] / copies, 4),
        "site_bytes": round(sites / copies),
        "evidence_bytes": round(stored / copies),
    }


def summary(rows: Path) -> dict[str, int]:
    """How many rows of each kind there are: a table of nothing but problems would be fast."""
    import pyarrow.parquet

    states = pyarrow.parquet.read_table(rows, columns=["status"])["status"].to_pylist()
    return {one: states.count(one) for one in sorted(set(states))}


def report(result: dict[str, Any]) -> str:
    """The tables, and what was promised."""
    found, unit = result["runs"], result["units"]
    number, faster = found["profiles"], found["faster"]
    rows = [
        (
            f"{name} worker{'s' if name == 'two' else ''}",
            f"{statistics.median(found[name]['wall']):.1f}",
            f"{min(found[name]['wall']):.1f}",
            f"{statistics.median(found[name]['cpu']):.1f}",
            f"{number / statistics.median(found[name]['wall']):.0f}",
            f"{found[name]['memory']:.0f}",
        )
        for name in ("one", "two")
    ]
    rows += [
        (name, f"{wall:.1f}", f"{wall:.1f}", "", f"{number / wall:.0f}", "") for name, wall in found["dask"].items()
    ]
    most = max(found[name]["memory"] for name in ("one", "two"))
    at = ", ".join(f"{one:g}" for one in found["moments"])
    lines = [
        f"two workers are {faster:.2f} times as fast as one {kept(faster >= FASTER, f'at least {FASTER}')}; two "
        f"commands that share nothing, with half of the profiles each, are {found['bound']:.2f} times as fast here",
        f"all processes together take at most {most:.0f} MiB {kept(most < MEMORY, f'under {MEMORY}')}",
        f"killed {len(found['moments'])} times (after {at} s) and resumed: {_same(found['same']['killed'])}",
        *(f"{name}: {_same(found['same'][name])}" for name in ("two workers", *found["dask"])),
        f"{found['summary'].get('scored', 0):,} profiles were scored; {found['broken']:,} were made so that they can't "
        f"be, and {found['summary'].get('problem', 0):,} have a row with their problems",
        f"{found['stored_bytes'] / number / 1024:.0f} KiB a profile, and {found['row_bytes'] / number:.0f} bytes a row",
        f"of a copy of the sample: collecting takes {unit['collect_cpu']:.2f} s of CPU, building another "
        f"{unit['build_cpu']:.2f} s (mean of {unit['copies']:g})",
    ]
    head = ("run", "wall s, median", "wall s, least", "CPU s, median", "profiles a second", "peak MiB")
    return "\n\n".join([
        "# A cohort",
        f"{number:,} generated profiles with stored evidence, scored for one platform; made by "
        "`python benchmarks/many_profiles.py`.",
        table(head, rows),
        "\n".join(f"- {line}" for line in lines),
        f"Measured on {result['told']}\n",
    ])  # fmt: skip


def _same(holds: bool) -> str:
    return "the same rows, byte for byte, as one worker's (promised)" if holds else "OTHER ROWS than one worker's"


def _plain(run: Contender) -> dict[str, Any]:
    wall, cpu = ([round(each, 3) for each in those] for those in (run.wall, run.cpu))
    return {"wall": wall, "cpu": cpu, "memory": round(run.memory, 1)}


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profiles", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--kills", type=int, default=10)
    parser.add_argument("--folder", type=Path, help="where the profiles are, or are made and kept")
    parser.add_argument("--quick", action="store_true", help="300 profiles, one round, three kills")
    parser.add_argument("--write", action="store_true", help="keep the figures")
    asked = parser.parse_args()
    number, rounds, kills = (300, 1, 3) if asked.quick else (asked.profiles, asked.rounds, asked.kills)
    here = machine(packages(("pydantic", "pyarrow", "distributed")))
    with tempfile.TemporaryDirectory(prefix="bench-") as scratch:
        people = asked.folder or Path(scratch) / "people"
        began = time.perf_counter()
        if not people.exists():
            make(people, number)
        made = time.perf_counter() - began
        _say(f"{number:,} profiles made in {made:.0f} s")
        found = runs(people, number, Path(scratch) / "runs", rounds, kills)
        unit = units(Path(scratch) / "units", 3 if asked.quick else COPIES)
    result = {
        "machine": here.plain(),
        "told": here.told(),
        "runs": found,
        "units": unit,
    }
    text = report(result)
    print(text)
    if asked.write:
        write("cohort", text, result)
    return int(not all(found["same"].values()))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as failed:
        sys.exit(f"{failed}\n{failed.stderr}")
