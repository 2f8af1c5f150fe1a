"""A profile to begin with can be used as it is, and every example in it is right."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema_rs
import pytest
import yaml

from folio.errors import FolioError
from folio.profile.load import load
from folio.profile.model import Profile
from folio.profile.placeholders import EMAIL, NAME, untouched
from folio.readiness.rubric import catalogue
from folio.starting.begin import MODELINE, SCHEMA, begin, repository_above, sample
from folio.starting.draft import Draft
from folio.starting.first import first
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


def test_a_failure_half_way_leaves_everything_as_it_was(tmp_path: Path) -> None:
    me = tmp_path / "me"
    (me / ".gitignore").mkdir(parents=True)
    with pytest.raises(FolioError, match="me can't be written: is a directory"):
        start(me)
    assert [path.name for path in me.rglob("*")] == [".gitignore"]


def test_the_lines_for_git_are_put_below_those_that_are_there_and_once(tmp_path: Path) -> None:
    ignore = tmp_path / ".gitignore"
    ignore.write_text("node_modules\n/out/")
    start(tmp_path)
    lines = ignore.read_text().splitlines()
    assert lines[:3] == ["node_modules", "/out/", ""]
    assert (lines.count("/out/"), lines.count("/.folio/*")) == (1, 1)
    (tmp_path / "profile.yaml").unlink()
    start(tmp_path)
    assert ignore.read_text().splitlines() == lines


def test_what_is_there_with_the_same_bytes_is_no_obstacle_and_a_link_is_one(tmp_path: Path) -> None:
    start(tmp_path)
    start(tmp_path)
    (tmp_path / "linked").mkdir()
    (tmp_path / "linked" / "profile.yaml").symlink_to(tmp_path / "nowhere")
    with pytest.raises(FolioError, match="there already"):
        start(tmp_path / "linked")
    assert not (tmp_path / "nowhere").exists()


def test_editors_find_the_schema_and_it_holds_for_the_profile(tmp_path: Path) -> None:
    start(tmp_path)
    text = (tmp_path / "profile.yaml").read_text(encoding="utf-8")
    assert text.splitlines()[0] == f"# yaml-language-server: $schema={SCHEMA}"
    schema = json.loads((tmp_path / SCHEMA).read_text(encoding="utf-8"))
    assert jsonschema_rs.validator_for(schema).is_valid(yaml.safe_load(text))


def test_workflows_can_be_left_out(tmp_path: Path) -> None:
    begin(tmp_path / "with", "name: Ada\n")
    assert len(list((tmp_path / "with/.github/workflows").iterdir())) == 2
    begin(tmp_path / "without", "name: Ada\n", ci="none")
    assert not (tmp_path / "without" / ".github").exists()


def test_a_folder_inside_a_repository_is_told_from_the_top_of_one(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    assert repository_above(tmp_path) is None
    assert repository_above(tmp_path / "me" / "deeper") == tmp_path


def test_what_to_fill_in_first_is_named_with_its_line() -> None:
    text = profile_text(Draft(name="Ada"))
    todos = first(text)
    assert len(todos) == 4
    begins = ["headline: ", "summary: ", "  email: ", "# projects:"]
    assert [
        text.splitlines()[(one.line or 0) - 1][: len(begin)] for one, begin in zip(todos, begins, strict=True)
    ] == begins
    assert [one.line for one in first("name: Ada\nheadline: A\nsummary: B\n")] == [None] * 4


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="only Linux has /proc")
def test_a_place_that_takes_no_folders_is_named() -> None:
    with pytest.raises(FolioError, match=r"^/proc/me can't be written: /proc takes no new folders; choose"):
        start(Path("/proc/me"), name="Ada", email="ada@example.org")
