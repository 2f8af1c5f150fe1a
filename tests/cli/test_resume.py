"""`folio resume`, as a person runs it: what is asked for in words that mean nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from folio.cli import group
from folio.resources import root

DAY = ("--today", "2026-11-22")


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the sample in `me`; nothing of it was seen."""
    shutil.copytree(root("sample_profile"), tmp_path / "me", ignore=shutil.ignore_patterns(".folio"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def folio(*words: str) -> Result:
    return CliRunner().invoke(group, [*words, *DAY], catch_exceptions=True)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("resume", "me", "--theme", "../mine"), "'--theme': '../mine' is no name of a theme"),
        (("resume", "me", "--locale", "klingon"), "'--locale': 'klingon' is no tag of a language"),
        (("letter", "me", "-t", "alto-adriatico", "--theme", "../mine"), "'../mine' is no name of a theme"),
        (("pitch", "borgo-teresiano", "me", "--theme", "../mine"), "'../mine' is no name of a theme"),
        (("check", "me", "--ats", "--theme", "../mine"), "'../mine' is no name of a theme"),
    ],
)
def test_an_option_that_can_be_nothing_is_wrong_input_and_no_bug(words: tuple[str, ...], said: str) -> None:
    done = folio(*words)
    assert done.exit_code == 2
    assert said in done.stderr


def test_the_name_of_the_file_says_which_form_where_no_format_does(here: Path) -> None:
    assert folio("resume", "me", "-o", "cv.md").stdout == "cv.md\n"
    assert (here / "cv.md").read_text(encoding="utf-8").startswith("# Lena Marchetti")
    assert folio("resume", "me", "--format", "text", "-o", "cv.md").exit_code == 0
    assert (here / "cv.md").read_text(encoding="utf-8").startswith("Lena Marchetti")


@pytest.mark.parametrize("content", [b"%PDF-1.7\n\x00\x01", b"\xff\xd8\xff\xe0" * 90])
def test_a_brief_that_is_no_text_is_refused(here: Path, content: bytes) -> None:
    (here / "brief.pdf").write_bytes(content)
    done = folio("resume", "me", "--format", "text", "--brief", "brief.pdf")
    assert done.exit_code != 0
    assert "brief.pdf: this is no text" in f"{done.stderr}{done.exception}"


def test_a_brief_in_an_old_encoding_is_read(here: Path) -> None:
    (here / "brief.txt").write_bytes(
        "Wir suchen für Köln jemanden, der Python kann, und dbt, und Docker.".encode("cp1252")
    )
    done = folio("resume", "me", "--format", "text", "--brief", "brief.txt")
    assert done.exit_code == 0
    assert "brief.txt: 3 terms" in done.stdout
