"""A résumé of somebody with so many projects as a PDF: RenderCV, JSON Resume through Chromium, and folio."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from harness.contender import TODAY, Contender
from people import write

from comparing.peers import Peers

DAY = ("--today", TODAY, "-q")
PRINTS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--no-pdf-header-footer"),
)


def resumes(work: Path, projects: int, peers: Peers) -> list[Contender]:
    """The contenders; the peers' files are folio's exports of the same profile. What is not installed is left out."""
    person = write(work / "person", projects=projects, articles=5, pictures=False)
    folio, made = peers.folio, work / "folio.pdf"
    for kind, name in (("rendercv", "cv.yaml"), ("json-resume", "resume.json")):
        subprocess.run((folio, "export", kind, str(person), "-o", str(work / name)), check=True, capture_output=True)
    html = work / "resume.html"
    subprocess.run((folio, "resume", str(person), *DAY, "-o", str(html)), check=True, capture_output=True)
    resume = (folio, "resume", str(person), *DAY, "-o", str(made))
    found = []
    if peers.rendercv:
        words = (peers.rendercv, "render", "cv.yaml", "-q", "-nopng", "-nomd", "-nohtml", "-pdf", "theirs.pdf")
        found.append(Contender("RenderCV", words, cwd=work, env=peers.env(), makes=work / "theirs.pdf"))
    if peers.resumed and peers.chromium:
        words = (peers.resumed, "export", "resume.json", "-t", "jsonresume-theme-even")
        words += ("--puppeteer-arg=--no-sandbox", "-o", "resumed.pdf")
        at = peers.folder or work
        (at / "resume.json").write_bytes((work / "resume.json").read_bytes())
        made_there = at / "resumed.pdf"
        found.append(Contender("resumed and Chromium", words, cwd=at, env=peers.env(), makes=made_there))
    if peers.chromium:
        printed = work / "chromium.pdf"
        words = (peers.chromium, *PRINTS, f"--user-data-dir={work / 'browser'}", f"--print-to-pdf={printed}")
        found.append(Contender("Chromium prints folio's HTML", (*words, html.as_uri()), makes=printed))
    return [
        *found,
        Contender("folio resume", resume, lambda: shutil.rmtree(person / ".folio", ignore_errors=True), makes=made),
        Contender("folio resume, unchanged", resume, makes=made),
    ]


def pages(file: Path) -> int:
    """Of a PDF."""
    from pypdf import PdfReader

    return len(PdfReader(file).pages)
