"""Times `folio resume` beside RenderCV on the same content: whole processes, in turn.

    python benchmarks/resume.py [--folio PATH] [--rendercv PATH] [--rounds 9] [--write]

Both make one PDF and nothing else, on paper of the same size, from what benchmarks/person.py says. The first round is
dropped. Memory is the peak of the proportional set size of all processes of a run together; it is taken in rounds of
its own, since looking takes time. For a fair comparison both commands run on the same Python, and RenderCV's package
of Typst is in its place (it downloads one otherwise). Without RenderCV, folio alone is timed. `--write` keeps the
figures in benchmarks/resume.md.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from harness.contender import TODAY, Contender, in_turn
from harness.machine import machine, version
from harness.results import kept, write
from person import for_folio, for_rendercv

DAY = ("--today", TODAY, "-q")
HALF, MEMORY, FURTHER, UNCHANGED = 0.5, 80, 0.35, 0.150
"""What is promised: a share of RenderCV's wall time, MiB, seconds of CPU, seconds of wall time."""
COPIES = 4
LOOKS = 3
"""Rounds in which memory is looked at."""
SEVERAL = """
import sys
from datetime import date
from pathlib import Path
from dataclasses import replace
from folio.documents import composed_resume
from folio.known import known
from folio.options import Options
from folio.render.press import rendering
from folio.render.resume import print_resume
found = known(Path(sys.argv[1]), Options(today=date.fromisoformat(sys.argv[2])))
job = print_resume(composed_resume(found), overrides=found.templates)
jobs = [replace(job, path=f"{number}.pdf", most_pages=20 + number) for number in range(int(sys.argv[3]))]
with rendering(jobs) as pending:
    pending.sheets()
"""
"""Prints the same résumé several times in one run, as a build does with those of all targets."""

REST = (
    "Where folio's time goes, in ms of CPU on a quiet machine: until the two halves part 40; composing 290 (pydantic "
    "and models 150, click and YAML 40, Markdown in a text 35, the rest is work) beside importing WeasyPrint and "
    "Jinja2 230 (its own style sheet 60, the declarations of C libraries 55); then layout 240 and writing 100, which "
    "nothing runs beside. On a machine that is busy the halves run one after the other."
)
"""Of 22 November 2026; by a profiler and by clocks in each half."""


class Measured(Contender):
    """A command that is timed, with its memory and with what it makes."""

    def row(self) -> str:
        size = f"{self.makes.stat().st_size:,}" if self.makes else ""
        return f"{super().row()} {self.memory:.0f} | {size} |"


def contenders(work: Path, folio: str, rendercv: str | None) -> list[Measured]:
    """The commands, each with a folder of its own below `work`."""
    (work / "profile.yaml").write_text(for_folio(), encoding="utf-8")
    (work / "cv.yaml").write_text(for_rendercv(), encoding="utf-8")
    made, state, theirs = work / "resume.pdf", work / ".folio", work / "rendercv_output"
    resume = (folio, "resume", str(work), *DAY, "-o", str(made))
    python = str(Path(folio).parent / "python")

    def nothing_kept() -> None:
        shutil.rmtree(state, ignore_errors=True)

    def all_kept() -> None:
        if not state.exists():
            subprocess.run(resume, cwd=work, check=True, capture_output=True)

    found = [
        Measured("python -c pass", (python, "-c", "pass"), cwd=work),
        Measured("folio resume", resume, nothing_kept, work),
        Measured("folio resume, unchanged", resume, all_kept, work),
        Measured("1 PDF in a run", (python, "-c", SEVERAL, str(work), TODAY, "1"), cwd=work),
        Measured(f"{1 + COPIES} PDFs in a run", (python, "-c", SEVERAL, str(work), TODAY, str(1 + COPIES)), cwd=work),
    ]
    found[1].makes = found[2].makes = made
    if rendercv:
        quiet = ("-q", "-nopng", "-nomd", "-nohtml")
        peer = Measured("RenderCV, PDF only", (rendercv, "render", "cv.yaml", *quiet), cwd=work)
        found.insert(1, peer)
        peer.run()
        peer.makes = next(theirs.glob("*.pdf"))
    return found


def report(timed: list[Measured], rounds: int, versions: list[str]) -> str:
    """The table, what was promised, and the machine."""
    by_name = {one.name: one for one in timed}
    ours, again = by_name["folio resume"], by_name["folio resume, unchanged"]
    one, several = (by_name[name] for name in ("1 PDF in a run", f"{1 + COPIES} PDFs in a run"))
    further = statistics.median((b - a) / COPIES for a, b in zip(one.cpu, several.cpu, strict=True))
    unchanged = statistics.median(again.wall)
    lines = [
        f"`folio resume` takes at most {ours.memory:.0f} MiB {kept(ours.memory < MEMORY, f'under {MEMORY}')}",
        f"each further PDF of a run costs {further:.3f} s of CPU {kept(further < FURTHER, f'under {FURTHER}')}",
        f"an unchanged one takes {unchanged * 1000:.0f} ms, without importing WeasyPrint "
        f"{kept(unchanged < UNCHANGED, f'under {UNCHANGED * 1000:.0f}')}",
    ]
    if peer := by_name.get("RenderCV, PDF only"):
        ratio = statistics.median(ours.wall) / statistics.median(peer.wall)
        least = min(ours.wall) / min(peer.wall)
        times = f"{ratio:.2f} times RenderCV's wall time by the medians, {least:.2f} by the least of each"
        lines.insert(0, f"`folio resume` takes {times} {kept(ratio <= HALF, f'at most {HALF}')}")
    return "\n".join([
        "# Figures of a résumé",
        "",
        "One résumé of two Letter pages as a PDF: whole processes, one interleaved run; made by `make bench`. Compare "
        "within the table only.",
        "",
        "| command | wall s, median | wall s, least | CPU s, median | peak MiB | bytes |",
        "|---|--:|--:|--:|--:|--:|",
        *(each.row() for each in timed),
        "",
        *(f"- {line}" for line in lines),
        "",
        REST,
        "",
        f"{rounds} rounds on {machine().told()} Contenders: {', '.join(versions)}.",
        "",
    ])  # fmt: skip


def main() -> None:
    """Runs all rounds and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folio", default=str(Path(sys.executable).with_name("folio")), metavar="PATH")
    parser.add_argument("--rendercv", default=shutil.which("rendercv"), metavar="PATH")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--write", action="store_true", help="keep the figures in benchmarks/resume.md")
    asked = parser.parse_args()
    weasyprint = "import importlib.metadata as m; print('WeasyPrint', m.version('weasyprint'))"
    versions = [
        version(asked.folio, "--version"),
        version(str(Path(asked.folio).parent / "python"), "-c", weasyprint),
        version(str(Path(asked.folio).parent / "python"), "-V"),
    ]
    versions += [version(asked.rendercv, "--version")] if asked.rendercv else []
    if not asked.rendercv:
        print("RenderCV is not installed; folio is timed alone. Install it with: pip install 'rendercv[full]'")
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        timed = contenders(Path(folder), asked.folio, asked.rendercv)
        in_turn(timed, asked.rounds, looks=LOOKS)
        text = report(timed, asked.rounds, versions)
    print(text)
    if asked.write:
        write("resume", text)


if __name__ == "__main__":
    main()
