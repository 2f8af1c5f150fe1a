"""`folio resume` in two processes: the same as in one, whatever goes wrong in either."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from folio.cli import group

PROFILE = "name: Ada Brandt\nheadline: Engineer\nsummary: Counts **twice**.\n"
DAY = ("--today", "2026-11-22")


@pytest.fixture
def person(tmp_path: Path) -> Path:
    (tmp_path / "profile.yaml").write_text(PROFILE)
    return tmp_path


def folio(person: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "folio", *words]
    return subprocess.run(command, cwd=person, capture_output=True, text=True, check=False, timeout=120)


def test_two_processes_make_the_bytes_of_one_and_say_the_same(person: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_two = folio(person, "resume", *DAY)
    monkeypatch.chdir(person)
    in_one = CliRunner().invoke(group, ["resume", *DAY, "-o", "one.pdf"])
    assert (in_two.returncode, in_one.exit_code) == (0, 0), in_two.stderr
    assert (in_two.stdout, in_two.stderr) == ("resume.pdf (1 page)\n", "")
    assert in_one.output == "one.pdf (1 page)\n"
    assert (person / "resume.pdf").read_bytes() == (person / "one.pdf").read_bytes()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("resume", "nowhere"), "there is no profile here"),
        (("resume", "--paper", "A9"), "A9"),
        (("resume", "-o", "no/such/folder/x.pdf"), "there is no folder"),
        (("resume", "--theme", "broken"), "line"),
        (("letter", "-t", "nobody"), "there is no target 'nobody'"),
        (("pitch",), "there is no pitch"),
    ],
)
def test_a_mistake_in_either_half_is_told_once_and_ends_with_2(words: tuple[str, ...], said: str, person: Path) -> None:
    own = person / "templates" / "resume" / "broken"
    own.mkdir(parents=True)
    (own / "style.css").write_text("")
    (own / "resume.html.j2").write_text("{{ resume.nothing_of_the_kind }}")
    done = folio(person, *words)
    assert done.returncode == 2, done.stderr
    assert done.stderr.count(said) == 1 or said == "line"
    assert "Traceback" not in done.stderr
    assert not list(person.glob("*.pdf"))


def test_a_reader_that_has_gone_is_no_mistake(person: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([sys.executable, "-m", "folio", "resume", *DAY], cwd=person, stdout=writer,
                          stderr=subprocess.PIPE, check=False, timeout=120)  # fmt: skip
    os.close(writer)
    assert b"Traceback" not in done.stderr
    assert b"bug:" not in done.stderr
