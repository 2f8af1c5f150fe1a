"""The sample, word for word: a change of what a client or the person reads shows in a diff."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest

from folio.options import Options
from folio.pipeline import Assembly, assemble
from folio.render.pitch import render_pitch
from folio.render.report import render_report
from folio.render.resume import render_resume
from folio.render.site.folder import render_site
from folio.render.site.kinds import PAGES

SAMPLE = Path(__file__).parents[1] / "sample_profile"
Golden = Callable[[str, str], None]

pytestmark = pytest.mark.xdist_group("golden")


@pytest.fixture(scope="module")
def lena(tmp_path_factory: pytest.TempPathFactory) -> Assembly:
    options = Options(today=date(2026, 11, 22), offline=True, state=tmp_path_factory.mktemp("state"))
    return assemble(SAMPLE, options)


def test_the_readiness_report(lena: Assembly, golden: Golden) -> None:
    files = {one.path: one.content.decode() for one in render_report(lena.report)}
    golden("report.json", files["report.json"])
    golden("report.md", files["report.md"])


def test_the_site_page_by_page(lena: Assembly, golden: Golden) -> None:
    pages = {one.path: one.content.decode() for one in render_site(lena.portfolio) if one.path.endswith(".md")}
    assert len(pages) > len(PAGES)
    for path, text in pages.items():
        golden(f"site/{path}.txt", words(text))


def test_the_resume(lena: Assembly, golden: Golden) -> None:
    golden("resume.txt", words(render_resume(lena.resume).content.decode()))


def test_the_pitches(lena: Assembly, golden: Golden) -> None:
    assert lena.pitches
    for pitch in lena.pitches:
        golden(f"pitch/{pitch.id}.txt", words(render_pitch(pitch).content.decode()))


def words(text: str) -> str:
    """What HTML says, a line for each element that holds text, with the addresses it links."""
    reader = _Reader()
    front, html = re.match(r"(---\n.*?\n---\n)?(.*)", text, re.DOTALL).groups()  # type: ignore[union-attr]
    reader.feed(html)
    reader.end_line()
    return (front or "") + "\n".join(reader.lines) + "\n"


class _Reader(HTMLParser):
    """Collects the words of each block; style sheets, scripts and icons say nothing."""

    silent = frozenset({"style", "script", "svg"})
    within = frozenset({"a", "b", "strong", "em", "i", "span", "code", "small", "abbr", "time", "s"})

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.line = ""
        self.quiet = 0
        self.address: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in self.silent:
            self.quiet += 1
        if tag not in self.within:
            self.end_line()
        if tag == "a":
            self.address.append(dict(attributes).get("href") or "")
        if tag == "img":
            self.lines.append(f"[{dict(attributes).get('alt')}]({dict(attributes).get('src')})")

    def handle_endtag(self, tag: str) -> None:
        if tag in self.silent:
            self.quiet -= 1
        if tag == "a" and self.address:
            self.line += f" <{self.address.pop()}> "
        if tag not in self.within:
            self.end_line()

    def handle_data(self, data: str) -> None:
        if not self.quiet:
            self.line += data

    def end_line(self) -> None:
        if said := " ".join(self.line.split()):
            self.lines.append(said)
        self.line = ""
