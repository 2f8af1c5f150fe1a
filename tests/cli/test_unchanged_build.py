"""`folio build` where nothing changed: what it leaves alone, and what makes it look again."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from folio import kept
from folio.cli.build import LOOKED

PROFILE = """\
name: Ada Brandt
headline: Data engineer
summary: Moves numbers.
contact: {email: ada@brandt.example}
projects:
  - {id: till, title: Till, summary: It counts., repository: till}
  - {id: shelf, title: Shelf, summary: It is to come., repository: shelf}
"""
WORDS = ("build", ".", "--offline", "--today", "2026-11-22", "-q")
RUN = """
import sys
sys.argv[0] = "folio"
from folio.cli import main
try:
    main()
finally:
    print("\\n".join(sorted(sys.modules)), file=sys.stderr)
"""


def folio(person: Path) -> tuple[str, frozenset[str]]:
    """What `folio build` says, and the modules that it loaded."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    environment["TMPDIR"] = str(person.parent)
    done = subprocess.run(
        [sys.executable, "-c", RUN, *WORDS], cwd=person, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout, frozenset(done.stderr.split())


def git(person: Path, *words: str) -> None:
    who = ("-c", "user.name=Ada", "-c", "user.email=ada@brandt.example")
    subprocess.run(["git", "-C", str(person / "till"), *who, *words], check=True, capture_output=True)


def _commit(person: Path) -> None:
    git(person, "commit", "-q", "--allow-empty", "-m", "Count again")


def _tag(person: Path) -> None:
    git(person, "tag", "v1")


def _cut_off(person: Path) -> None:
    (person / "till" / ".git" / "shallow").write_text(f"{'0' * 40}\n")


def _gone(person: Path) -> None:
    (person / "till" / ".git").rename(person / "till" / "git")


def _there_at_last(person: Path) -> None:
    shutil.copytree(person / "till", person / "shelf")


def _evidence(person: Path) -> None:
    file = next((person / ".folio" / "evidence").rglob("*.json"))
    file.write_text(file.read_text() + "\n")


def _own_fingerprints(person: Path) -> None:
    (person / ".folio" / "fingerprints").mkdir()


def _profile(person: Path) -> None:
    (person / "profile.yaml").write_text(PROFILE.replace("numbers", "figures"))


CHANGES = (_commit, _tag, _cut_off, _gone, _there_at_last, _evidence, _own_fingerprints, _profile)


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[tuple[str, frozenset[str]]]]:
    """A profile that was built, and what the next two runs said and loaded."""
    person = (
        tmp_path_factory.mktemp("people") / "folio-ada"
    )  # called as folio's own temporary folders are, and among them
    (person / "till").mkdir(parents=True)
    (person / "profile.yaml").write_text(PROFILE)
    git(person, "init", "-q", "-b", "main")
    _commit(person)
    time.sleep(0.1)  # a file written while a run may have read it is not relied on
    runs = [folio(person)]
    time.sleep(0.1)
    return person, [*runs, folio(person), folio(person)]


def test_it_says_the_same_and_looks_and_draws_no_further_than_it_must(
    unchanged: tuple[Path, list[tuple[str, frozenset[str]]]],
) -> None:
    (made, every), (second, looked), (third, loaded) = unchanged[1]
    assert made == second == third
    assert {"folio.observing", "folio.pipeline"} <= every
    assert "folio.observing" in looked
    assert looked.isdisjoint({"folio.pipeline", "folio.readiness.assess", "jinja2", "mkdocs", "weasyprint"})
    assert loaded.isdisjoint({"folio.observing", "folio.profile", "pydantic", "yaml"})


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_a_look_reads_is_looked_at_again_once_it_changed(
    change: Callable[[Path], None],
    unchanged: tuple[Path, list[tuple[str, frozenset[str]]]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    person, before = unchanged[0], tmp_path / "before"
    person.rename(before)
    shutil.copytree(before, person, symlinks=True)
    monkeypatch.chdir(person)
    try:
        assert kept.recall([*WORDS, LOOKED]) is not None
        assert kept.recall(WORDS) is not None
        change(person)
        assert kept.recall([*WORDS, LOOKED]) is None
        if change is _profile:
            assert kept.recall(WORDS) is None
    finally:
        shutil.rmtree(person)
        before.rename(person)
