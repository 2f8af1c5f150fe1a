"""A profile to begin with can be used as it is, and every example in it is right."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from folio.errors import FolioError
from folio.profile.load import load
from folio.profile.model import Profile
from folio.profile.placeholders import EMAIL, NAME, untouched
from folio.readiness.rubric import catalogue
from folio.starting.begin import MODELINE, begin, sample
from folio.starting.draft import Draft
from folio.starting.text import profile_text


def start(folder: Path, **said: str) -> None:
    begin(folder, profile_text(Draft(**said)))


def test_an_untouched_starter_is_a_valid_profile(tmp_path: Path) -> None:
    start(tmp_path / "me", name='Ada "Countess" Lovelace', email="ada@example.org")
    profile = load(tmp_path / "me")
    assert (profile.name, profile.projects) == ('Ada "Countess" Lovelace', None)


def test_what_is_still_the_examples_is_known_until_it_is_written_anew(tmp_path: Path) -> None:
    start(tmp_path / "new", name=NAME, email=EMAIL)
    assert list(untouched(load(tmp_path / "new"))) == [("name",), ("headline",), ("summary",), ("contact", "email")]
    start(tmp_path / "named", name="Ada", email="ada@example.org")
    assert list(untouched(load(tmp_path / "named"))) == [("headline",), ("summary",)]
    sample(tmp_path / "sample")
    assert list(untouched(load(tmp_path / "sample"))) == []


def test_the_starter_names_every_track(tmp_path: Path) -> None:
    start(tmp_path, name="Ada", email="ada@example.org")
    text = (tmp_path / "profile.yaml").read_text(encoding="utf-8")
    assert [one for one in catalogue().tracks if one not in text.partition("\ntrack:")[0]] == []


def test_every_example_of_the_starter_is_valid_once_it_is_uncommented(tmp_path: Path) -> None:
    start(tmp_path, name="Ada", email="ada@example.org")
    file = tmp_path / "profile.yaml"
    text = re.sub(r"^# ", "", file.read_text(encoding="utf-8").removeprefix(MODELINE), flags=re.MULTILINE)
    file.write_text(text, encoding="utf-8")
    profile = load(tmp_path)
    sections = set(Profile.model_fields) - {"photo", "foundations", "talks", "rehearsals", "study_log", "extra"}
    assert {name for name in sections if getattr(profile, name) in (None, ())} == set()


def test_nothing_that_exists_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "profile.yaml").write_text("mine", encoding="utf-8")
    with pytest.raises(FolioError, match="there already; nothing was written"):
        start(tmp_path, name="Ada", email="ada@example.org")
    assert (tmp_path / "profile.yaml").read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / ".gitignore").exists()


def test_a_folder_that_can_not_be_made_is_told_with_why(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FolioError, match="me can't be written: not a directory; choose another folder"):
        start(tmp_path / "file" / "me", name="Ada", email="ada@example.org")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="only Linux has /proc")
def test_a_place_that_takes_no_folders_is_named() -> None:
    with pytest.raises(FolioError, match=r"^/proc/me can't be written: /proc takes no new folders; choose"):
        start(Path("/proc/me"), name="Ada", email="ada@example.org")
