"""What a run with everything stored leaves alone. How long that takes is for benchmarks/score.py: no clock here."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from folio.evidence.model import Observation
from folio.frozen import Frozen
from folio.profile.model import Profile
from folio.resources import root

HEAVY = (
    "aiohttp", "asyncio", "babel", "feedparser", "filelock", "git", "github", "htmldate", "jinja2", "lxml",
    "markdown_it", "mkdocs", "nh3", "PIL", "pygments", "requests", "tenacity", "weasyprint",
    "folio.evidence.reading.measure", "folio.portfolio", "folio.repository.detect", "folio.repository.read",
    "folio.repository.scan", "folio.repository.tree", "folio.web.client",
    "folio.cli.commands", "folio.cli.compare", "folio.cli.explain", "folio.cli.plan",
    "folio.evidence.github.account", "folio.evidence.github.choose",
    "folio.evidence.github.session", "folio.evidence.github.token", "folio.readiness.explain",
    "folio.readiness.history_line",
)  # fmt: skip
"""What scoring stored evidence has no use for."""

RUN = """
import sys
sys.argv = ["folio", *sys.argv[1:]]
from folio.cli import main
try:
    main()
except SystemExit as end:
    status = end.code
finally:
    print("\\n".join(sorted(sys.modules)), file=sys.stderr)
sys.exit(status)
"""


def folio(*words: str) -> tuple[str, frozenset[str]]:
    """What a command prints, and the modules that it loaded, in a process of its own."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    done = subprocess.run(
        [sys.executable, "-c", RUN, *words], capture_output=True, text=True, check=True, env=environment
    )
    return done.stdout, frozenset(done.stderr.split())


@pytest.fixture(scope="module")
def lena(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, after a first run that stored everything."""
    person = tmp_path_factory.mktemp("people") / "lena"
    shutil.copytree(root("sample_profile"), person, ignore=shutil.ignore_patterns(".folio"))
    folio("score", str(person), *DAY)
    return person


DAY = ("--offline", "--today", "2026-11-22", "-q")


@pytest.fixture(scope="module")
def scored(lena: Path) -> frozenset[str]:
    return folio("score", str(lena), *DAY)[1]


@pytest.mark.parametrize("module", HEAVY)
def test_scoring_what_is_stored_does_not_load(module: str, scored: frozenset[str]) -> None:
    assert not {one for one in scored if one == module or one.startswith(f"{module}.")}
    assert "folio.readiness.assess" in scored


@pytest.mark.parametrize("command", ["explain", "plan"])
def test_other_readings_of_the_score_load_no_reader_either(command: str, lena: Path) -> None:
    words = [command, *(["ci-runs-tests"] if command == "explain" else []), str(lena), *DAY]
    loaded = folio(*words)[1]
    assert "folio.readiness.assess" in loaded
    assert loaded.isdisjoint({"aiohttp", "git", "github", "lxml", "folio.repository.read", "folio.web.client"})


def test_a_second_run_says_the_same_and_reads_and_writes_nothing(lena: Path) -> None:
    before = dict(_times(lena / ".folio"))
    first, _ = folio("score", str(lena), *DAY, "--format", "json")
    second, loaded = folio("score", str(lena), *DAY, "--format", "json")
    assert first == second
    assert "folio.repository.read" not in loaded
    assert dict(_times(lena / ".folio")) == before


def _times(folder: Path) -> Iterator[tuple[str, int]]:
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield str(file), file.stat().st_mtime_ns


COMPOSED = """
import os, sys
end = os._exit
def leave(status):
    if "folio.known" in sys.modules:  # the half that composes: the other one prints
        print("\\n".join(sorted(sys.modules)), file=sys.stderr, flush=True)
    end(status)
os._exit = leave
sys.argv = ["folio", *sys.argv[1:]]
from folio.cli import main
main()
"""
NOT_COMPOSED = (
    "aiohttp", "babel", "docx", "fontTools", "git", "github", "jinja2", "lxml", "markdown_it", "mkdocs", "nh3", "PIL", "pygments",
    "pypdf", "requests", "weasyprint",
    "folio.evidence.collect", "folio.history", "folio.markdown", "folio.pipeline", "folio.portfolio.site.model",
    "folio.readiness", "folio.repository.read", "folio.web",
)  # fmt: skip
"""What composing a plain résumé has no use for; each takes 5 to 100 ms to import."""


@pytest.fixture(scope="module")
def composed(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """What the half that composes a résumé without photo or Markdown has loaded at its end."""
    folder = tmp_path_factory.mktemp("people")
    (folder / "profile.yaml").write_text(
        "name: Ada Brandt\nheadline: Engineer\nsummary: Counts – twice.\n"
        "work: [{id: one, organisation: Shop, role: Clerk, start: 2020-01, highlights: [Counted.]}]\n"
        "projects: [{id: two, title: Till, summary: It counts., outcomes: [{what: Sums, value: '9'}]}]\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", COMPOSED, "resume", "--today", "2026-11-22"],
        cwd=folder, capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert (folder / "resume.pdf").read_bytes().startswith(b"%PDF")
    assert done.stdout == "resume.pdf (1 page)\n"
    return frozenset(done.stderr.split())


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it is one process")
@pytest.mark.parametrize("module", NOT_COMPOSED)
def test_composing_a_plain_resume_does_not_load(module: str, composed: frozenset[str]) -> None:
    assert "folio.portfolio.resume.compose" in composed
    assert not {one for one in composed if one == module or one.startswith(f"{module}.")}


def test_help_loads_no_part_of_the_engine() -> None:
    _, loaded = folio("--help")
    assert loaded.isdisjoint({"pydantic", "yaml", "folio.pipeline", "folio.readiness.assess"})


def test_no_record_keeps_its_annotations_as_text_for_pydantic_to_evaluate() -> None:
    records = {one for one in _below(Frozen) if one.__module__.startswith("folio.")}
    assert {Profile, Observation} <= records
    assert not [one for one in records if any(isinstance(kind, str) for kind in one.__annotations__.values())]


def _below(record: type) -> Iterator[type]:
    for one in record.__subclasses__():
        yield one
        yield from _below(one)
