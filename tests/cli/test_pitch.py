"""`folio pitch` and `folio letter`, as a person runs them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from folio.cli import group
from folio.cli.pitch import identifier_and_profile
from folio.errors import FolioError
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


def test_one_pitch_is_a_file_and_what_is_only_claimed_is_told_on_stderr(here: Path) -> None:
    done = folio("pitch", "borgo-teresiano", "me", "--theme", "plain")
    assert (done.exit_code, done.stdout) == (0, "pitch-borgo-teresiano.pdf (1 page)\n")
    assert "project 'shelfcast' is shown without proof: not seen" in done.stderr
    assert "'folio collect' looks at it" in done.stderr
    assert (here / "pitch-borgo-teresiano.pdf").read_bytes().startswith(b"%PDF-1.7")


def test_without_an_id_there_is_a_file_for_each(here: Path) -> None:
    done = folio("pitch", "me", "--theme", "plain")
    assert done.stdout == "pitch-borgo-teresiano.pdf (1 page)\npitch-luka-koper-logistik.pdf (1 page)\n"


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ((), (None, ".")),
        (("me",), (None, "me")),
        (("me/profile.yaml",), (None, "me/profile.yaml")),
        (("acme",), ("acme", ".")),
        (("acme", "me"), ("acme", "me")),
    ],
)
@pytest.mark.usefixtures("here")
def test_one_word_is_the_profile_where_there_is_one_of_that_name(
    given: tuple[str, ...], meant: tuple[str | None, str]
) -> None:
    assert identifier_and_profile(given) == (meant[0], Path(meant[1]))


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("pitch", "acme", "me"), "there is no pitch 'acme' in the profile"),
        (("pitch", "me", "--theme", "loud"), "there is no pitch theme 'loud'; known here: board, letterhead, plain"),
        (("pitch", "me", "--locale", "tlh"), "pitch 'borgo-teresiano': folio has no words for 'tlh'"),
        (("letter", "me", "-t", "acme"), "there is no target 'acme' in the profile"),
        (("letter", "me", "-t", "malt"), "target 'malt' has no letter"),
    ],
)
@pytest.mark.usefixtures("here")
def test_what_is_wrong_is_told(words: tuple[str, ...], said: str) -> None:
    done = folio(*words)
    assert isinstance(done.exception, FolioError)
    assert said in str(done.exception)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("pitch", "a", "b", "c"), "'c' is too much"),
        (("pitch", "me", "-o", "a.pdf"), "there are several pitches; name one"),
        (("pitch", "me", "--accent", "#ffffcc"), "too pale"),
        (("letter", "me"), "Missing option '-t'"),
    ],
)
@pytest.mark.usefixtures("here")
def test_what_makes_no_sense_is_told(words: tuple[str, ...], said: str) -> None:
    done = folio(*words)
    assert done.exit_code == 2
    assert said in done.stderr


def test_a_letter_is_a_page_in_the_look_of_its_target(here: Path) -> None:
    done = folio("letter", "me", "--target", "alto-adriatico")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "letter-alto-adriatico.pdf (1 page)\n", "")
    assert (here / "letter-alto-adriatico.pdf").read_bytes().startswith(b"%PDF-1.7")
