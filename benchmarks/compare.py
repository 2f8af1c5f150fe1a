"""folio beside what people would use instead, on the same work, at 1, 10, 100 and 1,000 projects.

    python benchmarks/compare.py [--peers FOLDER [--install]] [--sizes 1,10,100,1000] [--quick] [--write [--add]]

Whole processes that run in turn. `--install` first puts the peers into FOLDER; what is not there is left out and told.
Memory is that of all processes of a command together. `--write` keeps benchmarks/compare.md and compare.json, of which
benchmarks/speed_page.py makes docs/explanation/speed.md; with `--add` the figures of other sizes and tasks stay, where
they are of the same machine and versions. It takes about 30 minutes; `--quick`, up to 10 projects, two.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from comparing.peers import Peers, found, install
from comparing.repositories import repositories
from comparing.resumes import pages, resumes
from comparing.sites import sites
from harness.contender import Contender, Failed
from harness.machine import Machine, machine
from harness.results import read, table, write

SIZES = (1, 10, 100, 1000)
ROUNDS = {1: 7, 10: 7, 100: 3, 1000: 2}
"""How often each runs and is timed; a size between takes the rounds of the next larger."""
LOOKS = 2
LONG = 1000
"""From so many projects on there is no round to warm up, and memory is looked at in the timed rounds."""
TASKS = ("site", "resume", "repositories")


def contenders(task: str, work: Path, projects: int, peers: Peers) -> list[Contender]:
    work.mkdir()
    if task == "site":
        return sites(work, projects)
    return resumes(work, projects, peers) if task == "resume" else repositories(work, projects)


def measured(those: list[Contender], rounds: int, *, long: bool, looks: int) -> dict[str, str]:
    """Runs them in turn; what fails is left out from then on, and why is returned."""
    failed: dict[str, str] = {}

    def each(do: Callable[[Contender], object]) -> None:
        for one in those:
            if one.name in failed:
                continue
            try:
                do(one)
            except Failed as why:
                failed[one.name] = str(why)
                one.forget()
                print(f"left out: {why}", file=sys.stderr)

    if not long:
        each(Contender.run)
        for one in those:
            one.forget()
    for _ in range(rounds):
        each(lambda one: one.run(look=long))
    for _ in range(0 if long else looks):
        each(Contender.look)
    return failed


def figures(task: str, projects: int, those: list[Contender]) -> list[dict[str, Any]]:
    """As they are kept: every time, since a median alone says little."""
    return [
        {
            "task": task,
            "tool": one.name,
            "projects": projects,
            "wall": [round(each, 4) for each in one.wall],
            "cpu": [round(each, 4) for each in one.cpu],
            "memory": round(one.memory, 1),
            **({"bytes": one.makes.stat().st_size, "pages": pages(one.makes)} if one.makes else {}),
        }
        for one in those
        if one.wall
    ]


def measured_before(asked: set[tuple[str, int]], here: Machine) -> tuple[list[dict[str, Any]], dict[str, str]]:
    """What is there of what is not measured now: figures, and what failed.

    Ends the program where they are of another machine.
    """
    before, plain = read("compare"), here.plain()
    if differ := [name for name in plain if name not in ("day", "load") and before["machine"][name] != plain[name]]:
        sys.exit(f"the figures that are there are of another machine: other {', '.join(differ)}")
    again = tuple(f" at {size:,} projects" for _, size in asked)
    return (
        [one for one in before["figures"] if (one["task"], one["projects"]) not in asked],
        {name: why for name, why in before["failed"].items() if not name.endswith(again)},
    )


def report(result: dict[str, Any]) -> str:
    """Everything in one table a task."""
    parts = ["# folio beside others", "Made by `python benchmarks/compare.py`; every command of a size ran in turn."]
    for task in TASKS:
        rows = [
            (
                one["tool"],
                f"{one['projects']:,}",
                f"{statistics.median(one['wall']):.3f}",
                f"{min(one['wall']):.3f}",
                f"{statistics.median(one['cpu']):.3f}",
                f"{one['memory']:.0f}",
                len(one["wall"]),
            )
            for one in result["figures"]
            if one["task"] == task
        ]
        if rows:
            head = ("command", "projects", "wall s, median", "wall s, least", "CPU s, median", "peak MiB", "rounds")
            parts += [f"## {task.capitalize()}", table(head, rows)]
    return "\n\n".join([*parts, f"Measured on {result['told']}\n"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=Path, metavar="FOLDER")
    parser.add_argument("--install", action="store_true", help="put the peers into FOLDER first")
    parser.add_argument("--python", help="the Python for RenderCV, 3.12 or newer")
    parser.add_argument("--sizes", default=",".join(map(str, SIZES)))
    parser.add_argument("--tasks", default=",".join(TASKS))
    parser.add_argument("--rounds", type=int, help="for all sizes, in place of 7, 7, 3 and 2")
    parser.add_argument("--quick", action="store_true", help="one round at 1 and 10 projects")
    parser.add_argument("--write", action="store_true", help="keep the figures")
    parser.add_argument("--add", action="store_true", help="and those of other sizes and tasks that are there")
    asked = parser.parse_args()
    if asked.install:
        install(asked.peers, asked.python)
    peers = found(asked.peers)
    here = machine(peers.versions())
    sizes = (1, 10) if asked.quick else tuple(int(one) for one in asked.sizes.split(","))
    result: dict[str, Any] = {"machine": here.plain(), "told": here.told(), "figures": [], "failed": {}}
    tasks = asked.tasks.split(",")
    if asked.add:
        again = {(task, size) for task in tasks for size in sizes}
        result["figures"], result["failed"] = measured_before(again, here)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for task in tasks:
            for projects in sizes:
                began = time.monotonic()
                usual = 1 if asked.quick else next((ROUNDS[one] for one in SIZES if one >= projects), 1)
                rounds = asked.rounds or usual
                room = Path(folder) / f"{task}-{projects}"
                try:
                    those = contenders(task, room, projects, peers)
                except subprocess.CalledProcessError as why:
                    result["failed"][f"all of {task} at {projects:,} projects"] = str(why.stderr)[-2000:]
                    print(f"left out: {task} of {projects:,} projects: {why.stderr}", file=sys.stderr)
                    continue
                looks = 1 if rounds == 1 else LOOKS
                failed = measured(those, rounds, long=projects >= LONG, looks=looks)
                result["failed"] |= {f"{name} at {projects:,} projects": why for name, why in failed.items()}
                result["figures"] += figures(task, projects, those)
                result["figures"].sort(key=lambda one: (TASKS.index(one["task"]), one["projects"]))
                if asked.write:
                    write("compare", report(result), result)  # after each, so that a crash costs little
                shutil.rmtree(room)
                print(f"{task}, {projects:,} projects: {time.monotonic() - began:.0f} s", file=sys.stderr)
    print(report(result))


if __name__ == "__main__":
    main()
