"""Times whole processes in one interleaved run: every round runs each command once, in turn.

    python benchmarks/run.py [--rounds 9] [--write]

The machine's speed drifts; compare the figures of one run only, and the ratios rather than the seconds. `--write` keeps
them in benchmarks/results.md.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from harness.contender import FOLIO, HEAD, SAMPLE, TODAY, Contender, in_turn
from harness.machine import machine, packages
from harness.results import write


def contenders(work: Path) -> list[Contender]:
    """Everything that is timed; `work` is an empty folder."""
    out, state = work / "out", work / "state"
    build = (
        *FOLIO,
        "build",
        str(SAMPLE),
        "--out",
        str(out),
        "--state",
        str(state),
        "--today",
        TODAY,
        "--offline",
        "-q",
    )

    def cold() -> None:
        shutil.rmtree(state, ignore_errors=True)
        shutil.rmtree(out, ignore_errors=True)

    subprocess.run(build, check=True, capture_output=True)
    pages = work / "pages"
    shutil.copytree(state / "site", pages)
    resume = work / "resume.html"
    resume.write_bytes(_resume())
    print_one = (
        "import sys, weasyprint\nweasyprint.HTML(filename=sys.argv[1]).write_pdf(sys.argv[2], pdf_variant='pdf/ua-1')"
    )
    mkdocs = (sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(pages / "mkdocs.yml"), "-d", str(work / "site"))
    return [
        Contender("python -c pass", (sys.executable, "-c", "pass")),
        Contender("folio --help", (*FOLIO, "--help")),
        Contender("folio build, nothing kept", build, cold),
        Contender("folio build, nothing changed", build),
        Contender("folio score, evidence kept", (*FOLIO, "score", *build[4:5], *build[7:])),
        Contender("mkdocs build, same pages", mkdocs, lambda: shutil.rmtree(work / "site", ignore_errors=True)),
        Contender("WeasyPrint, same résumé", (sys.executable, "-c", print_one, str(resume), str(work / "resume.pdf"))),
    ]


def _resume() -> bytes:
    """The résumé's HTML as folio prints it, with its typefaces on disk instead of in memory."""
    from datetime import date

    from folio.options import Options
    from folio.pipeline import assemble
    from folio.render.resume import render_resume
    from folio.resources import root

    with tempfile.TemporaryDirectory() as state:
        assembly = assemble(SAMPLE, Options(today=date.fromisoformat(TODAY), offline=True, state=Path(state)))
    html = render_resume(assembly.resume).content.decode()
    fonts = {path.name: path for path in sorted(root("templates").rglob("*.[ot]tf"))}
    for name, path in fonts.items():
        html = html.replace(f"asset:/{name}", path.as_uri())
    return html.encode()


def report(timed: list[Contender], rounds: int) -> str:
    """The table, the ratios that are promised, and the machine."""
    by_name = {one.name: one for one in timed}
    pairs = list(zip(by_name["mkdocs build, same pages"].wall, by_name["WeasyPrint, same résumé"].wall, strict=True))
    ratio = statistics.median(
        build / (site + resume)
        for build, (site, resume) in zip(by_name["folio build, nothing kept"].wall, pairs, strict=True)
    )
    beside = statistics.median(
        ours - bare for ours, bare in zip(by_name["folio --help"].wall, by_name["python -c pass"].wall, strict=True)
    )
    rows = "\n".join(one.row() for one in timed)
    return (
        "# Figures\n\n"
        "Whole processes, one interleaved run; made by `make bench`. Compare within the table only.\n\n"
        f"{HEAD}\n{rows}\n\n"
        f"- `folio --help` takes {beside * 1000:.0f} ms more than `python -c pass`"
        " (median of pairs; promised: under 150 ms)\n"
        f"- `folio build` of the sample with nothing kept takes {ratio:.2f} times `mkdocs build` of the same pages"
        " plus WeasyPrint printing the same résumé (median of rounds; promised: at most 1.5)\n\n"
        f"{rounds} rounds on {machine(packages(('mkdocs', 'weasyprint'))).told()}\n"
    )


def main() -> None:
    """Runs all rounds and prints the table."""
    parser = argparse.ArgumentParser(description="Times folio beside what it is made of.")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--write", action="store_true", help="keep the figures in benchmarks/results.md")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        timed = contenders(Path(folder))
        in_turn(timed, asked.rounds)
    text = report(timed, asked.rounds)
    print(text)
    if asked.write:
        write("results", text)


if __name__ == "__main__":
    main()
