"""Times scoring: whole processes with everything stored, and the steps of it in a warm one.

    python benchmarks/score.py [--rounds 9] [--write]

Whole processes run in turn, so that the machine's drift meets all of them; steps are timed in CPU seconds, and the
median of the rounds counts. `--write` keeps the figures in benchmarks/score.md.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from harness.contender import FOLIO, HEAD, SAMPLE, TODAY, Contender
from harness.machine import machine, packages
from harness.results import kept, write

from folio.evidence import store
from folio.facts import derive
from folio.observing import observe
from folio.options import Options
from folio.profile.load import load
from folio.readiness.assess import assess, assess_all
from folio.readiness.rubric import platforms, rubric

AT_ONCE = 5
"""Times that a step runs in a row, for a clock that counts in milliseconds."""
WHOLE, WARM = 0.4, 0.010
"""Seconds that are promised: wall for the process, CPU for scoring in a warm one."""


def contenders(person: Path) -> list[Contender]:
    """The processes; what is to be stored is stored by a run before."""
    score = (*FOLIO, "score", str(person), "--offline", "--today", TODAY, "-q")
    subprocess.run(score, check=True, capture_output=True)
    return [
        Contender("python -c pass", (sys.executable, "-c", "pass")),
        Contender("folio --help", (*FOLIO, "--help")),
        Contender("folio validate", (*FOLIO, "validate", str(person))),
        Contender("folio score, evidence kept", score),
        Contender("folio score on all platforms", (*score, "-p", "all")),
    ]


def steps(person: Path) -> Iterator[tuple[str, Callable[[], object]]]:
    """Each step of scoring, ready to be run again and again."""
    today = date.fromisoformat(TODAY)
    options = Options(today=today, offline=True)
    profile = load(person)
    evidence = observe(profile, person, options)
    one, every = rubric(), tuple(map(rubric, platforms()))
    yield "read the profile", lambda: load(person)
    yield "read the evidence", lambda: store.load(person / ".folio" / "evidence")
    yield "see that it still stands", lambda: observe(profile, person, options)
    yield "score one platform (derive, assess)", lambda: assess(derive(profile, evidence, today=today), one)
    yield f"score {len(every)} platforms", lambda: assess_all(derive(profile, evidence, today=today), every)


def timed(step: Callable[[], object]) -> float:
    """CPU seconds of one run in a warm process."""
    start = time.process_time()
    for _ in range(AT_ONCE):
        step()
    return (time.process_time() - start) / AT_ONCE


def report(processes: list[Contender], warm: dict[str, list[float]], rounds: int) -> str:
    """The tables as Markdown, with what was promised and on which machine."""
    whole = statistics.median(processes[3].wall)
    one, every = (statistics.median(spent) for spent in list(warm.values())[-2:])
    rows = [
        f"| {name} | {statistics.median(spent) * 1000:.1f} | {min(spent) * 1000:.1f} |" for name, spent in warm.items()
    ]
    return "\n".join([
        "# Figures of scoring",
        "",
        "The sample with everything stored, offline; made by `make bench`. Compare within one table only.",
        "",
        HEAD,
        *(one.row() for one in processes),
        "",
        "| step in a warm process | CPU ms, median | CPU ms, least |",
        "|---|--:|--:|",
        *rows,
        "",
        f"- `folio score` with everything stored takes {whole:.3f} s {kept(whole < WHOLE, f'under {WHOLE} s')}",
        f"- scoring one platform takes {one * 1000:.1f} ms of CPU {kept(one < WARM, f'under {WARM * 1000:.0f} ms')}",
        f"- all platforms take {every / one:.1f} times as long as one",
        "",
        f"{rounds} rounds on {machine(packages(('pydantic',))).told()}",
        "",
    ])  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--write", action="store_true", help="keep the figures in benchmarks/score.md")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        person = Path(folder) / "lena"
        shutil.copytree(SAMPLE, person, ignore=shutil.ignore_patterns(".folio"))
        processes = contenders(person)
        warm: dict[str, list[float]] = {}
        todo = list(steps(person))
        for _ in range(asked.rounds):
            for contender in processes:
                contender.run()
            for name, step in todo:
                warm.setdefault(name, []).append(timed(step))
    text = report(processes, warm, asked.rounds)
    print(text)
    if asked.write:
        write("score", text)


if __name__ == "__main__":
    main()
