"""Times the site: `folio site`, `folio build` and `folio serve` beside `mkdocs build` of the same written folder.

    python benchmarks/site.py [--rounds 7] [--large 3] [--write]

Whole processes, in turn; the first round is dropped. `mkdocs build` gets what folio wrote: pages that are HTML already,
and the extension that takes them past its parsers. folio reads profile, evidence and templates as well. `--large` is
the number of rounds with 100, 300 and 1,000 pages. `--write` keeps the figures in benchmarks/site.md.
"""

from __future__ import annotations

import argparse
import itertools
import os
import re
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from harness.contender import FOLIO, HEAD, SAMPLE, TODAY, Contender, in_turn, ratio
from harness.machine import machine, packages
from harness.results import kept, write
from people import with_pages

DAY = ("--today", TODAY, "-q")
SIZES = (100, 300, 1000)
EDITED = "problem: "
"""Where a case study begins that is edited; the first of a profile."""
AGAIN, UNCHANGED = 0.7, 0.5
"""What is promised: a share of `mkdocs build`, seconds."""
SERVED = {"zensical": 0.5, "mkdocs": 2.5}
EDITS = 7


class Person:
    """A profile in a folder of its own, what was seen of it, and the folder of its site."""

    def __init__(self, folder: Path) -> None:
        from folio.options import Options
        from folio.pages import pages
        from folio.website.folder import materialise

        self.folder = folder
        self.file = folder / "profile.yaml"
        self.text = self.file.read_text(encoding="utf-8")
        self.edits = itertools.count()
        subprocess.run((*FOLIO, "collect", str(folder), "--offline", *DAY), check=True, capture_output=True)
        made = pages(folder, Options(today=date.fromisoformat(TODAY)), downloads=False)
        self.pages = sum(1 for one in made.folder if one.path.endswith(".md"))
        self.written = folder.with_name(f"{folder.name}-pages")
        materialise(made.folder, self.written)

    def site(self, name: str, *words: str) -> tuple[str, ...]:
        out = self.folder.with_name(f"{self.folder.name}-{name}")
        return (*FOLIO, "site", str(self.folder), *DAY, "--no-downloads", "-o", str(out), *words)

    def edit(self) -> str:
        """Changes one sentence of one case study, each time to another one, which is returned."""
        mark = f"Edited {next(self.edits)}. "
        before, found, rest = self.text.partition(EDITED)
        block = rest.startswith((">", "|"))
        start = rest.index("\n") + 1 if block else 0
        room = rest[start:][: len(rest[start:]) - len(rest[start:].lstrip())] if block else ""
        edited = before + found + rest[:start] + room + mark + rest[start + len(room) :]
        self.file.write_text(edited, encoding="utf-8")
        time.sleep(0.1)  # or it may have changed while it was read
        return mark.strip()

    def forget(self) -> None:
        """Nothing was made before; what was seen stays."""
        self.file.write_text(self.text, encoding="utf-8")
        for name in ("answers", "pages"):
            shutil.rmtree(self.folder / ".folio" / "cache" / name, ignore_errors=True)

    def mkdocs(self) -> tuple[str, ...]:
        out = str(self.folder.with_name(f"{self.folder.name}-mkdocs"))
        return (sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(self.written / "mkdocs.yml"), "-d", out)

    def settled(self, words: tuple[str, ...]) -> Callable[[], None]:
        """Makes sure that the same was made before, once."""
        made: list[bool] = []

        def settle() -> None:
            if not made:
                self.file.write_text(self.text, encoding="utf-8")
                time.sleep(0.2)
                for _ in range(2):
                    subprocess.run(words, check=True, capture_output=True)
                made.append(True)

        return settle


def sample(work: Path) -> list[Contender]:
    one, other = (Person(Path(shutil.copytree(SAMPLE, work / name))) for name in ("sample", "again"))
    build = (*FOLIO, "build", str(other.folder), "--offline", *DAY, "-o", str(work / "everything"))
    return [
        Contender("python -c pass", (sys.executable, "-c", "pass")),
        Contender("mkdocs build", one.mkdocs()),
        Contender("folio site, nothing kept", one.site("cold"), one.forget),
        Contender("folio site, one edit", one.site("edited"), one.edit),
        Contender("folio site --engine zensical, nothing kept", one.site("z", "--engine", "zensical"), one.forget),
        Contender("folio site, nothing changed", other.site("same"), other.settled(other.site("same"))),
        Contender("folio build, nothing changed", build, other.settled(build)),
    ]


def large(person: Person) -> list[Contender]:
    return [
        Contender(f"mkdocs build, {person.pages} pages", person.mkdocs()),
        Contender(f"folio site, {person.pages} pages, nothing kept", person.site("cold"), person.forget),
        Contender(f"folio site, {person.pages} pages, one edit", person.site("cold"), person.edit),
    ]


def served(person: Person, engine: str) -> list[float]:
    """Seconds from an edit of a case study until a browser would get it."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    person.forget()
    words = (*FOLIO, "serve", str(person.folder), "--offline", "--engine", engine, "--port", str(port), *DAY)
    with subprocess.Popen(words, stderr=subprocess.PIPE, text=True) as process:
        try:
            assert process.stderr is not None
            address = process.stderr.readline().split()[2].rstrip(";")
            return list(_waits(person, address))[1:]  # the first one is a warm-up
        finally:
            process.send_signal(signal.SIGINT)


def _waits(person: Person, address: str) -> Iterator[float]:
    case = re.findall(r"\bid: ([a-z0-9-]+)", person.text.partition(EDITED)[0])[-1]
    for _ in range(EDITS + 1):
        began = time.perf_counter()
        words = person.edit()
        began += 0.1  # the edit waits
        while words not in urllib.request.urlopen(f"{address}work/{case}/").read().decode():
            time.sleep(0.005)
        yield time.perf_counter() - began
        time.sleep(0.3)


def report(small: list[Contender], big: list[list[Contender]], waits: dict[str, list[float]], rounds: int) -> str:
    """The tables, what was promised, and the machine."""
    by_name = {one.name: one for one in small}
    mkdocs = by_name["mkdocs build"]

    cold = ratio(by_name["folio site, nothing kept"], mkdocs)
    lines = [
        f"`folio site` of the sample with nothing kept takes {cold:.2f} times `mkdocs build` {kept(cold <= 1, '1')}"
    ]
    for name in ("folio site, nothing changed", "folio build, nothing changed"):
        wall = statistics.median(by_name[name].wall)
        lines.append(
            f"`{name.partition(',')[0]}` with nothing changed takes {wall:.2f} s "
            f"{kept(wall <= UNCHANGED, f'{UNCHANGED} s')}"
        )
    most = ratio(big[-1][2], big[-1][0])
    lines.append(
        f"with {SIZES[-1]:,} pages, after one edit: {most:.2f} times `mkdocs build` {kept(most <= AGAIN, str(AGAIN))}"
    )
    each = [statistics.median(row[1].wall) / size * 1000 for row, size in zip(big, SIZES, strict=True)]
    lines.append(f"with nothing kept, a page takes {', '.join(f'{one:.1f}' for one in each)} ms of {SIZES} pages")
    for engine, promise in SERVED.items():
        wait = statistics.median(waits[engine])
        lines.append(
            f"an edit of a case study among {SIZES[0]} pages is served by `folio serve --engine {engine}` after "
            f"{wait:.2f} s {kept(wait <= promise, f'{promise} s')}"
        )
    return "\n".join([
        "# Figures of the site",
        "",
        "Whole processes, one interleaved run; made by `make bench`. Compare within the table only.",
        "",
        HEAD,
        *(one.row() for one in [*small, *(one for row in big for one in row)]),
        "",
        *(f"- {line}" for line in lines),
        "",
        f"{rounds} rounds on {machine(packages(('mkdocs', 'mkdocs-material', 'zensical'))).told()}",
        "",
    ])  # fmt: skip


def main() -> None:
    """Runs all rounds and prints the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--large", type=int, default=3)
    parser.add_argument("--write", action="store_true", help="keep the figures in benchmarks/site.md")
    asked = parser.parse_args()
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        work = Path(folder)
        small = sample(work)
        in_turn(small, asked.rounds)
        people = [Person(with_pages(work / f"pages-{size}", size)) for size in SIZES]
        big = [large(person) for person in people]
        for each in big:
            in_turn(each, asked.large)
        waits = {engine: served(people[0], engine) for engine in SERVED}
        text = report(small, big, waits, asked.rounds)
    print(text)
    if asked.write:
        write("site", text)


if __name__ == "__main__":
    main()
