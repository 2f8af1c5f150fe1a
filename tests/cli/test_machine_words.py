"""What programs read: one JSON object on standard output, a file there that was asked for as '-', and no colours."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from folio import output, site
from folio.cli import group
from folio.cli.root import COMMANDS, run
from folio.errors import FolioError

PROFILE = """\
name: Ada Brandt
headline: Engineer
summary: Counts twice.
projects: [{id: till, title: Till, summary: It counts.}]
pitches:
  - {id: shop, client: Shop, date: 2026-11, headline: Faster, problem: Slow., offer: Count., proof: ['project:till'], next_step: Write.}
targets: [{id: acme, name: Acme, brief: brief.txt}]
"""
DAY = ("--today", "2026-11-22")
ESC = "\x1b["


@pytest.fixture(scope="module")
def person(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("ada")
    (folder / "profile.yaml").write_text(PROFILE)
    (folder / "brief.txt").write_text("We want Python and SQL.")
    return folder


@pytest.fixture
def here(person: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(person)
    return person


def folio(*words: str) -> tuple[bytes, str]:
    done = CliRunner().invoke(group, words, standalone_mode=False)
    if done.exception:
        raise done.exception
    return done.stdout_bytes, done.stderr


@pytest.mark.parametrize("words", [
    ("score", "--offline"), ("score", "--offline", "-p", "toptal", "-p", "malt"), ("plan", "--offline"), ("explain", "--offline"),
    ("explain", "level", "--offline"), ("collect", "--offline"), ("compare", "first", "last"),
    ("validate",), ("resume", "-f", "markdown", "-t", "acme"),
])  # fmt: skip
def test_json_is_one_object_and_nothing_else_on_standard_output(words: tuple[str, ...], here: Path) -> None:
    out, _ = folio(*words, "--json")
    found = json.loads(out)
    assert isinstance(found, dict)
    assert out.endswith(b"}\n")
    assert b"\x1b" not in out


def test_files_that_were_made_are_told_with_what_is_not_in_them(here: Path) -> None:
    out, err = folio("resume", "-f", "text", "-t", "acme", "--json", *DAY)
    said = json.loads(out)
    assert said["files"] == [{"path": "resume-acme.txt", "pages": None, "warnings": [], "left_out": []}]
    assert any("Python" in line for line in said["brief"])
    assert err == ""


def test_build_says_what_was_made_and_what_to_know_of_a_pitch_before_it_is_sent(here: Path) -> None:
    built = json.loads(folio("build", "--json", "--offline", "-q", *DAY)[0])
    assert {"path": "pitch/shop.pdf", "what": "a pitch for Shop"} in built["files"]
    assert all((here / "out" / one["path"]).is_file() for one in built["files"])
    [remark] = built["remarks"]
    assert remark.startswith("pitch/shop.pdf: ")
    said, aside = folio("build", "--offline", "-q", *DAY)
    assert remark in aside.splitlines()
    assert remark not in said.decode()


def test_a_hyphen_is_standard_output_where_one_file_is_made(here: Path) -> None:
    text, said = folio("resume", "-f", "text", "-o", "-", *DAY)
    assert text.decode().startswith("Ada Brandt\n")
    assert said == ""
    assert folio("resume", "-o", "-", *DAY)[0].startswith(b"%PDF-")
    assert folio("score", "--offline", "-q", "-o", "-", *DAY)[0].startswith("Ada Brandt · ".encode())
    assert folio("plan", "--offline", "-q", "-o", "-", "--format", "ics", *DAY)[0].startswith(b"BEGIN:VCALENDAR")
    assert folio("pitch", "shop", "-o", "-", *DAY)[0].startswith(b"%PDF-")
    assert not (here / "-").exists()


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (("build", "-o", "-"), "several files are made"),
        (("site", "-o", "-"), "several files are made"),
        (("resume", "--json", "-o", "-"), "can't both be standard output"),
    ],
)
def test_a_hyphen_is_refused_where_standard_output_can_not_hold_it(
    words: tuple[str, ...], what: str, here: Path
) -> None:
    with pytest.raises(click.UsageError, match=what):
        folio(*words)
    assert not (here / "-").exists()


def test_build_and_site_do_not_take_each_others_folder_and_say_why(tmp_path: Path) -> None:
    for file in ("whole/readiness/index.html", "whole/site/assets/folio.css", "alone/assets/folio.css"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text("")
    with pytest.raises(FolioError, match="alone: holds a site alone, as 'folio site' writes it"):
        output.refuse_strangers(tmp_path / "alone")
    with pytest.raises(
        FolioError, match=r"whole: holds what 'folio build' wrote, the site in .*whole/site; write there"
    ):
        site.refuse_strangers(tmp_path / "whole")
    output.refuse_strangers(tmp_path / "whole")
    site.refuse_strangers(tmp_path / "alone")


@pytest.mark.parametrize("words", [
    ("score", "--offline", "-q"), ("score", "--offline", "-q", "-p", "all"), ("plan", "--offline", "-q"),
    ("compare", "first", "last"), ("resume", "-f", "text", "-t", "acme"), ("score", "nowhere"),
])  # fmt: skip
def test_colours_are_forced_or_forbidden_and_else_for_terminals_alone(
    words: tuple[str, ...], here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["folio", *words])
    seen = {}
    for forced, forbidden in (("1", ""), ("", ""), ("1", "1"), ("", "1")):
        monkeypatch.setenv("FORCE_COLOR", forced)
        monkeypatch.setenv("NO_COLOR", forbidden)
        run()
        said = capsys.readouterr()
        seen[forced, forbidden] = ESC in said.out + said.err
    assert seen == {
        ("1", ""): True,
        ("", ""): False,
        ("1", "1"): False,
        ("", "1"): False,
    }


@pytest.mark.parametrize("words", [["--help"], ["schema"]])
def test_a_reader_that_has_gone_is_no_mistake(words: list[str], here: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([sys.executable, "-m", "folio", *words], stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_every_command_that_prints_for_people_has_json_or_makes_a_file_for_programs() -> None:
    without = {name for name in COMMANDS if not any("--json" in one.opts for one in _command(name).params)}
    assert without <= {"init", "import", "export", "schema", "serve", "fingerprint", "completion"}


def _command(name: str) -> click.Command:
    command = group.resolve_command(click.Context(group), [name])[1]
    assert command is not None
    return command
